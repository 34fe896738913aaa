// What stands in a gap: which insertions are rivals, and which stand one after the other.
// SPDX-License-Identifier: MIT
#include "consolidation/gap.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

ProvisionId id(const std::string& name) { return ProvisionId::of(sha256(name)); }

text::Draft draft() {
    text::Provision article;
    article.id = id("A");
    article.kind = text::ProvisionKind::article;
    text::Draft draft;
    draft.written_in = {text::Language::en};
    draft.provisions.push_back(article);
    return draft;
}

Part inserts(const std::string& words) {
    NewProvision provision;
    provision.wording.text = words;
    return InsertPart{{id("A"), {}}, {provision}};
}

// The rows that proposals would insert, by their count of rival wordings.
std::vector<std::size_t> rivals_of(const std::vector<std::vector<Part>>& proposals) {
    ProposalSet set;
    for (const auto& parts : proposals) {
        Proposal proposal;
        proposal.id = "P" + std::to_string(set.submitted.size());
        proposal.sponsors = {"Ghana"};
        proposal.parts = parts;
        set.supports.insert({proposal.id, "Ghana", {}});
        set.submitted.emplace(proposal.id, proposal);
    }
    const text::Draft base = draft();
    REQUIRE(check(base, set));
    std::vector<std::size_t> rivals;
    for (const Row& row : consolidate(base, set, text::Language::en).rows) {
        if (row.kind == RowKind::insertion) rivals.push_back(row.text.targets.size());
    }
    return rivals;
}

constexpr const char* open_list = "Each Party keeps an open list of its cables";
constexpr const char* secret_list = "Each Party keeps a secret list of its cables";

}  // namespace

TEST_CASE("insertions much alike, of two proposals, are rivals") {
    CHECK(rivals_of({{inserts(open_list)}, {inserts(secret_list)}}) == std::vector<std::size_t>{1});
}

TEST_CASE("insertions of one proposal are no rivals, however alike") {
    CHECK(rivals_of({{inserts(open_list), inserts(secret_list)}}) ==
          std::vector<std::size_t>{0, 0});
}
