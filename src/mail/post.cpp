// SPDX-License-Identifier: MIT
#include "mail/post.h"

#include <algorithm>
#include <chrono>

#include "access/digest_time.h"
#include "committee/described.h"
#include "record/entry.h"

namespace travaux::mail {
namespace {

using access::Addressed;
using access::Attempt;
using access::Claimed;
using access::Notice;
using access::NoticeKind;

constexpr std::uint64_t entries_at_once = 50;
constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t stale_ms = 604'800'000;  // a week: what is older is told to nobody
constexpr std::int64_t away_ms = 30'000;        // then a server that took nothing is asked again
constexpr auto look_each = std::chrono::seconds(1);
constexpr std::string_view no_reader = "the account has no part here any more";

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

// The same at whichever server, and whenever it is made.
std::string id_of(const Post::PlacedNews& placed) {
    const News& news = placed.news;
    return placed.place + "/" + std::string(committee::name_of(news.kind)) + "/" + news.about +
           (news.member.empty() ? "" : "/" + news.member);
}

// Whoever has no part in a committee any more hears nothing of it.
void leave_to_reader(std::vector<Notice>& notices, const access::Account& account,
                     std::int64_t time_ms) {
    std::erase_if(notices, [&](const Notice& notice) {
        const bool is_theirs = std::ranges::any_of(account.roles, [&](const access::Role& role) {
            return role.part.committee == notice.committee && holds_at(role.part, time_ms);
        });
        return notice.committee && !is_theirs;
    });
}

ActorId actor_of(const record::Entry& entry) {
    const auto* const open = std::get_if<record::OpenAct>(&entry.content);
    return open == nullptr ? ActorId{} : open->act.actor;
}

}  // namespace

Post::Post(Parts parts) : parts_(std::move(parts)), writer_(parts_.committees, parts_.sender) {}

void Post::start() {
    thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

void Post::stop() {
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
}

// Everything here is tried again after a while where it fails.
void Post::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        (void)look();
        (void)deliver(stop);
        std::unique_lock lock(mutex_);
        woken_.wait_for(lock, stop, look_each, [] { return false; });
    }
}

access::TellingTime telling_time(const ToldCommittee& told, std::int64_t time_ms,
                                 const committee::Zones& zones) {
    std::string zone = told.committee->read([](const committee::State& state) {
        return state.duty_station ? state.duty_station->zone : std::string("Etc/UTC");
    });
    return {time_ms, [zone, time_ms, &zones](access::NoticeFrequency each) {
                return access::next_digest_ms(each, time_ms, zone, zones);
            }};
}

// An account hears of a thing once, whatever parts it has; nobody hears of what they did.
Result<std::vector<Addressed>> Post::addressed(const ToldCommittee& told,
                                               const std::vector<PlacedNews>& all) {
    if (all.empty()) return std::vector<Addressed>{};
    TRY_ASSIGN(const auto people, parts_.outbox.recipients(told.name, parts_.clock()));
    return told.committee->read([&](const committee::State& state) {
        std::vector<Addressed> notices;
        for (const PlacedNews& one : all) {
            const Notice notice{
                id_of(one), one.news.kind, told.name, one.news.about, unless_empty(one.news.member),
                {}};
            std::set<std::string> heard;
            for (const access::Recipient& person : people) {
                const bool did_it = person.actor == one.by && !one.by.is_none();
                if (did_it) heard.insert(person.account);
            }
            for (const access::Recipient& person : people) {
                const committee::Caller as{person.actor, person.part.capacity,
                                           person.part.delegation.value_or("")};
                const bool hears =
                    is_told(state, one.news, as) && heard.insert(person.account).second;
                if (hears) notices.push_back({person.account, notice});
            }
        }
        return notices;
    });
}

Result<std::vector<Post::PlacedNews>> Post::read_news(const ToldCommittee& told,
                                                      std::span<const std::string> entries) {
    std::vector<PlacedNews> all;
    for (const std::string& bytes : entries) {
        TRY_ASSIGN(const record::Entry entry, record::decode_entry(bytes));
        if (entry.time_ms < parts_.clock() - stale_ms) continue;
        TRY_ASSIGN(const auto news, told.committee->read([&](const committee::State& state) {
            return news_of(state, entry);
        }));
        const std::string place = told.name + "/" + std::to_string(entry.index);
        for (const News& one : news) all.push_back({place, one, actor_of(entry)});
    }
    return all;
}

Result<void> Post::follow(const ToldCommittee& told) {
    const std::uint64_t length = told.committee->length();
    if (!positions_.contains(told.name)) {
        TRY_ASSIGN(positions_[told.name], parts_.outbox.position(told.name, length));
    }
    while (positions_.at(told.name) < length) {
        const std::uint64_t from = positions_.at(told.name);
        TRY_ASSIGN(const auto entries, told.store->read(from, entries_at_once));
        if (entries.empty()) return {};
        const std::uint64_t to = from + entries.size();
        told.committee->take_in(to);
        TRY_ASSIGN(const auto news, read_news(told, entries));
        TRY_ASSIGN(const auto notices, addressed(told, news));
        TRY_ASSIGN(const bool is_ours,
                   parts_.outbox.take(told.name, {from, to}, notices, now(told)));
        positions_[told.name] = to;
        if (!is_ours) {
            TRY_ASSIGN(positions_[told.name], parts_.outbox.position(told.name, length));
        }
    }
    return {};
}

// A deadline comes near on the days for which the call has reminders: those who did not answer and
// had no letter are told.
Result<void> Post::look_at_days(const ToldCommittee& told) {
    const bool is_founded = told.committee->read(
        [](const committee::State& state) { return state.mandate.has_value(); });
    if (!is_founded) return {};
    const committee::Caller secretariat{{}, committee::Capacity::secretariat, {}};
    TRY_ASSIGN(const host::ShownView due, told.committee->view({secretariat, "to_send", {}}));
    std::map<std::string, std::vector<PlacedNews>> by_mark;
    for (const auto& one : due.value.as_array()) {
        const auto* const days = one.as_object().if_contains("days");
        if (days == nullptr) continue;
        const std::string call(one.at("about").as_string());
        const std::string mark = told.name + "/" + call + "/" + std::to_string(days->as_int64());
        const News near{NoticeKind::deadline_near, call, std::string(one.at("member").as_string()),
                        Audience::member};
        by_mark[mark].push_back({mark, near, {}});
    }
    for (const auto& [mark, news] : by_mark) {
        if (marks_.contains(mark)) continue;
        TRY_ASSIGN(const auto notices, addressed(told, news));
        TRY_OK(parts_.outbox.take_once(mark, notices, now(told)));
        marks_.insert(mark);
    }
    return {};
}

// What fails with one committee holds up no other.
Result<void> Post::look() {
    Result<void> all;
    const auto note = [&](const Result<void>& done) {
        if (!done) all = done;
    };
    for (const ToldCommittee& told : parts_.committees) note(follow(told));
    TRY_OK(parts_.outbox.make_digests(parts_.clock()));
    // What days bring comes with the minute early enough.
    const std::int64_t minute = parts_.clock() / minute_ms;
    if (minute == minute_looked_) return all;
    minute_looked_ = minute;
    for (const ToldCommittee& told : parts_.committees) note(look_at_days(told));
    TRY_OK(parts_.outbox.forget_old(parts_.clock()));
    return all;
}

bool Post::may_send() {
    const std::int64_t minute = parts_.clock() / minute_ms;
    if (minute != minute_) sent_in_minute_ = 0;
    minute_ = minute;
    return sent_in_minute_ < parts_.each_minute;
}

Result<std::optional<Mail>> Post::write(Claimed claimed) {
    access::Message& message = claimed.message;
    Reader reader;
    std::optional<std::string> language = message.language;
    if (message.address) {
        reader.address = *message.address;
    } else {
        TRY_ASSIGN(const auto account, parts_.outbox.reader(message));
        if (!account) return std::nullopt;
        leave_to_reader(message.notices, *account, parts_.clock());
        reader.name = account->name;
        reader.address = account->address;
        language = account->language;
        TRY_ASSIGN(reader.unsubscribing,
                   parts_.outbox.unsubscribing(*message.account, {}, parts_.chance()));
    }
    reader.language = text::parse_language(language.value_or("en")).value_or(text::Language::en);
    return writer_.write(claimed, reader);
}

Attempt Post::attempt(const Claimed& claimed, bool& is_away, const std::stop_token& stop) {
    using Outcome = Delivery::Outcome;
    const auto mail = write(claimed);
    if (!mail) return Attempt{Attempt::Outcome::later, mail.error().id, parts_.clock()};
    if (!*mail) {
        return Attempt{Attempt::Outcome::given_up, std::string(no_reader), parts_.clock()};
    }
    const Delivery delivery = parts_.mailer.send(**mail, stop);
    is_away = delivery.outcome == Outcome::away;
    Attempt made{Attempt::Outcome::later, delivery.reason, parts_.clock()};
    if (delivery.outcome == Outcome::accepted) made.outcome = Attempt::Outcome::sent;
    if (delivery.outcome == Outcome::never) made.outcome = Attempt::Outcome::given_up;
    return made;
}

Result<std::size_t> Post::deliver(const std::stop_token& stop) {
    TRY_ASSIGN(const access::DueMessages due, parts_.outbox.due(parts_.clock()));
    parts_.counts.waiting = static_cast<std::int64_t>(due.waiting);
    if (parts_.clock() < not_before_ms_) return 0;
    std::size_t tried = 0;
    bool is_away = false;
    for (const std::string& id : due.ids) {
        if (is_away || stop.stop_requested() || !may_send()) break;
        TRY_ASSIGN(const auto claimed, parts_.outbox.claim(id, parts_.clock()));
        if (!claimed) continue;
        ++tried;
        ++sent_in_minute_;
        const Attempt made = attempt(*claimed, is_away, stop);
        TRY_OK(parts_.outbox.finish(*claimed, made));
        if (made.outcome == Attempt::Outcome::sent) ++parts_.counts.sent;
        if (made.outcome == Attempt::Outcome::later) ++parts_.counts.put_off;
        if (made.outcome == Attempt::Outcome::given_up) ++parts_.counts.failed;
    }
    if (is_away) not_before_ms_ = parts_.clock() + away_ms;
    return tried;
}

}  // namespace travaux::mail
