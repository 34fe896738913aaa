// What stands in fields of forms, and fields that several forms have.
// SPDX-License-Identifier: MIT
#include <charconv>
#include <ranges>

#include "site/forms.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

constexpr std::uint32_t number_most = 99;  // that a stretch of numbers may name

std::optional<std::uint32_t> number_in(std::string_view text) {
    std::uint32_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return is_number && number <= number_most ? std::optional(number) : std::nullopt;
}

}  // namespace

std::string area(const std::string& id, const std::string& name, std::string_view label,
                 std::string_view value) {
    return "<div><label for=\"" + id + "\">" + std::string(label) + "</label><textarea id=\"" + id +
           "\" name=\"" + name + "\" rows=\"2\" dir=\"auto\">\n" + html(value) +
           "</textarea></div>\n";
}

std::string day_line(const std::string& id, const std::string& name, const std::string& label,
                     bool is_required) {
    return "<div><label for=\"" + id + "\">" + label + "</label><input id=\"" + id + "\" name=\"" +
           name + "\" type=\"date\"" + (is_required ? " required" : "") + "></div>\n";
}

std::string basis_fields(const Visit& visit, const std::string& word) {
    return chooser(word + "-meeting", "meeting", visit.say("site.meeting"),
                   meeting_options(visit)) +
           line(word + "-authority", "authority", visit.say("site.authority"));
}

std::string several(const std::string& id, const std::string& name, const std::string& label,
                    const std::string& options) {
    if (options.empty()) return {};
    return "<div><label for=\"" + id + "\">" + label + "</label><select multiple size=\"8\" id=\"" +
           id + "\" name=\"" + name + "\">" + options + "</select></div>\n";
}

std::string folded(std::string_view words, const std::string& form) {
    return "<details><summary>" + std::string(words) + "</summary>" + form + "</details>\n";
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

json::array lines_of(std::string_view text) {
    json::array all;
    for (const auto one : std::views::split(text, '\n')) {
        const std::string_view words = trimmed({one.begin(), one.end()});
        if (!words.empty()) all.emplace_back(words);
    }
    return all;
}

json::array listed_in(std::string text) {
    for (const std::string_view comma : {"،", "，", "、"}) {
        for (auto at = text.find(comma); at != std::string::npos; at = text.find(comma, at)) {
            text.replace(at, comma.size(), ",");
        }
    }
    json::array all;
    for (const auto one : std::views::split(text, ',')) {
        const std::string_view words = trimmed({one.begin(), one.end()});
        if (!words.empty()) all.emplace_back(words);
    }
    return all;
}

std::optional<json::array> numbers_in(const std::string& text) {
    json::array numbers;
    for (const json::value& one : listed_in(text)) {
        const std::string_view stretch = one.as_string();
        const std::size_t dash = stretch.find('-');
        const auto first = number_in(trimmed(stretch.substr(0, dash)));
        const auto last =
            dash == std::string_view::npos ? first : number_in(trimmed(stretch.substr(dash + 1)));
        if (!first || !last || *last < *first) return std::nullopt;
        for (std::uint32_t number = *first; number <= *last; ++number) {
            numbers.emplace_back(std::int64_t{number});
        }
    }
    return numbers;
}

}  // namespace travaux::site
