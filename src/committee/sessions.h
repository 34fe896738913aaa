// Sessions in simple form: where and when, in words and as dates, with every change kept.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "committee/common.h"
#include "committee/meetings.h"

namespace travaux::committee {

struct State;

enum class SessionKind : std::uint8_t { organizational, negotiating, resumed, conference };
BOOST_DESCRIBE_ENUM(SessionKind, organizational, negotiating, resumed, conference)

/// Whether dates hold. A session is suspended where it was held and is not concluded: another of
/// kind `resumed` takes it up again.
enum class DatesStanding : std::uint8_t { tentative, confirmed, postponed, suspended };
BOOST_DESCRIBE_ENUM(DatesStanding, tentative, confirmed, postponed, suspended)

/// The dates of a session, as said, and as they are read where that can be done.
struct SessionDates {
    static constexpr std::string_view type_name = "dates";

    std::string words;  ///< "two weeks in April"
    DatesStanding standing = DatesStanding::tentative;
    std::optional<Moment> opens;
    std::optional<Moment> closes;
    std::optional<std::string> place;

    bool operator==(const SessionDates&) const = default;
};
BOOST_DESCRIBE_STRUCT(SessionDates, (), (words, standing, opens, closes, place))

/// Dates as they stood from an entry on.
struct DatedEntry {
    static constexpr std::string_view type_name = "dates on record";

    std::uint64_t entry = 0;
    std::int64_t since_ms = 0;
    SessionDates dates;
    std::optional<std::string> reason;

    bool operator==(const DatedEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(DatedEntry, (), (entry, since_ms, dates, reason))

struct Session {
    std::string title;
    SessionKind kind = SessionKind::negotiating;
    std::vector<std::string> tasks;
    std::vector<std::uint32_t> tasks_done;  ///< counted from 1, as they were done
    std::vector<DatedEntry> history;        ///< oldest first; the last one holds

    [[nodiscard]] const SessionDates& dates() const { return history.back().dates; }
    bool operator==(const Session&) const = default;
};

struct SessionPlanned {
    static constexpr std::string_view name = "session.planned";

    std::string id;
    std::string title;
    SessionKind kind = SessionKind::negotiating;
    std::vector<std::string> tasks;
    SessionDates dates;

    [[nodiscard]] const std::string& object() const { return id; }
    bool operator==(const SessionPlanned&) const = default;
};
BOOST_DESCRIBE_STRUCT(SessionPlanned, (), (id, title, kind, tasks, dates))

struct SessionDatesChanged {
    static constexpr std::string_view name = "session.dates_changed";

    std::string session;
    SessionDates dates;
    std::string reason;

    [[nodiscard]] const std::string& object() const { return session; }
    bool operator==(const SessionDatesChanged&) const = default;
};
BOOST_DESCRIBE_STRUCT(SessionDatesChanged, (), (session, dates, reason))

struct TaskCompleted {
    static constexpr std::string_view name = "task.completed";

    std::string session;
    std::uint32_t task = 0;  ///< counted from 1
    Basis basis;

    [[nodiscard]] const std::string& object() const { return session; }
    bool operator==(const TaskCompleted&) const = default;
};
BOOST_DESCRIBE_STRUCT(TaskCompleted, (), (session, task, basis))

void apply(State& state, const SessionPlanned& event, const Entered& when);
void apply(State& state, const SessionDatesChanged& event, const Entered& when);
void apply(State& state, const TaskCompleted& event, const Entered& when);

/// Returns the id of the session that is held at an instant, or nothing.
[[nodiscard]] std::optional<std::string> session_at(const State& state, std::int64_t time_ms);

}  // namespace travaux::committee
