// SPDX-License-Identifier: MIT
#include "planning/vague_dates.h"

#include <algorithm>
#include <vector>

#include "planning/date_words.h"

namespace travaux::planning {
namespace {

using Kind = DateToken::Kind;

// One end of a window, or the whole of it.
struct Point {
    std::optional<Kind> part;  // early, mid, late, a half
    std::optional<std::int32_t> day;
    std::optional<std::int32_t> month;
    std::optional<std::int32_t> year;
    Kind before = Kind::nothing;

    [[nodiscard]] bool is_empty() const { return !part && !day && !month && !year; }
};

struct Said {
    std::vector<Point> points = {Point{}};
    std::optional<SessionLength> length;
    bool has_week_between = false;
    bool is_unclear = false;
};

struct Days {
    std::int32_t first = 0;
    std::int32_t last = 0;
};

Days days_of(const std::optional<Kind>& part, std::int32_t last) {
    if (part == Kind::early) return {1, 10};
    if (part == Kind::mid) return {11, 20};
    if (part == Kind::late) return {21, last};
    if (part == Kind::first_half) return {1, 15};
    if (part == Kind::second_half) return {16, last};
    return {1, last};
}

// Puts a number in its place: a length, or a part of a date.
class Gathering {
public:
    explicit Gathering(const std::vector<DateToken>& tokens) : tokens_(tokens) {}

    Said gather() {
        for (at_ = 0; at_ < tokens_.size(); ++at_) take(tokens_[at_]);
        if (said_.points.back().is_empty()) said_.points.pop_back();
        return std::move(said_);
    }

private:
    [[nodiscard]] Kind next() const {
        return at_ + 1 < tokens_.size() ? tokens_[at_ + 1].kind : Kind::nothing;
    }
    Point& point() { return said_.points.back(); }

    void set(std::optional<std::int32_t>& place, std::int32_t value) {
        if (place && *place != value) said_.is_unclear = true;
        place = value;
    }

    void set_length(std::int32_t count, SessionLength::Unit unit) {
        if (said_.length || count == 0) said_.is_unclear = true;
        said_.length = SessionLength{count, unit};
    }

    void take_number(std::int32_t value) {
        const Kind after = next();
        if (after == Kind::week_unit || after == Kind::day_unit) {
            const bool is_weeks = after == Kind::week_unit;
            set_length(value,
                       is_weeks ? SessionLength::Unit::weeks : SessionLength::Unit::working_days);
            ++at_;
        } else if (after == Kind::month_mark) {
            set(point().month, value);
            ++at_;
        } else if (after == Kind::year_mark || value >= 1000) {
            set(point().year, value);
            if (after == Kind::year_mark) ++at_;
        } else {
            set(point().day, value);
            if (after == Kind::day_mark) ++at_;
        }
    }

    void take(const DateToken& token) {
        switch (token.kind) {
            case Kind::number: return take_number(token.value);
            case Kind::day_unit: return set_length(1, SessionLength::Unit::working_days);
            case Kind::week_unit: return set_length(1, SessionLength::Unit::weeks);
            case Kind::weeks: return set_length(token.value, SessionLength::Unit::weeks);
            case Kind::days: return set_length(token.value, SessionLength::Unit::working_days);
            case Kind::month: return set(point().month, token.value);
            case Kind::day_mark:
            case Kind::month_mark:
            case Kind::year_mark: said_.is_unclear = true; return;
            case Kind::early:
            case Kind::mid:
            case Kind::late:
            case Kind::first_half:
            case Kind::second_half: point().part = token.kind; return;
            case Kind::before:
            case Kind::before_end: point().before = token.kind; return;
            case Kind::range:
                if (!point().is_empty()) said_.points.emplace_back();
                return;
            case Kind::week_between: said_.has_week_between = true; return;
            case Kind::nothing: return;
        }
    }

    const std::vector<DateToken>& tokens_;
    std::size_t at_ = 0;
    Said said_;
};

class Reading {
public:
    explicit Reading(const DateWords& given) : given_(given) {}

    Result<DateWindow> read() {
        TRY_ASSIGN(Said said, said_in_words());
        TRY_OK(complete(said.points));
        const Point& from = said.points.front();
        const Point& to = said.points.back();
        DateWindow window;
        window.words = given_.words;
        window.length = said.length;
        TRY_ASSIGN(window.first, first_of(from));
        TRY_ASSIGN(window.last, last_of(to));
        // Winter goes over the new year; nothing else does without saying so.
        const bool is_over_new_year = is_year_guessed_ && window.last < window.first &&
                                      window.first.month >= 11 && window.last.month <= 2;
        if (is_over_new_year) {
            ++window.last.year;
            if (!Date::parse(window.last.text())) {
                return refuse("plan.day_impossible", window.last.text());
            }
        }
        if (window.last < window.first) {
            return refuse("plan.window_reversed", window.first.text(), window.last.text());
        }
        const bool are_days = from.day && to.day && to.before == Kind::nothing;
        TRY_OK(set_exactness(window, are_days, said.has_week_between));
        return window;
    }

private:
    std::unexpected<Error> refuse(std::string id, std::string one = {}, std::string other = {}) {
        std::vector<std::string> args = {given_.place, given_.words};
        if (!one.empty()) args.push_back(std::move(one));
        if (!other.empty()) args.push_back(std::move(other));
        return std::unexpected(Error{ErrorCode::invalid, std::move(id), std::move(args)});
    }

    Result<Said> said_in_words() {
        const DateTokens found = date_tokens(given_.words, given_.language);
        if (!found.unread.empty()) {
            std::string unread;
            for (const std::string& word : found.unread) {
                unread += (unread.empty() ? "" : " ") + word;
            }
            return refuse("plan.dates_unread", unread);
        }
        Said said = Gathering(found.tokens).gather();
        if (said.is_unclear || said.points.size() > 2) {
            return refuse("plan.dates_unread", given_.words);
        }
        return said;
    }

    // What one end leaves out, the other end or the heading says.
    Result<void> complete(std::vector<Point>& points) {
        if (points.empty()) return refuse("plan.month_missing");
        Point& from = points.front();
        Point& to = points.back();
        if (!from.month) from.month = to.month;
        if (!to.month) to.month = from.month;
        if (!from.month) return refuse("plan.month_missing");
        is_year_guessed_ = !from.year && !to.year;
        if (!from.year) from.year = to.year ? to.year : given_.year;
        if (!to.year) to.year = from.year;
        if (!from.year) return refuse("plan.year_missing");
        return {};
    }

    Result<Date> checked(const Point& point, std::int32_t day) {
        const Date date{*point.year, *point.month, day};
        if (!Date::parse(date.text())) return refuse("plan.day_impossible", date.text());
        return date;
    }

    Result<Date> first_of(const Point& point) {
        TRY_ASSIGN(const Date month, checked(point, 1));
        if (point.before != Kind::nothing) return month;
        if (point.day) return checked(point, *point.day);
        return checked(point, days_of(point.part, days_in_month(month.year, month.month)).first);
    }

    Result<Date> last_of(const Point& point) {
        TRY_ASSIGN(const Date month, checked(point, 1));
        const std::int32_t month_days = days_in_month(month.year, month.month);
        if (point.before == Kind::before_end) return checked(point, month_days);
        if (point.day) {
            TRY_ASSIGN(const Date day, checked(point, *point.day));
            return point.before == Kind::before ? plus_days(day, -1) : day;
        }
        if (point.before == Kind::before) return plus_days(month, -1);
        return checked(point, days_of(point.part, month_days).last);
    }

    // The days themselves, or a length that has to fit between them.
    Result<void> set_exactness(DateWindow& window, bool are_days, bool has_week_between) {
        const std::int64_t span = days_between(window.first, window.last) + 1;
        if (window.length && window.first == window.last && are_days) {
            window.last = plus_days(window.first, calendar_days(*window.length) - 1);
            window.exactness = Exactness::exact;
            return {};
        }
        if (window.length && calendar_days(*window.length) > span) {
            return refuse("plan.window_short", window.first.text(), window.last.text());
        }
        const bool is_filled = !window.length || span - calendar_days(*window.length) < 3;
        if (are_days && is_filled) window.exactness = Exactness::exact;
        if (has_week_between) window.exactness = Exactness::doubtful;
        return {};
    }

    const DateWords& given_;
    bool is_year_guessed_ = false;
};

}  // namespace

std::int64_t calendar_days(const SessionLength& length) {
    // From the Monday of the first week to the Friday of the last.
    if (length.unit == SessionLength::Unit::weeks) return std::int64_t{7} * length.count - 2;
    return std::int64_t{length.count} + std::int64_t{2} * ((length.count - 1) / 5);
}

Result<DateWindow> read_dates(const DateWords& given) { return Reading(given).read(); }

}  // namespace travaux::planning
