// SPDX-License-Identifier: MIT
#include "committee/act.h"

#include <doctest/doctest.h>

#include <set>

using namespace travaux;
using namespace travaux::committee;

namespace {

TextPublished published(const std::string& id, const std::optional<std::string>& supersedes) {
    TextPublished event;
    event.id = id;
    event.supersedes = supersedes;
    return event;
}

ProposalSubmitted proposal(const std::string& id, const std::string& member) {
    ProposalSubmitted event;
    event.id = id;
    event.text = "T1";
    event.member = member;
    return event;
}

// A text and two proposals on it, entered one after the other.
State with_proposals() {
    State state;
    apply(state, Event(published("T1", {})), {0, 0});
    apply(state, Event(proposal("P1", "GHA")), {1, 0});
    apply(state, Event(proposal("P2", "NOR")), {2, 0});
    return state;
}

Result<void> unchanged(const State& state, std::string_view act, const boost::json::object& fields,
                       std::uint64_t seen) {
    return check_unchanged(state, *find_act(act), fields, seen);
}

}  // namespace

TEST_CASE("a proposal on the same text is not stale because others came in since") {
    const State state = with_proposals();
    CHECK(unchanged(state, "proposal.submit", {{"text", "T1"}}, 1));
    CHECK(unchanged(state, "proposal.submit", {{"text", "T1"}}, 3));
}

TEST_CASE("an act is stale where what it depends on has changed since, and says what") {
    State state = with_proposals();
    const boost::json::object fields{{"proposal", "P1"}};
    CHECK(unchanged(state, "proposal.withdraw", fields, 3));
    apply(state, Event(ProposalCoSponsored{"P1", "PER", {}}), {3, 0});
    CHECK(unchanged(state, "proposal.withdraw", {{"proposal", "P2"}}, 3));
    const auto stale = unchanged(state, "proposal.withdraw", fields, 3);
    REQUIRE_FALSE(stale);
    CHECK(stale.error() == Error{ErrorCode::conflict, "act.stale", {"P1", "3"}});
    apply(state, Event(published("T2", "T1")), {4, 0});
    CHECK_FALSE(unchanged(state, "proposal.submit", {{"text", "T1"}}, 4));
}

TEST_CASE("acts have names of their own, in order, and every field has a sentence") {
    std::string before;
    for (const Act& act : acts()) {
        CHECK(before < act.declaration.name);
        before = act.declaration.name;
        CHECK_FALSE(act.declaration.who.empty());
        for (const FieldOfAct& field : act.fields) CHECK(field.sentence.size() > 2);
    }
}

TEST_CASE("ids are never given twice") {
    ById<int> things;
    std::set<std::string> given;
    for (int count = 0; count < 30; ++count) {
        const std::string id = next_id('P', things);
        CHECK(given.insert(id).second);
        things[id] = count;
    }
    CHECK(things.begin()->first == "P1");
    CHECK(std::next(things.begin())->first == "P2");
    CHECK(things.rbegin()->first == "P30");
}
