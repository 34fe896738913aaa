// SPDX-License-Identifier: MIT
#include "consolidation/carry_over.h"

#include <algorithm>

#include "consolidation/composition.h"
#include "consolidation/overloaded.h"

namespace travaux::consolidation {
namespace {

using text::FieldKey;
using text::Word;
using text::Words;

Words slice(const Words& words, std::uint32_t begin, std::uint32_t end) {
    return {words.begin() + begin, words.begin() + end};
}

// The verdict on a whole from those on its pieces: the gravest counts, and a whole is satisfied
// only where every piece is.
CarryOver worse(CarryOver a, CarryOver b) {
    const auto rank = [](CarryOver verdict) {
        switch (verdict) {
            case CarryOver::already_satisfied: return 0;
            case CarryOver::applied: return 1;
            case CarryOver::moved: return 2;
            case CarryOver::contested: return 3;
            case CarryOver::orphaned: break;
        }
        return 4;
    };
    return rank(a) < rank(b) ? b : a;
}

const std::string* target_in(const Proposal* parent, const Part& part, text::Language language) {
    const auto* wanted = std::get_if<TextPart>(&part);
    if (parent == nullptr || wanted == nullptr) return nullptr;
    const auto translated = parent->translations.find(language);
    const std::vector<Part>* parts = parent->language == language ? &parent->parts
                                     : translated == parent->translations.end()
                                         ? nullptr
                                         : &translated->second;
    if (parts == nullptr) return nullptr;
    for (const Part& one : *parts) {
        const auto* text = std::get_if<TextPart>(&one);
        if (text != nullptr && text->provision == wanted->provision &&
            text->field == wanted->field) {
            return &text->target;
        }
    }
    return nullptr;
}

}  // namespace

CarryOverRun::CarryOverRun(const text::Draft& before, WorkingDraft& after, const Adopted& adopted)
    : before_(before), after_(after), adopted_(adopted) {
    std::vector<ProvisionId> path;
    for (std::size_t at = 0; at < before.provisions.size(); ++at) {
        const auto& provision = before.provisions[at];
        path.resize(provision.depth);
        parents_[provision.id] = path.empty() ? ProvisionId{} : path.back();
        positions_[provision.id] = at;
        path.push_back(provision.id);
    }
    for (const auto& [key, atoms] : after.touched()) {
        std::uint32_t live = 0;
        for (const Atom& atom : atoms) {
            if (!atom.removed_by.is_none()) continue;
            if (atom.former) locations_[*atom.former] = {key, live};
            ++live;
        }
    }
}

CarriedOver CarryOverRun::carry(const Proposal& proposal, const Proposal* parent) {
    const bool parent_is_adopted = parent != nullptr && adopted_.proposals.contains(parent->id);
    if (!parent_is_adopted) parent = nullptr;
    CarriedOver result{proposal, {}};
    result.proposal.parts.clear();
    if (parent_is_adopted) result.proposal.amends.clear();
    for (auto& [language, parts] : result.proposal.translations) parts.clear();
    for (std::size_t at = 0; at < proposal.parts.size(); ++at) {
        const Part& part = proposal.parts[at];
        const Outcome outcome =
            carry_part(part, proposal.language, target_in(parent, part, proposal.language));
        result.verdicts.push_back(
            {proposal.id, static_cast<std::uint32_t>(at + 1), outcome.verdict, outcome.by});
        auto& parts = result.proposal.parts;
        parts.insert(parts.end(), outcome.parts.begin(), outcome.parts.end());
        for (const auto& [language, translated] : proposal.translations) {
            auto& kept = result.proposal.translations[language];
            const Part& other = translated[at];
            const auto words = carry_part(other, language, target_in(parent, other, language));
            kept.insert(kept.end(), words.parts.begin(), words.parts.end());
        }
    }
    // A translation whose parts no longer correspond one to one falls away: it is pending again.
    std::erase_if(result.proposal.translations, [&](const auto& translation) {
        return !std::ranges::equal(translation.second, result.proposal.parts, same_shape);
    });
    return result;
}

CarryOverRun::Outcome CarryOverRun::carry_part(const Part& part, text::Language language,
                                               const std::string* parent_target) {
    const auto keep_with_provision = [&](const auto& kept) -> Outcome {
        if (!after_.has(kept.provision) && positions_.contains(kept.provision)) {
            return orphaned(kept.provision);
        }
        return {CarryOver::applied, {}, {kept}};
    };
    return std::visit(
        Overloaded{
            [&](const TextPart& text) { return carry_text(text, language, parent_target); },
            [&](const InsertPart& insert) { return carry_insertion(insert); },
            [&](const DeletePart& deletion) -> Outcome {
                Outcome outcome = keep_with_provision(deletion);
                if (outcome.verdict != CarryOver::orphaned) return outcome;
                return {CarryOver::already_satisfied, outcome.by, {}};
            },
            [&](const MovePart& move) { return carry_move(move); },
            [&](const JoinPart& join) { return carry_join(join); },
            [&](const BracketPart& bracket) { return carry_bracket(bracket, language); },
            [&](const ReservePart& reserve) { return keep_with_provision(reserve); },
            [&](const NotePart& note) { return keep_with_provision(note); },
        },
        part);
}

CarryOverRun::Outcome CarryOverRun::carry_text(const TextPart& part, text::Language language,
                                               const std::string* parent_target) {
    const FieldKey key{part.provision, language, part.field};
    if (!positions_.contains(part.provision)) return {CarryOver::applied, {}, {part}};
    if (!after_.touched().contains(key)) {
        if (!after_.has(part.provision)) return orphaned(part.provision);
        return {CarryOver::applied, {}, {part}};
    }
    text::Lexicon& lexicon = after_.lexicon();
    const Words former = text::words_of(text_before(key), lexicon);
    const Words target = text::words_of(part.target, lexicon);
    const auto wanted = parent_target == nullptr
                            ? hunks(former, target)
                            : composition(former, text::words_of(*parent_target, lexicon), target);
    Changes changes;
    auto verdict = CarryOver::already_satisfied;
    for (const Hunk& hunk : wanted) {
        verdict =
            worse(verdict, carry_hunk(key, hunk, slice(target, hunk.target_begin, hunk.target_end),
                                      parent_target != nullptr, changes));
    }
    if (verdict == CarryOver::orphaned) return orphaned(part.provision);
    Outcome outcome{verdict, {}, {}};
    if (verdict == CarryOver::contested) outcome.by = culprit(key);
    for (auto& [field, list] : changes) {
        std::ranges::stable_sort(list, {}, [](const Change& change) { return change.hunk.begin; });
        const Words now = after_.words(field);
        Words result;
        std::uint32_t at = 0;
        for (const Change& change : list) {
            const std::uint32_t begin = std::max(at, change.hunk.begin);
            result.insert(result.end(), now.begin() + at, now.begin() + begin);
            result.insert(result.end(), change.words.begin(), change.words.end());
            at = std::max(begin, change.hunk.end);
        }
        result.insert(result.end(), now.begin() + at, now.end());
        outcome.parts.emplace_back(
            TextPart{field.provision, field.field, text::text_of(result, lexicon)});
    }
    if (outcome.parts.empty()) outcome.verdict = CarryOver::already_satisfied;
    return outcome;
}

// One change of the former words, on the words as they are now: between the nearest words on its
// two sides that are still there.
CarryOver CarryOverRun::carry_hunk(const FieldKey& key, const Hunk& hunk, const Words& words,
                                   bool replaces_parent, Changes& changes) {
    std::vector<Location> survivors;
    for (std::uint32_t at = hunk.begin; at < hunk.end; ++at) {
        if (const auto found = location(key, at)) survivors.push_back(*found);
    }
    const auto size =
        static_cast<std::uint32_t>(text::words_of(text_before(key), after_.lexicon()).size());
    std::optional<Location> left;
    std::optional<Location> right;
    std::uint32_t left_at = hunk.begin;
    std::uint32_t right_at = hunk.end;
    while (!left && left_at > 0) left = location(key, --left_at);
    while (!right && right_at < size) right = location(key, right_at++);
    FieldKey field = key;
    if (!survivors.empty()) {
        field = survivors.front().field;
    } else if (left || right) {
        field = (left ? left : right)->field;
    } else if (!after_.has(key.provision)) {
        return CarryOver::orphaned;
    }
    const auto now = after_.words(field);
    const bool has_left = left && left->field == field;
    const bool has_right = right && right->field == field;
    const auto own = own_words(key, field);
    const std::uint32_t begin = has_left ? left->at + 1 : own.first;
    const std::uint32_t end = has_right ? right->at : own.second;
    if (begin > end) return CarryOver::orphaned;
    const auto verdict = field == key ? CarryOver::applied : CarryOver::moved;
    const bool left_is_next = hunk.begin == 0 ? !left : left && left_at + 1 == hunk.begin;
    const bool right_is_next = hunk.end == size ? !right : right && right_at == hunk.end + 1;
    const bool is_untouched = left_is_next && right_is_next &&
                              survivors.size() == hunk.end - hunk.begin &&
                              end - begin == survivors.size();
    const auto put = [&](std::uint32_t from, std::uint32_t to) {
        changes[field].push_back({{from, to, 0, 0}, words});
    };
    if (is_untouched || replaces_parent) {
        if (!is_untouched && slice(now, begin, end) == words) return CarryOver::already_satisfied;
        put(begin, end);
        return verdict;
    }
    const Words between = slice(now, begin, end);
    if (std::ranges::equal(between, words, text::same_spelling))
        return CarryOver::already_satisfied;
    if (hunk.begin == hunk.end) {
        // The same words may stand at the gap among others that were adopted there.
        if (!std::ranges::search(between, words, text::same_spelling).empty()) {
            return CarryOver::already_satisfied;
        }
        const std::uint32_t at = left_is_next || !right_is_next ? begin : end;
        put(at, at);
        return left_is_next || right_is_next ? verdict : CarryOver::contested;
    }
    if (survivors.empty()) {
        if (words.empty()) return CarryOver::already_satisfied;
        put(begin, end);
        return CarryOver::contested;
    }
    const std::uint32_t first = survivors.front().at;
    const std::uint32_t last = survivors.back().at + 1;
    const bool is_solid = survivors.back().field == field && last - first == survivors.size();
    put(first, survivors.back().field == field ? last : end);
    return is_solid ? verdict : CarryOver::contested;
}

// Where in a field the words stand that came from another one, and what was put among them: between
// words from elsewhere, which a join brings.
std::pair<std::uint32_t, std::uint32_t> CarryOverRun::own_words(const FieldKey& key,
                                                                const FieldKey& field) const {
    std::uint32_t at = 0;
    std::uint32_t begin = 0;
    std::optional<std::uint32_t> end;
    bool is_found = false;
    for (const Atom& atom : after_.touched().at(field)) {
        if (!atom.removed_by.is_none()) continue;
        const bool is_foreign = atom.former && atom.former->field != key;
        is_found = is_found || (atom.former && !is_foreign);
        if (is_foreign && !is_found) begin = at + 1;
        if (is_foreign && is_found && !end) end = at;
        ++at;
    }
    return is_found ? std::pair{begin, end.value_or(at)} : std::pair{0U, at};
}

CarryOverRun::Outcome CarryOverRun::carry_insertion(const InsertPart& part) {
    if (after_.has(inserted_ids(part).front())) return {CarryOver::already_satisfied, {}, {}};
    const auto place = place_now(part.place);
    if (!place) return orphaned(part.place.parent);
    InsertPart kept = part;
    kept.place = *place;
    const auto verdict = place->parent == part.place.parent ? CarryOver::applied : CarryOver::moved;
    return {verdict, {}, {std::move(kept)}};
}

CarryOverRun::Outcome CarryOverRun::carry_move(const MovePart& part) const {
    if (!positions_.contains(part.provision)) return {CarryOver::applied, {}, {part}};
    if (!after_.has(part.provision)) return orphaned(part.provision);
    const auto place = place_now(part.place);
    if (!place) return orphaned(part.place.parent);
    if (!place->parent.is_none() && after_.is_within(place->parent, part.provision)) {
        return orphaned(part.provision);
    }
    // One that asked for the place where the provision stood stays as it was.
    if (place_after(part.provision) == *place && place_before(part.provision) != part.place) {
        return {CarryOver::already_satisfied, {}, {}};
    }
    return {CarryOver::applied, {}, {MovePart{part.provision, *place}}};
}

CarryOverRun::Outcome CarryOverRun::carry_join(const JoinPart& part) const {
    if (!positions_.contains(part.provision)) return {CarryOver::applied, {}, {part}};
    if (!after_.has(part.provision)) return orphaned(part.provision);
    const std::size_t next = text::subtree_end(before_, positions_.at(part.provision));
    if (next < before_.provisions.size() && !after_.has(before_.provisions[next].id)) {
        return {CarryOver::already_satisfied, {}, {}};
    }
    const auto& siblings = after_.children_of(after_.parent_of(part.provision));
    if (siblings.back() == part.provision) return orphaned(part.provision);
    return {CarryOver::applied, {}, {part}};
}

CarryOverRun::Outcome CarryOverRun::carry_bracket(const BracketPart& part,
                                                  text::Language language) {
    if (!positions_.contains(part.provision)) return {CarryOver::applied, {}, {part}};
    if (!after_.has(part.provision)) return orphaned(part.provision);
    const FieldKey key{part.provision, language, text::Field::text};
    if (part.words.empty() || !after_.touched().contains(key)) {
        return {CarryOver::applied, {}, {part}};
    }
    const Words now = after_.words(key);
    const Words words = text::words_of(part.words, after_.lexicon());
    const auto found = std::ranges::search(now, words, text::same_spelling);
    if (found.empty()) return {CarryOver::orphaned, culprit(key), {}};
    const auto rest = std::ranges::subrange(found.begin() + 1, now.end());
    if (!std::ranges::search(rest, words, text::same_spelling).empty()) {
        return {CarryOver::orphaned, culprit(key), {}};
    }
    return {CarryOver::applied, {}, {part}};
}

CarryOverRun::Outcome CarryOverRun::orphaned(ProvisionId provision) const {
    const auto found = adopted_.origins.find(after_.removed_by(provision));
    const std::string by = found == adopted_.origins.end() ? std::string{} : found->second;
    return {CarryOver::orphaned, by, {}};
}

// The first adopted proposal, by id, that changed a field.
std::string CarryOverRun::culprit(const FieldKey& key) const {
    std::set<std::string> found;
    for (const Atom& atom : after_.touched().at(key)) {
        for (const OriginId& origin : {atom.origin, atom.removed_by}) {
            const auto adopted = adopted_.origins.find(origin);
            if (adopted != adopted_.origins.end()) found.insert(adopted->second);
        }
    }
    return found.empty() ? std::string{} : *found.begin();
}

// The gap on the next draft: after the nearest left sibling that is still there.
std::optional<Place> CarryOverRun::place_now(const Place& place) const {
    if (!place.parent.is_none() && positions_.contains(place.parent) && !after_.has(place.parent)) {
        return std::nullopt;
    }
    if (place.after.is_none() || !positions_.contains(place.after)) return place;
    const auto is_there = [&](ProvisionId id) {
        return after_.has(id) && after_.parent_of(id) == place.parent;
    };
    ProvisionId after;
    for (const auto& provision : before_.provisions) {
        if (parents_.at(provision.id) == place.parent && is_there(provision.id)) {
            after = provision.id;
        }
        if (provision.id == place.after) break;
    }
    return Place{place.parent, after};
}

Place CarryOverRun::place_before(ProvisionId provision) const {
    Place place{parents_.at(provision), {}};
    for (const auto& other : before_.provisions) {
        if (other.id == provision) break;
        if (parents_.at(other.id) == place.parent) place.after = other.id;
    }
    return place;
}

Place CarryOverRun::place_after(ProvisionId provision) const {
    const ProvisionId parent = after_.parent_of(provision);
    const auto& siblings = after_.children_of(parent);
    const auto at = std::ranges::find(siblings, provision);
    return {parent, at == siblings.begin() ? ProvisionId{} : *(at - 1)};
}

std::optional<CarryOverRun::Location> CarryOverRun::location(const FieldKey& key,
                                                             std::uint32_t at) const {
    const auto found = locations_.find({key, at});
    return found == locations_.end() ? std::nullopt : std::optional(found->second);
}

const std::string& CarryOverRun::text_before(const FieldKey& key) const {
    const auto& wording = before_.provisions[positions_.at(key.provision)].in(key.language);
    if (key.field == text::Field::number) return wording.number;
    return key.field == text::Field::heading ? wording.heading : wording.text;
}

void rename_provisions(std::vector<Proposal>& proposals,
                       const std::map<ProvisionId, ProvisionId>& renamed) {
    const auto now = [&](ProvisionId& id) {
        if (const auto found = renamed.find(id); found != renamed.end()) id = found->second;
    };
    const auto rename = [&](std::vector<Part>& parts) {
        for (Part& part : parts) {
            std::visit(
                [&](auto& one) {
                    if constexpr (requires { one.provision; }) now(one.provision);
                    if constexpr (requires { one.place; }) {
                        now(one.place.parent);
                        now(one.place.after);
                    }
                },
                part);
        }
    };
    for (Proposal& proposal : proposals) {
        rename(proposal.parts);
        for (auto& [language, parts] : proposal.translations) rename(parts);
    }
}

}  // namespace travaux::consolidation
