// The outbox on every store: what is told once, held, claimed, tried again and given up.
// SPDX-License-Identifier: MIT
#include "access/outbox.h"

#include <doctest/doctest.h>

#include "access/drafts.h"
#include "storage/sqlite_row_store.h"
#include "tests/access/server_accounts.h"
#include "tests/scratch.h"

using namespace travaux;
using access::Addressed;
using access::Attempt;
using access::MessageStanding;
using access::NoticeFrequency;
using access::NoticeKind;
using access::Outbox;
using tests::ServerAccounts;
using tests::sure;

namespace {

constexpr std::int64_t now_ms = 1'700'000'000'000;
constexpr std::int64_t day_ms = 86'400'000;

Addressed notice_to(const std::string& account, const std::string& id = "treaty/17/text/T1") {
    return {account, {id, NoticeKind::text_published, "treaty", "T1", {}, {}}};
}

access::TellingTime at(std::int64_t time_ms) {
    return {time_ms, [time_ms](NoticeFrequency frequency) {
                return time_ms + (frequency == NoticeFrequency::daily ? 1 : 7) * day_ms;
            }};
}

Attempt attempt(Attempt::Outcome outcome, std::int64_t time_ms) {
    return {outcome, "451: not now", time_ms};
}

}  // namespace

TEST_CASE("entries are told of once, whoever took them first") {
    ServerAccounts server;
    Outbox outbox(server.store);
    sure(outbox.choose(server.in("secretariat").account, {NoticeFrequency::at_once, {}}));
    const std::vector notices = {notice_to(server.in("secretariat").account)};
    CHECK(sure(outbox.position("treaty", 17)) == 17);
    CHECK(sure(outbox.position("treaty", 30)) == 17);
    CHECK(sure(outbox.take("treaty", {17, 18}, notices, at(now_ms))));
    CHECK_FALSE(sure(outbox.take("treaty", {17, 18}, notices, at(now_ms))));
    CHECK(sure(outbox.position("treaty", 30)) == 18);
    CHECK(sure(outbox.take_once("treaty/C1/7", notices, at(now_ms + 1))));
    CHECK_FALSE(sure(outbox.take_once("treaty/C1/7", notices, at(now_ms + 1))));
    CHECK(sure(outbox.due(now_ms + 1)).ids.size() == 2);
}

TEST_CASE("what waits survives the end of a server") {
    const tests::Scratch scratch;
    std::string account;
    {
        const auto store =
            sure(storage::SqliteRowStore::open(scratch / "a.db", storage::Access::create));
        ServerAccounts server(store.get());
        account = server.in("secretariat").account;
        Outbox outbox(*store);
        sure(outbox.position("treaty", 17));
        const std::vector notices = {notice_to(account)};
        sure(outbox.take("treaty", {17, 18}, notices, at(now_ms)));
        CHECK(sure(outbox.due(now_ms)).waiting == 0);
    }
    const auto store =
        sure(storage::SqliteRowStore::open(scratch / "a.db", storage::Access::write));
    Outbox outbox(*store);
    CHECK(sure(outbox.position("treaty", 40)) == 18);
    CHECK(sure(outbox.make_digests(now_ms + day_ms - 1)) == 0);
    CHECK(sure(outbox.make_digests(now_ms + day_ms)) == 1);
    const auto due = sure(outbox.due(now_ms + day_ms));
    REQUIRE(due.ids.size() == 1);
    const auto claimed = sure(outbox.claim(due.ids.front(), now_ms + day_ms));
    REQUIRE(claimed);
    CHECK(claimed->message.account == account);
    CHECK(claimed->message.frequency == NoticeFrequency::daily);
}

TEST_CASE("a message is claimed by one, and by another when its time is over") {
    ServerAccounts server;
    Outbox outbox(server.store);
    const std::string account = server.in("secretariat").account;
    sure(outbox.choose(account, {NoticeFrequency::at_once, {}}));
    const std::vector notices = {notice_to(account)};
    sure(outbox.take_once("mark", notices, at(now_ms)));
    const std::string id = sure(outbox.due(now_ms)).ids.front();
    CHECK(sure(outbox.claim(id, now_ms)));
    CHECK_FALSE(sure(outbox.claim(id, now_ms)));
    CHECK(sure(outbox.due(now_ms)).ids.empty());
    const auto again = sure(outbox.claim(id, now_ms + Outbox::claim_ms));
    REQUIRE(again);
    CHECK(again->message.tries == 2);
    sure(outbox.finish(*again, attempt(Attempt::Outcome::sent, now_ms + Outbox::claim_ms)));
    CHECK_FALSE(sure(outbox.claim(id, now_ms + 10 * Outbox::claim_ms)));
    CHECK(sure(outbox.messages(MessageStanding::sent, 10)).size() == 1);
}

TEST_CASE("pauses grow, and after five days a message is given up with the last reason") {
    ServerAccounts server;
    Outbox outbox(server.store);
    const std::string account = server.in("secretariat").account;
    sure(outbox.choose(account, {NoticeFrequency::at_once, {}}));
    const std::vector notices = {notice_to(account)};
    sure(outbox.take_once("mark", notices, at(now_ms)));
    const std::string id = sure(outbox.due(now_ms)).ids.front();
    std::int64_t time_ms = now_ms;
    std::vector<std::int64_t> minutes;
    while (const auto claimed = sure(outbox.claim(id, time_ms))) {
        sure(outbox.finish(*claimed, attempt(Attempt::Outcome::later, time_ms)));
        const auto waiting = sure(outbox.messages(MessageStanding::waiting, 10));
        if (waiting.empty()) break;
        minutes.push_back((waiting.front().second.next_ms - time_ms) / 60'000);
        time_ms = waiting.front().second.next_ms;
    }
    REQUIRE(minutes.size() > 10);
    minutes.resize(10);
    CHECK(minutes == std::vector<std::int64_t>{1, 2, 4, 8, 16, 32, 64, 128, 240, 240});
    CHECK(time_ms - now_ms >= 5 * day_ms);
    const auto failed = sure(outbox.messages(MessageStanding::failed, 10));
    REQUIRE(failed.size() == 1);
    CHECK(failed.front().second.reason == "451: not now");
    CHECK(sure(outbox.forget_old(time_ms)) == 0);
    CHECK(sure(outbox.forget_old(time_ms + 100 * day_ms)) == 1);
}

TEST_CASE("whatever a server of mail says as its reason, the message stays readable") {
    ServerAccounts server;
    Outbox outbox(server.store);
    const std::string account = server.in("secretariat").account;
    sure(outbox.choose(account, {NoticeFrequency::at_once, {}}));
    std::int64_t time_ms = now_ms;
    for (const std::string& said :
         {std::string(), std::string("550 \xFF\x01 no"), std::string(5'000, 'x')}) {
        const std::vector notices = {notice_to(account, "mark " + std::to_string(++time_ms))};
        sure(outbox.take_once("mark " + std::to_string(time_ms), notices, at(time_ms)));
        const auto claimed = sure(outbox.claim(sure(outbox.due(time_ms)).ids.front(), time_ms));
        REQUIRE(claimed);
        sure(outbox.finish(*claimed, {Attempt::Outcome::given_up, said, time_ms}));
    }
    const auto failed = sure(outbox.messages(MessageStanding::failed, 10));
    REQUIRE(failed.size() == 3);
    CHECK(failed[0].second.reason->size() == 200);
    CHECK(failed[1].second.reason == "550 ?? no");
    CHECK_FALSE(failed[2].second.reason);
}

TEST_CASE("a committee may be quieter than the others, and a link ends its notices or all") {
    ServerAccounts server;
    Outbox outbox(server.store);
    const std::string account = server.in("secretariat").account;
    CHECK(sure(outbox.choice(account)).frequency == NoticeFrequency::daily);
    const auto one = sure(outbox.unsubscribing(account, "treaty", sha256("chance")));
    const auto all = sure(outbox.unsubscribing(account, {}, sha256("other chance")));
    sure(outbox.unsubscribe(one));
    access::NoticeChoice choice = sure(outbox.choice(account));
    CHECK(frequency_in(choice, "treaty") == NoticeFrequency::never);
    CHECK(frequency_in(choice, "other") == NoticeFrequency::daily);
    sure(outbox.unsubscribe(all));
    choice = sure(outbox.choice(account));
    CHECK(frequency_in(choice, "other") == NoticeFrequency::never);
    for (const std::string& forged : {std::string(), all.substr(1), all + "x",
                                      one.substr(0, one.find('.')) + all.substr(all.find('.'))}) {
        CHECK(tests::refusal(outbox.unsubscribe(forged)) == "link.unknown");
    }
}

TEST_CASE("who wants to hear nothing more is told nothing of what was held") {
    ServerAccounts server;
    Outbox outbox(server.store);
    const std::string account = server.in("secretariat").account;
    const std::vector notices = {notice_to(account)};
    sure(outbox.take_once("mark", notices, at(now_ms)));
    sure(outbox.choose(account, {NoticeFrequency::never, {}}));
    CHECK(sure(outbox.make_digests(now_ms + 9 * day_ms)) == 0);
    CHECK(sure(outbox.due(now_ms + 9 * day_ms)).waiting == 0);
}

TEST_CASE("a person who is erased leaves no choice and nothing held") {
    ServerAccounts server;
    Outbox outbox(server.store);
    const auto asker = server.add("secretariat", tests::part(access::Capacity::translator), "ama");
    sure(outbox.choose(asker.account, {NoticeFrequency::weekly, {}}));
    const std::vector notices = {notice_to(asker.account)};
    sure(outbox.take_once("mark", notices, at(now_ms)));
    access::Message invitation;
    invitation.address = "ama@example.org";
    invitation.notices = {{"link/1", NoticeKind::invitation, "treaty", {}, {}, "secret"}};
    sure(outbox.send_link("1", invitation));
    sure(server.accounts.erase_person(asker, asker.account));
    for (const storage::RowChange& row : sure(server.store.all())) {
        INFO(row.name.kind << " " << row.name.key);
        const std::string text = row.name.key + row.owner + row.value;
        const bool is_audit = row.name.kind == "audit";
        CHECK((is_audit || text.find(asker.account) == std::string::npos));
        CHECK(text.find("ama@example.org") == std::string::npos);
    }
}

TEST_CASE("a digest that has too many notices is followed by another at once") {
    ServerAccounts server;
    Outbox outbox(server.store);
    const std::string account = server.in("secretariat").account;
    std::vector<Addressed> notices;
    for (int i = 0; i < 250; ++i) notices.push_back(notice_to(account, std::to_string(1000 + i)));
    sure(outbox.take_once("mark", notices, at(now_ms)));
    CHECK(sure(outbox.make_digests(now_ms + day_ms)) == 1);
    CHECK(sure(outbox.make_digests(now_ms + day_ms)) == 1);
    CHECK(sure(outbox.make_digests(now_ms + day_ms)) == 0);
    const auto waiting = sure(outbox.messages(MessageStanding::waiting, 10));
    REQUIRE(waiting.size() == 2);
    CHECK(waiting[0].second.notices.size() + waiting[1].second.notices.size() == 250);
}

TEST_CASE("who is asked to co-sponsor, or invited to a draft, is told so and no more") {
    ServerAccounts server;
    Outbox outbox(server.store);
    const auto add = [&](const char* name, const char* member) {
        const auto asker =
            server.add("secretariat", tests::part(access::Capacity::delegate, member), name);
        sure(outbox.choose(asker.account, {NoticeFrequency::at_once, {}}));
        return asker.account;
    };
    const std::string asked = add("ama", "GHA");
    add("nils", "NOR");
    access::Drafts drafts(server.store, tests::chance_of(9),
                          [](const std::string& /*committee*/) { return at(now_ms); });
    const std::string committee = tests::committee_name;
    const committee::Caller norway{{}, access::Capacity::delegate, "NOR"};
    sure(drafts.ask({committee, norway}, {"P1", {}, "GHA", "Please"}, {"NOR"}));
    const std::string draft =
        sure(drafts.make({committee, norway}, {"A name", "T1", "[\"words\"]", {}}));
    sure(drafts.share({committee, norway}, draft, "GHA", access::Drafts::Guest::in));
    sure(drafts.share({committee, norway}, draft, "GHA", access::Drafts::Guest::in));
    const auto waiting = sure(outbox.messages(MessageStanding::waiting, 10));
    REQUIRE(waiting.size() == 2);
    for (const auto& [id, message] : waiting) {
        CHECK(message.account == asked);
        const access::Notice& notice = message.notices.front();
        CHECK(notice.kind == NoticeKind::co_sponsorship_asked);
        CHECK_FALSE(notice.about);
        CHECK_FALSE(notice.member);
    }
}
