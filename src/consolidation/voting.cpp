// SPDX-License-Identifier: MIT
#include "consolidation/voting.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "consolidation/alignment.h"
#include "consolidation/exclusion.h"
#include "consolidation/operative_words.h"

namespace travaux::consolidation {
namespace {

constexpr std::array<std::string_view, 7> subject_names = {"deletion", "number", "heading",  "text",
                                                           "join",     "move",   "insertion"};

// An option with what its place in the order depends on.
struct Candidate {
    VotingOption option;
    bool is_emptying = false;  // every word goes
    std::string words;
    Exclusions::Which part;
};

// Whole deletion first, then all words, then by distance; equals by their bytes.
bool is_further(const Candidate& a, const Candidate& b) {
    const bool a_deletes = a.option.subject == VotingSubject::deletion;
    const bool b_deletes = b.option.subject == VotingSubject::deletion;
    if (a_deletes != b_deletes) return a_deletes;
    if (a.is_emptying != b.is_emptying) return a.is_emptying;
    if (a.option.distance != b.option.distance) return a.option.distance > b.option.distance;
    if (a.option.subject != b.option.subject) return a.option.subject < b.option.subject;
    if (a.words != b.words) return a.words < b.words;
    return a.option.proposals < b.option.proposals;
}

bool is_subject(const Part& part, VotingSubject subject) {
    if (const auto* text = std::get_if<TextPart>(&part)) {
        switch (text->field) {
            case text::Field::number: return subject == VotingSubject::number;
            case text::Field::heading: return subject == VotingSubject::heading;
            case text::Field::text: return subject == VotingSubject::text;
        }
    }
    if (std::holds_alternative<DeletePart>(part)) return subject == VotingSubject::deletion;
    if (std::holds_alternative<JoinPart>(part)) return subject == VotingSubject::join;
    return std::holds_alternative<MovePart>(part) && subject == VotingSubject::move;
}

class Voting {
public:
    Voting(const text::Draft& draft, const Consolidated& text)
        : text_(text), exclusions_(draft, text.proposals) {
        for (const auto& provision : draft.provisions) provisions_[provision.id] = &provision;
    }

    VotingOrder order_of(std::size_t row) {
        std::vector<Candidate> candidates = candidates_of(row);
        if (candidates.size() < 2) return {};
        std::ranges::sort(candidates, is_further);
        candidates = amendments_first(std::move(candidates));
        VotingOrder order;
        for (Candidate& one : candidates) order.options.push_back(one.option);
        const std::size_t compared = std::min(candidates.size(), compared_options_max);
        for (std::uint32_t a = 0; a < compared; ++a) {
            for (std::uint32_t b = 0; b < compared; ++b) {
                if (a == b || is_insertion(candidates[a]) || is_insertion(candidates[b])) continue;
                if (!exclusions_.excludes(candidates[a].part, candidates[b].part)) continue;
                order.options[a].rejects.push_back(b);
            }
        }
        return order;
    }

private:
    static bool is_insertion(const Candidate& one) {
        return one.option.subject == VotingSubject::insertion;
    }

    std::vector<Candidate> candidates_of(std::size_t at) {
        const Row& row = text_.rows[at];
        std::vector<Candidate> result;
        if (row.kind == RowKind::destination) return result;
        for (const Mark& mark : row.marks) {
            if (mark.kind == MarkKind::deletion) {
                add(result, row, VotingSubject::deletion, mark.proposals);
                if (!result.empty()) result.back().option.moots = held_by(at);
            } else if (mark.kind == MarkKind::join) {
                add(result, row, VotingSubject::join, mark.proposals);
            } else if (mark.kind == MarkKind::move) {
                add(result, row, VotingSubject::move, mark.proposals);
            }
        }
        add_targets(result, row, VotingSubject::number, row.number);
        add_targets(result, row, VotingSubject::heading, row.heading);
        add_targets(result, row, VotingSubject::text, row.text);
        if (row.kind == RowKind::insertion && !result.empty()) {
            Candidate insertion;
            insertion.option.subject = VotingSubject::insertion;
            insertion.option.proposals = row.proposed_by;
            result.push_back(std::move(insertion));
        }
        return result;
    }

    // What no sponsor stands behind is not put to the vote.
    void add(std::vector<Candidate>& result, const Row& row, VotingSubject subject,
             const ProposalList& proposals, std::string words = {}) {
        const auto has_sponsors = [&](ProposalIndex at) {
            return !text_.proposals[at].sponsors.empty();
        };
        if (std::ranges::none_of(proposals, has_sponsors)) return;
        for (const ProposalIndex at : proposals) {
            const auto& parts = text_.proposals[at].parts;
            for (std::size_t part = 0; part < parts.size(); ++part) {
                if (!is_subject(parts[part], subject) || !is_on(parts[part], row)) continue;
                result.push_back(
                    {{subject, proposals, 0, {}, {}}, false, std::move(words), {at, part}});
                return;
            }
        }
    }

    // Of an inserted provision only amendments count: its own words are the insertion.
    [[nodiscard]] bool is_on(const Part& part, const Row& row) const {
        return std::visit(
            [&](const auto& one) {
                if constexpr (requires { one.provision; }) {
                    return row.kind == RowKind::provision ? one.provision == row.id
                                                          : !provisions_.contains(one.provision);
                }
                return false;
            },
            part);
    }

    void add_targets(std::vector<Candidate>& result, const Row& row, VotingSubject subject,
                     const AnnotatedText& field) {
        for (const Target& target : field.targets) {
            const std::string words = text::text_of(target.words, *text_.lexicon);
            const std::size_t before = result.size();
            add(result, row, subject, target.proposals, words);
            if (result.size() == before) continue;
            result.back().is_emptying = target.words.empty();
            const auto language = target.is_pending
                                      ? text_.proposals[target.proposals.front()].language
                                      : text_.language;
            result.back().option.distance =
                distance_of(base(row, field, subject, language), words, language);
        }
    }

    // What has no words in the working language is measured in its own.
    [[nodiscard]] std::string base(const Row& row, const AnnotatedText& field,
                                   VotingSubject subject, text::Language language) const {
        const auto found = provisions_.find(row.id);
        if (language == text_.language || found == provisions_.end()) {
            return text::text_of(field.base, *text_.lexicon);
        }
        const text::Wording& wording = found->second->in(language);
        if (subject == VotingSubject::number) return wording.number;
        return subject == VotingSubject::heading ? wording.heading : wording.text;
    }

    // Rule 130: an amendment, and what amends that in turn, before what it amends.
    [[nodiscard]] std::vector<Candidate> amendments_first(std::vector<Candidate> all) const {
        std::vector<std::vector<std::size_t>> amending(all.size());
        std::vector<bool> amends(all.size());
        const PlacesById places = places_of(all);
        for (std::size_t at = 0; at < all.size(); ++at) {
            const auto amended = amended_by(all[at], at, places);
            if (!amended) continue;
            amending[*amended].push_back(at);
            amends[at] = true;
        }
        std::vector<Candidate> result;
        std::vector<bool> is_out(all.size());
        const auto put = [&](const auto& self, std::size_t at) -> void {
            if (is_out[at]) return;
            is_out[at] = true;
            for (const std::size_t amendment : amending[at]) self(self, amendment);
            result.push_back(std::move(all[at]));
        };
        for (std::size_t at = 0; at < all.size(); ++at) {
            if (!amends[at]) put(put, at);
        }
        for (std::size_t at = 0; at < all.size(); ++at) put(put, at);
        return result;
    }

    // Where the options of each proposal stand, in their order.
    using PlacesById = std::unordered_map<std::string_view, std::vector<std::size_t>>;

    [[nodiscard]] PlacesById places_of(const std::vector<Candidate>& all) const {
        PlacesById places;
        for (std::size_t at = 0; at < all.size(); ++at) {
            for (const ProposalIndex one : all[at].option.proposals) {
                places[text_.proposals[one].id].push_back(at);
            }
        }
        return places;
    }

    // The first option that one amends, itself aside.
    [[nodiscard]] std::optional<std::size_t> amended_by(const Candidate& one, std::size_t at,
                                                        const PlacesById& places) const {
        for (const ProposalIndex proposal : one.option.proposals) {
            const auto found = places.find(text_.proposals[proposal].amends);
            if (found == places.end()) continue;
            for (const std::size_t other : found->second) {
                if (other != at) return other;
            }
        }
        return std::nullopt;
    }

    // Everybody who asks something of what a provision holds, or would put something into it.
    [[nodiscard]] ProposalList held_by(std::size_t at) const {
        ProposalList all;
        const auto take = [&](const ProposalList& proposals) {
            all.insert(all.end(), proposals.begin(), proposals.end());
        };
        for (std::size_t below = at + 1;
             below < text_.rows.size() && text_.rows[below].depth > text_.rows[at].depth; ++below) {
            const Row& row = text_.rows[below];
            take(row.proposed_by);
            for (const Mark& mark : row.marks) {
                if (mark.kind != MarkKind::deletion) take(mark.proposals);
            }
            for (const AnnotatedText* field : {&row.number, &row.heading, &row.text}) {
                for (const Target& target : field->targets) take(target.proposals);
            }
        }
        std::ranges::sort(all);
        all.erase(std::ranges::unique(all).begin(), all.end());
        return all;
    }

    const Consolidated& text_;
    Exclusions exclusions_;
    std::map<ProvisionId, const text::Provision*> provisions_;
};

}  // namespace

std::string_view name_of(VotingSubject subject) {
    return subject_names[static_cast<std::size_t>(subject)];
}

std::vector<VotingOrder> voting_orders(const text::Draft& draft, const Consolidated& working) {
    Voting voting(draft, working);
    std::vector<VotingOrder> orders;
    for (std::size_t row = 0; row < working.rows.size(); ++row) {
        orders.push_back(voting.order_of(row));
    }
    return orders;
}

std::uint32_t distance_of(std::string_view from, std::string_view to, text::Language language) {
    text::Lexicon lexicon;
    const text::Words base = text::words_of(from, lexicon);
    const text::Words target = text::words_of(to, lexicon);
    const auto leaving = weights_of(base, language, lexicon);
    const auto coming = weights_of(target, language, lexicon);
    std::uint32_t distance = 0;
    for (const Hunk& hunk : hunks(base, target)) {
        for (std::uint32_t at = hunk.begin; at < hunk.end; ++at) distance += leaving[at];
        for (std::uint32_t at = hunk.target_begin; at < hunk.target_end; ++at)
            distance += coming[at];
    }
    return distance;
}

}  // namespace travaux::consolidation
