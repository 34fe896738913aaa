// The outbox: notices that wait for their time, and messages that wait to be sent. It stands in the
// store of the accounts, and several servers may use one.
//
// The place up to which a record was read moves in the same change in which its notices are put
// here, so each is made once, whoever makes it. A message is claimed for a while before it is sent:
// another server does not try meanwhile, and after a crash somebody tries again. Time comes from
// outside.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "access/account.h"
#include "access/notice.h"
#include "access/work.h"

namespace travaux::access {

/// Somebody who has a part in a committee.
struct Recipient {
    std::string account;
    ActorId actor;
    Part part;

    bool operator==(const Recipient&) const = default;
};

/// A notice to one account.
struct Addressed {
    std::string account;
    Notice notice;

    bool operator==(const Addressed&) const = default;
};

/// Entries of a record, the last one left out.
struct Stretch {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
};

/// Whose notices a link ends: those of one committee, or of all.
struct Unsubscribing {
    std::string account;
    std::optional<std::string> committee;
};

/// A message that was claimed.
struct Claimed {
    std::string id;  ///< the same at every try, of any server
    Message message;
};

/// What became of a claimed message.
struct Attempt {
    enum class Outcome : std::uint8_t { sent, later, given_up };

    Outcome outcome = Outcome::sent;
    std::string reason;        ///< where it was not sent
    std::int64_t time_ms = 0;  ///< when that was
};

/// The messages that are due, and how many wait besides.
struct DueMessages {
    std::vector<std::string> ids;  ///< the longest waiting first
    std::size_t waiting = 0;       ///< with those that are due
};

/// When somebody is told, and when the next digest of a frequency goes out.
struct TellingTime {
    std::int64_t now_ms = 0;
    std::function<std::int64_t(NoticeFrequency)> digest_ms;
};

class Outbox {
public:
    /// Nobody else sends a claimed message for so long: ten minutes.
    static constexpr std::int64_t claim_ms = 600'000;
    /// A message that cannot be sent is given up after so long: RFC 5321, section 4.5.4.1, has four
    /// to five days.
    static constexpr std::int64_t patience_ms = 432'000'000;
    /// What was sent or given up is known for so long: 90 days.
    static constexpr std::int64_t kept_ms = 7'776'000'000;

    /// The store outlives it.
    explicit Outbox(storage::RowStore& store) : store_(store) {}

    /// As the function of this name below.
    [[nodiscard]] Result<std::vector<Recipient>> recipients(const std::string& committee,
                                                            std::int64_t time_ms);

    /// Returns up to which entry notices were made of a committee's record. The first time it is
    /// the length that the record has: nobody hears of what was before.
    [[nodiscard]] Result<std::uint64_t> position(const std::string& committee,
                                                 std::uint64_t length);

    /// Keeps the notices of a stretch of a committee's entries and moves its position:
    /// together or not at all. To whom wants to hear at once a message is made; for others it is
    /// held until the next digest. Returns whether that was done: false where another server did
    /// it.
    [[nodiscard]] Result<bool> take(const std::string& committee, Stretch stretch,
                                    std::span<const Addressed> notices, const TellingTime& when);

    /// The same for what time brings, such as a deadline that comes near: known by a mark, for
    /// which it is done once.
    [[nodiscard]] Result<bool> take_once(const std::string& mark,
                                         std::span<const Addressed> notices,
                                         const TellingTime& when);

    /// Has a link sent to its holder: to the account of a message, or to an address without one.
    /// Errors: `account.address_malformed`.
    [[nodiscard]] Result<void> send_link(const std::string& link_id, const Message& message);

    /// Makes messages of what is held and due. Returns how many.
    [[nodiscard]] Result<std::size_t> make_digests(std::int64_t time_ms);

    /// Returns the messages that are due.
    [[nodiscard]] Result<DueMessages> due(std::int64_t time_ms);

    /// Claims a message; nothing where another server has it, or it is not due any more.
    [[nodiscard]] Result<std::optional<Claimed>> claim(const std::string& id, std::int64_t time_ms);

    /// Enters what became of a message. What is to be sent later waits for longer each time, and is
    /// given up when patience ends. Secrets of links are erased with the last try.
    [[nodiscard]] Result<void> finish(const Claimed& claimed, const Attempt& attempt);

    /// Returns the account of a message's reader; nothing where it is there no more.
    [[nodiscard]] Result<std::optional<Account>> reader(const Message& message);

    /// Forgets messages that ended long ago: some of them. Returns how many.
    [[nodiscard]] Result<std::size_t> forget_old(std::int64_t time_ms);

    /// Returns messages of a standing with their ids, the newest first: at most `count`.
    [[nodiscard]] Result<std::vector<std::pair<std::string, Message>>> messages(
        MessageStanding standing, std::uint64_t count);

    /// Returns what somebody chose.
    [[nodiscard]] Result<NoticeChoice> choice(const std::string& account);

    /// Keeps what somebody chose. What was held for them goes out as it was due, unless they want
    /// to hear nothing more.
    [[nodiscard]] Result<void> choose(const std::string& account, const NoticeChoice& choice);

    /// Returns what a link has that ends notices to an account without a log-in: of one committee,
    /// or of all. `fresh` is chance, for the first one.
    [[nodiscard]] Result<std::string> unsubscribing(const std::string& account,
                                                    const std::optional<std::string>& committee,
                                                    const std::array<std::uint8_t, 32>& fresh);

    /// Reads what such a link has. Error: `link.unknown`.
    [[nodiscard]] Result<Unsubscribing> unsubscribed(std::string_view sealed);

    /// Ends the notices that such a link is about. Error: `link.unknown`.
    [[nodiscard]] Result<void> unsubscribe(std::string_view sealed);

private:
    storage::RowStore& store_;
};

/// Returns those who have a part in a committee at a time, sorted by account: a person with several
/// parts several times.
[[nodiscard]] Result<std::vector<Recipient>> recipients(Work& work, const std::string& committee,
                                                        std::int64_t time_ms);

/// Has a notice told to an account: in a message at once, or with the next digest. Part of a work,
/// so that it is made together with what it tells of.
[[nodiscard]] Result<void> tell(Work& work, const Addressed& addressed, const TellingTime& when);

/// Has a message sent, once for each thing that it is known by.
[[nodiscard]] Result<void> put_message(Work& work, const std::string& known_by,
                                       const Message& message);

/// Erases what is held for an account.
[[nodiscard]] Result<void> forget_held(Work& work, const std::string& account);

/// Erases all that is held, chosen and sent of a person, by account and address.
[[nodiscard]] Result<void> forget_notices(Work& work, const std::string& account,
                                          const std::string& address);

}  // namespace travaux::access
