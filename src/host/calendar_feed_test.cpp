// The feed is read by another library than the one that writes it: Python's icalendar.
// SPDX-License-Identifier: MIT
#include "host/calendar_feed.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>

#include "tests/scratch.h"

using namespace travaux;
using committee::DatesStanding;

namespace {

constexpr std::string_view reader = R"(
import sys, zoneinfo
from icalendar import Calendar
calendar = Calendar.from_ical(open(sys.argv[1], 'rb').read())
print(calendar['X-WR-CALNAME'])
for event in calendar.walk('VEVENT'):
    ends = event.get('DTEND')
    print('|'.join([event['SUMMARY'], event['STATUS'], str(event['SEQUENCE'])] +
        [event.decoded('DTSTART').astimezone(zoneinfo.ZoneInfo(zone)).strftime('%Y-%m-%d %H:%M')
         for zone in ('Europe/Vienna', 'America/New_York')] +
        [ends.dt.astimezone(zoneinfo.ZoneInfo('Europe/Vienna')).strftime('%Y-%m-%d %H:%M')
         if ends else '-', event.get('LOCATION', '')]))
)";

std::string read_by_python(const std::string& feed) {
    const tests::Scratch scratch;
    std::ofstream(scratch / "feed.ics", std::ios::binary) << feed;
    std::ofstream(scratch / "read.py") << reader;
    const std::string command = "/usr/bin/python3 '" + (scratch / "read.py").string() + "' '" +
                                (scratch / "feed.ics").string() + "'";
    std::FILE* const pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string said;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) said += static_cast<char>(c);
    REQUIRE(::pclose(pipe) == 0);
    return said;
}

committee::SessionDates dates(const char* words, DatesStanding standing,
                              const char* opens = nullptr, const char* closes = nullptr) {
    committee::SessionDates result{words, standing, {}, {}, "Vienna"};
    if (opens != nullptr) result.opens = committee::parse_moment(opens);
    if (closes != nullptr) result.closes = committee::parse_moment(closes);
    return result;
}

committee::State founded() {
    committee::State state;
    state.mandate.emplace();
    state.mandate->resolution = "A/RES/74/247";
    state.mandate->title = "Committee on Lighthouses, Buoys; and Lamps";
    return state;
}

std::string uid_in(const std::string& feed) {
    const std::size_t at = feed.find("UID:");
    return feed.substr(at, feed.find("\r\n", at) - at);
}

}  // namespace

TEST_CASE("a session is at the same time in Vienna and New York across the change of the clocks") {
    committee::State state = founded();
    // Between 12 and 26 March 2023 the two are five hours apart, else six.
    state.sessions["S1"].title = "Spring, in two weeks";
    state.sessions["S1"].history = {
        {3,
         0,
         dates("", DatesStanding::confirmed, "2023-03-20T10:00+01:00[Europe/Vienna]",
               "2023-03-31T18:00+02:00[Europe/Vienna]"),
         {}}};
    state.sessions["S2"].title = "Winter";
    state.sessions["S2"].history = {
        {4,
         0,
         dates("", DatesStanding::tentative, "2024-01-29T10:00-05:00[America/New_York]",
               "2024-02-09T18:00-05:00[America/New_York]"),
         {}}};
    state.sessions["S3"].title = "One day";
    state.sessions["S3"].history = {
        {5, 0, dates("two weeks in April", DatesStanding::tentative), {}}};
    CHECK(read_by_python(host::calendar_feed(state, text::Language::en)) ==
          "Committee on Lighthouses, Buoys; and Lamps\n"
          "Spring, in two weeks (Committee on Lighthouses, Buoys; and Lamps)|CONFIRMED|0|"
          "2023-03-20 10:00|2023-03-20 05:00|2023-03-31 18:00|Vienna\n"
          "Winter (Committee on Lighthouses, Buoys; and Lamps)|TENTATIVE|0|"
          "2024-01-29 16:00|2024-01-29 10:00|2024-02-10 00:00|Vienna\n");
}

TEST_CASE("what moves keeps its name in calendars, and what is postponed is called off there") {
    committee::State state = founded();
    committee::Session& session = state.sessions["S1"];
    session.title = "First session";
    session.history = {{3,
                        0,
                        dates("", DatesStanding::confirmed, "2022-01-17T10:00+01:00[Europe/Vienna]",
                              "2022-01-28T18:00+01:00[Europe/Vienna]"),
                        {}}};
    const std::string before = host::calendar_feed(state, text::Language::en);
    session.history.push_back(
        {5, 1000, dates("later", DatesStanding::postponed), "no room can be used"});
    const std::string called_off = host::calendar_feed(state, text::Language::en);
    CHECK(read_by_python(called_off).find("|CANCELLED|1|2022-01-17 10:00|") != std::string::npos);
    session.history.push_back(
        {7, 2000,
         dates("", DatesStanding::confirmed, "2022-02-28T10:00+01:00[Europe/Vienna]",
               "2022-03-11T18:00+01:00[Europe/Vienna]"),
         "a room is found"});
    const std::string moved = host::calendar_feed(state, text::Language::en);
    CHECK(read_by_python(moved).find("|CONFIRMED|2|2022-02-28 10:00|") != std::string::npos);
    CHECK(uid_in(before) == uid_in(called_off));
    CHECK(uid_in(before) == uid_in(moved));
}

TEST_CASE("a deadline is a point in time, and its words are those of the language") {
    committee::State state = founded();
    committee::Call call;
    call.subject = "Предложения";
    call.deadline = *committee::parse_moment("2022-02-01T18:00+01:00[Europe/Vienna]");
    state.calls["C1"] = call;
    CHECK(read_by_python(host::calendar_feed(state, text::Language::ru))
              .find("Крайний срок: Предложения (Committee on Lighthouses, Buoys; and Lamps)|"
                    "CONFIRMED|0|2022-02-01 18:00|2022-02-01 12:00|-|") != std::string::npos);
}

TEST_CASE("an empty calendar is one that calendars read") {
    CHECK(read_by_python(host::calendar_feed(founded(), text::Language::ar)) ==
          "Committee on Lighthouses, Buoys; and Lamps\n");
}

TEST_CASE(
    "a delegation's own calendar says what it is awaited to answer, and calls off what closed") {
    committee::State state = founded();
    for (const char* id : {"C1", "C2"}) {
        committee::Call& call = state.calls[id];
        call.subject = std::string("Views ") + id;
        call.deadline = *committee::parse_moment("2022-02-01T18:00+01:00[Europe/Vienna]");
        call.answered["GHA"] = 1000;
    }
    state.calls["C2"].closed_ms = 2000;
    committee::DocumentRequest& request = state.document_requests["R1"];
    request.title = "Background";
    request.due = {2022, 3, 1};
    const auto read_for = [&](committee::Capacity capacity, const std::string& member) {
        return read_by_python(
            host::own_calendar_feed(state, text::Language::en, {{}, capacity, member}));
    };
    const std::string norway = read_for(committee::Capacity::delegate, "NOR");
    CHECK(norway.find("Deadline: Views C1: your delegation has not yet answered (Committee on "
                      "Lighthouses, Buoys; and Lamps)|CONFIRMED|0|") != std::string::npos);
    CHECK(norway.find("Views C2: your delegation has not yet answered (Committee on Lighthouses, "
                      "Buoys; and Lamps)|CANCELLED|1|") != std::string::npos);
    CHECK(norway.find("Background") == std::string::npos);
    const std::string ghana = read_for(committee::Capacity::head, "GHA");
    CHECK(ghana.find("Views C1: your delegation has answered (Committee on Lighthouses, Buoys; and "
                     "Lamps)|CONFIRMED|1|") != std::string::npos);
    CHECK(ghana.find("Views C2: your delegation has answered (Committee on Lighthouses, Buoys; and "
                     "Lamps)|CONFIRMED|2|") != std::string::npos);
    const std::string feed = host::own_calendar_feed(state, text::Language::en,
                                                     {{}, committee::Capacity::secretariat, {}});
    CHECK(feed.find("DTSTART;VALUE=DATE:20220301\r\n") != std::string::npos);
    CHECK(feed.find("SUMMARY:Document due: Background") != std::string::npos);
    CHECK(uid_in(feed) == uid_in(host::calendar_feed(state, text::Language::en)));
}
