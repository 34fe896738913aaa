// SPDX-License-Identifier: MIT
#include "consolidation/proposal.h"

#include <doctest/doctest.h>

using namespace travaux;
using namespace travaux::consolidation;

namespace {

ProposalSet one_proposal() {
    ProposalSet set;
    Proposal proposal;
    proposal.id = "P1";
    proposal.sponsors = {"Ghana"};
    set.supports.insert({"P1", "Ghana", {}});
    set.submitted.emplace("P1", std::move(proposal));
    return set;
}

}  // namespace

TEST_CASE("a withdrawn proposal that is taken up stands for others, and names who brought it") {
    ProposalSet set = one_proposal();
    CHECK_FALSE(is_withdrawn(set, set.submitted.at("P1")));
    set.supports.insert({"P1", "Kenya", {}});
    set.withdrawals.insert({"P1", "Ghana", {}});
    CHECK(is_withdrawn(set, set.submitted.at("P1")));
    REQUIRE(open_proposals(set).size() == 1);
    CHECK(open_proposals(set)[0].sponsors == std::vector<std::string>{"Kenya"});
    CHECK(open_proposals(set)[0].brought_by == std::vector<std::string>{"Ghana"});
    // Whoever brought it may come back.
    set.supports.insert({"P1", "Ghana", "second session"});
    CHECK(open_proposals(set)[0].sponsors == std::vector<std::string>({"Ghana", "Kenya"}));
    CHECK(open_proposals(set)[0].brought_by.empty());
}

TEST_CASE("a dropped proposal is open again once the decision is reconsidered, in any order") {
    ProposalSet set = one_proposal();
    set.reconsidered.insert({"P1", "second session"});
    CHECK(open_proposals(set).size() == 1);
    set.drops.insert({"P1", "second session"});
    CHECK(open_proposals(set).size() == 1);
    // Dropped anew, with a tag of its own.
    set.drops.insert({"P1", "third session"});
    CHECK(open_proposals(set).empty());
    set.reconsidered.insert({"P1", "third session"});
    CHECK(open_proposals(set).size() == 1);
}
