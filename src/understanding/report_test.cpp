// SPDX-License-Identifier: MIT
#include "understanding/report.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/example.h"

using namespace travaux;
using text::Language;

namespace {

// A file that wants some parts, as it is reported in a language.
std::vector<std::string> sentences_of(const std::vector<consolidation::Part>& parts,
                                      const text::Draft& draft, Language language) {
    understanding::ProposalFile file;
    file.proposal.id = "wish";
    file.proposal.sponsors = {"Ghana"};
    file.proposal.parts = parts;
    for (const auto& part : parts) {
        file.understanding.changes.push_back({part, understanding::Confidence::certain, 1});
    }
    std::vector<std::string> all;
    for (const auto& change : understanding::report_on(draft, file, language).changes) {
        all.insert(all.end(), change.sentences.begin(), change.sentences.end());
    }
    return all;
}

}  // namespace

TEST_CASE("what is remarked on a provision is said in the report, in each language") {
    const auto example = tests::draft_in_six_languages();
    const auto id = example.draft.provisions.front().id;
    const std::vector<consolidation::Part> parts = {
        consolidation::BracketPart{id, {}}, consolidation::BracketPart{id, "may"},
        consolidation::NotePart{id, "See above."}, consolidation::ReservePart{id, {}},
        consolidation::ReservePart{id, "Ad referendum."}};
    for (const Language language : text::languages) {
        const auto all = sentences_of(parts, example.draft, language);
        REQUIRE(all.size() == 5);
        CHECK(all[1].find("may") != std::string::npos);
        CHECK(all[2].find("See above.") != std::string::npos);
        CHECK(all[4].find("Ad referendum.") != std::string::npos);
        CHECK(std::set(all.begin(), all.end()).size() == 5);
    }
    const auto english = sentences_of(parts, example.draft, Language::en);
    CHECK(english[0].ends_with("stands in square brackets"));
    CHECK(english[2].ends_with(": note: “See above.”"));
    CHECK(english[4].ends_with(": position reserved: “Ad referendum.”"));
}

TEST_CASE("a new preamble is reported with the first words of what it holds") {
    const auto example = tests::draft_in_six_languages();
    const auto words = [](const std::string& text) { return text::Wording{"", "", text}; };
    const consolidation::InsertPart preamble{
        {{}, example.draft.provisions.front().id},
        {{text::ProvisionKind::preamble, 0, {}},
         {text::ProvisionKind::preambular_paragraph, 1, words("Recalling the cables,")},
         {text::ProvisionKind::preambular_paragraph, 1, words("Noting the ships,")}}};
    for (const Language language : text::languages) {
        const auto all = sentences_of({preamble}, example.draft, language);
        REQUIRE(all.size() == 2);
        CHECK(all[0].contains("Recalling the cables,"));
    }
    CHECK(sentences_of({preamble}, example.draft, Language::en)[1] == "with 1 provision in it");
}
