// SPDX-License-Identifier: MIT
#include "site/asked_page.h"

#include <algorithm>
#include <array>

#include "http/answers.h"

namespace travaux::site {
namespace {

using formats::View;

constexpr std::array views = {View::bracketed, View::clean, View::options, View::by_sponsor};
constexpr std::size_t adoptions_max = 50;

bool is_anchor(std::string_view text) {
    const auto fits = [](char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-' ||
               static_cast<unsigned char>(sign) >= 0x80;
    };
    return text.starts_with("p-") && text.size() < 64 && std::ranges::all_of(text, fits);
}

Result<std::vector<consolidation::Adoption>> adoptions(std::string_view list) {
    std::vector<consolidation::Adoption> result;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        if (end > 0) result.push_back(consolidation::parse_adoption(list.substr(0, end)));
        list.remove_prefix(std::min(end + 1, list.size()));
        if (result.size() > adoptions_max) {
            return http::refuse_request("request.parameter_value", {"as_if", std::string(list)});
        }
    }
    return result;
}

}  // namespace

std::string_view name_of(View view) {
    switch (view) {
        case View::bracketed: return "bracketed";
        case View::clean: return "clean";
        case View::options: return "options";
        case View::by_sponsor: return "by_sponsor";
    }
    return {};
}

std::string AskedPage::query() const {
    std::string result;
    const auto add = [&](std::string_view name, std::string_view value) {
        result += (result.empty() ? "" : "&") + std::string(name) + "=" + std::string(value);
    };
    if (view != View::bracketed) add("view", name_of(view));
    if (sponsors == formats::Sponsors::unnamed) add("names", "off");
    if (beside) add("beside", code_of(*beside));
    if (since) add("since", std::to_string(*since));
    std::string list;
    for (const consolidation::Adoption& one : as_if) {
        list += (list.empty() ? "" : ",") + one.proposal +
                (one.part == 0 ? "" : "%23" + std::to_string(one.part));
    }
    if (!list.empty()) add("as_if", list);
    return result;
}

Result<AskedPage> asked_page(const http::Request& request) {
    AskedPage asked;
    const auto wrong = [&](std::string_view name) {
        return http::refuse_request("request.parameter_value",
                                    {std::string(name), std::string(request.parameter(name))});
    };
    if (const auto view = request.parameter("view"); !view.empty()) {
        const auto found = std::ranges::find(views, view, &name_of);
        if (found == views.end()) return wrong("view");
        asked.view = *found;
    }
    if (request.parameter("names") == "off") asked.sponsors = formats::Sponsors::unnamed;
    if (const auto beside = request.parameter("beside"); !beside.empty()) {
        asked.beside = text::parse_language(beside);
        if (!asked.beside) return wrong("beside");
    }
    if (const auto since = request.parameter("since"); !since.empty()) {
        asked.since = http::number_of(since);
        if (!asked.since) return wrong("since");
    }
    TRY_ASSIGN(asked.as_if, adoptions(request.parameter("as_if")));
    if (const auto phrase = request.parameter("phrase"); !phrase.empty()) {
        if (!is_anchor(phrase)) return wrong("phrase");
        asked.phrase = phrase;
    }
    return asked;
}

}  // namespace travaux::site
