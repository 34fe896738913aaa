// SPDX-License-Identifier: MIT
#include "consolidation/voting.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

const ProvisionId article = ProvisionId::of(sha256("article"));
const ProvisionId paragraph = ProvisionId::of(sha256("paragraph"));
const std::string words = "Each State Party shall cooperate fully";

text::Draft draft() {
    text::Draft draft;
    draft.written_in = {text::Language::en};
    draft.provisions.resize(2);
    draft.provisions[0].id = article;
    draft.provisions[0].kind = text::ProvisionKind::article;
    draft.provisions[1].id = paragraph;
    draft.provisions[1].depth = 1;
    draft.provisions[1].in(text::Language::en).text = words;
    return draft;
}

struct Wanted {
    std::string id;
    Part part;
    std::string amends;
};

ProposalSet set_of(const std::vector<Wanted>& wanted) {
    ProposalSet set;
    for (const auto& [id, part, amends] : wanted) {
        Proposal proposal;
        proposal.id = id;
        proposal.sponsors = {"State of " + id};
        proposal.amends = amends;
        proposal.parts = {part};
        set.supports.insert({id, proposal.sponsors[0], {}});
        set.submitted.emplace(id, std::move(proposal));
    }
    return set;
}

Part says(const std::string& target) { return TextPart{paragraph, text::Field::text, target}; }

std::vector<VotingOption> options(const ProposalSet& set, std::size_t row = 1) {
    const text::Draft base = draft();
    REQUIRE(check(base, set));
    const Consolidated text = consolidate(base, set, text::Language::en);
    return voting_orders(base, text)[row].options;
}

// The ids of proposals in voting order: "A B".
std::string order(const ProposalSet& set) {
    const auto proposals = open_proposals(set);
    std::string result;
    for (const VotingOption& one : options(set)) {
        result += (result.empty() ? "" : " ") + proposals[one.proposals.front()].id;
    }
    return result;
}

}  // namespace

TEST_CASE("whole deletion is put first, then the text with no words left, then by distance") {
    CHECK(order(set_of({{"A", says("Each State Party shall cooperate"), {}},
                        {"B", says(""), {}},
                        {"C", DeletePart{paragraph}, {}},
                        {"D", says("Each Party shall endeavour to act in good faith"), {}}})) ==
          "C B D A");
}

TEST_CASE("a word that binds weighs more than several that do not") {
    CHECK(order(set_of({{"A", says("Each State Party shall cooperate in good faith"), {}},
                        {"B", says("Each State Party may cooperate fully"), {}}})) == "B A");
    CHECK(distance_of("les États peuvent coopérer", "les États doivent coopérer",
                      text::Language::fr) == 40);
    CHECK(distance_of("各国应合作", "各国可合作", text::Language::zh) == 40);
    CHECK(distance_of("may", "can", text::Language::en) == 40);
    CHECK(distance_of("a, b", "a b", text::Language::en) == 1);
}

TEST_CASE("an amendment to an amendment is put before it, however near it is") {
    CHECK(order(set_of({{"A", says("Each State Party may wish to cooperate fully"), {}},
                        {"B", says("Each State Party may wish to cooperate"), "A"},
                        {"C", says("Each State Party may well wish to cooperate"), "B"},
                        {"D", says("Each Party shall cooperate fully"), {}}})) == "C B A D");
}

TEST_CASE("what nobody sponsors any more is not put") {
    ProposalSet set = set_of({{"A", says("Each State Party may cooperate fully"), {}},
                              {"B", says("Each State Party may well cooperate fully"), "A"},
                              {"C", says("Each Party shall cooperate fully"), {}}});
    set.withdrawals.insert({"A", "State of A", {}});
    CHECK(order(set) == "B C");
}

TEST_CASE("adoption rejects rivals and what a deletion takes, not what stands beside") {
    const auto list = options(set_of({{"A", says("Each State Party may cooperate fully"), {}},
                                      {"B", says("Each State Party should cooperate fully"), {}},
                                      {"C", says("Each Party shall cooperate fully"), {}},
                                      {"D", DeletePart{paragraph}, {}},
                                      {"E", MovePart{paragraph, {{}, article}}, {}}}));
    REQUIRE(list.size() == 5);
    CHECK(list[0].subject == VotingSubject::deletion);
    CHECK(list[0].rejects == std::vector<std::uint32_t>({1, 2, 3, 4}));
    CHECK(list[1].rejects == std::vector<std::uint32_t>({0, 2}));
    CHECK(list[2].rejects == std::vector<std::uint32_t>({0, 1}));
    CHECK(list[3].rejects == std::vector<std::uint32_t>({0}));
    CHECK(list[4].rejects == std::vector<std::uint32_t>({0}));
}

TEST_CASE("deleting an article leaves nothing of what is asked inside it") {
    const auto list =
        options(set_of({{"A", DeletePart{article}, {}},
                        {"B", TextPart{article, text::Field::heading, "Cooperation"}, {}},
                        {"C", says("Each Party shall cooperate fully"), {}},
                        {"D", InsertPart{{article, paragraph}, {{}}}, {}}}),
                0);
    REQUIRE(list.size() == 2);
    CHECK(list[0].moots == ProposalList({2, 3}));
}
