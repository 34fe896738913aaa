// SPDX-License-Identifier: MIT
#include "planning/precedents.h"

#include <algorithm>
#include <array>

#include "base/days.h"
#include "base/result.h"

namespace travaux::planning {
namespace {

struct BodyRow {
    std::string_view id;
    std::string_view symbol;
    std::string_view mandate;
    std::string_view outcome;
    std::string_view adopted;
    std::string_view contributions;
    std::string_view paragraphs;
};

struct SessionRow {
    std::string_view of;
    std::string_view first;
    std::string_view last;
};

// The build makes the rows of rules/precedents.json.
constexpr auto bodies = std::to_array<BodyRow>({
#include "planning/rows/precedent_bodies.inc"
});
constexpr auto sessions_of_bodies = std::to_array<SessionRow>({
#include "planning/rows/precedent_sessions.inc"
});

Date day_of(std::string_view text) {
    const auto date = Date::parse(text);
    VERIFY(date);
    return *date;
}

std::vector<Precedent> read_rows() {
    std::vector<Precedent> all;
    for (const BodyRow& row : bodies) {
        Precedent one{row.id, row.symbol,        row.mandate,    row.outcome,
                      {},     row.contributions, row.paragraphs, {}};
        if (!row.adopted.empty()) one.adopted = day_of(row.adopted);
        for (const SessionRow& session : sessions_of_bodies) {
            if (session.of != row.id) continue;
            one.sessions.push_back({day_of(session.first), day_of(session.last)});
        }
        VERIFY(!one.sessions.empty());
        all.push_back(std::move(one));
    }
    std::ranges::sort(all, {},
                      [](const Precedent& one) { return one.sessions.front().first.days(); });
    return all;
}

std::int64_t weekdays_of(const HeldDays& session) {
    std::int64_t count = 0;
    for (Date day = session.first; day.days() <= session.last.days(); day = plus_days(day, 1)) {
        count += weekday_of(day) <= Weekday::friday ? 1 : 0;
    }
    return count;
}

// Days from the last of a session to the first of the next, in the order of the sessions. REQUIRES:
// sessions come by their first days.
std::vector<std::int64_t> intervals_of(const std::vector<HeldDays>& sessions) {
    std::vector<std::int64_t> intervals;
    if (sessions.empty()) return intervals;
    Date latest = sessions.front().last;
    for (const HeldDays& one : std::span(sessions).subspan(1)) {
        intervals.push_back(std::max<std::int64_t>(days_between(latest, one.first), 0));
        if (one.last.days() > latest.days()) latest = one.last;
    }
    return intervals;
}

IntervalRange middle_of_intervals() {
    std::vector<std::int64_t> all;
    for (const Precedent& one : precedents()) {
        if (!one.adopted) continue;
        const std::vector<std::int64_t> intervals = intervals_of(one.sessions);
        all.insert(all.end(), intervals.begin(), intervals.end());
    }
    std::ranges::sort(all);
    const std::size_t left_out = (all.size() + 9) / 10 - 1;
    VERIFY(2 * left_out < all.size());
    return {all[left_out], all[all.size() - 1 - left_out]};
}

// A month has 30.44 days on average.
std::int64_t months_between(const Date& first, const Date& last) {
    return (days_between(first, last) * 100 + 1522) / 3044;
}

}  // namespace

const std::vector<Precedent>& precedents() {
    static const std::vector<Precedent> all = read_rows();
    return all;
}

const IntervalRange& usual_interval() {
    static const IntervalRange range = middle_of_intervals();
    return range;
}

Course course_of(std::vector<HeldDays> sessions) {
    Course course;
    if (sessions.empty()) return course;
    std::ranges::sort(sessions, {}, [](const HeldDays& one) { return one.first.days(); });
    course.sessions = static_cast<std::int64_t>(sessions.size());
    Date latest = sessions.front().last;
    for (const HeldDays& one : sessions) {
        course.weekdays += weekdays_of(one);
        if (one.last.days() > latest.days()) latest = one.last;
    }
    course.months = months_between(sessions.front().first, latest);
    std::vector<std::int64_t> intervals = intervals_of(sessions);
    if (intervals.empty()) return course;
    std::ranges::sort(intervals);
    course.shortest_interval = intervals.front();
    course.median_interval = intervals[(intervals.size() - 1) / 2];
    course.longest_interval = intervals.back();
    return course;
}

}  // namespace travaux::planning
