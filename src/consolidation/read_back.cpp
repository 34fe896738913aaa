// SPDX-License-Identifier: MIT
#include "consolidation/read_back.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace travaux::consolidation {
namespace {

using Readers = std::vector<Witness>;

// Reads a tree for the base and for every target in one walk. Each reader must meet the words of
// its own text, one after the other, and all of them.
class Reading {
public:
    explicit Reading(const AnnotatedText& text) : text_(text), read_(text.targets.size() + 1) {}

    bool gives_all_back() {
        const auto base = static_cast<Witness>(text_.targets.size());
        Readers readers;
        for (Witness reader = 0; reader <= base; ++reader) {
            if (reader == base || !text_.targets[reader].is_pending) readers.push_back(reader);
        }
        return walk(0, text_.tree.size(), readers) && std::ranges::all_of(readers, [&](Witness r) {
                   return read_[r] == words_of(r).size();
               });
    }

private:
    [[nodiscard]] const text::Words& words_of(Witness reader) const {
        return reader < text_.targets.size() ? text_.targets[reader].words : text_.base;
    }

    bool walk(std::size_t begin, std::size_t end, const Readers& readers) {
        for (std::size_t at = begin; at < end;) {
            const Node& node = text_.tree[at];
            if (node.kind != NodeKind::deletion && node.kind != NodeKind::insertion) {
                if (!read(node.words, readers)) return false;
                ++at;
                continue;
            }
            Readers inside;
            if (node.kind == NodeKind::deletion) {
                std::ranges::set_difference(readers, node.witnesses, std::back_inserter(inside));
            } else {
                std::ranges::set_intersection(readers, node.witnesses, std::back_inserter(inside));
            }
            if (!walk(at + 1, node.subtree_end, inside)) return false;
            at = node.subtree_end;
        }
        return true;
    }

    bool read(std::span<const text::Word> words, const Readers& readers) {
        for (const Witness reader : readers) {
            const auto rest = std::span(words_of(reader)).subspan(read_[reader]);
            if (rest.size() < words.size() ||
                !std::equal(words.begin(), words.end(), rest.begin())) {
                return false;
            }
            read_[reader] += words.size();
        }
        return true;
    }

    const AnnotatedText& text_;
    std::vector<std::size_t> read_;  // words that each reader has met; the base is the last
};

bool spells(const text::Words& words, const text::Lexicon& lexicon, std::string_view text) {
    std::size_t at = 0;
    for (const text::Word word : words) {
        if ((word & 1U) != 0 && at > 0) {
            if (!text.substr(at).starts_with(' ')) return false;
            ++at;
        }
        const std::string_view spelling = lexicon.spelling(word);
        if (text.substr(at, spelling.size()) != spelling) return false;
        at += spelling.size();
    }
    return at == text.size();
}

const std::string& words_in(const text::Wording& wording, text::Field field) {
    if (field == text::Field::number) return wording.number;
    return field == text::Field::heading ? wording.heading : wording.text;
}

class Check {
public:
    Check(const text::Draft& draft, const Consolidated& consolidated)
        : draft_(draft), consolidated_(consolidated), spelled_(consolidated.proposals.size()),
          wanted_(consolidated.proposals.size()) {}

    std::optional<std::string> first_broken() {
        std::size_t of_draft = 0;
        for (const Row& row : consolidated_.rows) {
            if (row.kind == RowKind::provision) {
                if (of_draft == draft_.provisions.size()) return place_of(row);
                provision_ = &draft_.provisions[of_draft++];
            }
            if (!holds(row)) return place_of(row);
        }
        if (of_draft != draft_.provisions.size()) return "the end of the text";
        count_wishes();
        for (std::size_t at = 0; at < wanted_.size(); ++at) {
            if (wanted_[at] != spelled_[at]) return "proposal " + consolidated_.proposals[at].id;
        }
        return std::nullopt;
    }

private:
    static std::string place_of(const Row& row) { return "provision " + hex(row.id.bytes); }

    bool holds(const Row& row) {
        if (row.kind == RowKind::destination) return true;
        if (row.kind == RowKind::provision && provision_->id != row.id) return false;
        return holds(row, text::Field::number, row.number) &&
               holds(row, text::Field::heading, row.heading) &&
               holds(row, text::Field::text, row.text) &&
               (row.kind == RowKind::provision || insertions_hold(row));
    }

    // Laws 4 and 5 on one field, and the proposals behind each of its targets (law 11).
    bool holds(const Row& row, text::Field field, const AnnotatedText& text) {
        if (!Reading(text).gives_all_back()) return false;
        if (row.kind != RowKind::provision) return true;
        const text::Wording& wording = provision_->in(consolidated_.language);
        if (!spells(text.base, *consolidated_.lexicon, words_in(wording, field))) return false;
        for (const Target& target : text.targets) {
            for (const ProposalIndex proposal : target.proposals) {
                const SharedText* wish = wish_of(proposal, row.id, field);
                if (wish == nullptr) return false;
                if (!target.is_pending && !spells(target.words, *consolidated_.lexicon, *wish)) {
                    return false;
                }
                ++spelled_[proposal];
            }
        }
        return true;
    }

    // Each proposal behind an inserted row wants the very words that are read for it there.
    bool insertions_hold(const Row& row) {
        return std::ranges::all_of(row.proposed_by, [&](ProposalIndex proposal) {
            const auto* parts = parts_of(proposal);
            if (parts == nullptr) return true;  // translation pending
            ++spelled_[proposal];
            return std::ranges::any_of(*parts, [&](const Part& part) {
                const auto* insert = std::get_if<InsertPart>(&part);
                return insert != nullptr &&
                       std::ranges::any_of(insert->provisions, [&](const NewProvision& provision) {
                           return reads(row.number, proposal, provision.wording.number) &&
                                  reads(row.heading, proposal, provision.wording.heading) &&
                                  reads(row.text, proposal, provision.wording.text);
                       });
            });
        });
    }

    // Who wants what stands there already is behind no reading, whoever asks for the same words in
    // an amendment.
    bool reads(const AnnotatedText& text, ProposalIndex proposal, std::string_view wish) const {
        if (spells(text.base, *consolidated_.lexicon, wish)) return true;
        return std::ranges::any_of(text.targets, [&](const Target& target) {
            return spells(target.words, *consolidated_.lexicon, wish) &&
                   std::ranges::binary_search(target.proposals, proposal);
        });
    }

    const std::vector<Part>* parts_of(ProposalIndex at) const {
        const Proposal& proposal = consolidated_.proposals[at];
        if (proposal.language == consolidated_.language) return &proposal.parts;
        const auto found = proposal.translations.find(consolidated_.language);
        return found == proposal.translations.end() ? nullptr : &found->second;
    }

    const SharedText* wish_of(ProposalIndex at, ProvisionId provision, text::Field field) const {
        const auto* translated = parts_of(at);
        const auto& parts = translated != nullptr ? *translated : consolidated_.proposals[at].parts;
        for (const Part& part : parts) {
            const auto* text = std::get_if<TextPart>(&part);
            if (text != nullptr && text->provision == provision && text->field == field) {
                return &text->target;
            }
        }
        return nullptr;
    }

    void count_wishes() {
        for (ProposalIndex at = 0; at < wanted_.size(); ++at) {
            const auto* translated = parts_of(at);
            for (const Part& part : consolidated_.proposals[at].parts) {
                if (const auto* insert = std::get_if<InsertPart>(&part)) {
                    if (translated != nullptr) wanted_[at] += insert->provisions.size();
                }
                const auto* text = std::get_if<TextPart>(&part);
                if (text != nullptr && is_of_draft(text->provision)) ++wanted_[at];
            }
        }
    }

    bool is_of_draft(ProvisionId id) {
        if (ids_.empty()) {
            for (const auto& provision : draft_.provisions) ids_.push_back(provision.id);
            std::ranges::sort(ids_);
        }
        return std::ranges::binary_search(ids_, id);
    }

    const text::Draft& draft_;
    const Consolidated& consolidated_;
    const text::Provision* provision_ = nullptr;  // the one that the row under check shows
    std::vector<std::size_t> spelled_;            // wishes of each proposal found in the text
    std::vector<std::size_t> wanted_;             // and found in the proposal
    std::vector<ProvisionId> ids_;                // of the draft, sorted
};

}  // namespace

std::optional<std::string> unreadable_place(const text::Draft& draft,
                                            const Consolidated& consolidated) {
    return Check(draft, consolidated).first_broken();
}

}  // namespace travaux::consolidation
