// SPDX-License-Identifier: MIT
#include "formats/word_document.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"
#include "docx/read.h"
#include "docx/words.h"
#include "docx/write.h"
#include "tests/random_sets.h"

using namespace travaux;
using namespace travaux::consolidation;
using docx::Side;

namespace {

std::string joined_lines(const docx::Document& document, Side side) {
    std::string all;
    for (const std::string& line : docx::lines_of(document, side)) all += line + "\n";
    return all;
}

docx::Document document_of(const text::Draft& draft, const ProposalSet& set) {
    const auto text = consolidate(draft, set, text::Language::en);
    const auto document = formats::tracked_document(draft, text, {});
    // As a mission gets it, and Word opens it.
    auto read = docx::read(docx::write(document), "a.docx");
    REQUIRE(read);
    return *std::move(read);
}

std::string words_of(const text::Draft& draft) {
    return joined_lines(document_of(draft, {}), Side::accepted);
}

ProposalSet set_of(const Proposal& proposal) {
    ProposalSet set;
    for (const auto& sponsor : proposal.sponsors) set.supports.insert({proposal.id, sponsor, {}});
    set.submitted.emplace(proposal.id, proposal);
    return set;
}

// Words that move, or stand in brackets, and change at once, and joined headings, stand beside the
// text, in comments.
bool is_told_in_changes(const text::Draft& draft, const Proposal& proposal) {
    const auto heading_of = [&](std::size_t at) {
        return at < draft.provisions.size() ? draft.provisions[at].in(text::Language::en).heading
                                            : std::string();
    };
    return std::ranges::all_of(proposal.parts, [&](const Part& part) {
        const bool is_alone = proposal.parts.size() == 1;
        if (std::holds_alternative<MovePart>(part)) return is_alone;
        if (std::holds_alternative<BracketPart>(part)) return is_alone;
        if (std::holds_alternative<InsertPart>(part)) return is_alone;  // the order is the text's
        const auto* join = std::get_if<JoinPart>(&part);
        if (join == nullptr) return true;
        const std::size_t at = *text::find(draft, join->provision);
        return is_alone && text::subtree_end(draft, at) == at + 1 && heading_of(at).empty() &&
               heading_of(at + 1).empty();
    });
}

}  // namespace

TEST_CASE("a tracked file says the draft once its changes are rejected") {
    for (unsigned seed = 1; seed <= 200; ++seed) {
        tests::RandomSets random(seed);
        const auto draft = random.draft(1 + random.below(8));
        ProposalSet set;
        for (unsigned at = random.below(12); at > 0; --at) {
            const auto proposal = random.proposal(draft, "P" + std::to_string(at));
            auto one = set_of(proposal);
            if (!check(draft, one)) continue;
            set.submitted.merge(one.submitted);
            set.supports.merge(one.supports);
        }
        CAPTURE(seed);
        REQUIRE(joined_lines(document_of(draft, set), Side::rejected) == words_of(draft));
    }
}

TEST_CASE("a tracked file says what one proposal wants once its changes are accepted") {
    int compared = 0;
    for (unsigned seed = 1; seed <= 400; ++seed) {
        tests::RandomSets random(seed);
        const auto draft = random.draft(1 + random.below(8));
        const auto proposal = random.proposal(draft, "P1");
        const auto set = set_of(proposal);
        if (!check(draft, set) || !is_told_in_changes(draft, proposal)) continue;
        const auto wanted = applied(draft, set, {proposal.id});
        if (!wanted) continue;
        CAPTURE(seed);
        REQUIRE(joined_lines(document_of(draft, set), Side::accepted) == words_of(*wanted));
        ++compared;
    }
    CHECK(compared > 200);
}

TEST_CASE("a paragraph that is split, or taken together again, keeps its blanks on both sides") {
    tests::RandomSets random(1);
    auto draft = random.draft(1);
    const std::string broken = "One " + std::string(text::paragraph_break) + " and two.";
    const std::string whole = "One and two.";
    for (const auto& [base, target] : {std::pair(whole, broken), std::pair(broken, whole)}) {
        draft.provisions[0].in(text::Language::en) = {"1.", "", base};
        Proposal proposal;
        proposal.id = "P1";
        proposal.sponsors = {"Ghana"};
        proposal.parts = {TextPart{draft.provisions[0].id, text::Field::text, target}};
        const auto document = document_of(draft, set_of(proposal));
        const std::string together = "Draft\n1.\tOne and two.\n";
        const std::string apart = "Draft\n1.\tOne\nand two.\n";
        CHECK(joined_lines(document, Side::rejected) == (base == broken ? apart : together));
        CHECK(joined_lines(document, Side::accepted) == (base == broken ? together : apart));
    }
}
