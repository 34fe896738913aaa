// SPDX-License-Identifier: MIT
#include "understanding/russian_genitive.h"

#include <algorithm>
#include <array>

namespace travaux::understanding {
namespace {

struct Ending {
    std::string_view nominative;
    std::string_view genitive;
};

// The first that fits counts.
constexpr auto endings = std::to_array<Ending>({
    {"Египет", "Египта"},
    {"Штаты", "Штатов"},
    {"Эмираты", "Эмиратов"},
    {"Острова", "Островов"},
    {"острова", "островов"},
    {"Нидерланды", "Нидерландов"},
    {"Филиппины", "Филиппин"},
    {"Багамы", "Багам"},
    {"ство", "ства"},
    {"ая", "ой"},
    {"яя", "ей"},
    {"ое", "ого"},
    {"ые", "ых"},
    {"ие", "их"},
    {"га", "ги"},
    {"ка", "ки"},
    {"ха", "хи"},
    {"ша", "ши"},
    {"а", "ы"},
    {"я", "и"},
    {"й", "я"},
    {"ль", "ля"},
    {"ь", "и"},
    {"б", "ба"},
    {"в", "ва"},
    {"г", "га"},
    {"д", "да"},
    {"з", "за"},
    {"к", "ка"},
    {"л", "ла"},
    {"м", "ма"},
    {"н", "на"},
    {"п", "па"},
    {"р", "ра"},
    {"с", "са"},
    {"т", "та"},
    {"ш", "ша"},
});

std::string word_in_genitive(std::string_view word) {
    constexpr std::size_t bytes_min = 6;  // three letters
    std::string result(word);
    if (word.size() < bytes_min) return result;
    const auto found = std::ranges::find_if(
        endings, [&](const Ending& one) { return word.ends_with(one.nominative); });
    if (found == endings.end()) return result;
    result.resize(word.size() - found->nominative.size());
    return result.append(found->genitive);
}

}  // namespace

std::string russian_genitive(std::string_view name) {
    std::string result;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find_first_of(" -"), name.size());
        result += word_in_genitive(name.substr(0, end));
        if (end < name.size()) result += name[end];
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return result;
}

}  // namespace travaux::understanding
