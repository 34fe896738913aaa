// SPDX-License-Identifier: MIT
#include "consolidation/exclusion.h"

#include <algorithm>
#include <utility>

#include "consolidation/alignment.h"

namespace travaux::consolidation {
namespace {

const std::string& words_in(const text::Wording& wording, text::Field field) {
    if (field == text::Field::number) return wording.number;
    return field == text::Field::heading ? wording.heading : wording.text;
}

bool overlap(const TextChange& a, const TextChange& b) {
    if (a.begin == a.end && b.begin == b.end) return false;
    // An insertion inside words that another takes away would be moot.
    if (a.begin == a.end) return b.begin < a.begin && a.begin < b.end;
    if (b.begin == b.end) return a.begin < b.begin && b.begin < a.end;
    return std::max(a.begin, b.begin) < std::min(a.end, b.end);
}

bool amends(const Proposal& a, const Proposal& b) { return !a.amends.empty() && a.amends == b.id; }

}  // namespace

bool excludes(const TextChange& a, const TextChange& b) { return overlap(a, b) && a != b; }

std::optional<WordRange> range_of(const text::Words& text, const text::Words& words) {
    if (words.empty()) return WordRange{0, static_cast<std::uint32_t>(text.size())};
    const auto found = std::ranges::search(text, words, text::same_spelling);
    if (found.empty()) return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(found.begin() - text.begin());
    return WordRange{begin, begin + static_cast<std::uint32_t>(words.size())};
}

bool cross(const WordRange& a, const WordRange& b) {
    if (b < a) return cross(b, a);
    return a.first < b.first && b.first < a.second && a.second < b.second;
}

Exclusions::Exclusions(const text::Draft& draft, const std::vector<Proposal>& proposals)
    : draft_(draft), proposals_(proposals) {
    std::vector<ProvisionId> path;
    std::map<ProvisionId, ProvisionId> last_child;
    for (const auto& provision : draft.provisions) {
        path.resize(provision.depth);
        const ProvisionId parent = path.empty() ? ProvisionId{} : path.back();
        provisions_[provision.id] = &provision;
        parents_[provision.id] = parent;
        const auto [last, is_first] = last_child.try_emplace(parent, provision.id);
        if (!is_first) next_[std::exchange(last->second, provision.id)] = provision.id;
        path.push_back(provision.id);
    }
    for (std::size_t at = 0; at < proposals.size(); ++at) {
        for (std::size_t part = 0; part < proposals[at].parts.size(); ++part) {
            const auto* insert = std::get_if<InsertPart>(&proposals[at].parts[part]);
            if (insert == nullptr) continue;
            const auto ids = inserted_ids(*insert);
            path.clear();
            for (std::size_t i = 0; i < ids.size(); ++i) {
                path.resize(insert->provisions[i].depth);
                parents_[ids[i]] = path.empty() ? insert->place.parent : path.back();
                inserted_.emplace(ids[i], std::pair{Which{at, part}, i});
                path.push_back(ids[i]);
            }
        }
    }
}

bool Exclusions::excludes(const Which& a, const Which& b) {
    const Part& first = proposals_[a.proposal].parts[a.part];
    const Part& second = proposals_[b.proposal].parts[b.part];
    const auto* deleted = std::get_if<DeletePart>(&first);
    const auto* also_deleted = std::get_if<DeletePart>(&second);
    if (deleted != nullptr || also_deleted != nullptr) {
        if (deleted != nullptr && also_deleted != nullptr) return false;
        return deleted != nullptr ? deletion_excludes(deleted->provision, second)
                                  : deletion_excludes(also_deleted->provision, first);
    }
    const auto* move = std::get_if<MovePart>(&first);
    const auto* other_move = std::get_if<MovePart>(&second);
    if (move != nullptr && other_move != nullptr) return moves_exclude(*move, *other_move);
    if (join_excludes(first, second) || join_excludes(second, first)) return true;
    return words_exclude(a, b);
}

// A deletion takes with it what is asked of the provision and of all it holds, what would come into
// it, and the joining of the provision before with it.
bool Exclusions::deletion_excludes(ProvisionId deleted, const Part& other) const {
    return std::visit(
        [&](const auto& one) {
            if constexpr (requires { one.provision; }) {
                if (is_within(one.provision, deleted)) return true;
            }
            if constexpr (requires { one.place; }) return is_within(one.place.parent, deleted);
            if constexpr (std::is_same_v<decltype(one), const JoinPart&>) {
                const auto next = next_.find(one.provision);
                return next != next_.end() && next->second == deleted;
            }
            return false;
        },
        other);
}

// One provision cannot go to two places, nor two each into the other.
bool Exclusions::moves_exclude(const MovePart& a, const MovePart& b) const {
    if (a.provision == b.provision) return a.place != b.place;
    return is_within(a.place.parent, b.provision) && is_within(b.place.parent, a.provision);
}

// What another provision takes in cannot go elsewhere, nor take anything in itself, and nothing can
// come between the two.
bool Exclusions::join_excludes(const Part& part, const Part& other) const {
    const auto* join = std::get_if<JoinPart>(&part);
    if (join == nullptr) return false;
    if (const auto* insert = std::get_if<InsertPart>(&other)) {
        return insert->place.after == join->provision;
    }
    const auto* move = std::get_if<MovePart>(&other);
    const auto next = next_.find(join->provision);
    if (move == nullptr || next == next_.end()) return false;
    return move->provision == next->second || move->place.parent == next->second ||
           move->place.after == join->provision ||
           (move->provision == join->provision && is_within(move->place.parent, next->second));
}

bool Exclusions::is_within(ProvisionId id, ProvisionId ancestor) const {
    while (!id.is_none() && id != ancestor) {
        const auto parent = parents_.find(id);
        id = parent == parents_.end() ? ProvisionId{} : parent->second;
    }
    return id == ancestor;
}

// In any language: adopting both must give one text in each.
bool Exclusions::words_exclude(const Which& a, const Which& b) {
    const Proposal& first = proposals_[a.proposal];
    const Proposal& second = proposals_[b.proposal];
    for (const text::Language language : draft_.written_in) {
        const Part* one = part_in(first, a.part, language);
        const Part* other = part_in(second, b.part, language);
        if (one == nullptr || other == nullptr) continue;
        if (const auto* bracket = std::get_if<BracketPart>(one)) {
            if (bracket_excludes(*bracket, *other, language)) return true;
        } else if (const auto* other_bracket = std::get_if<BracketPart>(other)) {
            if (bracket_excludes(*other_bracket, *one, language)) return true;
        }
        const auto* words = std::get_if<TextPart>(one);
        const auto* others = std::get_if<TextPart>(other);
        if (words == nullptr || others == nullptr || words->provision != others->provision ||
            words->field != others->field || amends(first, second) || amends(second, first)) {
            continue;  // the words of an amendment hold those of what it amends
        }
        for (const TextChange& change : changes(*words, language)) {
            for (const TextChange& rival : changes(*others, language)) {
                if (consolidation::excludes(change, rival)) return true;
            }
        }
    }
    return false;
}

// Brackets need their words, and may stand in each other but not across.
bool Exclusions::bracket_excludes(const BracketPart& bracket, const Part& other,
                                  text::Language language) {
    const text::Words words = text::words_of(bracket.words, lexicon_);
    if (const auto* text = std::get_if<TextPart>(&other)) {
        return text->provision == bracket.provision && text->field == text::Field::text &&
               !range_of(text::words_of(text->target, lexicon_), words);
    }
    const auto* second = std::get_if<BracketPart>(&other);
    if (second == nullptr || second->provision != bracket.provision) return false;
    const auto from =
        text::words_of(base({bracket.provision, language, text::Field::text}), lexicon_);
    const auto range = range_of(from, words);
    const auto rival = range_of(from, text::words_of(second->words, lexicon_));
    return range && rival && cross(*range, *rival);
}

const std::vector<TextChange>& Exclusions::changes(const TextPart& part, text::Language language) {
    const auto [found, is_new] = changes_.try_emplace(&part);
    if (!is_new) return found->second;
    const auto from = text::words_of(base({part.provision, language, part.field}), lexicon_);
    const auto target = text::words_of(part.target, lexicon_);
    for (const Hunk& hunk : hunks(from, target)) {
        found->second.push_back(
            {hunk.begin,
             hunk.end,
             {target.begin() + hunk.target_begin, target.begin() + hunk.target_end}});
    }
    return found->second;
}

std::string_view Exclusions::base(const text::FieldKey& key) const {
    if (const auto found = provisions_.find(key.provision); found != provisions_.end()) {
        return words_in(found->second->in(key.language), key.field);
    }
    const auto found = inserted_.find(key.provision);
    if (found == inserted_.end()) return {};
    const auto& [which, at] = found->second;
    const Part* insert = part_in(proposals_[which.proposal], which.part, key.language);
    if (insert == nullptr) return {};
    return words_in(std::get<InsertPart>(*insert).provisions[at].wording, key.field);
}

}  // namespace travaux::consolidation
