// The state behind a consolidated text: proposals come and go, and what they touch is laid out
// anew.
//
// Everything is kept by provision and by gap, so one proposal costs its own places only. The text
// is a function of the open proposals; the way they came plays no part (laws 1-3, 6, 7).
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <memory>
#include <string>
#include <vector>

#include "base/quick_hash.h"
#include "consolidation/consolidated.h"
#include "consolidation/field.h"
#include "consolidation/gap.h"

namespace travaux::consolidation {

class Consolidation {
public:
    /// REQUIRES: the draft outlives this, and has words in `language`.
    Consolidation(const text::Draft& draft, text::Language language);

    /// Adds open proposals. REQUIRES: they passed `check`, and none of their ids is open.
    void add(std::vector<Proposal>&& proposals);

    /// Adds one more.
    void add(Proposal&& proposal);

    /// Takes an open proposal away.
    void remove(const std::string& id);

    /// Lays out what changed since the last time.
    void settle();

    /// Returns a provision's row, of the draft or inserted, as last laid out; nothing if unknown.
    /// REQUIRES: this was settled once.
    [[nodiscard]] const ProvisionRow* row(ProvisionId id) const;

    /// Returns the whole text. Nothing can be added afterwards.
    [[nodiscard]] Consolidated finish() &&;

private:
    class Assembly;

    // Finds open proposals by their own ids.
    struct ByOwnId {
        // NOLINTBEGIN(readability-identifier-naming): the names that Boost looks for
        using is_transparent = void;
        using is_avalanching = void;
        // NOLINTEND(readability-identifier-naming)
        const std::vector<Proposal>* proposals;

        [[nodiscard]] std::string_view id_of(ProposalIndex at) const { return (*proposals)[at].id; }
        [[nodiscard]] static std::string_view id_of(std::string_view id) { return id; }
        std::size_t operator()(const auto& one) const { return quick_hash(id_of(one)); }
        bool operator()(const auto& a, const auto& b) const { return id_of(a) == id_of(b); }
    };
    // A wish for a field of an inserted provision.
    struct Amendment {
        ProposalIndex proposal = 0;
        text::Field field = text::Field::text;
        Wish wish;
    };
    // One part as the printed and the working language have it; null where a translation is
    // missing.
    struct PartForms {
        const Part* submitted = nullptr;
        const Part* printed = nullptr;
        const Part* working = nullptr;
        text::Language language = text::Language::en;  // of the submitted words
    };
    struct PlaceHash {
        using is_avalanching = void;  // NOLINT(readability-identifier-naming): as above
        std::size_t operator()(const Place& place) const {
            return IdHash{}(place.parent) ^ mixed(IdHash{}(place.after));
        }
    };
    template <typename T>
    using ById = boost::unordered_flat_map<ProvisionId, T, IdHash>;

    void add_row(std::size_t at);
    void number_open();
    void ask_for_parts(std::size_t from) const;
    void take(ProposalIndex proposal);
    void take(ProposalIndex proposal, const PartForms& part);
    void take_text(ProposalIndex proposal, const PartForms& part);
    void take_insertion(ProposalIndex proposal, const PartForms& part);
    void take_move(ProposalIndex proposal, const MovePart& part);
    void take_mark(ProposalIndex proposal, ProvisionId provision, Mark mark);
    void drop(ProposalIndex proposal, const Part& part);
    void drop_mark(ProposalIndex proposal, ProvisionId provision);
    void note_change(ProvisionId provision, ProvisionRow* row);
    [[nodiscard]] Gap& changed_gap(const Place& place);
    [[nodiscard]] PartForms forms_of(const Proposal& proposal, std::size_t part) const;
    [[nodiscard]] ProvisionRow* find_row(ProvisionId id);
    void settle_gap(Gap& gap);
    [[nodiscard]] std::vector<ProvisionRow*> changed_rows();
    void take_open(Consolidated& result);
    void lay_out(ProvisionRow& row);
    [[nodiscard]] std::vector<Bracket> brackets_of(const ProvisionRow& row) const;

    const text::Draft& draft_;
    text::Language language_;
    std::unique_ptr<Consolidation> working_;  // in the working language; null where this is it
    std::shared_ptr<text::Lexicon> lexicon_;
    std::vector<Proposal> proposals_;  // withdrawn ones too: views point into their parts
    // The open ones among the first `numbered_`. Who only adds, in the order of ids, needs none.
    boost::unordered_flat_set<ProposalIndex, ByOwnId, ByOwnId> open_;
    ProposalIndex numbered_ = 0;
    bool is_ascending_ = true;  // ids grow with positions
    bool is_complete_ = true;   // none was taken away
    bool is_last_ = false;      // nothing comes any more
    std::size_t amending_ = 0;  // open proposals that amend another
    ProposalOrder order_;
    AmendedProposal amended_;
    ById<std::unique_ptr<ProvisionRow>> rows_;  // of the draft
    ById<ProvisionRow*> inserted_;              // by every id that means the row
    ById<std::vector<Amendment>> amendments_;   // of inserted provisions
    ById<std::vector<Mark>> marks_;
    ById<std::vector<ProvisionId>> children_;  // of the draft; of none: the top
    boost::unordered_flat_map<Place, std::unique_ptr<Gap>, PlaceHash> gaps_;
    std::vector<Gap*> changed_gaps_;
    std::vector<ProvisionId> changed_;
};

}  // namespace travaux::consolidation
