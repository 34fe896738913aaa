// SPDX-License-Identifier: MIT
#include "mail/notice_words.h"

#include <doctest/doctest.h>

#include <set>

#include "committee/described.h"

using namespace travaux;
using access::Notice;
using access::NoticeKind;
using text::Language;

namespace {

committee::State state() {
    committee::State state;
    committee::Session& session = state.sessions["S1"];
    session.title = "First session";
    session.history = {{3, 0, {"in April", committee::DatesStanding::tentative, {}, {}, {}}, {}}};
    committee::Call& call = state.calls["C1"];
    call.subject = "Views";
    call.deadline = *committee::parse_moment("2022-02-01T18:00+01:00[Europe/Vienna]");
    state.texts["T1"].symbol = "A/AC.1/L.1";
    state.documents["D1"].symbol = *committee::Symbol::parse("A/AC.291/7");
    state.documents["D1"].title = "Background";
    state.proposals["P1"];
    state.members["NOR"].name = "Norway";
    return state;
}

Notice notice(NoticeKind kind, const char* about) {
    return {"id", kind, "treaty", about, "NOR", {}};
}

std::string said(NoticeKind kind, const char* about, Language language = Language::en) {
    const auto line = mail::line_of(notice(kind, about), state(), language);
    return line ? line->sentence + " " + line->path : std::string();
}

}  // namespace

TEST_CASE("a notice is one sentence and the page where more stands") {
    CHECK(said(NoticeKind::session_planned, "S1") ==
          "Session planned: First session. Dates: in April /committees/treaty/calendar#S1");
    CHECK(said(NoticeKind::call_opened, "C1") ==
          "Call opened: Views. Answers are awaited by 1 February 2022, 18:00 (Europe/Vienna) "
          "/committees/treaty/calendar#C1");
    CHECK(said(NoticeKind::text_published, "T1") ==
          "Text published: A/AC.1/L.1, Initial draft /committees/treaty/texts/T1");
    CHECK(said(NoticeKind::document_released, "D1") ==
          "Document released: A/AC.291/7, Background /committees/treaty/documents/A/AC.291/7");
    CHECK(said(NoticeKind::proposal_co_sponsored, "P1") ==
          "Norway co-sponsors proposal P1 of your delegation /committees/treaty/proposals/P1");
    CHECK(said(NoticeKind::proposal_co_sponsored, "P1", Language::zh).find("挪威") !=
          std::string::npos);
    CHECK(said(NoticeKind::text_published, "T9").empty());
}

TEST_CASE("of a restricted document mail does not say which it is") {
    committee::State now = state();
    now.documents["D1"].distribution = committee::DocumentDistribution::restricted;
    for (const Language language : text::languages) {
        const auto line = mail::line_of(notice(NoticeKind::document_released, "D1"), now, language);
        REQUIRE(line);
        CHECK(line->sentence.find("291") == std::string::npos);
        CHECK(line->sentence.find("Background") == std::string::npos);
        CHECK(line->path == "/committees/treaty/documents");
    }
}

TEST_CASE("every kind of notice says something else, in every language") {
    const std::map<NoticeKind, const char*> abouts = {
        {NoticeKind::session_planned, "S1"},       {NoticeKind::dates_fixed, "S1"},
        {NoticeKind::dates_postponed, "S1"},       {NoticeKind::call_opened, "C1"},
        {NoticeKind::deadline_near, "C1"},         {NoticeKind::text_published, "T1"},
        {NoticeKind::document_released, "D1"},     {NoticeKind::paper_circulated, "W1"},
        {NoticeKind::proposal_co_sponsored, "P1"}, {NoticeKind::proposal_adopted, "P1"},
        {NoticeKind::proposal_dropped, "P1"},      {NoticeKind::co_sponsorship_asked, "P1"}};
    std::set<std::string> all;
    for (const auto& [kind, about] : abouts) {
        for (const Language language : text::languages) all.insert(said(kind, about, language));
    }
    CHECK(all.size() == abouts.size() * text::languages.size());
    CHECK_FALSE(all.contains(""));
}
