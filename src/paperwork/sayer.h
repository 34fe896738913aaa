// How papers say things: words, names, days and numbers in one language.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lang/messages.h"
#include "paperwork/paper.h"

namespace travaux::paperwork {

class Sayer {
public:
    /// The source outlives it.
    Sayer(const Source& source, text::Language language) : source_(source), language_(language) {}

    [[nodiscard]] text::Language language() const { return language_; }
    [[nodiscard]] const committee::State& state() const { return source_.state; }

    /// Returns the words of a message, with the whole of its arguments.
    template <typename... Args>
    [[nodiscard]] std::string say(std::string_view id, const Args&... args) const {
        return said(id, std::array<std::string, sizeof...(Args)>{std::string(args)...});
    }

    /// Returns a message with a number that its words depend on, and with what follows it.
    template <typename... Args>
    [[nodiscard]] std::string count(std::string_view id, std::size_t number,
                                    const Args&... args) const {
        return counted(id, std::array<std::string, 1 + sizeof...(Args)>{std::to_string(number),
                                                                        std::string(args)...});
    }

    /// Returns a name or a title of the record, as `name_in` has it.
    [[nodiscard]] std::string name(const std::string& words) const {
        return name_in(state(), words, language_);
    }

    /// Returns a member by its code: the name of a State in the language, or of an observer.
    [[nodiscard]] std::string member(const std::string& code) const;

    /// Returns names in the order of the alphabet of the language.
    [[nodiscard]] std::vector<std::string> members(const std::vector<std::string>& codes) const;

    /// Returns the day of an instant at the duty station, and a day, in words.
    [[nodiscard]] Date day_of(std::int64_t time_ms) const;
    [[nodiscard]] std::string day(std::int64_t time_ms) const;
    [[nodiscard]] std::string day(const Date& date) const;

    /// Returns a day with its day of the week, as it begins a line.
    [[nodiscard]] std::string weekday(const Date& date) const;

    /// Returns the days from one to another, with what they share said once.
    [[nodiscard]] std::string days(const Date& first, const Date& last) const;

    /// Returns the days of a session; the words in which they were said, where they are not known.
    [[nodiscard]] std::string days(const committee::Session& session) const;

    /// Returns two things that are said of one: a place and its days.
    [[nodiscard]] std::string both(const std::string& one, const std::string& other) const {
        return say("paperwork.both", one, other);
    }

    /// Returns texts between commas of the language.
    [[nodiscard]] std::string listed(const std::vector<std::string>& texts) const;

    /// Returns words that follow each other, with a blank between them; in Chinese without one.
    [[nodiscard]] std::string together(const std::string& one, const std::string& other) const {
        return one + (language_ == text::Language::zh ? "" : " ") + other;
    }

    /// Returns one of the labels of a message, as `lang::label` has it.
    [[nodiscard]] std::string label(std::string_view id, std::size_t number) const {
        return lang::label(language_, id, number);
    }

    /// Returns how an annex is referred to: "annex II".
    [[nodiscard]] std::string annex(std::size_t number) const {
        return say("paperwork.annex", label("paperwork.annex_labels", number));
    }

private:
    [[nodiscard]] std::string said(std::string_view id, std::span<const std::string> args) const;
    [[nodiscard]] std::string counted(std::string_view id, std::span<const std::string> args) const;

    const Source& source_;
    text::Language language_;
};

}  // namespace travaux::paperwork
