// SPDX-License-Identifier: MIT
#include "docx/labels.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace travaux::docx {
namespace {

constexpr std::string_view latin_small = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view latin_large = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
// Two bytes a letter. The Russian sequence leaves out Ё, Й, Ъ, Ы and Ь.
constexpr std::string_view russian_small = "абвгдежзиклмнопрстуфхцчшщэюя";
constexpr std::string_view russian_large = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ";
constexpr std::string_view arabic = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
constexpr std::uint32_t none_yet = UINT32_MAX;
constexpr std::uint32_t roman_max = 4999;

// After the last letter come the first ones twice, then three times.
std::string lettered(std::uint32_t number, std::string_view letters, std::size_t bytes) {
    const std::size_t count = letters.size() / bytes;
    const std::size_t letter = (number - 1) % count;
    const std::size_t times = (number - 1) / count + 1;
    std::string result;
    for (std::size_t time = 0; time < times; ++time) {
        result += letters.substr(letter * bytes, bytes);
    }
    return result;
}

std::string roman(std::uint32_t number, bool is_small) {
    struct Step {
        std::uint32_t value;
        std::string_view large;
        std::string_view small;
    };
    constexpr std::array steps = {
        Step{1000, "M", "m"}, Step{900, "CM", "cm"}, Step{500, "D", "d"}, Step{400, "CD", "cd"},
        Step{100, "C", "c"},  Step{90, "XC", "xc"},  Step{50, "L", "l"},  Step{40, "XL", "xl"},
        Step{10, "X", "x"},   Step{9, "IX", "ix"},   Step{5, "V", "v"},   Step{4, "IV", "iv"},
        Step{1, "I", "i"},
    };
    std::string result;
    for (const Step& step : steps) {
        for (; number >= step.value; number -= step.value) {
            result += is_small ? step.small : step.large;
        }
    }
    return result;
}

bool counts(const ListLevel& level) { return level.format != "bullet" && level.format != "none"; }

}  // namespace

std::string number_in_format(std::uint32_t number, std::string_view format) {
    if (number > 0) {
        if (format == "lowerLetter") return lettered(number, latin_small, 1);
        if (format == "upperLetter") return lettered(number, latin_large, 1);
        if (format == "russianLower") return lettered(number, russian_small, 2);
        if (format == "russianUpper") return lettered(number, russian_large, 2);
        if (format == "arabicAlpha") return lettered(number, arabic, 2);
        if (format == "lowerRoman" && number <= roman_max) return roman(number, true);
        if (format == "upperRoman" && number <= roman_max) return roman(number, false);
    }
    if (format == "decimalZero" && number < 10) return "0" + std::to_string(number);
    return std::to_string(number);
}

void Labels::begin(std::size_t list) {
    if (!begun_.insert(list).second) return;
    const auto& levels = lists_[list].levels;
    auto& reached = reached_[lists_[list].counters];
    reached.resize(std::max(reached.size(), levels.size()), none_yet);
    for (std::size_t level = 0; level < levels.size(); ++level) {
        if (levels[level].starts_anew) reached[level] = none_yet;
    }
}

std::string Labels::next(const ListPlace& place) {
    begin(place.list);
    const List& list = lists_[place.list];
    auto& reached = reached_[list.counters];
    for (std::size_t above = 0; above < place.level; ++above) {
        if (reached[above] == none_yet) reached[above] = list.levels[above].start;
    }
    auto& own = reached[place.level];
    own = own == none_yet ? list.levels[place.level].start : own + 1;
    for (std::size_t below = place.level + 1; below < reached.size(); ++below) {
        if (list.levels[below].is_restarted) reached[below] = none_yet;
    }
    const ListLevel& level = list.levels[place.level];
    if (!counts(level)) return {};
    std::string label;
    for (std::size_t at = 0; at < level.text.size(); ++at) {
        const bool is_number = level.text[at] == '%' && at + 1 < level.text.size() &&
                               level.text[at + 1] >= '1' && level.text[at + 1] <= '9';
        if (!is_number) {
            label += level.text[at];
            continue;
        }
        const auto of = static_cast<std::size_t>(level.text[++at] - '1');
        if (of > place.level) continue;
        label += number_in_format(reached[of], level.is_legal ? "decimal" : list.levels[of].format);
    }
    return label;
}

}  // namespace travaux::docx
