// SPDX-License-Identifier: MIT
#include "access/outbox.h"

#include <algorithm>

#include "access/internal.h"
#include "base/account_limits.h"
#include "committee/described.h"

namespace travaux::access {

using namespace internal;

namespace {

constexpr auto position_kind = "notice_position";  // by committee; the value is the next entry
constexpr auto mark_kind = "notice_mark";          // what was told once
constexpr auto held_kind = "held_notice";          // by account and frequency
constexpr auto digest_kind = "digest";             // by account and frequency: when it is due
constexpr auto message_kind = "message";
constexpr std::uint64_t rows_max = 100'000;
constexpr std::uint64_t forgotten_at_once = 100;

std::string owner_of(MessageStanding standing) { return std::string(committee::name_of(standing)); }

// The keys of messages are in the order of time, the newest first.
std::string newest_first(std::int64_t time_ms) {
    constexpr std::int64_t end_of_time_ms = 9'999'999'999'999;
    std::string digits = std::to_string(end_of_time_ms - time_ms);
    digits.insert(0, 13 - std::min<std::size_t>(13, digits.size()), '0');
    return digits;
}

std::string digest_key(const std::string& account, NoticeFrequency frequency) {
    return account + "/" + std::string(committee::name_of(frequency));
}

// The pause grows from a minute to four hours.
std::int64_t pause_ms(std::int64_t tries) {
    return std::min(minute_ms << std::min<std::int64_t>(tries - 1, 8), 4 * hour_ms);
}

// Servers of mail say what they like: of it what an operator can read is kept.
std::optional<std::string> plain_reason(std::string_view said) {
    constexpr std::size_t reason_bytes_max = 200;
    std::string reason(said.substr(0, reason_bytes_max));
    for (char& c : reason) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte >= 0x7F) c = '?';
    }
    return reason.empty() ? std::nullopt : std::optional(std::move(reason));
}

Result<void> tell_all(Work& work, std::span<const Addressed> notices, const TellingTime& when) {
    for (const Addressed& one : notices) TRY_OK(tell(work, one, when));
    return {};
}

// Puts what is held of an account into one message, as far as there is room.
Result<void> make_digest(Work& work, const std::string& key, const HeldUntil& until,
                         std::int64_t time_ms) {
    TRY_ASSIGN(const auto held, work.list<Notice>({held_kind, key, "", limits::digest_notices}));
    const std::size_t slash = key.find('/');
    Message message;
    message.account = key.substr(0, slash);
    const bool is_weekly = key.substr(slash + 1) == committee::name_of(NoticeFrequency::weekly);
    message.frequency = is_weekly ? NoticeFrequency::weekly : NoticeFrequency::daily;
    message.made_ms = message.next_ms = time_ms;
    for (const auto& [row, notice] : held) {
        message.notices.push_back(notice);
        TRY_OK(work.erase(held_kind, row));
    }
    // The rest goes with the next one, which is due at once.
    if (held.size() < limits::digest_notices) TRY_OK(work.erase(digest_kind, key));
    if (held.empty()) return {};
    const std::string& first = held.front().first;
    return put_message(work, key + "/" + std::to_string(until.due_ms) + "/" + first, message);
}

}  // namespace

NoticeFrequency frequency_in(const NoticeChoice& choice, std::string_view committee) {
    const auto found = std::ranges::find(choice.committees, committee, &CommitteeChoice::committee);
    return found == choice.committees.end() ? choice.frequency : found->frequency;
}

Result<void> put_message(Work& work, const std::string& known_by, const Message& message) {
    const std::string id =
        newest_first(message.made_ms) + "-" + key_of(message_kind, known_by).substr(0, 32);
    return work.put(message_kind, id, owner_of(MessageStanding::waiting), message);
}

// Letters are the Secretariat's own, and links were asked for: nobody waits for them.
Result<void> tell(Work& work, const Addressed& addressed, const TellingTime& when) {
    const auto& [account, notice] = addressed;
    NoticeFrequency frequency = NoticeFrequency::at_once;
    if (notice.kind != NoticeKind::letter_sent) {
        TRY_ASSIGN(const auto chosen, work.read<NoticeChoice>(kinds::notice_choice, account));
        frequency = frequency_in(chosen.value_or(NoticeChoice{}), notice.committee.value_or(""));
    }
    switch (frequency) {
        case NoticeFrequency::never: return {};
        case NoticeFrequency::at_once: {
            Message message;
            message.account = account;
            message.notices = {notice};
            message.made_ms = message.next_ms = when.now_ms;
            return put_message(work, notice.id + "/" + account, message);
        }
        case NoticeFrequency::daily:
        case NoticeFrequency::weekly: break;
    }
    const std::string key = digest_key(account, frequency);
    TRY_ASSIGN(const auto until, work.read<HeldUntil>(digest_kind, key));
    if (!until) TRY_OK(work.put(digest_kind, key, "", HeldUntil{when.digest_ms(frequency)}));
    return work.put(held_kind, notice.id + "/" + account, key, notice);
}

Result<void> forget_held(Work& work, const std::string& account) {
    for (const NoticeFrequency one : {NoticeFrequency::daily, NoticeFrequency::weekly}) {
        const std::string key = digest_key(account, one);
        TRY_ASSIGN(const auto held, work.list<Notice>({held_kind, key, "", rows_max}));
        for (const auto& [row, notice] : held) TRY_OK(work.erase(held_kind, row));
        TRY_OK(work.erase(digest_kind, key));
    }
    return {};
}

Result<void> forget_notices(Work& work, const std::string& account, const std::string& address) {
    TRY_OK(work.erase(kinds::notice_choice, account));
    TRY_OK(forget_held(work, account));
    for (const auto standing : committee::all_of<MessageStanding>()) {
        TRY_ASSIGN(const auto all,
                   work.list<Message>({message_kind, owner_of(standing), "", rows_max}));
        for (const auto& [id, message] : all) {
            const bool is_theirs = message.account == account || message.address == address;
            if (is_theirs) TRY_OK(work.erase(message_kind, id));
        }
    }
    return {};
}
Result<std::vector<Recipient>> recipients(Work& work, const std::string& committee,
                                          std::int64_t time_ms) {
    TRY_ASSIGN(const auto all, work.list<std::string>({kinds::actor, committee, "", rows_max}));
    std::vector<Recipient> found;
    for (const auto& [actor, id] : all) {
        TRY_ASSIGN(const auto account, work.read<Account>(kinds::account, id));
        if (!account) continue;
        for (const Role& role : account->roles) {
            if (hex(role.actor.bytes) != actor || !holds_at(role.part, time_ms)) continue;
            found.push_back({id, role.actor, role.part});
        }
    }
    std::ranges::sort(found, {}, [](const Recipient& one) {
        return std::pair(one.account, hex(one.actor.bytes));
    });
    return found;
}

Result<std::vector<Recipient>> Outbox::recipients(const std::string& committee,
                                                  std::int64_t time_ms) {
    Work work(store_);
    return access::recipients(work, committee, time_ms);
}

Result<std::uint64_t> Outbox::position(const std::string& committee, std::uint64_t length) {
    return working(store_, [&](Work& work) -> Result<std::uint64_t> {
        TRY_ASSIGN(const auto kept, work.read<std::string>(position_kind, committee));
        if (kept) return static_cast<std::uint64_t>(number_in(*kept));
        TRY_OK(work.put(position_kind, committee, "", std::to_string(length)));
        return length;
    });
}

Result<bool> Outbox::take(const std::string& committee, Stretch stretch,
                          std::span<const Addressed> notices, const TellingTime& when) {
    return working(store_, [&](Work& work) -> Result<bool> {
        TRY_ASSIGN(const auto kept, work.read<std::string>(position_kind, committee));
        if (!kept || *kept != std::to_string(stretch.from)) return false;
        TRY_OK(work.put(position_kind, committee, "", std::to_string(stretch.to)));
        TRY_OK(tell_all(work, notices, when));
        return true;
    });
}

Result<bool> Outbox::take_once(const std::string& mark, std::span<const Addressed> notices,
                               const TellingTime& when) {
    return working(store_, [&](Work& work) -> Result<bool> {
        TRY_ASSIGN(const auto taken, work.read<std::string>(mark_kind, mark));
        if (taken) return false;
        TRY_OK(work.put(mark_kind, mark, "", std::to_string(when.now_ms)));
        TRY_OK(tell_all(work, notices, when));
        return true;
    });
}

Result<void> Outbox::send_link(const std::string& link_id, const Message& message) {
    if (message.address) TRY_OK(check_address(*message.address));
    return working(store_, [&](Work& work) { return put_message(work, link_id, message); });
}

Result<std::size_t> Outbox::make_digests(std::int64_t time_ms) {
    Work reading(store_);
    TRY_ASSIGN(const auto all, reading.list<HeldUntil>({digest_kind, "", "", rows_max}));
    std::size_t made = 0;
    for (const auto& held : all) {
        const std::string& key = held.first;
        const HeldUntil& until = held.second;
        if (until.due_ms > time_ms) continue;
        TRY_OK(working(store_, [&](Work& work) -> Result<void> {
            TRY_ASSIGN(const auto now, work.read<HeldUntil>(digest_kind, key));
            return now && *now == until ? make_digest(work, key, until, time_ms) : Result<void>();
        }));
        ++made;
    }
    return made;
}

Result<DueMessages> Outbox::due(std::int64_t time_ms) {
    Work work(store_);
    TRY_ASSIGN(const auto all, work.list<Message>({message_kind, owner_of(MessageStanding::waiting),
                                                   "", rows_max}));
    DueMessages due;
    due.waiting = all.size();
    for (const auto& [id, message] : all) {
        if (message.next_ms <= time_ms) due.ids.push_back(id);
    }
    std::ranges::reverse(due.ids);
    return due;
}

Result<std::optional<Claimed>> Outbox::claim(const std::string& id, std::int64_t time_ms) {
    return working(store_, [&](Work& work) -> Result<std::optional<Claimed>> {
        TRY_ASSIGN(auto message, work.read<Message>(message_kind, id));
        if (!message || message->ended_ms || message->next_ms > time_ms) return std::nullopt;
        message->next_ms = time_ms + claim_ms;
        ++message->tries;
        TRY_OK(work.put(message_kind, id, owner_of(MessageStanding::waiting), *message));
        return Claimed{id, *std::move(message)};
    });
}

Result<void> Outbox::finish(const Claimed& claimed, const Attempt& attempt) {
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_ASSIGN(auto message, work.read<Message>(message_kind, claimed.id));
        if (!message || message->ended_ms) return {};
        const bool is_sent = attempt.outcome == Attempt::Outcome::sent;
        const bool is_over = attempt.outcome == Attempt::Outcome::given_up ||
                             attempt.time_ms >= message->made_ms + patience_ms;
        message->reason = is_sent ? std::nullopt : plain_reason(attempt.reason);
        MessageStanding standing = MessageStanding::waiting;
        if (is_sent || is_over) {
            standing = is_sent ? MessageStanding::sent : MessageStanding::failed;
            message->ended_ms = attempt.time_ms;
            for (Notice& notice : message->notices) notice.secret.reset();
        } else {
            message->next_ms =
                attempt.time_ms + pause_ms(std::max<std::int64_t>(1, message->tries));
        }
        return work.put(message_kind, claimed.id, owner_of(standing), *message);
    });
}

Result<std::optional<Account>> Outbox::reader(const Message& message) {
    if (!message.account) return std::nullopt;
    Work work(store_);
    return work.read<Account>(kinds::account, *message.account);
}

Result<std::size_t> Outbox::forget_old(std::int64_t time_ms) {
    const std::string after = newest_first(time_ms - kept_ms);
    return working(store_, [&](Work& work) -> Result<std::size_t> {
        std::size_t forgotten = 0;
        for (const auto standing : {MessageStanding::sent, MessageStanding::failed}) {
            TRY_ASSIGN(const auto old, work.list<Message>({message_kind, owner_of(standing), after,
                                                           forgotten_at_once}));
            for (const auto& [id, message] : old) TRY_OK(work.erase(message_kind, id));
            forgotten += old.size();
        }
        return forgotten;
    });
}

Result<std::vector<std::pair<std::string, Message>>> Outbox::messages(MessageStanding standing,
                                                                      std::uint64_t count) {
    Work work(store_);
    return work.list<Message>({message_kind, owner_of(standing), "", count});
}

}  // namespace travaux::access
