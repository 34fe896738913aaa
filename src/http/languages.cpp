// SPDX-License-Identifier: MIT
#include "http/languages.h"

#include <algorithm>

namespace travaux::http {
namespace {

// The weight of a token of a list, in thousandths; `en;q=0.8` is 800.
int weight_of(std::string_view& token) {
    constexpr int whole = 1000;
    const std::size_t semicolon = token.find(';');
    if (semicolon == std::string_view::npos) return whole;
    std::string_view weight = token.substr(semicolon + 1);
    token = token.substr(0, semicolon);
    while (token.ends_with(' ')) token.remove_suffix(1);
    while (weight.starts_with(' ')) weight.remove_prefix(1);
    if (!weight.starts_with("q=0")) return whole;
    weight.remove_prefix(3);
    int result = 0;
    int unit = whole / 10;
    for (const char digit : weight.substr(std::min<std::size_t>(weight.size(), 1))) {
        if (digit < '0' || digit > '9') break;
        result += unit * (digit - '0');
        unit /= 10;
    }
    return result;
}

// Codes of languages are written in small letters or capital ones.
std::optional<text::Language> language_of_range(std::string_view range) {
    range = range.substr(0, range.find('-'));
    const auto found = std::ranges::find_if(text::languages, [&](text::Language language) {
        return is_same_name(code_of(language), range);
    });
    return found == text::languages.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

std::vector<text::Language> accepted_languages(std::string_view field) {
    std::vector<std::pair<int, text::Language>> weighed;
    while (true) {
        std::string_view token = next_token(field);
        if (token.empty()) break;
        const int weight = weight_of(token);
        const auto language = language_of_range(token);
        const bool is_new = language && std::ranges::none_of(weighed, [&](const auto& one) {
                                return one.second == *language;
                            });
        if (weight > 0 && is_new) weighed.emplace_back(-weight, *language);
    }
    std::ranges::stable_sort(weighed, {}, [](const auto& one) { return one.first; });
    std::vector<text::Language> languages;
    for (const auto& [weight, language] : weighed) languages.push_back(language);
    return languages;
}

text::Language accepted_language(const Request& request) {
    const auto wanted = accepted_languages(request.field("Accept-Language"));
    return wanted.empty() ? text::Language::en : wanted.front();
}

}  // namespace travaux::http
