// SPDX-License-Identifier: MIT
#include "text/preamble.h"

#include <array>
#include <span>

#include "text/code_point.h"

namespace travaux::text {
namespace {

// Folded, and written with a capital letter in the text.
constexpr std::array<std::string_view, 68> english = {
    "accepting",   "acknowledging", "acting",     "affirming",   "agreeing",      "alarmed",
    "anxious",     "appreciating",  "aware",      "bearing",     "believing",     "cognizant",
    "commending",  "concerned",     "confirming", "conscious",   "considering",   "convinced",
    "declaring",   "deeply",        "deploring",  "desiring",    "desirous",      "determined",
    "emphasizing", "encouraged",    "endorsing",  "expressing",  "fully",         "further",
    "guided",      "having",        "have",       "hereby",      "inspired",      "mindful",
    "noting",      "observing",     "paying",     "proclaiming", "profoundly",    "prompted",
    "pursuant",    "reaffirming",   "realizing",  "recalling",   "recognising",   "recognizing",
    "referring",   "reiterating",   "resolved",   "respecting",  "seeking",       "seriously",
    "stressing",   "striving",      "taking",     "underlining", "understanding", "undertaking",
    "upholding",   "valuing",       "welcoming",  "whereas",     "wishing",       "agree",
    "emphasising", "underscoring"};
constexpr std::array<std::string_view, 42> french = {
    "affirmant",     "alarmees",    "alarmes",    "animes",      "attachees",   "ayant",
    "confirmant",    "conscientes", "conscients", "considerant", "constatant",  "convaincues",
    "convaincus",    "desireuses",  "desireux",   "desirant",    "determinees", "determines",
    "estimant",      "gardant",     "guides",     "inquiets",    "notant",      "ont",
    "preoccupees",   "preoccupes",  "prenant",    "proclamant",  "rappelant",   "reaffirmant",
    "reconnaissant", "reiterant",   "resolues",   "resolus",     "saluant",     "se",
    "sont",          "soucieuses",  "soucieux",   "soulignant",  "tenant",      "conviennent"};
constexpr std::array<std::string_view, 44> spanish = {
    "acogiendo",    "afirmando",    "alarmados",   "animados",    "celebrando",   "conscientes",
    "considerando", "convencidas",  "convencidos", "convienen",   "decididas",    "decididos",
    "deseando",     "deseosas",     "deseosos",    "destacando",  "determinados", "encomiando",
    "estimando",    "expresando",   "guiados",     "habiendo",    "han",          "inspirados",
    "lamentando",   "observando",   "poniendo",    "preocupadas", "preocupados",  "proclamando",
    "reafirmando",  "reconociendo", "recordando",  "reiterando",  "resueltas",    "resueltos",
    "subrayando",   "teniendo",     "tomando",     "advirtiendo", "confirmando",  "creyendo",
    "seriamente",   "profundamente"};
constexpr std::array<std::string_view, 33> russian = {
    "будучи",         "вновь",          "выражая",     "глубоко",     "договорились",
    "желая",          "заявляя",        "исполненные", "исходя",      "напоминая",
    "намереваясь",    "обеспокоенные",  "одобряя",     "осознавая",   "отдавая",
    "отмечая",        "памятуя",        "подтверждая", "подчеркивая", "полагая",
    "понимая",        "преисполненные", "признавая",   "приветствуя", "принимая",
    "руководствуясь", "согласились",    "сознавая",    "ссылаясь",    "стремясь",
    "считая",         "убежденные",     "учитывая"};

std::span<const std::string_view> openings_in(Language language) {
    switch (language) {
        case Language::en: return english;
        case Language::fr: return french;
        case Language::es: return spanish;
        case Language::ru: return russian;
        // Their writing has no capitals, so a line cannot be cut there.
        case Language::ar:
        case Language::zh: break;
    }
    return {};
}

bool opens_paragraph(std::span<const std::string_view> openings, std::string_view text) {
    if (text.empty()) return false;
    const char32_t first = code_point_at(text, 0).value;
    if (folded(first) == first) return false;
    for (const std::string_view opening : openings) {
        if (match_word(text, opening)) return true;
    }
    return false;
}

}  // namespace

std::vector<std::string_view> preambular_paragraphs_of(Language language, std::string_view text) {
    const std::span<const std::string_view> openings = openings_in(language);
    std::vector<std::string_view> paragraphs;
    std::size_t start = 0;
    for (std::size_t at = text.find_first_of(",;"); at != std::string_view::npos;
         at = text.find_first_of(",;", at + 1)) {
        const std::string_view behind = text.substr(at + 1);
        if (!behind.starts_with(' ') || !opens_paragraph(openings, behind.substr(1))) continue;
        paragraphs.push_back(text.substr(start, at + 1 - start));
        start = at + 2;
    }
    paragraphs.push_back(text.substr(start));
    if (paragraphs.size() < 3) return {text};
    return paragraphs;
}

}  // namespace travaux::text
