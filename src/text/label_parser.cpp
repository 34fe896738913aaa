// SPDX-License-Identifier: MIT
#include "text/label_parser.h"

#include <algorithm>
#include <charconv>

#include "text/code_point.h"
#include "text/division.h"
#include "text/word.h"

namespace travaux::text {
namespace {

/// A number with those behind it that lead further in: 6, 2, a in "6(2)(a)".
struct Chain {
    std::vector<ParsedStep> steps;
    std::size_t bytes = 0;
};

/// A word with its chain. Outermost first is the order of its steps alone.
struct Group {
    Step step = Step::article;
    Chain chain;
    std::size_t bytes = 0;
};

std::size_t blanks_at(std::string_view text) { return text.size() - skip_blanks(text).size(); }

ParsedStep step_of(const std::vector<Numeral>& readings, std::string_view written) {
    return {.step = std::nullopt, .readings = readings, .written = folded(written)};
}

std::string_view inside_signs(std::string_view marker) {
    const auto is_sign = [](std::string_view c) {
        return c == "(" || c == ")" || c == "." || c == "[" || c == "]" || c == "'";
    };
    while (!marker.empty() && is_sign(marker.substr(0, 1))) marker.remove_prefix(1);
    while (!marker.empty() && is_sign(marker.substr(marker.size() - 1))) marker.remove_suffix(1);
    for (const std::string_view wide : {"（", "）"}) {
        if (marker.starts_with(wide)) marker.remove_prefix(wide.size());
        if (marker.ends_with(wide)) marker.remove_suffix(wide.size());
    }
    return marker;
}

bool is_in_brackets(const Marker& marker) {
    return marker.style == "(x)" || marker.style == "（x）" || marker.style == "x)" ||
           marker.style == "x）" || marker.style == "(X)" || marker.style == "X)";
}

// "(a)", "a)" or, behind a point, "a" and "2".
std::optional<Chain> further_number(std::string_view text) {
    const std::size_t blanks = blanks_at(text);
    const std::string_view rest = text.substr(blanks);
    if (const auto marker = parse_marker(rest); marker && is_in_brackets(*marker)) {
        return Chain{{step_of(marker->readings, inside_signs(rest.substr(0, marker->bytes)))},
                     blanks + marker->bytes};
    }
    if (blanks > 0 || !rest.starts_with('.')) return std::nullopt;
    const auto numeral = parse_numeral(rest.substr(1));
    if (!numeral) return std::nullopt;
    return Chain{{step_of(numeral->readings, rest.substr(1, numeral->bytes))}, 1 + numeral->bytes};
}

// "[2]" tells provisions of one name apart.
std::size_t read_nth(std::string_view text, ParsedStep& step) {
    const std::size_t blanks = blanks_at(text);
    const std::string_view rest = text.substr(blanks);
    const std::size_t end = rest.find(']');
    if (!rest.starts_with('[') || end == std::string_view::npos) return 0;
    const auto [stop, error] = std::from_chars(rest.data() + 1, rest.data() + end, step.nth);
    if (error != std::errc{} || stop != rest.data() + end) return 0;
    return blanks + end + 1;
}

void extend(Chain& chain, std::string_view text) {
    constexpr std::size_t steps_max = 12;
    if (chain.steps.empty()) return;
    chain.bytes += read_nth(text.substr(chain.bytes), chain.steps.back());
    while (chain.steps.size() < steps_max) {
        auto more = further_number(text.substr(chain.bytes));
        if (!more) return;
        chain.bytes += more->bytes;
        chain.steps.push_back(std::move(more->steps.front()));
        chain.bytes += read_nth(text.substr(chain.bytes), chain.steps.back());
    }
}

Chain parse_chain(Language language, std::string_view text) {
    Chain chain;
    if (const auto numeral = parse_division_numeral(language, text)) {
        chain = {{step_of(numeral->readings, text.substr(0, numeral->bytes))}, numeral->bytes};
    } else if (auto first = further_number(text)) {
        chain = *std::move(first);
    }
    extend(chain, text);
    return chain;
}

std::optional<Group> parse_prefixed_group(Language language, std::string_view text) {
    const auto word = match_step(language, text);
    if (!word) return std::nullopt;
    Group group{.step = word->step, .chain = {}, .bytes = word->bytes};
    const std::size_t blanks = blanks_at(text.substr(word->bytes));
    group.chain = parse_chain(language, text.substr(word->bytes + blanks));
    if (group.chain.steps.empty()) {
        if (!is_without_number(group.step)) return std::nullopt;
        group.chain.steps.emplace_back();
        group.bytes += read_nth(text.substr(group.bytes), group.chain.steps.front());
    } else {
        group.bytes += blanks + group.chain.bytes;
    }
    group.chain.steps.front().step = group.step;
    return group;
}

bool stands_behind_number(Step step) {
    return (step >= Step::part && step <= Step::article) || step == Step::paragraph ||
           step == Step::subparagraph || step == Step::row || step == Step::cell ||
           step == Step::item;
}

// 第六条之二, 第2款, (a)项, A分节.
std::optional<Group> parse_chinese_group(std::string_view text) {
    constexpr std::string_view ordinal_sign = "第";
    constexpr std::string_view again = "之";
    const bool is_ordinal = text.starts_with(ordinal_sign);
    std::size_t at = is_ordinal ? ordinal_sign.size() : 0;
    at += blanks_at(text.substr(at));
    Chain chain;
    const auto marker = parse_marker(text.substr(at));
    if (marker && is_in_brackets(*marker)) {
        chain.steps = {step_of(marker->readings, inside_signs(text.substr(at, marker->bytes)))};
        at += marker->bytes;
    } else if (const auto numeral = parse_numeral(text.substr(at))) {
        chain.steps = {step_of(numeral->readings, text.substr(at, numeral->bytes))};
        at += numeral->bytes;
    } else {
        return std::nullopt;
    }
    const std::size_t blanks = blanks_at(text.substr(at));
    const auto word = match_step(Language::zh, text.substr(at + blanks));
    if (word && stands_behind_number(word->step) && (is_ordinal || word->step >= Step::section)) {
        chain.steps.front().step = word->step;
        at += blanks + word->bytes;
    } else if (is_ordinal || !marker || !is_in_brackets(*marker)) {
        return std::nullopt;
    } else {
        chain.steps.front().step = Step::subparagraph;
    }
    if (text.substr(at).starts_with(again)) {
        const auto repeat = parse_counting_numeral(text.substr(at + again.size()));
        if (repeat) {
            for (Numeral& reading : chain.steps.front().readings) {
                reading.repeat = repeat->readings.front().value;
            }
            at += again.size() + repeat->bytes;
        }
    }
    at += read_nth(text.substr(at), chain.steps.front());
    const Step step = *chain.steps.front().step;
    return Group{.step = step, .chain = std::move(chain), .bytes = at};
}

std::optional<Group> parse_group(Language language, std::string_view text) {
    if (language == Language::zh) {
        if (auto group = parse_chinese_group(text)) return group;
        const auto word = match_step(language, text);
        if (!word || stands_behind_number(word->step)) return std::nullopt;
    }
    return parse_prefixed_group(language, text);
}

// What stands between two groups: a comma, "of the".
std::size_t joint_at(Language language, std::string_view text) {
    std::size_t at = 0;
    bool has_comma = false;
    for (bool found = true; found;) {
        found = false;
        at += blanks_at(text.substr(at));
        const std::string_view rest = text.substr(at);
        for (const std::string_view comma : {",", "，", "،", ";", "/"}) {
            if (has_comma || !rest.starts_with(comma)) continue;
            at += comma.size();
            has_comma = found = true;
            break;
        }
        if (found) continue;
        for (const std::string_view word : joining_words(language)) {
            if (const auto bytes = match_word(rest, word)) {
                at += *bytes;
                found = true;
                break;
            }
        }
    }
    return at;
}

void sort_steps(std::vector<Group>& groups) { std::ranges::stable_sort(groups, {}, &Group::step); }

ParsedLabel label_of(std::vector<Group> groups) {
    sort_steps(groups);
    ParsedLabel label;
    for (Group& group : groups) {
        for (ParsedStep& step : group.chain.steps) label.steps.push_back(std::move(step));
    }
    return label;
}

// "," "and" "to" before another number of the same kind.
struct Listing {
    std::size_t bytes = 0;
    bool is_word = false;
};

std::optional<Listing> listing_at(Language language, std::string_view text) {
    Listing listing;
    std::string_view rest = text;
    const auto advance = [&](std::size_t bytes) {
        listing.bytes += bytes;
        rest = text.substr(listing.bytes);
    };
    advance(blanks_at(rest));
    for (const std::string_view comma : {",", "，", "،", "–", "-"}) {
        if (!rest.starts_with(comma)) continue;
        listing.is_word = comma == "–" || comma == "-";
        advance(comma.size());
        advance(blanks_at(rest));
        break;
    }
    for (const std::string_view word : listing_words(language)) {
        const bool is_attached = (word == "و" || word == "、") && rest.starts_with(word);
        const auto bytes = is_attached ? std::optional(word.size()) : match_word(rest, word);
        if (!bytes) continue;
        advance(*bytes);
        advance(blanks_at(rest));
        listing.is_word = true;
        break;
    }
    if (listing.bytes == blanks_at(text)) return std::nullopt;
    return listing;
}

struct ListedNumber {
    Chain chain;
    std::size_t begin = 0;
};

// The numbers behind the first one; a list ends with a word, so that "article 5, 2 of them" is
// none.
std::vector<ListedNumber> parse_list(Language language, std::string_view text, const Group& first) {
    std::vector<ListedNumber> numbers;
    std::size_t closed = 0;
    std::size_t at = first.bytes;
    constexpr std::size_t numbers_max = 64;
    while (numbers.size() < numbers_max && !first.chain.steps.front().readings.empty()) {
        const auto listing = listing_at(language, text.substr(at));
        if (!listing || match_step(language, text.substr(at + listing->bytes))) break;
        const std::size_t begin = at + listing->bytes;
        Chain chain = parse_chain(language, text.substr(begin));
        if (chain.steps.empty()) break;
        const auto form = [](const ParsedStep& step) { return step.readings.front().form; };
        const Chain& before = numbers.empty() ? first.chain : numbers.back().chain;
        const bool goes_deeper = form(chain.steps.front()) != form(first.chain.steps.front());
        if (goes_deeper && form(chain.steps.front()) != form(before.steps.back())) break;
        // "paragraph 2 (a) and (b)": the second shares the paragraph of the first.
        if (goes_deeper) {
            chain.steps.insert(chain.steps.begin(), before.steps.begin(), before.steps.end() - 1);
        }
        at = begin + chain.bytes;
        numbers.push_back({std::move(chain), begin});
        if (listing->is_word) closed = numbers.size();
    }
    numbers.resize(closed);
    for (ListedNumber& number : numbers) number.chain.steps.front().step = first.step;
    return numbers;
}

bool has_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        const bool begins = at == 0 || text[at - 1] == ' ';
        if (begins && match_word(text.substr(at), word)) return true;
    }
    return false;
}

// "of the Charter", "de la Convención de Viena": another instrument, unless it is the treaty's own
// kind and nothing tells it apart.
bool is_of_other_instrument(Language language, std::string_view text, std::string_view own_title) {
    const std::size_t joint = joint_at(language, text);
    if (joint == blanks_at(text)) return false;
    std::string_view rest = text.substr(joint);
    constexpr int words_max = 3;
    for (int i = 0; i < words_max && !rest.empty(); ++i) {
        for (const std::string_view word : this_words(language)) {
            if (match_word(rest, word)) return false;
        }
        for (const std::string_view noun : instrument_words(language)) {
            const auto bytes = match_word(rest, noun);
            if (!bytes) continue;
            const std::string_view behind = skip_blanks(rest.substr(*bytes));
            const bool is_told_apart = i > 0 || joint_at(language, behind) > 0 ||
                                       match_word(behind, "on") || match_word(behind, "for");
            const bool ends = behind.empty() || behind.front() == ',' || behind.front() == '.';
            return !has_word(own_title, noun) || (is_told_apart && !ends);
        }
        const std::size_t space = rest.find(' ');
        if (space == std::string_view::npos) return false;
        const std::string_view word = rest.substr(0, space);
        if (word.find_first_of(",.;:)") != std::string_view::npos) return false;
        rest = skip_blanks(rest.substr(space));
    }
    return false;
}

bool is_of_this_annex(Language language, std::string_view text) {
    const std::size_t joint = joint_at(language, text);
    const std::string_view rest = text.substr(joint);
    for (const std::string_view word : this_words(language)) {
        const auto bytes = match_word(rest, word);
        if (!bytes) continue;
        const auto step = match_step(language, skip_blanks(rest.substr(*bytes)));
        if (step && step->step < Step::part) return true;
    }
    return false;
}

bool has_step(const std::vector<Group>& groups, Step step) {
    return std::ranges::find(groups, step, &Group::step) != groups.end();
}

}  // namespace

std::optional<ParsedLabel> parse_label(Language language, std::string_view label) {
    label = skip_blanks(label);
    while (label.ends_with(' ')) label.remove_suffix(1);
    std::vector<Group> groups;
    std::size_t at = joint_at(language, label);
    while (at < label.size()) {
        auto group = parse_group(language, label.substr(at));
        if (!group && groups.empty()) {
            Chain chain = parse_chain(language, label.substr(at));
            if (chain.steps.empty()) return std::nullopt;
            const bool is_number =
                chain.steps.front().readings.front().form == NumeralForm::decimal;
            if (!is_number) return std::nullopt;
            chain.steps.front().step = Step::article;
            group = Group{.step = Step::article, .chain = std::move(chain), .bytes = 0};
            group->bytes = group->chain.bytes;
        }
        if (!group || group->bytes == 0) return std::nullopt;
        at += group->bytes;
        groups.push_back(*std::move(group));
        at += joint_at(language, label.substr(at));
    }
    if (groups.empty()) return std::nullopt;
    return label_of(std::move(groups));
}

ReferenceList parse_references(Language language, std::string_view text,
                               std::string_view own_title) {
    const auto first = parse_group(language, text);
    if (!first || first->chain.steps.front().readings.empty()) return {};
    const std::vector<ListedNumber> listed = parse_list(language, text, *first);
    std::size_t end =
        listed.empty() ? first->bytes : listed.back().begin + listed.back().chain.bytes;
    std::vector<Group> outer;
    std::vector<Group> inner;
    std::vector<Group> seen = {*first};
    while (true) {
        const std::size_t joint = joint_at(language, text.substr(end));
        auto group = parse_group(language, text.substr(end + joint));
        const bool is_glued = joint == 0 && language != Language::zh;
        if (!group || is_glued || group->chain.steps.front().readings.empty() ||
            has_step(seen, group->step)) {
            break;
        }
        end += joint + group->bytes;
        (group->step > first->step ? inner : outer).push_back(*group);
        seen.push_back(*std::move(group));
    }
    ReferenceList list{.references = {}, .bytes = end};
    const std::string_view behind = text.substr(end);
    if (is_of_other_instrument(language, behind, own_title)) return list;
    const bool is_in_this_annex = is_of_this_annex(language, behind);
    const auto add = [&](std::size_t begin, std::size_t until, const Chain& chain, bool is_last) {
        std::vector<Group> groups = outer;
        groups.push_back({.step = first->step, .chain = chain, .bytes = 0});
        if (is_last) groups.insert(groups.end(), inner.begin(), inner.end());
        list.references.push_back({.begin = begin,
                                   .end = until,
                                   .label = label_of(std::move(groups)),
                                   .is_in_this_annex = is_in_this_annex});
    };
    add(0, listed.empty() ? end : first->bytes, first->chain, listed.empty());
    for (const ListedNumber& number : listed) {
        const bool is_last = &number == &listed.back();
        const std::size_t until = is_last ? end : number.begin + number.chain.bytes;
        add(number.begin, until, number.chain, is_last);
    }
    return list;
}

}  // namespace travaux::text
