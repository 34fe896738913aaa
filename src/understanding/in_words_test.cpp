// SPDX-License-Identifier: MIT
#include "understanding/in_words.h"

#include <doctest/doctest.h>

#include <array>

#include "formats/proposal_lines.h"
#include "tests/example.h"
#include "understanding/instruction.h"

using namespace travaux;
using text::Language;
using understanding::in_words;

namespace {

text::Draft draft() {
    return formats::import_text(
               "# Treaty\n\n## Article 1\n\nShips shall stop, and ships shall pay.\n\n"
               "## Article 2\n\n1. States may act.\n\n2. They shall tell the "
               "depositary.\n",
               "a.md", Language::en)
        ->draft;
}

std::vector<std::string> sentences(const std::string& parts) {
    const text::Draft on = draft();
    const auto set = formats::read_proposal_lines(
        on, {{"a", R"({"id":"P1","sponsors":["Ghana"],"parts":[)" + parts + "]}\n"}});
    REQUIRE(set);
    return in_words(on, set->submitted.at("P1"), Language::en);
}

std::string only(const std::string& parts) {
    const auto all = sentences(parts);
    REQUIRE(all.size() == 1);
    return all.front();
}

}  // namespace

TEST_CASE("each kind of change is said as people ask for it") {
    CHECK(
        only(
            R"({"part":"text","provision":"article 2, paragraph 1","text":"States shall act."})") ==
        "Article 2, paragraph 1: replace “may” with “shall”.");
    CHECK(
        only(R"({"part":"text","provision":"article 2, paragraph 2","text":"They shall tell."})") ==
        "Article 2, paragraph 2: delete “the depositary”.");
    CHECK(
        only(
            R"({"part":"text","provision":"article 2, paragraph 1","text":"States may act now."})") ==
        "Article 2, paragraph 1: insert “now” after “act”.");
    CHECK(
        only(
            R"({"part":"text","provision":"article 2, paragraph 1","text":"All States may act."})") ==
        "Article 2, paragraph 1: at the beginning, insert “All”.");
    CHECK(only(R"({"part":"delete","provision":"article 2"})") == "Article 2: delete.");
    CHECK(only(R"({"part":"move","provision":"article 1","after":"article 2"})") ==
          "Article 1: move, to stand after article 2.");
    CHECK(only(R"({"part":"bracket","provision":"article 1","words":"and ships shall pay"})") ==
          "Article 1, paragraph 1: place “and ships shall pay” in square brackets.");
    CHECK(only(R"({"part":"reserve","provision":"article 1","text":"Pending instructions"})") ==
          "Article 1: the position is reserved: Pending instructions");
    CHECK(only(R"({"part":"insert","after":"article 2, paragraph 2","new":{"kind":"paragraph",)"
               R"("number":"3.","text":"It answers."}})") ==
          "Article 2, paragraph 2: after it, insert a new provision: “3. It answers.”");
}

TEST_CASE("words that stand twice are named with what tells them apart") {
    CHECK(
        only(
            R"({"part":"text","provision":"article 1","text":"Ships shall stop, and ships may pay."})") ==
        "Article 1, paragraph 1: replace “ships shall” with “ships may”.");
}

TEST_CASE("what is said of words is read again as the same change") {
    const auto example = tests::draft_in_six_languages();
    const auto set = tests::proposals_on(example.draft);
    std::size_t read = 0;
    for (const Language language : {Language::en, Language::fr, Language::es}) {
        for (const auto& [id, proposal] : set.submitted) {
            for (std::size_t at = 0; at < proposal.parts.size(); ++at) {
                const auto* part = consolidation::part_in(proposal, at, language);
                const auto* text =
                    part == nullptr ? nullptr : std::get_if<consolidation::TextPart>(part);
                if (text == nullptr || text->field != text::Field::text) continue;
                // What another proposal inserts has no label that a sentence could name.
                if (!text::find(example.draft, text->provision)) continue;
                consolidation::Proposal alone = proposal;
                alone.parts = {proposal.parts[at]};
                for (auto& [other, parts] : alone.translations) parts = {parts[at]};
                std::string target;
                understanding::Instructions instructions(example.draft, language);
                for (const std::string& one : in_words(example.draft, alone, language)) {
                    INFO(one);
                    const auto found = instructions.read(one, {});
                    CHECK(found);
                    if (!found) continue;
                    const auto* again = std::get_if<consolidation::TextPart>(&found->parts.front());
                    CHECK(again);
                    if (again != nullptr) target = again->target.copy();
                }
                INFO(id);
                CHECK(target == text->target);
                ++read;
            }
        }
    }
    CHECK(read > 60);
}
