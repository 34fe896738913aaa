// Papers on states that are made for the purpose: what is missing, what is hostile, what the
// registry knows.
// SPDX-License-Identifier: MIT
#include "paperwork/paper.h"

#include <doctest/doctest.h>

#include "docx/write.h"
#include "host/committee_library.h"
#include "tests/docx_checker.h"

using namespace travaux;
using committee::State;
using paperwork::AskedPaper;
using paperwork::PaperKind;
using text::Language;

namespace {

const host::CommitteeLibrary& no_bodies() {
    static const host::CommitteeLibrary library([](const committee::BodyReference&) {
        return Result<std::string>(
            std::unexpected(Error{ErrorCode::not_found, "body.missing", {}}));
    });
    return library;
}

committee::Moment moment(std::int32_t day, std::int32_t hour) {
    const Date date{2022, 1, day};
    return {{date, hour * 60}, "Europe/Vienna", (date.days() * 24 + hour) * 3'600'000};
}

State founded() {
    State state;
    state.mandate = {"A/RES/1",     {2021, 12, 27},
                     std::nullopt,  "Committee on Cables",
                     "To write it", "General Assembly of the United Nations"};
    committee::Session session;
    session.title = "First session";
    session.history.push_back(
        {1,
         0,
         {"January", committee::DatesStanding::confirmed, moment(10, 10), moment(14, 18), "Vienna"},
         {}});
    state.sessions["S1"] = session;
    return state;
}

formats::OfficialDocument written(const State& state, const AskedPaper& asked) {
    const std::vector<committee::SessionCosts> costs = {
        {"S1",
         {10, 10, 5'000, 24, 30, 2},
         committee::Quantities{8, 6, 4'000, 18, 24, 2},
         11'252'50,
         9'002'00}};
    const auto paper = paperwork::write_paper({state, no_bodies(), nullptr, costs}, asked);
    INFO((paper ? std::string{} : paper.error().id));
    REQUIRE(paper.has_value());
    return *paper;
}

std::string refusal(const State& state, const AskedPaper& asked) {
    const auto paper = paperwork::write_paper({state, no_bodies()}, asked);
    return paper ? std::string{} : paper.error().id;
}

}  // namespace

TEST_CASE("what a document needs and the record has not is refused by name") {
    State state;
    CHECK(refusal(state, {}) == "committee.not_founded");
    state.mandate = founded().mandate;
    CHECK(refusal(state, {}) == "paper.no_session");
    state = founded();
    CHECK(refusal(state, {PaperKind::list_of_participants, "S7"}) == "session.unknown");
    CHECK(refusal(state, {PaperKind::provisional_agenda}) == "paper.no_agenda");
    CHECK(refusal(state, {PaperKind::organization_of_work}) == "paper.no_agenda");
    CHECK(refusal(state, {PaperKind::draft_resolution}) == "paper.no_text");
    CHECK(refusal(state, {PaperKind::budget_statement}) == "paper.no_session");
    CHECK(paperwork::papers_of(state, "S1") ==
          std::vector{PaperKind::list_of_participants, PaperKind::session_report,
                      PaperKind::compilation, PaperKind::budget_statement});
}

TEST_CASE("a masthead says organ, session, place and days in the language of the document") {
    const State state = founded();
    const auto french = written(state, {PaperKind::session_report, "S1", Language::fr}).masthead;
    CHECK(french.organization == "Nations Unies");
    CHECK(french.organ == "Assemblée générale");
    CHECK(french.issue == std::vector<std::string>{"Distr. générale"});
    CHECK(french.sitting ==
          std::vector<std::string>{"Première session", "Vienne, 10-14 janvier 2022"});
    const auto chinese = written(state, {PaperKind::session_report, "S1", Language::zh}).masthead;
    CHECK(chinese.sitting == std::vector<std::string>{"第一届会议", "维也纳，2022年1月10日至14日"});
}

TEST_CASE("names are said as the committee has them translated, else as they stand") {
    State state = founded();
    state.translations["Committee on Cables"][Language::fr] = "Comité des câbles";
    const auto body = [&](Language language) {
        return written(state, {PaperKind::session_report, "S1", language}).masthead.body;
    };
    CHECK(body(Language::fr) == "Comité des câbles");
    CHECK(body(Language::es) == "Committee on Cables");
}

TEST_CASE("of a symbol in the registry the masthead says date, original language and item") {
    State state = founded();
    committee::Document report;
    report.symbol = *committee::Symbol::parse("A/AC.291/L.7");
    report.title = "Report";
    report.distribution = committee::DocumentDistribution::limited;
    report.original = Language::fr;
    report.agenda_item = "Adoption of the report";
    report.entered_ms = Date{2022, 1, 13}.days() * 86'400'000;
    state.documents["R1"] = report;
    AskedPaper asked{PaperKind::session_report, "S1", Language::en, "A/AC.291/L.7"};
    const auto head = written(state, asked).masthead;
    CHECK(head.issue == std::vector<std::string>{"Distr.: Limited", "13 January 2022", "English",
                                                 "Original: French"});
    CHECK(head.sitting.back() == "Agenda item: Adoption of the report");
    asked.language = Language::ar;
    CHECK(written(state, asked).masthead.issue ==
          std::vector<std::string>{"Distr.: Limited", "13 January 2022", "Arabic",
                                   "Original: French"});
    asked.language = Language::en;
    asked.date = Date{2022, 1, 14};
    CHECK(written(state, asked).masthead.issue[1] == "14 January 2022");
    asked.symbol = "A/AC.291/L.8";
    CHECK(written(state, asked).masthead.issue ==
          std::vector<std::string>{"Distr.: Limited", "14 January 2022"});
}

TEST_CASE("words of the record stand in a page and in a Word file as words") {
    State state = founded();
    const std::string hostile = "<script>alert(1)</script> & \"<b>\"";
    state.mandate->title = hostile;
    state.sessions.at("S1").title = hostile;
    state.agendas["S1"].items = {{hostile, {hostile}, hostile, {hostile}}};
    state.agendas["S1"].meetings = {{{2022, 1, 10}, committee::MeetingPart::morning, {1}, hostile}};
    for (const PaperKind kind : paperwork::papers_of(state, "S1")) {
        AskedPaper asked{kind, "S1", Language::en, hostile};
        const auto document = written(state, asked);
        const std::string page = formats::print_official_html(document);
        CHECK(page.find("<script") == std::string::npos);
        CHECK(page.find("<b>") == std::string::npos);
        CHECK(page.find("&lt;script&gt;") != std::string::npos);
        CHECK(tests::word_problems(formats::write_official_word(document)) == "");
    }
}

TEST_CASE(
    "participants are those accredited when the session closed, in the order of the language") {
    State state = founded();
    const auto add = [&](const char* code, const char* name, std::int64_t since_ms) {
        committee::Member member;
        member.code = code;
        member.name = name;
        member.delegations.push_back({1, since_ms, ActorId{{1}}, {}});
        state.members[code] = member;
    };
    add("CHE", "Switzerland", 1);
    add("DEU", "Germany", 1);
    add("GHA", "Ghana", 1);
    add("NOR", "Norway", moment(20, 9).at_ms);  // too late
    const auto names = [&](Language language) {
        std::vector<std::string> found;
        for (const auto& block :
             written(state, {PaperKind::list_of_participants, "S1", language}).blocks) {
            const auto* table = std::get_if<formats::DocumentTable>(&block);
            if (table == nullptr) continue;
            for (const auto& row : table->rows) found.push_back(row.front());
        }
        return found;
    };
    CHECK(names(Language::en) == std::vector<std::string>{"Germany", "Ghana", "Switzerland"});
    CHECK(names(Language::fr) == std::vector<std::string>{"Allemagne", "Ghana", "Suisse"});
}

TEST_CASE("a budget statement prices what is planned and held, once there are rates") {
    State state = founded();
    const AskedPaper asked{PaperKind::budget_statement, "S1"};
    const std::string free = formats::print_official_html(written(state, asked));
    CHECK(free.find("are therefore not costed") != std::string::npos);
    committee::Rates rates;
    rates.source = "Budget office";
    rates.currency = "USD";
    rates.as_of = {2022, 1, 1};
    rates.meeting = 1'000'00;
    rates.translation = 250'50;
    state.rates.push_back({0, rates});
    const std::string priced = formats::print_official_html(written(state, asked));
    CHECK(priced.find("estimated at USD\u00A011,252.50") != std::string::npos);
    CHECK(priced.find("they cost") == std::string::npos);
    CHECK(priced.find("it cost USD\u00A09,002.00") != std::string::npos);
    CHECK(priced.find("Prices are those of 1 January 2022 (Budget office)") != std::string::npos);
}
