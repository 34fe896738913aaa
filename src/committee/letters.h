// Letters: reminders to those who have not answered a call, and word to sponsors of what became of
// their proposals. What they say is told here, in no language; they are sent by people, and entered
// as sent.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "committee/common.h"
#include "committee/library.h"

namespace travaux::committee {

struct State;

enum class LetterKind : std::uint8_t { reminder, carry_over };
BOOST_DESCRIBE_ENUM(LetterKind, reminder, carry_over)

struct SentLetter {
    LetterKind kind = LetterKind::reminder;
    std::string about;       ///< a call, or a published text
    std::uint32_t days = 0;  ///< of a reminder: before the deadline
    std::vector<std::string> members;
    std::string how;  ///< "Note verbale"
    std::int64_t sent_ms = 0;

    bool operator==(const SentLetter&) const = default;
};

struct LetterSent {
    static constexpr std::string_view name = "letter.sent";

    std::string id;
    LetterKind kind = LetterKind::reminder;
    std::string about;
    std::optional<std::uint32_t> days;
    std::vector<std::string> members;
    std::string how;

    [[nodiscard]] const std::string& object() const { return id; }
    bool operator==(const LetterSent&) const = default;
};
BOOST_DESCRIBE_STRUCT(LetterSent, (), (id, kind, about, days, members, how))

void apply(State& state, const LetterSent& event, const Entered& when);

/// A letter that is to be sent.
struct DueLetter {
    LetterKind kind = LetterKind::reminder;
    std::string about;
    std::uint32_t days = 0;
    std::string member;

    bool operator==(const DueLetter&) const = default;
};

/// Where and when letters are asked for.
struct LetterDay {
    std::int64_t time_ms = 0;
    Date today;
};

/// Returns the letters that are due at a time and not sent: of each open call the latest reminder
/// whose day has come, to members that sit and have not answered; and of the text that is
/// negotiated, to the sponsors of the proposals that were open on the one before. Errors: those of
/// the library.
[[nodiscard]] Result<std::vector<DueLetter>> due_letters(const State& state, const Library& library,
                                                         const LetterDay& when);

/// What became of a part of an open proposal when its text was followed by another.
struct PartFate {
    static constexpr std::string_view type_name = "verdict";

    std::string proposal;
    std::uint32_t part = 0;
    std::string verdict;            ///< as `consolidation::name_of` spells it
    std::optional<std::string> by;  ///< the adopted proposal that it is due to

    bool operator==(const PartFate&) const = default;
};
BOOST_DESCRIBE_STRUCT(PartFate, (), (proposal, part, verdict, by))

/// What a letter says, for whoever makes words of it in a language.
struct LetterContent {
    LetterKind kind = LetterKind::reminder;
    std::string about;
    std::string member;
    std::string name;                    ///< of the member
    std::string committee;               ///< its title
    std::optional<std::string> subject;  ///< of a reminder: of the call
    std::optional<Moment> deadline;
    std::optional<std::string> symbol;  ///< of the text, where it has one
    std::vector<PartFate> parts;        ///< of the member's proposals

    bool operator==(const LetterContent&) const = default;
};
BOOST_DESCRIBE_STRUCT(LetterContent, (),
                      (kind, about, member, name, committee, subject, deadline, symbol, parts))

/// Returns what a letter says. REQUIRES: it was due at some time.
[[nodiscard]] Result<LetterContent> content_of(const State& state, const Library& library,
                                               const DueLetter& letter);

}  // namespace travaux::committee
