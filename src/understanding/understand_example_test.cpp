// What the example's proposals want, sent as Word files and understood again.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "consolidation/consolidate.h"
#include "consolidation/decision.h"
#include "docx/read.h"
#include "docx/write.h"
#include "formats/word_document.h"
#include "tests/example.h"
#include "understanding/understand.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

ProposalSet set_of(const Proposal& proposal) {
    ProposalSet set;
    for (const auto& sponsor : proposal.sponsors) set.supports.insert({proposal.id, sponsor, {}});
    set.submitted.emplace(proposal.id, proposal);
    return set;
}

docx::Document sent(const text::Draft& draft, const ProposalSet& set, text::Language language) {
    const auto document = formats::tracked_document(draft, consolidate(draft, set, language), {});
    auto read = docx::read(docx::write(document), "a.docx");
    REQUIRE(read);
    return *std::move(read);
}

// What a draft says, and how it is built.
std::string words_of(const text::Draft& draft, text::Language language) {
    std::string all;
    for (const auto& one : draft.provisions) {
        const auto& words = one.in(language);
        all += std::string(one.depth, ' ') + std::string(text::name_of(one.kind)) + " | " +
               words.number + " | " + words.heading + " | " + words.text + "\n";
    }
    return all;
}

// The parts that change no words, and stand in comments.
std::vector<Part> remarks_in(const std::vector<Part>& parts) {
    std::vector<Part> remarks;
    for (const Part& part : parts) {
        const bool is_remark =
            std::holds_alternative<ReservePart>(part) || std::holds_alternative<NotePart>(part);
        if (is_remark) remarks.push_back(part);
    }
    return remarks;
}

}  // namespace

TEST_CASE("each of the example's proposals comes back from its Word file") {
    const auto draft = tests::draft_in_six_languages().draft;
    const auto proposals = tests::proposals_on(draft);
    int compared = 0;
    for (const auto& [id, proposal] : proposals.submitted) {
        CAPTURE(id);
        if (!proposal.amends.empty()) continue;
        const auto set = set_of(proposal);
        const auto language = proposal.language;
        const auto found = understanding::understand(draft, language, sent(draft, set, language),
                                                     understanding::OtherWords::doubtful);
        CHECK(found.doubts.empty());
        CHECK(found.altered.empty());
        CHECK(found.found == found.lines);
        CHECK((found.reasons.empty() ? "" : found.reasons.front()) == proposal.reason);
        CHECK(found.reasons.size() < 2);
        Proposal understood = proposal;
        understood.parts.clear();
        for (const auto& change : found.changes) understood.parts.push_back(change.part);
        CHECK(remarks_in(understood.parts) == remarks_in(proposal.parts));
        if (remarks_in(understood.parts).size() == understood.parts.size()) continue;
        const auto wanted = applied(draft, set, {id});
        const auto got = applied(draft, set_of(understood), {id});
        REQUIRE(wanted);
        REQUIRE(got);
        CHECK(words_of(*got, language) == words_of(*wanted, language));
        ++compared;
    }
    CHECK(compared == 42);
}
