// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <string>

#include "tests/command.h"
#include "tests/corpus.h"

using namespace travaux;

namespace {

std::string example() { return (tests::project_folder() / "examples/plan/outline.json").string(); }

/// The example, with some of its words replaced, or any other bytes.
struct PlanFile {
    explicit PlanFile(std::string_view words, std::string_view by) {
        std::string bytes = tests::bytes_of(example());
        const std::size_t at = bytes.find(words);
        REQUIRE(at != std::string::npos);
        bytes.replace(at, words.size(), by);
        std::ofstream(path(), std::ios::binary) << bytes;
    }

    [[nodiscard]] std::string path() const { return (folder.path / "plan.json").string(); }

    tests::ScratchFolder folder;
};

void refuses(std::string_view words, std::string_view by, const std::string& said) {
    const PlanFile file(words, by);
    const auto outcome = tests::run({"plan", file.path()});
    INFO(by);
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.out.empty());
    CHECK(std::ranges::count(outcome.err, '\n') == 1);
    CHECK_MESSAGE(outcome.err.contains(said), outcome.err);
}

}  // namespace

TEST_CASE("travaux plan shows windows, feasts, schedules and papers") {
    const auto outcome = tests::run({"plan", example()});
    CHECK(outcome.exit_code == 0);
    for (const char* said :
         {"two weeks in April\n    from 2023-04-01 to 2023-04-30; 2 weeks\n",
          "2023-04-21  Eid al-Fitr; subject to sighting of the moon",
          "2023-04-14  Orthodox Good Friday", "2023-04-10  Easter Monday; official holiday",
          "Schedule 1: cost 6, and none costs less",
          "Session 2 opens 192 days after the one before",
          "  1  from 2021-08-02 to 2021-08-13  Vienna", "; can be read in another way too",
          "Papers of schedule 1", "2022-06-13  (2022-04-29)  submission"}) {
        CHECK_MESSAGE(outcome.out.contains(said), said);
    }
    CHECK(outcome.out.contains("  7  from 2023-12-11 to 2023-12-22  Vienna"));
    CHECK(tests::run({"plan", example()}).out == outcome.out);
}

TEST_CASE("travaux plan --json has the same as values") {
    const auto outcome = tests::run({"plan", example(), "--json"});
    REQUIRE(outcome.exit_code == 0);
    const auto report = boost::json::parse(outcome.out).as_object();
    CHECK(report.at("outcome").as_string() == "feasible");
    CHECK(report.at("is_best").as_bool());
    CHECK(report.at("schedules").as_array().size() == 3);
    CHECK(report.at("papers").as_array().size() == 7);
    const auto& second = report.at("sessions").as_array()[1].as_object();
    CHECK(second.at("window").as_object().at("exactness").as_string() == "doubtful");
    CHECK(second.at("meetings").as_int64() == 20);
}

TEST_CASE("travaux plan says what clashes, in sentences and as values") {
    const PlanFile file("\"last\": \"2023-12-08\"", "\"last\": \"2023-12-20\"");
    const PlanFile other("\"places\": [\"vienna\", \"new_york\"]", "\"places\": [\"vienna\"]");
    std::string bytes = tests::bytes_of(other.path());
    const std::string day = "\"last\": \"2023-12-08\"";
    bytes.replace(bytes.find(day), day.size(), "\"last\": \"2023-12-20\"");
    std::ofstream(other.path(), std::ios::binary) << bytes;
    CHECK(tests::run({"plan", file.path()}).out.contains("New York"));
    const auto outcome = tests::run({"plan", other.path()});
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.out.ends_with(
        "No days can be found: these demands cannot all be met, and without any one of them the "
        "others can\n  Session 7 is held between 2023-12-01 and 2023-12-31\n  Nothing is held in "
        "Vienna from 2023-12-04 to 2023-12-20: another conference takes the rooms\n"));
    const auto json = tests::run({"plan", other.path(), "--json"});
    const auto report = boost::json::parse(json.out).as_object();
    CHECK(report.at("outcome").as_string() == "clash");
    CHECK(report.at("clash").as_array().size() == 2);
}

TEST_CASE("travaux plan --delay says what slips") {
    const auto outcome =
        tests::run({"plan", example(), "--delay", "3/revised draft/submission=2022-07-20"});
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.out.contains(
        "\nWhat slips:\n  3  revised draft  2022-04-29 -> 2022-07-20  submission"));
    CHECK(outcome.out.ends_with("red: too late\n"));
    CHECK(tests::run({"plan", example(), "--delay", "3/other/issue=2022-07-20"}).exit_code == 2);
    CHECK(tests::run({"plan", example(), "--delay", "3/issue"}).exit_code == 2);
    CHECK(tests::run({"plan", example(), "--delay", "3/draft/issue=2022-02-30"}).exit_code == 2);
}

TEST_CASE("travaux plan refuses what cannot be, and names the field") {
    refuses("2 to 13 August", "2 to 32 August",
            "plan.json: sessions[1]: in the dates 2 to 32 August there is no such day");
    refuses("2 to 13 August", "13 to 2 August", "sessions[1]: the window 13 to 2 August ends");
    refuses("two weeks in April", "two weeks in Aprile",
            "sessions[5]: in the dates two weeks in Aprile these words are not understood: aprile");
    refuses("\"vienna\", \"new_york\"", "\"vienna\", \"vindobona\"",
            "sessions[7]: the field places has no value vindobona; it may be: geneva, nairobi");
    refuses("\"year\": 2021,", "", "sessions[1]: the dates 2 to 13 August name no year");
    refuses("\"id\": \"1\", \"body\": \"committee\",",
            "\"id\": \"1\", \"body\": \"committee\", \"after\": [\"8\"],",
            "these sessions have to be after each other in a circle: 1, 2, 3, 4, 5, 6, 7, 8");
    refuses("\"last\": \"2023-12-08\"", "\"last\": \"2023-11-08\"",
            "blackouts[1]: the window another conference takes the rooms ends before it begins");
    refuses("\"last\": \"2023-12-08\"", "\"last\": \"2023-02-30\"",
            "blackouts[1]: the field last is no day of the calendar: 2023-02-30");
    refuses("\"call_days\": 60", "\"call_days\": 100000",
            "sessions[2]: papers[1]: the field call_days has to be from 0 to 1000");
    refuses("two weeks in December", "in December", "sessions[7]: the dates in December say no");
    refuses("\"rooms\": 2", "\"roms\": 2", "capacities[1]: the field roms is not known here");
}
