// SPDX-License-Identifier: MIT
#include "consolidation/operative_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "text/code_point.h"

namespace travaux::consolidation {
namespace {

constexpr std::uint32_t mark_weight = 1;
constexpr std::uint32_t word_weight = 2;
constexpr std::uint32_t operative_weight = 20;

using Phrases = std::span<const std::string_view>;

constexpr std::array arabic =
    std::to_array<std::string_view>({"يجب", "يتعين", "ينبغي", "يجوز", "لا", "لم", "لن", "ليس",
                                     "دون", "يقصد", "يُقصد", "يعني", "تعني"});
constexpr std::array chinese = std::to_array<std::string_view>(
    {"应", "应当", "须", "必须", "可", "可以", "宜", "不", "不得", "无", "未", "系指", "是指"});
constexpr std::array english = std::to_array<std::string_view>(
    {"shall", "must", "should", "may", "will", "can", "is to", "are to", "encouraged to", "not",
     "no", "No", "never", "neither", "nor", "means", "mean", "includes"});
constexpr std::array french = std::to_array<std::string_view>(
    {"doit",    "doivent",   "devra",       "devront",      "devrait",     "devraient",
     "peut",    "peuvent",   "pourra",      "pourront",     "est tenu de", "sont tenus de",
     "ne",      "pas",       "aucun",       "aucune",       "ni",          "sans",
     "désigne", "désignent", "s’entend de", "on entend par"});
constexpr std::array russian = std::to_array<std::string_view>(
    {"должен", "должна", "должно", "должны", "обязан", "обязано", "обязаны", "следует", "может",
     "могут", "не", "ни", "означает", "означают", "понимается"});
constexpr std::array spanish = std::to_array<std::string_view>(
    {"deberá", "deberán", "debe", "deben", "debería", "deberían", "podrá", "podrán", "puede",
     "pueden", "no", "ningún", "ninguna", "ni", "sin", "se entenderá por", "se entiende por",
     "significa"});

Phrases phrases_of(text::Language language) {
    switch (language) {
        case text::Language::ar: return arabic;
        case text::Language::zh: return chinese;
        case text::Language::en: return english;
        case text::Language::fr: return french;
        case text::Language::ru: return russian;
        case text::Language::es: break;
    }
    return spanish;
}

bool is_mark(std::string_view spelling) {
    return text::word_class(text::code_point_at(spelling, 0).value) == text::WordClass::punctuation;
}

}  // namespace

std::vector<std::uint32_t> weights_of(const text::Words& words, text::Language language,
                                      text::Lexicon& lexicon) {
    std::vector<std::uint32_t> weights;
    for (const text::Word word : words) {
        weights.push_back(is_mark(lexicon.spelling(word)) ? mark_weight : word_weight);
    }
    for (const std::string_view phrase : phrases_of(language)) {
        const text::Words wanted = text::words_of(phrase, lexicon);
        auto from = words.begin();
        while (true) {
            const auto found = std::ranges::search(std::ranges::subrange(from, words.end()), wanted,
                                                   text::same_spelling);
            if (found.empty()) break;
            std::fill_n(weights.begin() + (found.begin() - words.begin()), wanted.size(),
                        operative_weight);
            from = found.end();
        }
    }
    return weights;
}

}  // namespace travaux::consolidation
