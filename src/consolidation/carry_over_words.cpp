// Carry-over of words: targets and brackets on the words that the next draft has.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "consolidation/carry_over.h"
#include "consolidation/composition.h"
#include "consolidation/site.h"

namespace travaux::consolidation {
namespace {

using text::FieldKey;
using text::Word;
using text::Words;

std::uint32_t size_of(const Words& words) { return static_cast<std::uint32_t>(words.size()); }

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

}  // namespace

CarryOverRun::Outcome CarryOverRun::carry_text(const TextPart& part, text::Language language,
                                               const SharedText* parent_target) {
    const FieldKey key{part.provision, language, part.field};
    if (!positions_.contains(part.provision)) return {CarryOver::applied, {}, {part}};
    if (!after_.touched().contains(key)) {
        if (!after_.has(part.provision)) return orphaned(part.provision);
        return {CarryOver::applied, {}, {part}};
    }
    text::Lexicon& lexicon = after_.lexicon();
    const Words former = text::words_of(text_before(key), lexicon);
    const Words target = text::words_of(part.target, lexicon);
    if (parent_target == nullptr && says(part, language, target)) {
        return {CarryOver::already_satisfied, {}, {}};
    }
    // An amendment of just the words that the draft has now stands as it is.
    if (parent_target != nullptr &&
        std::ranges::equal(after_.words(key), text::words_of(*parent_target, lexicon),
                           text::same_spelling)) {
        return {CarryOver::applied, {}, {part}};
    }
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
        auto& all = changes_[field];
        std::ranges::move(list, std::back_inserter(all));
        std::ranges::stable_sort(all, {}, [](const Change& change) { return change.hunk.begin; });
        outcome.parts.emplace_back(TextPart{field.provision, field.field, wanted_text(field)});
    }
    if (outcome.parts.empty()) outcome.verdict = CarryOver::already_satisfied;
    return outcome;
}

// The words of a field with all that the proposal changes there.
std::string CarryOverRun::wanted_text(const FieldKey& field) {
    const Words now = after_.words(field);
    Words result;
    std::uint32_t at = 0;
    for (const Change& change : changes_[field]) {
        const std::uint32_t begin = std::max(at, change.hunk.begin);
        result.insert(result.end(), now.begin() + at, now.begin() + begin);
        result.insert(result.end(), change.words.begin(), change.words.end());
        at = std::max(begin, change.hunk.end);
    }
    result.insert(result.end(), now.begin() + at, now.end());
    return text::text_of(result, after_.lexicon());
}

// Whether the pieces that a split made of a provision say just this.
bool CarryOverRun::says(const TextPart& part, text::Language language, const Words& target) {
    const auto pieces = after_.pieces_of(part.provision);
    if (pieces.size() < 2 || part.field != text::Field::text) return false;
    Words now;
    for (const ProvisionId& piece : pieces) {
        if (!after_.has(piece)) return false;
        const Words words = after_.words({piece, language, part.field});
        if (piece != part.provision) {
            now.push_back(after_.lexicon().word(text::paragraph_break, true));
        }
        now.insert(now.end(), words.begin(), words.end());
    }
    return std::ranges::equal(now, target, text::same_spelling);
}

// Where the words of a change stand now: between the nearest words on its two sides that are still
// there. Nothing where no words are left to say where.
std::optional<CarryOverRun::Standing> CarryOverRun::standing_of(const FieldKey& key,
                                                                const Hunk& hunk) {
    Standing standing{key, {}, {}, {}};
    for (std::uint32_t at = hunk.begin; at < hunk.end; ++at) {
        if (const auto found = location(key, at)) standing.survivors.push_back(*found);
    }
    const std::uint32_t size = size_of(text::words_of(text_before(key), after_.lexicon()));
    std::optional<Location> left;
    std::optional<Location> right;
    std::uint32_t left_at = hunk.begin;
    std::uint32_t right_at = hunk.end;
    while (!left && left_at > 0) left = location(key, --left_at);
    while (!right && right_at < size) right = location(key, right_at++);
    FieldKey& field = standing.field;
    if (!standing.survivors.empty()) {
        field = standing.survivors.front().field;
    } else if (left || right) {
        field = (left ? left : right)->field;
    } else if (!after_.has(key.provision)) {
        return std::nullopt;
    }
    const auto own = own_words(key, field);
    standing.gap.first = left && left->field == field ? left->at + 1 : own.first;
    standing.gap.second = right && right->field == field ? right->at : own.second;
    standing.are_there.left = hunk.begin == 0 ? !left : left && left_at + 1 == hunk.begin;
    standing.are_there.right = hunk.end == size ? !right : right && right_at == hunk.end + 1;
    if (standing.gap.first > standing.gap.second) return std::nullopt;
    return standing;
}

// An empty heading or text goes where another provision took its own in.
CarryOver CarryOverRun::carry_joined(const FieldKey& key, const Words& words, Changes& changes) {
    const FieldKey field{after_.joined_into(key.provision), key.language, key.field};
    if (after_.has(key.provision) || field.provision.is_none() ||
        field.field == text::Field::number) {
        return CarryOver::orphaned;
    }
    const std::uint32_t at = size_of(after_.words(field));
    changes[field].push_back({{at, at, 0, 0}, words});
    return CarryOver::moved;
}

// One change of the former words, on the words as they are now.
CarryOver CarryOverRun::carry_hunk(const FieldKey& key, const Hunk& hunk, const Words& words,
                                   bool replaces_parent, Changes& changes) {
    const auto standing = standing_of(key, hunk);
    if (!standing) return carry_joined(key, words, changes);
    const auto& [field, gap, survivors, are_there] = *standing;
    const auto [begin, end] = gap;
    const auto verdict = field == key ? CarryOver::applied : CarryOver::moved;
    const bool is_untouched = are_there.left && are_there.right &&
                              survivors.size() == hunk.end - hunk.begin &&
                              end - begin == survivors.size();
    const Words between = slice(after_.words(field), begin, end);
    const auto put = [&](std::uint32_t from, std::uint32_t to) {
        const FieldKey& now = standing->field;
        changes[now].push_back({{from, to, 0, 0}, with_blank_of(key, hunk, words, now, from)});
    };
    if (is_untouched || replaces_parent) {
        if (!is_untouched && between == words) return CarryOver::already_satisfied;
        put(begin, end);
        return verdict;
    }
    if (hunk.begin == hunk.end) {
        const auto at = gap_for(field, gap, words, are_there);
        if (!at) return CarryOver::already_satisfied;
        changes[field].push_back({{*at, *at, 0, 0}, words});
        return are_there.left || are_there.right ? verdict : CarryOver::contested;
    }
    const bool says_so = std::ranges::equal(between, words, text::same_spelling);
    if (says_so || (survivors.empty() && words.empty())) return CarryOver::already_satisfied;
    if (survivors.empty()) {
        put(begin, end);
        return CarryOver::contested;
    }
    const std::uint32_t first = survivors.front().at;
    const std::uint32_t last = survivors.back().at + 1;
    const bool is_solid = survivors.back().field == field && last - first == survivors.size();
    put(first, survivors.back().field == field ? last : end);
    return is_solid ? verdict : CarryOver::contested;
}

// The first of words that replace others keeps the blank before it, or the want of one, where the
// former word does.
Words CarryOverRun::with_blank_of(const FieldKey& key, const Hunk& hunk, Words words,
                                  const FieldKey& field, std::uint32_t from) {
    const Words now = after_.words(field);
    if (hunk.begin == hunk.end || words.empty() || from >= now.size()) return words;
    const Word former = text::words_of(text_before(key), after_.lexicon())[hunk.begin];
    if (((former ^ words[0]) & 1U) == 0) words[0] = (words[0] & ~Word{1}) | (now[from] & 1U);
    return words;
}

// Where in a field the words stand that came from another one, and what was put among them: between
// words from elsewhere, which a join brings.
WordRange CarryOverRun::own_words(const FieldKey& key, const FieldKey& field) const {
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
    return is_found ? WordRange{begin, end.value_or(at)} : WordRange{0, at};
}

// What each adoption put into a gap between words.
std::vector<WordRange> CarryOverRun::adoptions_at(const FieldKey& field,
                                                  const WordRange& gap) const {
    std::vector<WordRange> ranges;
    std::uint32_t at = 0;
    const Atom* before = nullptr;
    for (const Atom& atom : after_.touched().at(field)) {
        if (!atom.removed_by.is_none()) continue;
        if (gap.first <= at && at < gap.second) {
            if (before == nullptr || before->origin != atom.origin) ranges.emplace_back(at, at);
            ++ranges.back().second;
            before = &atom;
        }
        ++at;
    }
    return ranges;
}

// Where words go that are inserted between two words, among what was adopted there: in the order of
// readings, whether they are adopted at once or in turn. Nothing where one adoption says the same.
// Where a neighbour is gone, the words next to it stand in its stead, and are no insertion.
std::optional<std::uint32_t> CarryOverRun::gap_for(const FieldKey& field, const WordRange& gap,
                                                   const Words& words, Neighbours are_there) {
    const Words now = after_.words(field);
    auto ranges = adoptions_at(field, gap);
    std::uint32_t at = gap.first;
    if (!are_there.left && !ranges.empty()) {
        at = ranges.front().second;
        ranges.erase(ranges.begin());
    }
    if (!are_there.right && !ranges.empty()) ranges.pop_back();
    for (const auto& [from, to] : ranges) {
        if (std::ranges::equal(slice(now, from, to), words, text::same_spelling))
            return std::nullopt;
    }
    for (const auto& [from, to] : ranges) {
        if (!comes_before(slice(now, from, to), words, after_.lexicon())) break;
        at = to;
    }
    // Adopted brackets around the neighbours hold what is put beside these.
    while (at > gap.first && is_adopted(field, at - 1, "]")) --at;
    while (at < gap.second && is_adopted(field, at, "[")) ++at;
    return at;
}

CarryOverRun::Outcome CarryOverRun::carry_bracket(const BracketPart& part,
                                                  text::Language language) {
    if (!positions_.contains(part.provision)) return {CarryOver::applied, {}, {part}};
    if (!after_.has(part.provision)) return orphaned(part.provision);
    const FieldKey key{part.provision, language, text::Field::text};
    if (!after_.touched().contains(key)) return {CarryOver::applied, {}, {part}};
    Outcome outcome{CarryOver::already_satisfied, {}, {}};
    const Words words = text::words_of(part.words, after_.lexicon());
    std::size_t found = 0;
    for (const ProvisionId& piece : after_.pieces_of(part.provision)) {
        const FieldKey field{piece, language, text::Field::text};
        const Words now = after_.words(field);
        const auto range = range_of(now, words);
        if (!range) continue;
        const bool again =
            !words.empty() && range_of(slice(now, range->first + 1, size_of(now)), words);
        found += again ? 2U : 1U;
        const auto [first, last] = words.empty() ? WordRange{1, size_of(now) - 1} : *range;
        if (is_adopted(field, first - 1, "[") && is_adopted(field, last, "]")) continue;
        const auto verdict = piece == part.provision ? CarryOver::applied : CarryOver::moved;
        outcome.verdict = worse(outcome.verdict, verdict);
        outcome.parts.emplace_back(BracketPart{piece, part.words});
    }
    // Words are bracketed where they stand once.
    if (found == 0 || (!words.empty() && found > 1)) {
        return {CarryOver::orphaned, culprit(key), {}};
    }
    return outcome;
}

// Whether a live word is one that was adopted on the way.
bool CarryOverRun::is_adopted(const FieldKey& field, std::uint32_t at,
                              std::string_view spelling) const {
    const auto touched = after_.touched().find(field);
    if (touched == after_.touched().end()) return false;
    for (const Atom& atom : touched->second) {
        if (!atom.removed_by.is_none() || at-- > 0) continue;
        return after_.lexicon().spelling(atom.word) == spelling &&
               adopted_.origins.contains(atom.origin);
    }
    return false;
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

}  // namespace travaux::consolidation
