// Calls for proposals and views, and what was received without wording.
//
// A deadline orders the work. It closes nothing: what comes late is accepted and marked.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>

#include "committee/common.h"

namespace travaux::committee {

struct State;

/// When something came in, seen from the call that it answers.
enum class Timing : std::uint8_t { in_time, late, in_session, without_call };
BOOST_DESCRIBE_ENUM(Timing, in_time, late, in_session, without_call)

struct Call {
    std::string session;  ///< before which it is made; empty where there is none
    std::string subject;
    Moment deadline;
    std::vector<std::uint32_t> reminders;  ///< days before the deadline
    std::int64_t opened_ms = 0;
    std::optional<std::int64_t> closed_ms;
    std::map<std::string, std::int64_t> answered;  ///< by member, the first time

    bool operator==(const Call&) const = default;
};

/// A comment on the whole, a chapter or a provision. It never alters the text.
struct ReceivedView {
    std::string member;
    std::string call;  ///< empty where it answers none
    Timing timing = Timing::without_call;
    BodyReference body;
    std::vector<std::string> provisions;
    std::vector<std::string> proposals;
    std::int64_t submitted_ms = 0;

    bool operator==(const ReceivedView&) const = default;
};

struct CallOpened {
    static constexpr std::string_view name = "call.opened";

    std::string id;
    std::optional<std::string> session;
    std::string subject;
    Moment deadline;
    std::vector<std::uint32_t> reminders;

    [[nodiscard]] const std::string& object() const { return id; }
    bool operator==(const CallOpened&) const = default;
};
BOOST_DESCRIBE_STRUCT(CallOpened, (), (id, session, subject, deadline, reminders))

struct CallClosed {
    static constexpr std::string_view name = "call.closed";

    std::string call;

    [[nodiscard]] const std::string& object() const { return call; }
    bool operator==(const CallClosed&) const = default;
};
BOOST_DESCRIBE_STRUCT(CallClosed, (), (call))

struct ViewSubmitted {
    static constexpr std::string_view name = "view.submitted";

    std::string id;
    std::string member;
    std::optional<std::string> call;
    Timing timing = Timing::without_call;
    BodyReference body;
    std::vector<std::string> provisions;
    std::vector<std::string> proposals;
    std::optional<std::string> consent;

    [[nodiscard]] const std::string& object() const { return id; }
    bool operator==(const ViewSubmitted&) const = default;
};
BOOST_DESCRIBE_STRUCT(ViewSubmitted, (),
                      (id, member, call, timing, body, provisions, proposals, consent))

void apply(State& state, const CallOpened& event, const Entered& when);
void apply(State& state, const CallClosed& event, const Entered& when);
void apply(State& state, const ViewSubmitted& event, const Entered& when);

/// The call that something answers, and whether it is in time.
struct Answer {
    std::optional<std::string> call;
    Timing timing = Timing::without_call;
};

/// Returns which call something answers that comes in at an instant: the latest that was opened.
[[nodiscard]] Answer answer_at(const State& state, std::int64_t time_ms);

}  // namespace travaux::committee
