// SPDX-License-Identifier: MIT
#include "lang/states.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <memory>

#include "base/result.h"

namespace travaux::lang {
namespace {

using text::Language;

// The build makes the rows of rules/member_states.json.
constexpr auto states = std::to_array<StateNames>({
#include "lang/rows/member_states.inc"
});

constexpr auto groups = std::to_array<StateNames>({
    {{"African Group", "المجموعة الأفريقية", "非洲集团", "Groupe des États d’Afrique",
      "Группа африканских государств", "Grupo de los Estados de África"}},
    {{"Arab Group", "المجموعة العربية", "阿拉伯集团", "Groupe des États arabes",
      "Группа арабских государств", "Grupo de los Estados Árabes"}},
    {{"Caribbean Community", "الجماعة الكاريبية", "加勒比共同体", "Communauté des Caraïbes",
      "Карибское сообщество", "Comunidad del Caribe"}},
    {{"European Union", "الاتحاد الأوروبي", "欧洲联盟", "Union européenne", "Европейский союз",
      "Unión Europea"}},
    {{"Group of 77 and China", "مجموعة الـ 77 والصين", "77国集团和中国",
      "Groupe des 77 et de la Chine", "Группа 77 и Китай", "Grupo de los 77 y China"}},
});

std::size_t place_of(Language language) {
    switch (language) {
        case Language::en: return 0;
        case Language::ar: return 1;
        case Language::zh: return 2;
        case Language::fr: return 3;
        case Language::ru: return 4;
        case Language::es: return 5;
    }
    return 0;
}

const std::map<std::string_view, const StateNames*>& by_english_name() {
    static const auto all = [] {
        std::map<std::string_view, const StateNames*> result;
        for (const auto list : {state_names(), group_names()}) {
            for (const StateNames& one : list) result.emplace(one.names.front(), &one);
        }
        return result;
    }();
    return all;
}

}  // namespace

std::string_view StateNames::in(Language language) const { return names[place_of(language)]; }

std::span<const StateNames> state_names() { return states; }

std::span<const StateNames> group_names() { return groups; }

std::string name_in(std::string_view english, Language language) {
    const auto found = by_english_name().find(english);
    return std::string(found == by_english_name().end() ? english : found->second->in(language));
}

void sort_as_in(Language language, std::vector<std::string>& names) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Collator> collator(
        icu::Collator::createInstance(icu::Locale(std::string(code_of(language)).c_str()), status));
    VERIFY(U_SUCCESS(status));
    std::ranges::stable_sort(names, [&](const std::string& one, const std::string& other) {
        return collator->compareUTF8(one, other, status) == UCOL_LESS;
    });
}

}  // namespace travaux::lang
