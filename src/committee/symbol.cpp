// SPDX-License-Identifier: MIT
#include "committee/symbol.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace travaux::committee {
namespace {

constexpr std::uint32_t number_max = 999'999;
constexpr std::size_t steps_max = 16;
constexpr std::size_t text_bytes_max = 100;

/// How a series stands before its number: `L.15`, or as a step of its own, `INF/2`.
struct SeriesSpelling {
    Series series;
    std::string_view mark;
};
constexpr std::array series_spellings = {
    SeriesSpelling{Series::limited, "L."},
    SeriesSpelling{Series::conference_room_paper, "CRP."},
    SeriesSpelling{Series::working_paper, "WP."},
    SeriesSpelling{Series::information, "INF/"},
    SeriesSpelling{Series::non_governmental, "NGO/"},
};

struct SuffixSpelling {
    Suffix kind;
    std::string_view mark;
    SymbolRelation says;
};
constexpr std::array suffix_spellings = {
    SuffixSpelling{Suffix::corr, "Corr.", SymbolRelation::corrects},
    SuffixSpelling{Suffix::add, "Add.", SymbolRelation::supplements},
    SuffixSpelling{Suffix::amend, "Amend.", SymbolRelation::alters},
    SuffixSpelling{Suffix::rev, "Rev.", SymbolRelation::supersedes},
};

const SuffixSpelling& spelling_of(Suffix kind) {
    return *std::ranges::find(suffix_spellings, kind, &SuffixSpelling::kind);
}

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

// A number from 1, without zeros before it.
std::optional<std::uint32_t> number_of(std::string_view text) {
    std::uint32_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_plain = !text.empty() && text.front() != '0' && read.ec == std::errc{} &&
                          read.ptr == text.data() + text.size() && number <= number_max;
    return is_plain ? std::optional(number) : std::nullopt;
}

std::optional<NumberedSuffix> suffix_of(std::string_view step) {
    for (const SuffixSpelling& one : suffix_spellings) {
        if (!step.starts_with(one.mark)) continue;
        if (const auto number = number_of(step.substr(one.mark.size()))) {
            return NumberedSuffix{one.kind, *number};
        }
    }
    return std::nullopt;
}

// A step of the name of an organ: `A`, `AC.291`, `78`.
bool is_organ_step(std::string_view step) {
    return !step.empty() && step.front() != '.' && step.back() != '.' &&
           std::ranges::all_of(step, [](char sign) {
               return is_digit(sign) || (sign >= 'A' && sign <= 'Z') || sign == '.' || sign == '-';
           });
}

std::vector<std::string_view> steps_of(std::string_view text) {
    std::vector<std::string_view> steps;
    for (std::size_t at = 0; at <= text.size() && steps.size() <= steps_max;) {
        const std::size_t end = std::min(text.find('/', at), text.size());
        steps.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return steps;
}

// Takes the series and the number from the end of what stands before the suffixes.
bool take_number(std::vector<std::string_view>& steps, Symbol& symbol) {
    const std::string_view last = steps.back();
    for (const SeriesSpelling& one : series_spellings) {
        const bool is_step = one.mark.back() == '/';
        const bool is_this = is_step
                                 ? steps.size() > 1 && steps[steps.size() - 2] ==
                                                           one.mark.substr(0, one.mark.size() - 1)
                                 : last.starts_with(one.mark);
        if (!is_this) continue;
        const auto number = number_of(is_step ? last : last.substr(one.mark.size()));
        if (!number) return false;
        symbol.series = one.series;
        symbol.number = *number;
        steps.resize(steps.size() - (is_step ? 2 : 1));
        return true;
    }
    const auto number = number_of(last);
    if (!number) return false;
    symbol.number = *number;
    steps.pop_back();
    return true;
}

// Orders texts with their runs of digits as numbers: `AC.9` before `AC.291`.
std::strong_ordering compare_organs(std::string_view a, std::string_view b) {
    std::size_t at_a = 0;
    std::size_t at_b = 0;
    while (at_a < a.size() && at_b < b.size()) {
        if (is_digit(a[at_a]) && is_digit(b[at_b])) {
            const auto run = [](std::string_view text, std::size_t& at) {
                while (at + 1 < text.size() && text[at] == '0' && is_digit(text[at + 1])) ++at;
                const std::size_t from = at;
                while (at < text.size() && is_digit(text[at])) ++at;
                return text.substr(from, at - from);
            };
            const std::string_view run_a = run(a, at_a);
            const std::string_view run_b = run(b, at_b);
            if (const auto by = run_a.size() <=> run_b.size(); by != 0) return by;
            if (const auto by = run_a <=> run_b; by != 0) return by;
        } else {
            if (const auto by = a[at_a] <=> b[at_b]; by != 0) return by;
            ++at_a;
            ++at_b;
        }
    }
    if (const auto by = a.size() - at_a <=> b.size() - at_b; by != 0) return by;
    return a <=> b;  // zeros before a number alone
}

}  // namespace

std::string Symbol::text() const {
    std::string written = organ + "/";
    const auto found = std::ranges::find(series_spellings, series, &SeriesSpelling::series);
    if (found != series_spellings.end()) written += found->mark;
    written += std::to_string(number);
    for (const NumberedSuffix& one : suffixes) {
        written += "/" + std::string(spelling_of(one.kind).mark) + std::to_string(one.number);
    }
    return written;
}

std::optional<Symbol> Symbol::parse(std::string_view text) {
    if (text.size() > text_bytes_max) return std::nullopt;
    auto steps = steps_of(text);
    if (steps.size() > steps_max) return std::nullopt;
    Symbol symbol;
    while (!steps.empty()) {
        const auto suffix = suffix_of(steps.back());
        if (!suffix) break;
        symbol.suffixes.insert(symbol.suffixes.begin(), *suffix);
        steps.pop_back();
    }
    if (steps.empty() || !take_number(steps, symbol)) return std::nullopt;
    if (steps.empty() || !std::ranges::all_of(steps, is_organ_step)) return std::nullopt;
    if (is_digit(steps.front().front())) return std::nullopt;
    for (const std::string_view step : steps) {
        symbol.organ += (symbol.organ.empty() ? "" : "/") + std::string(step);
    }
    return symbol;
}

std::strong_ordering Symbol::operator<=>(const Symbol& other) const {
    if (const auto by = compare_organs(organ, other.organ); by != 0) return by;
    if (const auto by = series <=> other.series; by != 0) return by;
    if (const auto by = number <=> other.number; by != 0) return by;
    return suffixes <=> other.suffixes;
}

std::optional<SymbolRelation> relation(const Symbol& one, const Symbol& other) {
    if (one.suffixes.empty()) return std::nullopt;
    const NumberedSuffix last = one.suffixes.back();
    Symbol concerned = one;
    concerned.suffixes.pop_back();
    if (concerned == other) return spelling_of(last.kind).says;
    const bool is_earlier_revision = last.kind == Suffix::rev && !other.suffixes.empty() &&
                                     other.suffixes.back().kind == Suffix::rev &&
                                     other.suffixes.back().number < last.number;
    if (!is_earlier_revision) return std::nullopt;
    Symbol revised = other;
    revised.suffixes.pop_back();
    if (concerned == revised) return SymbolRelation::supersedes;
    return std::nullopt;
}

}  // namespace travaux::committee
