// SPDX-License-Identifier: MIT
#include "understanding/proposal_file.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"
#include "docx/write.h"
#include "formats/import_text.h"
#include "formats/printing.h"
#include "understanding/report.h"

using namespace travaux;
using namespace travaux::consolidation;
using namespace travaux::understanding;
using docx::Changes;
using text::Field;
using text::Language;

namespace {

text::Draft treaty() {
    const auto draft = formats::import_text(
        "# Treaty\n\n## Article 1\n\nShips shall stop.\n\n## Article 2\n\nStates may act.\n",
        "treaty.md", Language::en);
    REQUIRE(draft);
    return draft->draft;
}

const Changes by_ghana = {0};
const Changes struck_by_ghana = {1};
const Changes by_norway = {2};
const Changes struck_by_norway = {3};
const Changes norway_in_ghana = {0, 3};

docx::Paragraph line(std::vector<docx::Span> spans, Changes mark = {}) {
    docx::Paragraph paragraph;
    paragraph.spans = std::move(spans);
    paragraph.mark = std::move(mark);
    return paragraph;
}

// What a file holds; its name is `a.docx`.
std::vector<ProposalFile> read(std::vector<docx::Paragraph> paragraphs) {
    docx::Document document;
    document.changes = {{docx::ChangeKind::insertion, "Ghana", {}, {}},
                        {docx::ChangeKind::deletion, "Ghana", {}, {}},
                        {docx::ChangeKind::insertion, "Norway", {}, {}},
                        {docx::ChangeKind::deletion, "Norway", {}, {}}};
    document.paragraphs = std::move(paragraphs);
    auto files = read_proposal_files(treaty(), docx::write(document), "a.docx", {});
    REQUIRE(files);
    return *std::move(files);
}

// The text with all of them, which are sound together.
std::string consolidated(const std::vector<ProposalFile>& files) {
    const text::Draft draft = treaty();
    ProposalSet set;
    for (const ProposalFile& file : files) {
        for (const auto& sponsor : file.proposal.sponsors) {
            set.supports.insert({file.proposal.id, sponsor, {}});
        }
        set.submitted.emplace(file.proposal.id, file.proposal);
    }
    const auto checked = check(draft, set);
    INFO((checked ? std::string() : checked.error().id));
    REQUIRE(checked);
    return formats::print_text(draft, consolidate(draft, set, Language::en), {});
}

}  // namespace

TEST_CASE("what one strikes in another's insertion amends the other's proposal") {
    const auto files = read({line({{"Article 1", {}}}), line({{"Ships ", {}},
                                                              {"and ", by_ghana},
                                                              {"small ", norway_in_ghana},
                                                              {"large ", by_norway},
                                                              {"boats ", by_ghana},
                                                              {"shall stop.", {}}})});
    REQUIRE(files.size() == 2);
    const ProvisionId stop = treaty().provisions[2].id;
    CHECK(files[0].proposal.parts ==
          std::vector<Part>{TextPart{stop, Field::text, "Ships and small boats shall stop."}});
    CHECK(files[1].proposal.sponsors == std::vector<std::string>{"Norway"});
    CHECK(files[1].proposal.amends == "a-1");
    CHECK(files[1].proposal.parts ==
          std::vector<Part>{TextPart{stop, Field::text, "Ships and large boats shall stop."}});
    CHECK(files[1].understanding.doubts.empty());
    const auto report = report_on(treaty(), files[1], Language::en);
    CHECK(report.changes.front().sentences.front().find(
              "\xE2\x80\x9Csmall\xE2\x80\x9D becomes \xE2\x80\x9Clarge\xE2\x80\x9D") !=
          std::string::npos);
    CHECK(consolidated(files).find("large") != std::string::npos);
}

TEST_CASE("a provision that one brings is amended, or goes, as another changes it") {
    const auto files = read({line({{"Article 1", {}}}), line({{"Ships shall stop.", {}}}),
                             line({{"Boats ", by_ghana},
                                   {"shall", norway_in_ghana},
                                   {"may", by_norway},
                                   {" stop.", by_ghana}},
                                  by_ghana),
                             line({{"Rafts shall stop.", norway_in_ghana}}, norway_in_ghana),
                             line({{"Article 2", {}}})});
    REQUIRE(files.size() == 2);
    REQUIRE(files[0].proposal.parts.size() == 2);
    const auto boats = inserted_ids(std::get<InsertPart>(files[0].proposal.parts[0])).front();
    const auto rafts = inserted_ids(std::get<InsertPart>(files[0].proposal.parts[1])).front();
    CHECK(files[1].proposal.parts ==
          std::vector<Part>{TextPart{boats, Field::text, "Boats may stop."}, DeletePart{rafts}});
    const std::string text = consolidated(files);
    CHECK(text.find("Norway") != std::string::npos);
}

TEST_CASE("what one wants of the draft's own words stays a proposal of its own") {
    const auto files = read({line({{"Article 1", {}}}), line({{"Ships ", {}},
                                                              {"and ", by_ghana},
                                                              {"boats ", norway_in_ghana},
                                                              {"shall", struck_by_norway},
                                                              {"may", by_norway},
                                                              {" stop.", {}}})});
    REQUIRE(files.size() == 3);
    const ProvisionId stop = treaty().provisions[2].id;
    CHECK(files[1].proposal.parts ==
          std::vector<Part>{TextPart{stop, Field::text, "Ships may stop."}});
    CHECK(files[1].proposal.amends.empty());
    CHECK(files[2].proposal.parts ==
          std::vector<Part>{TextPart{stop, Field::text, "Ships and shall stop."}});
    CHECK(files[2].proposal.amends == "a-1");
}

TEST_CASE("what parts cannot say of another's insertion is doubtful") {
    const auto files = read({line({{"Article 1", {}}}), line({{"Ships shall stop.", {}}}),
                             line({{"(a) ", norway_in_ghana}, {"Boats stop.", by_ghana}}, by_ghana),
                             line({{"Article 2", {}}})});
    REQUIRE(files.size() == 2);
    CHECK(files[1].proposal.parts.empty());
    CHECK(files[1].understanding.doubts == std::vector<Doubt>{{DoubtKind::other_words, 3, "(a) "}});
}
