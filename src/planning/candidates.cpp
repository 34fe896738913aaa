// SPDX-License-Identifier: MIT
#include "planning/candidates.h"

#include <algorithm>
#include <tuple>

namespace travaux::planning {
namespace {

struct Span {
    Date opens;
    Date closes;

    bool operator==(const Span&) const = default;
};

Date monday_from(const Date& day) {
    return plus_days(day, (7 - static_cast<std::int64_t>(weekday_of(day))) % 7);
}

// From the first working day of the first week to the last one of the last week.
std::vector<Span> spans_of_weeks(const WantedSession& session, const WorkingCalendar& calendar) {
    std::vector<Span> spans;
    const std::int64_t length = calendar_days(session.length);
    for (Date monday = monday_from(session.window.first);
         plus_days(monday, length - 1) <= session.window.last; monday = plus_days(monday, 7)) {
        Span span{monday, plus_days(monday, length - 1)};
        while (span.opens < span.closes && !calendar.is_working(span.opens)) {
            span.opens = plus_days(span.opens, 1);
        }
        while (span.opens < span.closes && !calendar.is_working(span.closes)) {
            span.closes = plus_days(span.closes, -1);
        }
        spans.push_back(span);
    }
    return spans;
}

std::vector<Span> spans_of_days(const WantedSession& session, const WorkingCalendar& calendar) {
    std::vector<Span> spans;
    const std::int64_t count = session.length.count;
    for (Date day = session.window.first; day <= session.window.last; day = plus_days(day, 1)) {
        if (!calendar.is_working(day)) continue;
        const Date closes = calendar.plus_working_days(day, count - 1);
        if (closes > session.window.last) break;
        const bool is_in_a_week =
            static_cast<std::int64_t>(weekday_of(day)) + days_between(day, closes) <= 4;
        const bool is_from_monday = weekday_of(day) == Weekday::monday;
        if (count <= 5 ? is_in_a_week : is_from_monday) spans.push_back({day, closes});
    }
    return spans;
}

std::vector<Span> spans_of(const WantedSession& session, const WorkingCalendar& calendar) {
    if (session.window.exactness != Exactness::within) {
        return {{session.window.first, session.window.last}};
    }
    return session.length.unit == SessionLength::Unit::weeks ? spans_of_weeks(session, calendar)
                                                             : spans_of_days(session, calendar);
}

void add_days(Candidate& candidate, const WantedSession& session, const Calendars& calendars) {
    const WorkingCalendar& calendar = calendars.at(candidate.station);
    using Kind = Reason::Kind;
    for (const FeastDay& one : calendars.feasts_between(candidate.opens, candidate.closes)) {
        const bool is_weekend = weekday_of(one.date) >= Weekday::saturday;
        candidate.reasons.push_back({Kind::feast, session.id, one.date,
                                     std::string(name_of(one.feast)), 0,
                                     is_weekend ? weekend_feast_cost : feast_cost});
    }
    for (const Holiday& one : calendar.holidays_between(candidate.opens, candidate.closes)) {
        if (one.kind != HolidayKind::official) continue;
        candidate.reasons.push_back(
            {Kind::holiday, session.id, one.date, std::string(one.name), 0, holiday_cost});
    }
}

// What speaks against a candidate whatever the others are.
void judge(Candidate& candidate, const WantedSession& session, const Plan& plan) {
    using Kind = Reason::Kind;
    for (const std::int32_t month : plan.months_avoided) {
        const bool is_met = candidate.opens.month == month || candidate.closes.month == month;
        if (is_met)
            candidate.reasons.push_back({Kind::month, session.id, {}, {}, month, month_cost});
    }
    const std::int64_t rank =
        std::ranges::find(session.places, candidate.station) - session.places.begin();
    if (rank > 0) {
        candidate.reasons.push_back({Kind::place,
                                     session.id,
                                     {},
                                     std::string(name_of(candidate.station)),
                                     rank,
                                     rank * place_cost});
    }
    for (const Reason& one : candidate.reasons) candidate.cost += one.cost;
}

}  // namespace

std::vector<Candidate> candidates_for(const WantedSession& session, const Plan& plan,
                                      const Calendars& calendars) {
    std::vector<Candidate> result;
    for (const DutyStation station : session.places) {
        for (const Span& span : spans_of(session, calendars.at(station))) {
            Candidate one{span.opens, span.closes, station, {}, 0};
            add_days(one, session, calendars);
            judge(one, session, plan);
            result.push_back(std::move(one));
        }
    }
    std::ranges::stable_sort(result, [](const Candidate& one, const Candidate& other) {
        return std::tie(one.closes, one.opens) < std::tie(other.closes, other.opens);
    });
    return result;
}

}  // namespace travaux::planning
