// SPDX-License-Identifier: MIT
#include "consolidation/content.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

text::Draft draft() {
    text::Provision provision;
    provision.id = ProvisionId::of(sha256("A"));
    provision.in(text::Language::en).text = "The Parties shall act.";
    text::Draft draft;
    draft.written_in = {text::Language::en};
    draft.provisions.push_back(provision);
    return draft;
}

std::vector<Part> wants(const std::string& words) {
    return {TextPart{ProvisionId::of(sha256("A")), text::Field::text, words}};
}

// The content ids of the text in which P0, P1, ... want these words.
std::vector<Sha256> ids_of(const std::vector<std::string>& wanted) {
    ProposalSet set;
    for (const std::string& words : wanted) {
        Proposal proposal;
        proposal.id = "P" + std::to_string(set.submitted.size());
        proposal.sponsors = {"Ghana"};
        proposal.parts = wants(words);
        set.supports.insert({proposal.id, "Ghana", {}});
        set.submitted.emplace(proposal.id, proposal);
    }
    return content_ids(consolidate(draft(), set, text::Language::en));
}

Sha256 id_of(const std::string& words) { return content_id(text::id_of(draft()), wants(words)); }

}  // namespace

TEST_CASE("each distinct wish has one content id, in the order of the first that has it") {
    const std::string may = "The Parties may act.";
    const std::string must = "The Parties must act.";
    const std::string none = "The Parties do not act.";
    CHECK(ids_of({}).empty());
    CHECK(ids_of({must, may, must, none, may}) ==
          std::vector<Sha256>{id_of(must), id_of(may), id_of(none)});
}

TEST_CASE("a content id is a matter of the draft and the words") {
    const DraftId other = DraftId::of(sha256("another draft"));
    CHECK(id_of("The Parties may act.") != id_of("The Parties may act"));
    CHECK(content_id(other, wants("a")) != content_id(text::id_of(draft()), wants("a")));
    CHECK(content_id(other, {}) != content_id(other, wants("")));
}
