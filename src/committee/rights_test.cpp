// Every act with every capacity, on own and on foreign objects, against tests/rights.txt.
// SPDX-License-Identifier: MIT
#include "committee/rights.h"

#include <doctest/doctest.h>

#include "committee/act.h"
#include "committee/known_proposals.h"
#include "tests/rights_table.h"

using namespace travaux;
using namespace travaux::committee;

namespace {

class NoLibrary final : public Library {
public:
    Result<std::string> content(const BodyReference& /*body*/) const override {
        return refuse("body.unknown");
    }
    Result<const TextWithProvenance*> text(const std::vector<NamedBody>& /*files*/) const override {
        return refuse("body.unknown");
    }
    Result<std::optional<std::string>> words_of_file(const BodyReference& /*body*/) const override {
        return refuse("body.unknown");
    }
    Result<consolidation::Proposal> proposal(const BodyReference& /*body*/,
                                             const text::Draft& /*draft*/) const override {
        return refuse("body.unknown");
    }
    Result<consolidation::ProposalSet> carried_over(const BodyReference& /*body*/,
                                                    const text::Draft& /*draft*/) const override {
        return refuse("body.unknown");
    }
    KnownProposals& known() const override { return known_; }

private:
    mutable KnownProposals known_;
};

ActorId person(const std::string& name) { return ActorId::of(sha256(name)); }

// Two delegations, and something of each.
State two_delegations() {
    State state;
    const Entered when;
    apply(state, CommitteeFounded{"A/RES/1/1", {2020, 1, 1}, {}, "Title", "Purpose", "Organ"},
          when);
    for (const std::string code : {"GHA", "NOR"}) {
        apply(state, MemberAdmitted{code, code, MemberStatus::member_state, {}, {}}, when);
        apply(state,
              DelegationAccredited{code, person(code + "-head"), {person(code + "-delegate")}},
              when);
    }
    apply(state, MemberAdmitted{"CABLE", "Cables", MemberStatus::stakeholder, {}, {}}, when);
    apply(state, DelegationAccredited{"CABLE", person("CABLE-stakeholder"), {}}, when);
    apply(state, FacilitatorNamed{"F1", person("facilitator"), "GHA", "All", {}, {"M1", "Chair"}},
          when);
    TextPublished text;
    text.id = "T1";
    apply(state, text, when);
    apply(state,
          ProposalSubmitted{"P1", "T1", {}, "GHA", {}, {}, {}, {}, Timing::in_time, {}, {}, {}},
          when);
    apply(state,
          ProposalSubmitted{"P2", "T1", {}, "NOR", {}, {}, {}, {}, Timing::in_time, {}, {}, {}},
          when);
    apply(state,
          OfficerEntered{"O1", person("chair"), "GHA", Office::chair, {"M1", "By acclamation"}},
          when);
    return state;
}

struct Objects {
    std::string own;
    std::string foreign;
};

Objects objects_for(const Act& act) {
    if (act.declaration.on == "proposal") return {"P1", "P2"};
    if (act.declaration.on == "member") return {"GHA", "NOR"};
    return {"", ""};
}

Caller caller_in(Capacity capacity) {
    const std::string_view part = name_of(capacity);
    const bool is_of_delegation = capacity == Capacity::delegate || capacity == Capacity::head;
    if (capacity == Capacity::officer) return {person("chair"), capacity, ""};
    if (capacity == Capacity::facilitator) return {person("facilitator"), capacity, ""};
    if (capacity == Capacity::stakeholder) return {person("CABLE-stakeholder"), capacity, "CABLE"};
    return {person(is_of_delegation ? "GHA-" + std::string(part) : "somebody"), capacity,
            is_of_delegation ? "GHA" : ""};
}

// The refusal for want of a right, or nothing.
std::string refusal(const State& state, const Act& act, const Caller& caller,
                    const std::string& object) {
    const NoLibrary library;
    boost::json::object fields;
    if (!object.empty()) fields[act.declaration.on] = object;
    const auto decided = decide(state, act, fields, {1'600'000'000'000, caller, library});
    const auto asked = may(state, act, caller, object);
    const bool is_refused = !decided && decided.error().id.starts_with("rights.");
    // What a page offers and what the check lets through are one.
    CHECK(is_refused == !asked);
    if (is_refused) CHECK(decided.error() == asked.error());
    return is_refused ? decided.error().id : "";
}

}  // namespace

TEST_CASE("every act is open to the capacities that the table says, and to no other") {
    const State state = two_delegations();
    const tests::RightsTable expected = tests::rights_table();
    CHECK(expected.size() == acts().size());
    for (const Act& act : acts()) {
        const auto row = expected.find(std::string(act.declaration.name));
        REQUIRE(row != expected.end());
        for (const Capacity capacity : all_of<Capacity>()) {
            const std::string name(name_of(capacity));
            INFO(row->first << " as " << name);
            const auto found = row->second.find(name);
            const Objects objects = objects_for(act);
            const bool is_refused = found == row->second.end();
            const std::string denied = is_refused ? "rights.capacity" : "";
            CHECK(refusal(state, act, caller_in(capacity), objects.own) == denied);
            const bool is_own_only = !is_refused && found->second == "own";
            CHECK(refusal(state, act, caller_in(capacity), objects.foreign) ==
                  (is_own_only ? "rights.not_yours" : denied));
        }
    }
}

TEST_CASE("a delegate whom the record does not know speaks for nobody") {
    const State state = two_delegations();
    for (const Act& act : acts()) {
        for (const Capacity capacity : {Capacity::delegate, Capacity::head, Capacity::officer,
                                        Capacity::facilitator, Capacity::stakeholder}) {
            INFO(act.declaration.name);
            const Caller stranger{person("stranger"), capacity, "GHA"};
            const std::string said = refusal(state, act, stranger, objects_for(act).own);
            CHECK((said == "rights.not_accredited" || said == "rights.capacity"));
            // A delegate does not act in the capacity of the head.
            const Caller other{person("NOR-delegate"), Capacity::head, "NOR"};
            CHECK(refusal(state, act, other, objects_for(act).foreign).starts_with("rights."));
        }
    }
}
