// Adoptions that change words: amendments, splits, and brackets around words.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "consolidation/adoption.h"
#include "consolidation/site.h"

namespace travaux::consolidation {
namespace {

using text::FieldKey;
using text::Language;
using text::Words;

// One change of one field with the proposal that brings it.
struct Change {
    TextChange change;
    std::size_t proposal = 0;
};

// One of the two brackets around some words.
struct Edge {
    WordRange range;
    bool is_opening = false;
    std::size_t proposal = 0;
};

// In the order of the text: what closes before what opens, the inner one first to close, the outer
// one first to open.
bool stands_before(const Edge& a, const Edge& b) {
    const auto at = [](const Edge& edge) {
        return edge.is_opening ? edge.range.first : edge.range.second;
    };
    if (at(a) != at(b)) return at(a) < at(b);
    if (a.is_opening != b.is_opening) return b.is_opening;
    return a.is_opening ? a.range.second > b.range.second : a.range.first > b.range.first;
}

}  // namespace

Result<void> AdoptionRun::amend_all() {
    std::map<FieldKey, std::vector<Wanted>> fields;
    for (const AdoptedPart& adopted : parts_) {
        for (const Language language : draft_.written_in) {
            const Part* words = part_in(open_[adopted.proposal], adopted.part, language);
            const auto* wanted = words == nullptr ? nullptr : std::get_if<TextPart>(words);
            if (wanted == nullptr) continue;
            if (!working_.has(wanted->provision)) return needs(adopted.proposal, wanted->provision);
            fields[{wanted->provision, language, wanted->field}].push_back(
                {adopted.proposal, wanted});
        }
    }
    for (auto& [key, wanted] : fields) TRY_OK(amend(key, std::move(wanted)));
    return {};
}

// Words with a paragraph break in them become provisions.
Result<void> AdoptionRun::split_all() {
    return each<TextPart>([&](const AdoptedPart& adopted, const TextPart& text) -> Result<void> {
        if (text.field != text::Field::text) return {};
        begin(adopted.proposal);
        working_.split(text.provision);
        return {};
    });
}

Result<void> AdoptionRun::amend(const FieldKey& key, std::vector<Wanted> wanted) {
    // The words of an amendment to a proposal contain those of the proposal.
    std::erase_if(wanted, [&](const Wanted& one) {
        return std::ranges::any_of(wanted, [&](const Wanted& other) {
            return open_[other.proposal].amends == open_[one.proposal].id;
        });
    });
    const Words base = working_.words(key);
    std::vector<Change> changes;
    for (const Wanted& one : wanted) {
        const Words target = text::words_of(one.part->target, working_.lexicon());
        for (const Hunk& hunk : hunks(base, target)) {
            changes.push_back(
                {{hunk.begin,
                  hunk.end,
                  {target.begin() + hunk.target_begin, target.begin() + hunk.target_end}},
                 one.proposal});
        }
    }
    std::ranges::stable_sort(changes, [&](const Change& one, const Change& other) {
        const TextChange& a = one.change;
        const TextChange& b = other.change;
        if (a.begin != b.begin) return a.begin < b.begin;
        if (a.end != b.end) return a.end < b.end;
        if (a.words != b.words) return comes_before(a.words, b.words, working_.lexicon());
        return one.proposal < other.proposal;
    });
    std::vector<Change> chosen;
    for (Change& one : changes) {
        if (!chosen.empty() && chosen.back().change == one.change) continue;
        // Sorted by begin, but one long change may reach over several short ones before this.
        for (const Change& other : chosen) {
            if (excludes(other.change, one.change)) {
                return excluded(other.proposal, one.proposal, key.provision);
            }
        }
        chosen.push_back(std::move(one));
    }
    // From the end, so that positions before stay as they are.
    for (auto one = chosen.rbegin(); one != chosen.rend(); ++one) {
        begin(one->proposal);
        const auto& [from, to, words] = one->change;
        const Hunk hunk{from, to, 0, static_cast<std::uint32_t>(words.size())};
        working_.apply(key, words, {&hunk, 1});
    }
    return {};
}

// Adopted brackets become words of the draft, until somebody takes them away. They stand around the
// words as they are with everything else that is adopted.
Result<void> AdoptionRun::bracket_all() {
    std::map<FieldKey, std::vector<WantedBracket>> fields;
    TRY_OK(each<BracketPart>(
        [&](const AdoptedPart& adopted, const BracketPart& submitted) -> Result<void> {
            if (!working_.has(submitted.provision))
                return needs(adopted.proposal, submitted.provision);
            for (const Language language : draft_.written_in) {
                const Part* part = part_in(open_[adopted.proposal], adopted.part, language);
                if (part == nullptr && !submitted.words.empty()) continue;
                const auto& bracket = part == nullptr ? submitted : std::get<BracketPart>(*part);
                const Words words = text::words_of(bracket.words, working_.lexicon());
                bool is_found = false;
                for (const ProvisionId& piece : working_.pieces_of(submitted.provision)) {
                    const FieldKey key{piece, language, text::Field::text};
                    const auto range = range_of(working_.words(key), words);
                    if (range) fields[key].push_back({adopted.proposal, *range});
                    is_found = is_found || range;
                }
                if (!is_found) return without_words(adopted.proposal, submitted.provision);
            }
            return {};
        }));
    for (const auto& [key, wanted] : fields) TRY_OK(bracket(key, wanted));
    return {};
}

Result<void> AdoptionRun::bracket(const FieldKey& key, const std::vector<WantedBracket>& wanted) {
    std::vector<Edge> edges;
    for (const auto& [proposal, range] : wanted) {
        bool is_there = range.first == range.second;
        for (const Edge& other : edges) {
            if (cross(other.range, range)) {
                return excluded(other.proposal, proposal, key.provision);
            }
            is_there = is_there || other.range == range;
        }
        if (is_there) continue;
        edges.push_back({range, false, proposal});
        edges.push_back({range, true, proposal});
    }
    std::ranges::sort(edges, stands_before);
    // From the end, so that positions before stay as they are.
    for (auto edge = edges.rbegin(); edge != edges.rend(); ++edge) {
        begin(edge->proposal);
        if (edge->is_opening) {
            working_.open_bracket(key, edge->range.first);
        } else {
            working_.close_bracket(key, edge->range.second);
        }
    }
    return {};
}

// Brackets around words that an adopted change takes away.
std::unexpected<Error> AdoptionRun::without_words(std::size_t proposal,
                                                  ProvisionId provision) const {
    for (const AdoptedPart& other : parts_) {
        const auto* text = std::get_if<TextPart>(&part(other));
        if (text != nullptr && text->provision == provision && text->field == text::Field::text) {
            return excluded(proposal, other.proposal, provision);
        }
    }
    return needs(proposal, provision);
}

}  // namespace travaux::consolidation
