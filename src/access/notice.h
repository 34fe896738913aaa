// Notices to people, as they are kept beside the records until they are sent: what somebody is told
// of, how often they want to hear, and the messages that go out.
//
// A notice has ids and no words: what it says is made when it is sent, in the language and with the
// rights that its reader has then. Of who it goes to it has the account, never the address.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"

namespace travaux::access {

/// What a notice tells of.
enum class NoticeKind : std::uint8_t {
    session_planned,
    dates_fixed,  ///< or changed
    dates_postponed,
    call_opened,
    deadline_near,
    text_published,
    document_released,
    paper_circulated,
    proposal_co_sponsored,
    proposal_adopted,
    proposal_dropped,
    co_sponsorship_asked,
    letter_sent,
    invitation,  ///< to take a part: a link goes with it
    recovery,    ///< of an account whose password is lost: the same
};
BOOST_DESCRIBE_ENUM(NoticeKind, session_planned, dates_fixed, dates_postponed, call_opened,
                    deadline_near, text_published, document_released, paper_circulated,
                    proposal_co_sponsored, proposal_adopted, proposal_dropped, co_sponsorship_asked,
                    letter_sent, invitation, recovery)

struct Notice {
    static constexpr std::string_view type_name = "notice";

    std::string id;  ///< `treaty/17/0`: nobody hears of one twice
    NoticeKind kind = NoticeKind::session_planned;
    std::optional<std::string> committee;  ///< its name at the server
    std::optional<std::string> about;      ///< the session, call, text, proposal, ... on the record
    std::optional<std::string> member;     ///< the delegation on whose account somebody hears of it
    std::optional<std::string> secret;     ///< of a link; erased once it is sent

    bool operator==(const Notice&) const = default;
};
BOOST_DESCRIBE_STRUCT(Notice, (), (id, kind, committee, about, member, secret))

/// How often somebody wants to hear.
enum class NoticeFrequency : std::uint8_t { at_once, daily, weekly, never };
BOOST_DESCRIBE_ENUM(NoticeFrequency, at_once, daily, weekly, never)

/// How often somebody wants to hear from one committee.
struct CommitteeChoice {
    static constexpr std::string_view type_name = "choice for a committee";

    std::string committee;
    NoticeFrequency frequency = NoticeFrequency::daily;

    bool operator==(const CommitteeChoice&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommitteeChoice, (), (committee, frequency))

/// How often somebody wants to hear: as long as nothing was chosen, once a day.
struct NoticeChoice {
    static constexpr std::string_view type_name = "choice";

    NoticeFrequency frequency = NoticeFrequency::daily;
    std::vector<CommitteeChoice> committees;  ///< where it is another

    bool operator==(const NoticeChoice&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoticeChoice, (), (frequency, committees))

/// Returns how often somebody wants to hear from a committee.
[[nodiscard]] NoticeFrequency frequency_in(const NoticeChoice& choice, std::string_view committee);

/// When what is held back for somebody goes out.
struct HeldUntil {
    std::int64_t due_ms = 0;

    bool operator==(const HeldUntil&) const = default;
};
BOOST_DESCRIBE_STRUCT(HeldUntil, (), (due_ms))

/// Where a message stands. A row of a message is its owner's by this name.
enum class MessageStanding : std::uint8_t { waiting, sent, failed };
BOOST_DESCRIBE_ENUM(MessageStanding, waiting, sent, failed)

/// A message to one person, with one notice or a digest of several.
struct Message {
    static constexpr std::string_view type_name = "message";

    std::optional<std::string> account;
    std::optional<std::string> address;   ///< of somebody without an account; else it has none
    std::optional<std::string> language;  ///< the same
    NoticeFrequency frequency = NoticeFrequency::at_once;  ///< else it is a digest
    std::vector<Notice> notices;
    std::int64_t made_ms = 0;
    std::int64_t next_ms = 0;  ///< nobody tries to send it before
    std::int64_t tries = 0;
    std::optional<std::int64_t> ended_ms;  ///< when it was sent, or given up
    std::optional<std::string> reason;     ///< why it was not sent the last time

    bool operator==(const Message&) const = default;
};
BOOST_DESCRIBE_STRUCT(Message, (),
                      (account, address, language, frequency, notices, made_ms, next_ms, tries,
                       ended_ms, reason))

/// A secret address of a calendar, as it is kept: by the hash of its secret.
struct CalendarFeed {
    static constexpr std::string_view type_name = "calendar";

    std::string account;
    std::string committee;
    std::int64_t made_ms = 0;

    bool operator==(const CalendarFeed&) const = default;
};
BOOST_DESCRIBE_STRUCT(CalendarFeed, (), (account, committee, made_ms))

}  // namespace travaux::access
