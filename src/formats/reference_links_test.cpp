// SPDX-License-Identifier: MIT
#include "formats/reference_links.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"
#include "formats/akoma_ntoso.h"
#include "formats/printing.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

text::Provision provision(text::ProvisionKind kind, std::uint32_t depth, const char* number,
                          std::string words) {
    text::Provision one;
    one.id = ProvisionId::of(sha256(std::string(number) + words));
    one.kind = kind;
    one.depth = depth;
    one.in(text::Language::en) = {number, {}, std::move(words)};
    return one;
}

text::Draft draft_saying(const std::string& words) {
    using enum text::ProvisionKind;
    return {"Convention",
            {text::Language::en},
            text::Language::en,
            {provision(article, 0, "Article 1", {}), provision(paragraph, 1, "1.", "One."),
             provision(paragraph, 1, "2.", words), provision(article, 0, "Article 2", {}),
             provision(paragraph, 1, "1.", "Two.")}};
}

std::string html(const text::Draft& draft, const std::vector<Part>& parts) {
    ProposalSet set;
    for (const Part& part : parts) {
        Proposal proposal;
        proposal.id = "P" + std::to_string(set.submitted.size());
        proposal.parts = {part};
        set.supports.insert({proposal.id, "Ghana", {}});
        set.submitted.emplace(proposal.id, proposal);
    }
    REQUIRE(check(draft, set));
    return formats::print_html(draft, consolidate(draft, set, text::Language::en), {});
}

std::string link(const text::Draft& draft, std::size_t to, const std::string& words) {
    return "<a class=\"ref\" href=\"#p-" + hex(draft.provisions[to].id.bytes) + "\">" + words +
           "</a>";
}

}  // namespace

TEST_CASE("a reference in a provision's text is a link to the provision") {
    const auto draft = draft_saying("As article 2 says, paragraph 1 of this article applies.");
    const std::string page = html(draft, {});
    CHECK(page.contains("As " + link(draft, 3, "article 2") + " says, " +
                        link(draft, 1, "paragraph 1") + " of this article applies."));
}

TEST_CASE("brackets between the words of a reference cut its link, and other words end it") {
    const auto draft = draft_saying("As article 2, paragraph 1, says.");
    const ProvisionId here = draft.provisions[2].id;
    const std::string marked = html(draft, {BracketPart{here, "paragraph"}});
    CHECK(marked.contains(link(draft, 4, "article 2,")));
    CHECK(marked.contains(link(draft, 4, "paragraph")));
    CHECK(marked.contains(link(draft, 4, "1")));
    // Who wants another paragraph refers to something else than the words before it say.
    const std::string open =
        html(draft, {TextPart{here, text::Field::text, "As article 2, paragraph 7, says."}});
    CHECK_FALSE(open.contains(link(draft, 4, "article 2, paragraph")));
    CHECK_FALSE(open.contains("class=\"ref\""));
}

TEST_CASE("proposed words and proposed provisions link to what they refer to") {
    const auto draft = draft_saying("Nothing.");
    const std::string page =
        html(draft, {TextPart{draft.provisions[1].id, text::Field::text, "One, as in article 2."},
                     InsertPart{{draft.provisions[0].id, draft.provisions[2].id},
                                {{text::ProvisionKind::paragraph,
                                  0,
                                  {"3.", "", "Paragraph 1 of this article applies."}}}}});
    CHECK(page.contains(", as in " + link(draft, 3, "article 2")));
    CHECK(page.contains(link(draft, 1, "Paragraph 1")));
}

TEST_CASE("a reference is a ref to the eId in Akoma Ntoso, and the draft reads back equal") {
    const auto draft = draft_saying("See article 2 article 1.");
    const std::string xml = formats::write_akoma_ntoso(draft, text::Language::en);
    CHECK(
        xml.contains("See <ref eId=\"art_1__para_2__ref_1\" href=\"#art_2\">article 2</ref> "
                     "<ref eId=\"art_1__para_2__ref_2\" href=\"#art_1\">article 1</ref>."));
    const auto back = formats::read_akoma_ntoso(xml, "en.xml");
    REQUIRE(back);
    CHECK(*back == draft);
}

TEST_CASE("the annotated tree as JSON lists references with their places in code points") {
    const auto draft = draft_saying("\xC2\xABSee\xC2\xBB article 2.");
    const std::string json =
        formats::print_json(draft, consolidate(draft, {}, text::Language::en), {});
    CHECK(json.contains("\"references\":[{\"begin\":6,\"end\":15,\"provision\":\"" +
                        hex(draft.provisions[3].id.bytes) + "\"}]"));
}
