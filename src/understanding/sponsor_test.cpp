// SPDX-License-Identifier: MIT
#include "understanding/sponsor.h"

#include <doctest/doctest.h>

using namespace travaux;
using namespace travaux::understanding;
using Names = std::vector<std::string>;

TEST_CASE("States are found by their names in six languages") {
    CHECK(sponsors_named_in("Permanent Mission of Ghana to the United Nations") == Names{"Ghana"});
    CHECK(sponsors_named_in("proposition_norvège_fidji.docx") == Names{"Fiji", "Norway"});
    CHECK(sponsors_named_in("مقترح من مصر") == Names{"Egypt"});
    CHECK(sponsors_named_in("智利提案") == Names{"Chile"});
}

TEST_CASE("groups that speak as one are no State of theirs") {
    CHECK(sponsors_named_in("on behalf of the Group of 77 and China") ==
          Names{"Group of 77 and China"});
    CHECK(sponsors_named_in("Union européenne") == Names{"European Union"});
}

TEST_CASE("a name inside a longer one, or inside a word, is no other State") {
    CHECK(sponsors_named_in("Papua New Guinea") == Names{"Papua New Guinea"});
    CHECK(sponsors_named_in("Nigeria") == Names{"Nigeria"});
    CHECK(sponsors_named_in("Dominican Republic") == Names{"Dominican Republic"});
    CHECK(sponsors_named_in("a chadwick report").empty());
}

TEST_CASE("what the file says of itself counts before its name") {
    docx::Document document;
    document.properties.creator = "Jordan Smith";
    CHECK(sponsors_in(document, "/in/ghana.docx") == Sponsors{{"Ghana"}, SponsorSource::file_name});
    document.heads.emplace_back().spans = {{"Proposal by Ken", {}}, {"ya", {}}};
    CHECK(sponsors_in(document, "ghana.docx") == Sponsors{{"Kenya"}, SponsorSource::head});
    document.changes = {{docx::ChangeKind::insertion, "Fiji, Peru", {}, {}}};
    CHECK(sponsors_in(document, "") == Sponsors{{"Fiji", "Peru"}, SponsorSource::author});
    document.properties.company = "Mission permanente du Tchad";
    CHECK(sponsors_in(document, "") == Sponsors{{"Chad"}, SponsorSource::company});
    CHECK(sponsors_in({}, "proposal.docx") == Sponsors{});
}
