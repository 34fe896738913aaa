// A server with people in committees, whose post is read: mail goes to a mailer that keeps it.
// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <deque>
#include <map>
#include <memory>
#include <string>

#include "host/icu_zones.h"
#include "host/kept_committee.h"
#include "mail/post.h"
#include "storage/memory.h"
#include "tests/access/server_accounts.h"

namespace travaux::tests {

/// Keeps what it is sent; answers as it is told, and otherwise takes everything.
class KeepingMailer final : public mail::Mailer {
public:
    mail::Delivery send(const mail::Mail& mail, const std::stop_token& /*stop*/) override {
        tried.push_back(mail);
        if (answers.empty()) {
            taken.push_back(mail);
            return {};
        }
        mail::Delivery answer = answers.front();
        answers.pop_front();
        return answer;
    }

    std::deque<mail::Delivery> answers;
    std::vector<mail::Mail> tried;
    std::vector<mail::Mail> taken;
};

/// A committee that is founded, with Ghana and Norway in it.
class TownCommittee {
public:
    TownCommittee(const std::string& title, const std::int64_t& now_ms) {
        const auto key = record::SigningKey{"example.org/town", {1}};
        sure(host::KeptCommittee::open_record(store, now_ms, record::verifier_of(key)));
        kept = sure(host::KeptCommittee::open(
            store, [&now_ms] { return now_ms; },
            [this] { return sha256("salt " + std::to_string(++salts_)); }));
        act("committee.found", {{"resolution", "A/RES/74/247"},
                                {"adopted_on", "2019-12-27"},
                                {"title", title},
                                {"purpose", "To elaborate"},
                                {"parent_organ", "General Assembly"}});
        act("committee.seat", {{"place", "Vienna"}, {"zone", "Europe/Vienna"}});
        const auto seat = [](const char* code, const char* name, const char* status) {
            return boost::json::object{{"code", code}, {"name", name}, {"status", status}};
        };
        boost::json::object ghana = seat("GHA", "Ghana", "member_state");
        ghana["group"] = "african";
        boost::json::object norway = seat("NOR", "Norway", "member_state");
        norway["group"] = "western_european_and_others";
        act("member.admit", {{"seats", {ghana, norway, seat("ORG", "Watch", "stakeholder")}}});
    }

    /// Does an act that is not refused, as the Secretariat or as somebody else.
    void act(const std::string& name, boost::json::object fields,
             const committee::Caller& caller = {{}, committee::Capacity::secretariat, {}}) {
        const auto done = kept->act({caller, name, std::move(fields), {}});
        INFO((done ? name : name + " " + done.error().id));
        REQUIRE(done.has_value());
    }

    /// Accredits delegates of a member.
    void accredit(const std::string& member, const std::vector<ActorId>& delegates) {
        boost::json::array ids;
        for (const ActorId& one : delegates) ids.emplace_back(hex(one.bytes));
        act("delegation.accredit", {{"member", member}, {"delegates", ids}});
    }

    storage::MemoryStore store;
    std::unique_ptr<host::KeptCommittee> kept;

private:
    std::uint64_t salts_ = 0;
};

/// Somebody with an account and a part.
struct Inhabitant {
    std::string account;
    ActorId actor;
    committee::Caller as;
};

class Town {
public:
    static constexpr std::int64_t minute_ms = 60'000;
    static constexpr std::int64_t hour_ms = 3'600'000;
    static constexpr std::int64_t day_ms = 86'400'000;

    Town() {
        sure(outbox.choose(accounts.in("secretariat").account,
                           {access::NoticeFrequency::never, {}}));
        post_ = make_post();
    }

    /// Gives somebody new a part in the committee.
    Inhabitant add(const std::string& name, const access::Part& part,
                   access::NoticeFrequency frequency, const std::string& language = "en") {
        accounts.now_ms = now_ms;
        const access::Asker asker = accounts.add("secretariat", part, name);
        sure(accounts.accounts.choose_language(asker, language));
        sure(outbox.choose(asker.account, {frequency, {}}));
        const access::Role role = sure(accounts.accounts.own(asker)).roles.front();
        return {
            asker.account, role.actor, {role.actor, part.capacity, part.delegation.value_or("")}};
    }

    /// Looks at what is new, and delivers what is due.
    void round() { round(*post_); }
    static void round(mail::Post& post) {
        sure(post.look());
        sure(post.deliver());
    }

    /// Returns another server's post on the same stores.
    std::unique_ptr<mail::Post> make_post() { return make_post(mailer); }
    std::unique_ptr<mail::Post> make_post(mail::Mailer& by) {
        return std::make_unique<mail::Post>(mail::Post::Parts{
            {{committee_name, &committee.store, committee.kept.get()},
             {"plastics", &other.store, other.kept.get()}},
            outbox,
            by,
            zones,
            [this] { return now_ms; },
            [] { return sha256("chance"); },
            {"https://treaty.example.org", {"Secretariat", "no-reply@treaty.example.org"}},
            each_minute,
            {waiting, sent, put_off, failed}});
    }

    std::int64_t now_ms = 1'700'000'000'000;  // Tuesday, 14 November 2023, 23:13 in Vienna
    ServerAccounts accounts;
    access::Outbox outbox{accounts.store};
    TownCommittee committee{"Committee on Lighthouses", now_ms};
    TownCommittee other{"Committee on Plastics", now_ms};
    KeepingMailer mailer;
    host::IcuZones zones;
    std::int64_t each_minute = 1'000;
    std::atomic<std::int64_t> waiting = 0;
    std::atomic<std::int64_t> sent = 0;
    std::atomic<std::int64_t> put_off = 0;
    std::atomic<std::int64_t> failed = 0;

private:
    std::unique_ptr<mail::Post> post_;
};

/// Fields of acts that tests do.
inline boost::json::object session_fields(const std::string& title) {
    return {{"title", title},
            {"kind", "negotiating"},
            {"words", "two weeks in January"},
            {"standing", "confirmed"},
            {"opens", "2024-01-15T10:00+01:00[Europe/Vienna]"},
            {"closes", "2024-01-26T18:00+01:00[Europe/Vienna]"},
            {"place", "Vienna"}};
}

inline boost::json::object call_fields() {
    return {{"subject", "Proposals"},
            {"deadline", "2023-12-01T18:00+01:00[Europe/Vienna]"},
            {"reminders", {7, 2}}};
}

}  // namespace travaux::tests
