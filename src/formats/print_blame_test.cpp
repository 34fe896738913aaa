// SPDX-License-Identifier: MIT
#include "formats/print_blame.h"

#include <doctest/doctest.h>

#include "consolidation/decision.h"
#include "formats/draft_folder.h"
#include "formats/import_text.h"
#include "formats/proposal_lines.h"

using namespace travaux;
using formats::DraftWithProvenance;
using formats::NamedDraft;

namespace {

constexpr auto en = text::Language::en;

DraftWithProvenance imported(const std::string& bytes) {
    return *formats::import_text(bytes, "convention.md", en);
}

const std::string first_text =
    "# Convention\n\n## Article 1\n\n1. Each Party shall give notice of any incident.\n\n"
    "2. The costs of repair are borne by whoever caused the damage.\n";

std::string with_may(std::string text) { return text.replace(text.find("shall"), 5, "may"); }

DraftWithProvenance next_of(const DraftWithProvenance& draft, const std::string& events = {}) {
    const auto set = formats::read_proposal_lines(
        draft.draft,
        {{"p.jsonl", R"({"id":"P1","sponsors":["Ghana"],"parts":[{"part":"text",)"
                     R"("provision":"article 1, paragraph 1","replace":"shall","with":"may"}]})"
                     "\n" +
                         events}});
    const auto made = consolidation::next_draft(draft.draft, draft.provenance, *set, {{"P1", 0}});
    return {made->draft, made->provenance};
}

}  // namespace

TEST_CASE("blame over drafts of which each was made of the one before is exact") {
    const DraftWithProvenance first = imported(first_text);
    const DraftWithProvenance second = next_of(first);
    const std::vector<NamedDraft> drafts = {{"draft-1", first}, {"draft-2", second}};
    CHECK(formats::print_blame(drafts, en) == formats::print_blame(second, en));
    CHECK(formats::print_blame(second, en).contains("  + may\n      P1 (Ghana), draft 2\n"));
}

TEST_CASE(
    "of what was taken up, blame and the draft folder name who adopted it and who brought it") {
    const DraftWithProvenance made =
        next_of(imported(first_text), R"({"take_up":"P1","sponsors":["Peru","Kenya"]})"
                                      "\n"
                                      R"({"withdraw":"P1","sponsor":"Ghana"})");
    CHECK(formats::print_blame(made, en).contains(
        "  + may\n      P1 (Kenya, Peru; brought by Ghana), draft 2\n"));
    CHECK(formats::read_draft_folder(formats::write_draft_folder(made)) == made);
}

TEST_CASE("blame over drafts without ids names the drafts, and says how sure that is") {
    const std::vector<NamedDraft> drafts = {{"draft-1", imported(first_text)},
                                            {"draft-2", imported(with_may(first_text))}};
    CHECK(formats::print_blame(drafts, en) ==
          "By likeness, over these drafts:\n"
          "  draft-1: Convention\n"
          "  draft-2: Convention\n"
          "\n"
          "treaty title\n"
          "  + Convention\n      draft-1 (its text is unchanged since)\n"
          "article 1, paragraph 1\n"
          "  + Each Party\n      draft-1 (its text changed around it)\n"
          "  - shall\n      draft-1; removed by draft-2\n"
          "  + may\n      draft-2 (not seen before)\n"
          "  + give notice of any incident.\n      draft-1 (its text changed around it)\n"
          "article 1, paragraph 2\n"
          "  + The costs of repair are borne by whoever caused the damage.\n"
          "      draft-1 (its text is unchanged since)\n");
}

TEST_CASE("a provision that vanished is named as in the draft that had it last") {
    const std::string shorter = first_text.substr(0, first_text.find("2. The costs"));
    const std::vector<NamedDraft> drafts = {{"draft-1", imported(first_text)},
                                            {"draft-2", imported(shorter)}};
    CHECK(formats::print_blame(drafts, en)
              .ends_with("article 1, paragraph 2 of draft-1, removed by draft-2\n"
                         "  - The costs of repair are borne by whoever caused the damage.\n"
                         "      draft-1; removed by draft-2\n"));
}

TEST_CASE("a draft that only looks like an earlier one is not taken for its descendant") {
    const DraftWithProvenance first = imported(first_text);
    const DraftWithProvenance second = next_of(first);
    const DraftWithProvenance other = imported("# Convention\n\nWords.\n");
    CHECK(text::descends(second.provenance, first.provenance));
    CHECK_FALSE(text::descends(first.provenance, second.provenance));
    CHECK_FALSE(text::descends(first.provenance, first.provenance));
    CHECK_FALSE(text::descends(second.provenance, other.provenance));
}
