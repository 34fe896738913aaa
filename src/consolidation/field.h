// One field of a provision with everything proposed for it, laid out on demand.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/ask_for.h"
#include "consolidation/consolidated.h"
#include "consolidation/grouping.h"

namespace travaux::consolidation {

/// What one part wants a field to say. Its texts outlive the field.
struct Wish {
    /// Decides which wishes are one reading: the words in the working language; where there are
    /// none yet, the submitted words and their language.
    std::string_view key;
    std::string_view words;  ///< in the printed language; the submitted ones while pending
    std::optional<text::Language> untranslated_from;  ///< of a key in another language
    bool is_pending = false;                          ///< in the printed language
};

/// Orders proposals by their ids, whatever their positions.
using ProposalOrder = std::function<bool(ProposalIndex, ProposalIndex)>;

/// Returns the proposal that a proposal amends, if any.
using AmendedProposal = std::function<std::optional<ProposalIndex>(ProposalIndex)>;

/// Inserts a proposal into a list that is sorted by `order`, once.
void insert_sorted(ProposalList& proposals, ProposalIndex proposal, const ProposalOrder& order);

class Field {
public:
    Field(std::string_view base, text::Lexicon& lexicon)
        : Field(base, text::words_of(base, lexicon), lexicon) {}

    /// As above, where the words of the base are known. REQUIRES: `words_of` returns them.
    Field(std::string_view base, text::Words words, text::Lexicon& lexicon)
        : base_(base), lexicon_(lexicon) {
        annotated_.base = std::move(words);
    }

    /// Adds a proposal's wish; wishes with equal keys are one target. It is taken in when the field
    /// is laid out, together with all others that came: what lies together is read once.
    void add(const Wish& wish, ProposalIndex proposal) {
        if (incoming_.empty()) incoming_.reserve(incoming_expected);
        incoming_.push_back({0, wish, proposal});
    }

    /// Asks for what was added: for the list of it, and for the first texts of that list. They
    /// stand where their proposals do, far from each other.
    void ask_for_incoming() const { ask_for(std::span(incoming_)); }
    void ask_for_texts() const;

    /// Takes a proposal's wish back. Returns false where there was none.
    bool remove(ProposalIndex proposal, const ProposalOrder& order);

    /// Computes the tree anew. `amended` may be empty where no proposal amends another. `working`
    /// is the field in the draft's working language, laid out, which decides the order and the
    /// clusters of readings; null where this is that field.
    void lay_out(std::span<const Bracket> brackets, const ProposalOrder& order,
                 const AmendedProposal& amended, const Field* working);

    [[nodiscard]] const AnnotatedText& annotated() const { return annotated_; }
    [[nodiscard]] const text::Lexicon& lexicon() const { return lexicon_; }

    /// Gives back what was kept for wishes to come. REQUIRES: none comes, and this is not laid out
    /// again.
    void close();

    /// Hands the annotated text over.
    [[nodiscard]] AnnotatedText take() && { return std::move(annotated_); }

private:
    // A target with what its proposals say. Translations of one reading may differ: the first
    // proposal that has words in the printed language speaks for all.
    struct Wanted {
        std::uint64_t place;                      ///< of the key's words (see `place_of`)
        Wish wish;                                ///< that is printed
        Hunks hunks;                              ///< from the base
        std::unique_ptr<std::vector<Wish>> each;  ///< by proposal; none while all say the same
    };

    struct Incoming {
        std::uint64_t place;  ///< of the key's words, once it is taken in
        Wish wish;
        ProposalIndex proposal = 0;
    };

    static constexpr std::size_t incoming_expected = 32;

    void find_starts();
    void find_places();
    void take_in(const ProposalOrder& order);
    void take_in(const Incoming& one, const ProposalOrder& order);
    [[nodiscard]] std::uint64_t place_of(std::string_view words) const;
    [[nodiscard]] std::pair<std::size_t, bool> position_of(const Incoming& sought) const;
    void say(Witness witness, const Wish& wish, std::size_t prefix);
    void choose_words(Witness witness);
    [[nodiscard]] std::vector<Standing> grouping(const Field& working) const;
    void read(std::string_view text, std::size_t prefix, Target& target, Hunks& hunks) const;
    template <typename Visit>
    void each_supporter(Visit visit) const;
    [[nodiscard]] std::optional<Witness> target_of(ProposalIndex proposal) const;
    [[nodiscard]] std::vector<std::optional<Witness>> amended_targets(
        const AmendedProposal& amended) const;

    // What comes touches these two alone.
    std::string_view base_;
    std::vector<Incoming> incoming_;
    std::reference_wrapper<text::Lexicon> lexicon_;
    std::vector<std::uint32_t>
        starts_;  // of the base words, in bytes, once a target comes; none if blanks are irregular
    AnnotatedText annotated_;
    std::vector<Wanted> wanted_;  // of each target, by key
    bool is_plain_ = false;       // laid out with nothing proposed
};

}  // namespace travaux::consolidation
