// SPDX-License-Identifier: MIT
#include "understanding/proposal_heading.h"

#include <algorithm>
#include <array>

#include "text/code_point.h"
#include "understanding/sponsor.h"

namespace travaux::understanding {
namespace {

// Folded words for what a delegation hands in.
constexpr auto nouns = std::to_array<std::string_view>({
    "proposal",     "proposals",      "amendment",      "amendments",  "submission",   "suggestion",
    "suggestions",  "proposed",       "submitted",      "proposition", "propositions", "amendement",
    "amendements",  "presente",       "presentee",      "presentes",   "presentees",   "soumis",
    "soumise",      "propuesta",      "propuestas",     "enmienda",    "enmiendas",    "presentada",
    "presentadas",  "presentado",     "предложение",    "предложения", "поправка",     "поправки",
    "представлено", "представленное", "представленные", "внесено",     "внесенное",    "внесенные",
    "مقترح",        "مقترحات",        "اقتراح",         "تعديل",       "تعديلات",      "مقدم",
    "مقدمة",        "提案",           "修正案",         "提议",        "建议",         "提出",
    "提交",
});

// Words that may stand beside it and the names.
constexpr auto others = std::to_array<std::string_view>({
    "by",         "from",        "of",
    "the",        "on",          "behalf",
    "and",        "text",        "textual",
    "drafting",   "revised",     "joint",
    "delegation", "delegations", "mission",
    "permanent",  "republic",    "kingdom",
    "state",      "par",         "de",
    "du",         "des",         "la",
    "le",         "les",         "l",
    "d",          "et",          "au",
    "nom",        "delegation",  "texte",
    "commune",    "revisee",     "por",
    "del",        "las",         "los",
    "el",         "y",           "en",
    "nombre",     "delegacion",  "delegaciones",
    "texto",      "conjunta",    "revisada",
    "от",         "имени",       "делегации",
    "делегацией", "делегациями", "делегаций",
    "и",          "текст",       "пересмотренное",
    "совместное", "من",          "باسم",
    "وفد",        "وفود",        "و",
    "ل",          "نص",          "منقح",
    "مشترك",      "由",          "的",
    "代表团",     "和",          "与",
    "以及",       "案文",        "代表",
    "联合",       "订正",
});

// What a line says beside names.
struct Saying {
    bool has_noun = false;
    bool has_others = false;  // that do not belong to a heading
};

Saying saying_of(std::string_view line) {
    Saying saying;
    while (!line.empty() && !saying.has_others) {
        const text::CodePoint letter = text::code_point_at(line, 0);
        if (!text::is_word_part(letter.value)) {
            line.remove_prefix(letter.bytes);
            continue;
        }
        std::size_t taken = 0;
        const auto take = [&](std::string_view word) {
            const auto bytes = text::match_word(line, word);
            if (bytes) taken = std::max(taken, *bytes);
            return bytes.has_value();
        };
        const bool is_noun = std::ranges::count_if(nouns, take) > 0;
        const bool is_other = std::ranges::count_if(others, take) > 0;
        saying.has_noun = saying.has_noun || is_noun;
        saying.has_others = !is_noun && !is_other;
        line.remove_prefix(taken);
    }
    return saying;
}

}  // namespace

std::vector<std::string> sponsors_of_heading(std::string_view line, LineStyle style) {
    constexpr std::size_t bytes_max = 1'000;
    if (line.size() > bytes_max) return {};
    auto [names, rest] = naming_in(line);
    if (names.empty()) return {};
    const Saying saying = saying_of(rest);
    const bool is_set_apart =
        style == LineStyle::heading || line.ends_with(':') || line.ends_with("：");
    if (saying.has_others || (!saying.has_noun && !is_set_apart)) return {};
    return std::move(names);
}

}  // namespace travaux::understanding
