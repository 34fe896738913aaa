// SPDX-License-Identifier: MIT
#include "consolidation/near_readings.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

const ProvisionId article = ProvisionId::of(sha256("article"));
const ProvisionId paragraph = ProvisionId::of(sha256("paragraph"));

Part says(const std::string& words) { return TextPart{paragraph, text::Field::text, words}; }
Part headed(const std::string& words) { return TextPart{article, text::Field::heading, words}; }

Part inserted(const std::string& words) {
    InsertPart part{{article, paragraph}, {{}}};
    part.provisions[0].wording.text = words;
    return part;
}

// The proposals of each pair: "A~B 1".
std::vector<std::string> near_in(const std::vector<std::pair<std::string, Part>>& wanted,
                                 const std::string& withdrawn = {}) {
    text::Draft draft;
    draft.written_in = {text::Language::en};
    draft.provisions.resize(2);
    draft.provisions[0].id = article;
    draft.provisions[0].kind = text::ProvisionKind::article;
    draft.provisions[0].in(text::Language::en).heading = "Cooperation between States Parties";
    draft.provisions[1].id = paragraph;
    draft.provisions[1].depth = 1;
    draft.provisions[1].in(text::Language::en).text = "Each State Party shall cooperate fully.";
    ProposalSet set;
    for (const auto& [id, part] : wanted) {
        Proposal proposal;
        proposal.id = id;
        proposal.sponsors = {"State of " + id};
        proposal.parts = {part};
        // An amendment keeps the words that it amends before all, though nobody wants them.
        if (!withdrawn.empty() && id != withdrawn) proposal.amends = withdrawn;
        set.supports.insert({id, proposal.sponsors[0], {}});
        set.submitted.emplace(id, std::move(proposal));
    }
    if (!withdrawn.empty()) set.withdrawals.insert({withdrawn, "State of " + withdrawn, {}});
    REQUIRE(check(draft, set));
    const Consolidated text = consolidate(draft, set, text::Language::en);
    std::vector<std::string> pairs;
    for (const NearReadings& one : near_readings(text)) {
        std::string first = text.proposals[one.first.proposals.front()].id;
        std::string second = text.proposals[one.second.proposals.front()].id;
        if (second < first) std::swap(first, second);
        first.append("~").append(second).append(" ").append(std::to_string(one.differing));
        pairs.push_back(std::move(first));
    }
    return pairs;
}

using Pairs = std::vector<std::string>;

}  // namespace

TEST_CASE("readings that differ in a word or two nearly agree, those that differ least first") {
    CHECK(near_in({{"A", says("Each State Party shall cooperate fully and without any delay.")},
                   {"B", says("Each State Party shall cooperate fully and without delay.")},
                   {"C", says("Each State shall cooperate fully and without undue delay.")}}) ==
          Pairs{"A~B 1", "B~C 1", "A~C 2"});
}

TEST_CASE("readings with other words do not, nor one reading of two sponsors with itself") {
    CHECK(near_in({{"A", says("Each State Party shall cooperate fully and without delay.")},
                   {"B", says("States Parties shall, as far as possible, assist each other.")}}) ==
          Pairs{});
    CHECK(near_in({{"A", says("Each State Party may cooperate fully.")},
                   {"B", says("Each State Party may cooperate fully.")}}) == Pairs{});
    CHECK(near_in({{"A", says("")}, {"B", says("Each.")}}) == Pairs{});
}

TEST_CASE("short texts that share little do not nearly agree, though two words differ at most") {
    CHECK(near_in({{"A", headed("Mutual assistance")}, {"B", headed("Technical assistance")}}) ==
          Pairs{});
    CHECK(near_in({{"A", headed("Mutual legal assistance between States")},
                   {"B", headed("Mutual legal assistance among States")}}) == Pairs{"A~B 1"});
}

TEST_CASE("a long text may differ in one word of ten") {
    std::string long_text;
    for (int at = 0; at < 50; ++at) long_text += "word" + std::to_string(at) + " ";
    std::string near = long_text;
    std::string far = long_text;
    for (int at = 0; at < 6; ++at) {
        const std::string word = "word" + std::to_string(10 * at / 2 + 1) + " ";
        if (at < 5) near.replace(near.find(word), word.size(), "other" + word);
        far.replace(far.find(word), word.size(), "other" + word);
    }
    CHECK(near_in({{"A", says(long_text)}, {"B", says(near)}}) == Pairs{"A~B 5"});
    CHECK(near_in({{"A", says(long_text)}, {"B", says(far)}}) == Pairs{});
}

TEST_CASE("new provisions that nearly agree are readings, too") {
    CHECK(near_in({{"A", inserted("States Parties shall inform each other in good time.")},
                   {"B", inserted("States Parties shall inform each other in due time.")}}) ==
          Pairs{"A~B 1"});
}

TEST_CASE("words that nobody stands behind any more nearly agree with none") {
    const std::vector<std::pair<std::string, Part>> wanted = {
        {"A", says("Each State Party may cooperate fully.")},
        {"B", says("Each State Party will cooperate fully.")},
        {"C", says("Each State Party must cooperate fully.")}};
    CHECK(near_in(wanted).size() == 3);
    CHECK(near_in(wanted, "A") == Pairs{"B~C 1"});
}
