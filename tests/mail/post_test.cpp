// The post: who is told of what, when, and that it is once.
// SPDX-License-Identifier: MIT
#include "mail/post.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/mail/town.h"

using namespace travaux;
using access::Capacity;
using access::NoticeFrequency;
using mail::Delivery;
using tests::part;
using tests::sure;
using tests::Town;

namespace {

bool has(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

// In one line, so that a failure says it.
std::string readers(const std::vector<mail::Mail>& all) {
    std::vector<std::string> names;
    for (const mail::Mail& one : all) names.push_back(one.to.name);
    std::ranges::sort(names);
    std::string line;
    for (const std::string& one : names) line += (line.empty() ? "" : " ") + one;
    return line;
}

}  // namespace

TEST_CASE("what was on the record before the post began is told to nobody") {
    Town town;
    town.add("ama", part(Capacity::translator), NoticeFrequency::at_once);
    town.committee.act("session.plan", tests::session_fields("First session"));
    town.round();
    CHECK(town.mailer.taken.empty());
    town.committee.act("session.plan", tests::session_fields("Second session"));
    town.round();
    REQUIRE(town.mailer.taken.size() == 1);
    CHECK(has(town.mailer.taken.front().subject, "Second session"));
}

TEST_CASE("a session is told at once, next morning or never, as each one chose") {
    Town town;
    town.round();
    town.add("ama", part(Capacity::translator), NoticeFrequency::at_once);
    town.add("berit", part(Capacity::translator), NoticeFrequency::daily);
    town.add("chen", part(Capacity::translator), NoticeFrequency::never);
    town.committee.act("session.plan", tests::session_fields("First session"));
    town.round();
    REQUIRE(readers(town.mailer.taken) == "ama");
    const mail::Mail& mail = town.mailer.taken.front();
    CHECK(mail.subject ==
          "Session planned: First session. Dates: 15 January 2024 \xE2\x80\x93 26 January 2024, "
          "Vienna");
    CHECK(has(mail.text, "https://treaty.example.org/committees/cybercrime/calendar#S1\n"));
    CHECK(has(mail.html, "<a href=\"https://treaty.example.org/committees/cybercrime/calendar#S1"));
    CHECK(mail.to.address == "ama@example.org");
    REQUIRE(mail.attachments.size() == 1);
    CHECK(has(mail.attachments.front().bytes, "BEGIN:VEVENT"));
    // At seven in Vienna it is six at Greenwich.
    town.now_ms += 7 * Town::hour_ms + 40 * Town::minute_ms;
    town.round();
    CHECK(town.mailer.taken.size() == 1);
    town.now_ms += 10 * Town::minute_ms;
    town.round();
    CHECK(readers(town.mailer.taken) == "ama berit");
    CHECK(town.mailer.taken.back().subject == "1 notice since yesterday");
    town.now_ms += 30 * Town::day_ms;
    town.round();
    CHECK(town.mailer.taken.size() == 2);
}

TEST_CASE("two servers on one store tell of a thing once") {
    Town town;
    town.round();
    const auto other = town.make_post();
    Town::round(*other);
    town.add("ama", part(Capacity::translator), NoticeFrequency::at_once);
    town.add("berit", part(Capacity::translator), NoticeFrequency::daily);
    town.committee.act("session.plan", tests::session_fields("First session"));
    sure(other->look());
    town.round();
    Town::round(*other);
    town.now_ms += 24 * Town::hour_ms;
    Town::round(*other);
    town.round();
    CHECK(readers(town.mailer.taken) == "ama berit");
}

TEST_CASE("a post that begins anew goes on where it was") {
    Town town;
    town.round();
    town.add("ama", part(Capacity::translator), NoticeFrequency::at_once);
    town.committee.act("session.plan", tests::session_fields("First session"));
    const auto later = town.make_post();
    Town::round(*later);
    CHECK(town.mailer.taken.size() == 1);
    town.round();
    CHECK(town.mailer.taken.size() == 1);
}

TEST_CASE("what is older than a week when the post comes to it is told to nobody") {
    Town town;
    town.round();
    town.add("ama", part(Capacity::translator), NoticeFrequency::at_once);
    town.committee.act("session.plan", tests::session_fields("First session"));
    town.now_ms += 8 * Town::day_ms;
    town.committee.act("session.plan", tests::session_fields("Second session"));
    town.round();
    REQUIRE(town.mailer.taken.size() == 1);
    CHECK(has(town.mailer.taken.front().subject, "Second session"));
}

TEST_CASE("a digest has what is new in each committee, and its time is that of its first notice") {
    Town town;
    town.round();
    const auto ama = town.add("ama", part(Capacity::translator), NoticeFrequency::daily);
    const auto link = sure(town.accounts.accounts.invite(
        town.accounts.add("admin", part(Capacity::secretariat, {}, "plastics"), "desk"),
        part(Capacity::translator, {}, "plastics")));
    sure(town.accounts.accounts.accept_as(link.secret, town.accounts.in("ama")));
    town.committee.act("session.plan", tests::session_fields("First session"));
    town.other.act("session.plan", tests::session_fields("Other session"));
    town.other.act("call.open", tests::call_fields());
    town.round();
    CHECK(town.mailer.taken.empty());
    town.now_ms += 12 * Town::hour_ms;
    town.round();
    const auto digest = std::ranges::find(town.mailer.taken, "ama",
                                          [](const mail::Mail& one) { return one.to.name; });
    REQUIRE(digest != town.mailer.taken.end());
    CHECK(digest->subject == "3 notices since yesterday");
    const std::size_t first = digest->text.find("Committee on Lighthouses");
    const std::size_t second = digest->text.find("Committee on Plastics");
    CHECK(first < digest->text.find("First session"));
    CHECK(digest->text.find("First session") < second);
    CHECK(second < digest->text.find("Other session"));
    CHECK(digest->attachments.empty());
    (void)ama;
}

TEST_CASE("a letter that was entered as sent goes to the delegation, in its people's languages") {
    Town town;
    town.round();
    const auto ama = town.add("ama", part(Capacity::delegate, "GHA"), NoticeFrequency::never, "ar");
    const auto nils = town.add("nils", part(Capacity::delegate, "NOR"), NoticeFrequency::never);
    town.committee.accredit("GHA", {ama.actor});
    town.committee.accredit("NOR", {nils.actor});
    town.committee.act("call.open", tests::call_fields());
    town.now_ms = 1'700'900'000'000;  // 25 November 2023, within seven days of the deadline
    town.committee.act("letter.send", {{"kind", "reminder"},
                                       {"about", "C1"},
                                       {"days", 7},
                                       {"members", {"GHA"}},
                                       {"how", "Electronic mail"}});
    town.round();
    REQUIRE(readers(town.mailer.taken) == "ama");
    const mail::Mail& mail = town.mailer.taken.front();
    CHECK(mail.language == text::Language::ar);
    CHECK(mail.subject == "تذكير");
    CHECK(has(mail.text, "غانا"));
    CHECK_FALSE(mail.unsubscribe);
    REQUIRE(mail.attachments.size() == 1);
    CHECK(mail.attachments.front().name == "C1-GHA.html");
}

TEST_CASE(
    "a deadline that comes near is told once to those who have neither answered nor a letter") {
    Town town;
    town.round();
    const auto ama = town.add("ama", part(Capacity::delegate, "GHA"), NoticeFrequency::at_once);
    const auto nils = town.add("nils", part(Capacity::delegate, "NOR"), NoticeFrequency::at_once);
    town.add("olga", part(Capacity::delegate, "GHA"), NoticeFrequency::at_once);
    town.committee.accredit("GHA", {ama.actor});
    town.committee.accredit("NOR", {nils.actor});
    town.committee.act("call.open", tests::call_fields());
    town.round();
    // Olga is of no delegation that the record knows.
    CHECK(readers(town.mailer.taken) == "ama nils");
    town.mailer.taken.clear();
    town.now_ms = 1'700'900'000'000;
    town.committee.act("view.submit", {{"member", "NOR"}, {"body", "Words."}}, nils.as);
    town.round();
    town.now_ms += Town::hour_ms;
    town.round();
    REQUIRE(readers(town.mailer.taken) == "ama");
    CHECK(has(town.mailer.taken.front().subject, "has not yet answered: Proposals"));
}

TEST_CASE(
    "of a paper for members mail says that it is there, to members alone, and not its title") {
    Town town;
    town.round();
    const auto ama = town.add("ama", part(Capacity::delegate, "GHA"), NoticeFrequency::at_once);
    const auto nils = town.add("nils", part(Capacity::delegate, "NOR"), NoticeFrequency::at_once);
    town.add("watch", part(Capacity::translator), NoticeFrequency::at_once);
    town.committee.accredit("GHA", {ama.actor});
    town.committee.accredit("NOR", {nils.actor});
    town.mailer.taken.clear();
    town.committee.act(
        "paper.circulate",
        {{"title", "A way forward"}, {"body", "Secret words."}, {"distribution", "members"}},
        nils.as);
    town.round();
    // Of a sealed act the record does not say who did it, so its author hears of it too.
    CHECK(readers(town.mailer.taken) == "ama nils");
    for (const mail::Mail& mail : town.mailer.taken) {
        for (const std::string& words : {mail.subject, mail.text, mail.html}) {
            CHECK_FALSE(has(words, "way forward"));
            CHECK_FALSE(has(words, "Secret words"));
            CHECK_FALSE(has(words, "W1"));
        }
    }
}

TEST_CASE("nobody is told of what they did, and who has no part any more of nothing") {
    Town town;
    town.round();
    const auto ama = town.add("ama", part(Capacity::translator), NoticeFrequency::daily);
    const auto desk = sure(town.accounts.accounts.own(town.accounts.in("secretariat")));
    sure(town.outbox.choose(town.accounts.in("secretariat").account,
                            {NoticeFrequency::at_once, {}}));
    town.committee.act("session.plan", tests::session_fields("First session"),
                       {desk.roles.front().actor, Capacity::secretariat, {}});
    town.round();
    CHECK(town.mailer.taken.empty());
    sure(town.accounts.accounts.end_role(town.accounts.in("secretariat"), ama.account, ama.actor));
    town.now_ms += 24 * Town::hour_ms;
    town.round();
    CHECK(town.mailer.taken.empty());
    CHECK(town.failed == 1);
}

TEST_CASE("a server that is away is asked with one message, and all arrive when it is back") {
    Town town;
    town.round();
    for (const char* name : {"ama", "berit", "chen"}) {
        town.add(name, part(Capacity::translator), NoticeFrequency::at_once);
    }
    town.committee.act("session.plan", tests::session_fields("First session"));
    town.mailer.answers = {{Delivery::Outcome::away, "no connection"},
                           {Delivery::Outcome::away, "no connection"}};
    town.round();
    CHECK(town.mailer.tried.size() == 1);
    town.round();
    CHECK(town.mailer.tried.size() == 1);
    town.now_ms += 30'000;
    town.round();
    CHECK(town.mailer.tried.size() == 2);
    town.now_ms += 5 * Town::minute_ms;
    town.round();
    CHECK(readers(town.mailer.taken) == "ama berit chen");
    CHECK(town.put_off == 2);
}

TEST_CASE("what is refused for good is given up with its reason, and what is put off goes later") {
    Town town;
    town.round();
    town.add("ama", part(Capacity::translator), NoticeFrequency::at_once);
    town.add("berit", part(Capacity::translator), NoticeFrequency::at_once);
    town.committee.act("session.plan", tests::session_fields("First session"));
    town.mailer.answers = {{Delivery::Outcome::never, "550: not here"},
                           {Delivery::Outcome::later, "451: not now"}};
    town.round();
    const auto failed = sure(town.outbox.messages(access::MessageStanding::failed, 10));
    REQUIRE(failed.size() == 1);
    CHECK(failed.front().second.reason == "550: not here");
    town.now_ms += 60'000;
    town.round();
    CHECK(town.mailer.taken.size() == 1);
    CHECK(town.mailer.tried.size() == 3);
}

TEST_CASE("a message that somebody claimed and never ended is sent again under its name") {
    Town town;
    town.round();
    town.add("ama", part(Capacity::translator), NoticeFrequency::at_once);
    town.committee.act("session.plan", tests::session_fields("First session"));
    const auto other = town.make_post();
    sure(other->look());
    const auto due = sure(town.outbox.due(town.now_ms));
    REQUIRE(due.ids.size() == 1);
    REQUIRE(sure(town.outbox.claim(due.ids.front(), town.now_ms)));
    town.round();
    CHECK(town.mailer.tried.empty());
    town.now_ms += access::Outbox::claim_ms;
    town.round();
    REQUIRE(town.mailer.taken.size() == 1);
    const std::string name = due.ids.front().substr(due.ids.front().find('-') + 1);
    CHECK(town.mailer.taken.front().id == name + "@treaty.example.org");
}

TEST_CASE("no more messages are sent in a minute than the rate allows") {
    Town town;
    town.each_minute = 2;
    const auto slow = town.make_post();
    sure(slow->look());
    for (const char* name : {"ama", "berit", "chen"}) {
        town.add(name, part(Capacity::translator), NoticeFrequency::at_once);
    }
    town.committee.act("session.plan", tests::session_fields("First session"));
    Town::round(*slow);
    Town::round(*slow);
    CHECK(town.mailer.taken.size() == 2);
    town.now_ms += 60'000;
    Town::round(*slow);
    CHECK(town.mailer.taken.size() == 3);
}
