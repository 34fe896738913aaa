// SPDX-License-Identifier: MIT
#include "paperwork/sayer.h"

#include <algorithm>
#include <map>
#include <ranges>

#include "committee/act.h"
#include "formats/terms.h"
#include "lang/dates.h"
#include "lang/messages.h"
#include "lang/states.h"

namespace travaux::paperwork {
namespace {

using text::Language;

// The names that secretariats use everywhere, and places: ids by their words in English.
const std::map<std::string_view, std::string_view>& usual_names() {
    static const auto all = [] {
        std::map<std::string_view, std::string_view> ids;
        for (const lang::Message& one : lang::messages(Language::en)) {
            const bool is_name =
                one.id.starts_with("usual.") || one.id.starts_with("duty_station.");
            if (is_name) ids.emplace(one.words, one.id);
        }
        return ids;
    }();
    return all;
}

// What is set off inside of what is set off would hide in which direction the whole reads.
std::string without_isolates(std::string_view words) {
    constexpr std::string_view begin = "\xE2\x81\xA8";  // U+2068
    constexpr std::string_view end = "\xE2\x81\xA9";    // U+2069
    std::string plain;
    while (!words.empty()) {
        const bool is_mark = words.starts_with(begin) || words.starts_with(end);
        if (!is_mark) plain += words.front();
        words.remove_prefix(is_mark ? begin.size() : 1);
    }
    return plain;
}

}  // namespace

std::string Sayer::said(std::string_view id, std::span<const std::string> args) const {
    std::vector<std::string> plain;
    for (const std::string& one : args) plain.push_back(without_isolates(one));
    return lang::words_in_full(language_, id, plain);
}

std::string Sayer::counted(std::string_view id, std::span<const std::string> args) const {
    return lang::words(language_, id, args);
}

std::string name_in(const committee::State& state, const std::string& words, Language language) {
    if (const auto known = state.translations.find(words); known != state.translations.end()) {
        const auto said = known->second.find(language);
        if (said != known->second.end()) return said->second;
    }
    const auto usual = usual_names().find(words);
    return usual == usual_names().end() ? words : lang::words(language, usual->second);
}

std::string Sayer::member(const std::string& code) const {
    const committee::Member* member = committee::find(state().members, code);
    if (member == nullptr) return code;
    const std::string said = lang::name_in(member->name, language_);
    return said == member->name ? name(said) : said;
}

std::vector<std::string> Sayer::members(const std::vector<std::string>& codes) const {
    std::vector<std::string> names;
    for (const std::string& code : codes) names.push_back(member(code));
    lang::sort_as_in(language_, names);
    return names;
}

Date Sayer::day_of(std::int64_t time_ms) const {
    return committee::today(state(), {time_ms, {}, source_.library, source_.zones});
}

std::string Sayer::day(std::int64_t time_ms) const { return day(day_of(time_ms)); }

std::string Sayer::day(const Date& date) const {
    return without_isolates(lang::date_in_words(date, language_));
}

std::string Sayer::weekday(const Date& date) const {
    return without_isolates(lang::capitalized(lang::weekday_in_words(date, language_), language_));
}

std::string Sayer::days(const Date& first, const Date& last) const {
    return first == last ? day(first)
                         : without_isolates(lang::days_in_words(first, last, language_));
}

std::string Sayer::days(const committee::Session& session) const {
    const committee::SessionDates& dates = session.dates();
    if (!dates.opens) return name(dates.words);
    return days(dates.opens->local.date, dates.closes.value_or(*dates.opens).local.date);
}

std::string Sayer::listed(const std::vector<std::string>& texts) const {
    std::string result;
    for (const std::string& one : texts) {
        if (!result.empty()) result += formats::list_comma(language_);
        result += one;
    }
    return result;
}

}  // namespace travaux::paperwork
