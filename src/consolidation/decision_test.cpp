// Adoptions that meet: what goes together, what is refused, and what becomes of the rest.
// SPDX-License-Identifier: MIT
#include "consolidation/decision.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

ProvisionId id(const std::string& name) { return ProvisionId::of(sha256(name)); }

// Article A with the paragraphs one, two and three; article B with four.
text::Draft draft() {
    text::Draft draft;
    draft.written_in = {text::Language::en};
    const auto add = [&](const std::string& name, std::uint32_t depth, const std::string& words) {
        text::Provision provision;
        provision.id = id(name);
        provision.depth = depth;
        provision.kind = depth == 0 ? text::ProvisionKind::article : text::ProvisionKind::paragraph;
        provision.in(text::Language::en).text = words;
        draft.provisions.push_back(std::move(provision));
    };
    add("A", 0, "A");
    add("one", 1, "States shall act");
    add("two", 1, "States shall report each year");
    add("three", 1, "Fees are due");
    add("B", 0, "B");
    add("four", 1, "Nothing follows");
    return draft;
}

struct Wanted {
    std::string proposal;
    std::vector<Part> parts;
    std::string amends;
};

ProposalSet set_of(const std::vector<Wanted>& wanted) {
    ProposalSet set;
    for (const auto& [name, parts, amends] : wanted) {
        Proposal proposal;
        proposal.id = name;
        proposal.sponsors = {"State of " + name};
        proposal.amends = amends;
        proposal.parts = parts;
        set.supports.insert({name, proposal.sponsors[0], {}});
        set.submitted.emplace(name, std::move(proposal));
    }
    const auto checked = check(draft(), set);
    INFO((checked ? "" : checked.error().id));
    REQUIRE(checked);
    return set;
}

Part says(const std::string& name, const std::string& words) {
    return TextPart{id(name), text::Field::text, words};
}
Part moves(const std::string& name, const std::string& parent, const std::string& after) {
    return MovePart{id(name), {id(parent), after.empty() ? ProvisionId{} : id(after)}};
}
Part inserts(const std::string& parent, const std::string& after, const std::string& words) {
    return InsertPart{{id(parent), id(after)},
                      {{text::ProvisionKind::paragraph, 0, {"", "", words}}}};
}

Result<NextDraft> adopt(const ProposalSet& set, const std::vector<std::string>& spellings) {
    const text::Draft base = draft();
    const text::Origin origin{
        OriginId::of(sha256("sample")), text::OriginKind::import, "sample", {}, 0};
    std::vector<Adoption> adopted;
    for (const std::string& spelling : spellings) adopted.push_back(parse_adoption(spelling));
    return next_draft(base, text::provenance_of_import(base, origin), set, adopted);
}

// The texts in reading order, children in round brackets.
std::string texts(const text::Draft& draft) {
    std::string result;
    std::uint32_t depth = 0;
    for (const auto& provision : draft.provisions) {
        for (; depth < provision.depth; ++depth) result += "(";
        for (; depth > provision.depth; --depth) result += ")";
        if (!result.empty() && result.back() != '(') result += "; ";
        result += provision.in(text::Language::en).text;
    }
    for (; depth > 0; --depth) result += ")";
    return result;
}

std::string adopted_texts(const ProposalSet& set, const std::vector<std::string>& spellings) {
    const auto next = adopt(set, spellings);
    return next ? texts(next->draft) : next.error().id;
}

// The id of a refusal with its first two arguments.
std::string refusal(const ProposalSet& set, const std::vector<std::string>& spellings) {
    const auto next = adopt(set, spellings);
    REQUIRE_FALSE(next);
    std::string result = next.error().id;
    for (std::size_t at = 0; at < std::min<std::size_t>(2, next.error().args.size()); ++at) {
        result += " " + next.error().args[at];
    }
    return result;
}

// What becomes of the parts that were not adopted: "P2#1 moved".
std::string verdicts(const ProposalSet& set, const std::vector<std::string>& spellings) {
    const auto next = adopt(set, spellings);
    REQUIRE(next);
    std::string result;
    for (const PartVerdict& one : next->verdicts) {
        result += (result.empty() ? "" : ", ") + one.proposal + "#" + std::to_string(one.part) +
                  " " + std::string(name_of(one.verdict)) + (one.by.empty() ? "" : " by " + one.by);
    }
    return result;
}

}  // namespace

TEST_CASE("deleting a provision and amending it, or what it holds, cannot both be adopted") {
    const auto set = set_of({{"P1", {DeletePart{id("A")}}, {}},
                             {"P2", {says("two", "States report")}, {}},
                             {"P3", {inserts("A", "one", "New")}, {}},
                             {"P4", {moves("four", "A", "three")}, {}},
                             {"P5", {moves("two", "B", "four")}, {}}});
    for (const std::string other : {"P2", "P3", "P4", "P5"}) {
        CHECK(refusal(set, {"P1", other}) == "adoption.excluded P1 " + other);
    }
    CHECK(adopted_texts(set, {"P1"}) == "B(Nothing follows)");
}

TEST_CASE("deleting what another proposal inserts is refused together with amending it") {
    const auto inserted = inserts("A", "one", "New words");
    const ProvisionId born = inserted_ids(std::get<InsertPart>(inserted)).front();
    const auto set = set_of({{"P1", {inserted}, {}},
                             {"P2", {DeletePart{born}}, {}},
                             {"P3", {TextPart{born, text::Field::text, "Newer words"}}, {}}});
    CHECK(refusal(set, {"P1", "P2", "P3"}) == "adoption.excluded P2 P3");
    CHECK(refusal(set, {"P3"}).starts_with("adoption.needs P3"));
}

TEST_CASE("one provision cannot move to two places, nor two provisions into each other") {
    const auto set = set_of({{"P1", {moves("two", "B", "four")}, {}},
                             {"P2", {moves("two", "A", "")}, {}},
                             {"P3", {moves("A", "four", "")}, {}},
                             {"P4", {moves("B", "one", "")}, {}}});
    CHECK(refusal(set, {"P1", "P2"}) == "adoption.excluded P1 P2");
    CHECK(refusal(set, {"P3", "P4"}) == "adoption.excluded P3 P4");
    CHECK(adopted_texts(set, {"P3"}) ==
          "B(Nothing follows(A(States shall act; States shall report each year; Fees are due)))");
}

TEST_CASE("a provision moves with the words that are adopted for it") {
    const auto set = set_of({{"P1", {moves("two", "B", "four")}, {}},
                             {"P2", {says("two", "States may report each year")}, {}}});
    CHECK(adopted_texts(set, {"P1", "P2"}) ==
          "A(States shall act; Fees are due); B(Nothing follows; States may report each year)");
}

TEST_CASE("joined provisions keep what is adopted for the words of each") {
    const auto set = set_of({{"P1", {JoinPart{id("one")}}, {}},
                             {"P2", {says("two", "States may report each year")}, {}},
                             {"P3", {says("one", "States must act")}, {}}});
    CHECK(adopted_texts(set, {"P1", "P2", "P3"}) ==
          "A(States must act States may report each year; Fees are due); B(Nothing follows)");
}

TEST_CASE("what would come between two provisions cannot be adopted with joining them") {
    const auto set = set_of({{"P1", {JoinPart{id("one")}}, {}},
                             {"P2", {inserts("A", "one", "New")}, {}},
                             {"P3", {moves("four", "A", "one")}, {}}});
    CHECK(refusal(set, {"P1", "P2"}) == "adoption.excluded P1 P2");
    CHECK(refusal(set, {"P1", "P3"}) == "adoption.excluded P1 P3");
    CHECK(verdicts(set, {"P2"}) == "P1#1 orphaned, P3#1 applied");
}

TEST_CASE("joins one after the other are one, in any order") {
    const std::string joined =
        "A(States shall act States shall report each year Fees are due); B(Nothing follows)";
    for (const bool is_reversed : {false, true}) {
        const auto set = set_of({{is_reversed ? "P2" : "P1", {JoinPart{id("one")}}, {}},
                                 {is_reversed ? "P1" : "P2", {JoinPart{id("two")}}, {}}});
        CHECK(adopted_texts(set, {"P1", "P2"}) == joined);
    }
}

TEST_CASE("what another provision takes in cannot go elsewhere or be deleted") {
    const auto set = set_of({{"P1", {JoinPart{id("one")}}, {}},
                             {"P2", {moves("two", "B", "four")}, {}},
                             {"P3", {DeletePart{id("two")}}, {}}});
    CHECK(refusal(set, {"P1", "P2"}) == "adoption.excluded P1 P2");
    CHECK(refusal(set, {"P1", "P3"}) == "adoption.excluded P1 P3");
}

TEST_CASE("a split and a change of a word go together, and the pieces move and join as one") {
    const std::string cut(text::paragraph_break);
    const auto set = set_of({{"P1", {says("two", "States shall " + cut + " report each year")}, {}},
                             {"P2", {says("two", "States shall report every year")}, {}},
                             {"P3", {moves("two", "B", "four")}, {}},
                             {"P4", {JoinPart{id("two")}}, {}}});
    CHECK(adopted_texts(set, {"P1", "P2"}) ==
          "A(States shall act; States shall; report every year; Fees are due); "
          "B(Nothing follows)");
    CHECK(adopted_texts(set, {"P1", "P3"}) ==
          "A(States shall act; Fees are due); B(Nothing follows; States shall; report each year)");
    CHECK(adopted_texts(set, {"P1", "P4"}) ==
          "A(States shall act; States shall; report each year Fees are due); B(Nothing follows)");
}

TEST_CASE("what a split made moves as one in a later draft too") {
    const std::string cut(text::paragraph_break);
    const auto set = set_of({{"P1", {says("two", "States shall " + cut + " report each year")}, {}},
                             {"P2", {moves("two", "B", "four")}, {}}});
    const auto next = adopt(set, {"P1"});
    REQUIRE(next);
    REQUIRE(check(next->draft, next->open));
    const auto later = next_draft(next->draft, next->provenance, next->open, {{"P2", 0}});
    REQUIRE(later);
    CHECK(texts(later->draft) == adopted_texts(set, {"P1", "P2"}));
}

TEST_CASE("a move to a neighbour that went is open on the next draft, or done") {
    const auto set =
        set_of({{"P1", {moves("one", "A", "two")}, {}}, {"P2", {DeletePart{id("two")}}, {}}});
    const auto next = adopt(set, {"P2"});
    REQUIRE(next);
    CHECK(check(next->draft, next->open));
}

TEST_CASE("equal insertions of one proposal that come to one gap stay two") {
    const auto set = set_of({{"P1", {inserts("A", "two", "New"), inserts("A", "three", "New")}, {}},
                             {"P2", {DeletePart{id("three")}}, {}}});
    const auto next = adopt(set, {"P2"});
    REQUIRE(next);
    REQUIRE(check(next->draft, next->open));
    const auto later = next_draft(next->draft, next->provenance, next->open, {{"P1", 0}});
    REQUIRE(later);
    CHECK(texts(later->draft) ==
          "A(States shall act; States shall report each year; New; New); B(Nothing follows)");
}

TEST_CASE("changes of two provisions that an adoption joins are one on the next draft") {
    const auto set = set_of(
        {{"P1", {says("one", "States must act"), says("two", "States may report each year")}, {}},
         {"P2", {JoinPart{id("one")}}, {}}});
    const auto next = adopt(set, {"P2"});
    REQUIRE(next);
    REQUIRE(check(next->draft, next->open));
    const auto later = next_draft(next->draft, next->provenance, next->open, {{"P1", 0}});
    REQUIRE(later);
    CHECK(texts(later->draft) ==
          "A(States must act States may report each year; Fees are due); B(Nothing follows)");
}

TEST_CASE("brackets stand around words, beside what else is adopted there") {
    const auto set = set_of({{"P1", {BracketPart{id("two"), "each year"}}, {}},
                             {"P2", {says("two", "States may report each year")}, {}},
                             {"P3", {says("two", "States shall report every year")}, {}},
                             {"P4", {BracketPart{id("two"), ""}}, {}}});
    CHECK(adopted_texts(set, {"P1"}) ==
          "A(States shall act; States shall report [each year]; Fees are due); B(Nothing follows)");
    CHECK(adopted_texts(set, {"P1", "P2"}) ==
          "A(States shall act; States may report [each year]; Fees are due); B(Nothing follows)");
    CHECK(refusal(set, {"P1", "P3"}) == "adoption.excluded P1 P3");
    CHECK(adopted_texts(set, {"P3", "P4"}) ==
          "A(States shall act; [States shall report every year]; Fees are due); "
          "B(Nothing follows)");
}

TEST_CASE("an amendment of words that nobody sponsors any more is adopted by taking them up") {
    auto set = set_of({{"P1", {says("two", "States may report each year")}, {}},
                       {"P2", {says("two", "States may well report each year")}, "P1"}});
    set.withdrawals.insert({"P1", "State of P1", {}});
    const auto open = open_proposals(set);
    REQUIRE(open.size() == 2);
    CHECK(open[0].sponsors.empty());
    CHECK(refusal(set, {"P1"}) == "adoption.withdrawn P1");
    CHECK(adopted_texts(set, {"P2"}) ==
          "A(States shall act; States may well report each year; Fees are due); "
          "B(Nothing follows)");
    // GA rule 122: what is withdrawn may be taken up by another.
    set.supports.insert({"P1", "State of P2", {}});
    CHECK(open_proposals(set)[0].sponsors == std::vector<std::string>({"State of P2"}));
    CHECK(adopt(set, {"P1"}).has_value());
    // The carrier goes when the last amendment goes.
    set.withdrawals.insert({"P1", "State of P2", {}});
    set.withdrawals.insert({"P2", "State of P2", {}});
    CHECK(open_proposals(set).empty());
}

TEST_CASE("who brought what was taken up is known on the next draft too") {
    auto set = set_of({{"P1", {says("two", "States may report each year")}, {}}});
    set.withdrawals.insert({"P1", "State of P1", {}});
    set.supports.insert({"P1", "State of P2", {}});
    const auto next = adopt(set, {});
    REQUIRE(next.has_value());
    CHECK(open_proposals(next->open)[0].sponsors == std::vector<std::string>{"State of P2"});
    CHECK(open_proposals(next->open)[0].brought_by == std::vector<std::string>{"State of P1"});
}

TEST_CASE("every open part has a verdict that says what became of it") {
    const auto set =
        set_of({{"P0", {says("two", "States shall report each month")}, {}},
                {"P1", {says("one", "States must act")}, {}},
                {"P2", {says("two", "States shall report each month")}, {}},
                {"P3", {says("two", "States shall report each decade")}, {}},
                {"P5", {DeletePart{id("four")}}, {}},
                {"P6", {says("four", "Something follows"), says("three", "No fees")}, {}},
                {"P7", {JoinPart{id("two")}}, {}},
                {"P8", {says("three", "Fees fall due")}, {}}});
    CHECK(verdicts(set, {"P0", "P5", "P7"}) ==
          "P1#1 applied, P2#1 already_satisfied, P3#1 contested by P0, P6#1 orphaned by P5, "
          "P6#2 moved, P8#1 moved");
}

TEST_CASE(
    "an adoption that fails leaves everything as it was, and not adopting gives former bytes") {
    const auto set = set_of({{"P1", {says("one", "States must act")}, {}},
                             {"P2", {says("two", "States may report each year")}, {}}});
    const auto both = adopt(set, {"P1", "P2"});
    const auto one = adopt(set, {"P1"});
    REQUIRE(both);
    REQUIRE(one);
    const auto later = next_draft(one->draft, one->provenance, one->open, {{"P2", 0}});
    REQUIRE(later);
    CHECK(later->draft == both->draft);
    CHECK(adopt(set, {})->draft == draft());
}
