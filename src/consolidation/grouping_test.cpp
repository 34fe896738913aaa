// The grouping of readings in other languages than the working one.
// SPDX-License-Identifier: MIT
#include "consolidation/grouping.h"

#include <doctest/doctest.h>

#include "consolidation/canonical.h"
#include "consolidation/consolidate.h"
#include "consolidation/consolidation.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

const ProvisionId paragraph = ProvisionId::of(sha256("paragraph"));

text::Draft draft(const std::string& en, const std::string& fr) {
    text::Draft draft;
    draft.written_in = {text::Language::en, text::Language::fr};
    text::Provision provision;
    provision.id = paragraph;
    provision.in(text::Language::en).text = en;
    provision.in(text::Language::fr).text = fr;
    draft.provisions = {provision};
    return draft;
}

Proposal proposal(const std::string& id, Part en, std::optional<Part> fr) {
    Proposal proposal;
    proposal.id = id;
    proposal.sponsors = {"State of " + id};
    proposal.parts = {std::move(en)};
    if (fr) proposal.translations[text::Language::fr] = {*std::move(fr)};
    return proposal;
}

Part words(const std::string& target) { return TextPart{paragraph, text::Field::text, target}; }

Part article(const std::string& words) {
    return InsertPart{{{}, paragraph}, {{text::ProvisionKind::article, 0, {"", "", words}}}};
}

ProposalSet set_of(const std::vector<Proposal>& proposals) {
    ProposalSet set;
    for (const Proposal& one : proposals) {
        set.supports.insert({one.id, one.sponsors[0], {}});
        set.submitted.emplace(one.id, one);
    }
    return set;
}

// The proposals behind the readings of the first disputed place, in their order; a cluster in
// round brackets.
std::string readings(const Consolidated& text) {
    std::string result;
    const AnnotatedText& field = text.rows[0].text;
    for (std::uint32_t at = 1; at < field.tree[0].subtree_end; at = field.tree[at].subtree_end) {
        const Node& node = field.tree[at];
        if (node.kind != NodeKind::insertion) continue;
        std::string names;
        for (const ProposalIndex one : proposals_of(field, node.witnesses)) {
            names += text.proposals[one].id;
        }
        const bool is_cluster = node.subtree_end > at + 2;
        result += is_cluster ? "(" + names + ")" : names;
    }
    return result;
}

}  // namespace

TEST_CASE("other languages keep the order of readings that the working language has") {
    const text::Draft base = draft("shall", "doit");
    const ProposalSet set = set_of({proposal("A", words("may"), words("peut bien")),
                                    proposal("B", words("should always try"), words("devrait")),
                                    proposal("C", words("is to"), words("a le soin d’y"))});
    CHECK(readings(consolidate(base, set, text::Language::en)) == "BCA");
    CHECK(readings(consolidate(base, set, text::Language::fr)) == "BCA");
}

TEST_CASE("readings that are alike in the working language are one cluster in every language") {
    const text::Draft base = draft("act", "agir");
    const ProposalSet set = set_of({
        proposal("A", words("take all necessary steps"), words("prendre toute mesure utile")),
        proposal("B", words("take all the necessary steps"), words("faire au mieux")),
        proposal("C", words("do nothing"), words("prendre toute mesure bien utile")),
    });
    CHECK(readings(consolidate(base, set, text::Language::en)) == "(AB)C");
    const Consolidated french = consolidate(base, set, text::Language::fr);
    CHECK(readings(french) == "(AB)C");
    for (Witness witness = 0; witness < 3; ++witness) {
        const AnnotatedText& field = french.rows[0].text;
        CHECK(reading_of(field.tree, witness) == field.targets[witness].words);
    }
}

TEST_CASE("what has no words in the working language yet is a reading of its own, and comes last") {
    const text::Draft base = draft("shall", "doit");
    Proposal untranslated = proposal("A", words("peut bien, le cas échéant,"), std::nullopt);
    untranslated.language = text::Language::fr;
    const ProposalSet set =
        set_of({untranslated, proposal("B", words("may"), words("peut")),
                proposal("C", words("can"), words("peut bien, au cas échéant,"))});
    CHECK(readings(consolidate(base, set, text::Language::fr)) == "CBA");
}

TEST_CASE("equal words of two languages are one reading only where they are translated") {
    const text::Draft base = draft("shall", "doit");
    Proposal untranslated = proposal("A", words("Nil"), std::nullopt);
    untranslated.language = text::Language::fr;
    const ProposalSet set = set_of({untranslated, proposal("B", words("Nil"), words("Néant"))});
    for (const auto language : base.written_in) {
        CHECK(consolidate(base, set, language).rows[0].text.targets.size() == 2);
    }
}

TEST_CASE("new provisions cluster by their words in the working language") {
    const text::Draft base = draft("shall", "doit");
    const ProposalSet set = set_of({
        proposal("A", article("Reports are due every year"), article("Rapport annuel")),
        proposal("B", article("Reports are due each year"), article("Les États font rapport")),
        proposal("C", article("No report"), article("Les États ne font pas rapport")),
    });
    for (const auto language : base.written_in) {
        const Consolidated text = consolidate(base, set, language);
        REQUIRE(text.rows.size() == 3);
        CHECK(text.rows[1].proposed_by == ProposalList({0, 1}));
        CHECK(text.rows[2].proposed_by == ProposalList({2}));
    }
}

TEST_CASE("where translations of one reading differ, the first proposal speaks, in any order") {
    const text::Draft base = draft("shall", "doit");
    const std::vector<Proposal> proposals{proposal("A", words("may"), std::nullopt),
                                          proposal("B", words("may"), words("peut")),
                                          proposal("C", words("may"), words("pourra"))};
    const auto taken = [&](const std::vector<std::size_t>& order, bool is_first_withdrawn) {
        Consolidation consolidation(base, text::Language::fr);
        for (const std::size_t at : order) consolidation.add(Proposal(proposals[at]));
        if (is_first_withdrawn) consolidation.remove("B");
        return std::move(consolidation).finish();
    };
    const auto french = [](const Consolidated& text) {
        REQUIRE(text.rows[0].text.targets.size() == 1);
        return text::text_of(text.rows[0].text.targets[0].words, *text.lexicon);
    };
    CHECK(french(taken({0, 1, 2}, false)) == "peut");
    CHECK(french(taken({2, 1, 0}, false)) == "peut");
    CHECK(french(taken({2, 0, 1}, true)) == "pourra");
    CHECK(canonical(taken({2, 0, 1}, true)) == canonical(taken({0, 1, 2}, true)));
}

TEST_CASE("it plays no part how many proposals come at once") {
    const text::Draft base = draft("shall", "doit");
    const std::vector<Proposal> proposals{proposal("A", words("may"), std::nullopt),
                                          proposal("B", words("may"), words("peut")),
                                          proposal("C", words("must"), words("devra"))};
    using Lots = std::vector<std::vector<std::size_t>>;
    const auto taken = [&](const Lots& lots) {
        Consolidation consolidation(base, text::Language::fr);
        for (const auto& lot : lots) {
            std::vector<Proposal> together;
            for (const std::size_t at : lot) together.push_back(proposals[at]);
            consolidation.add(std::move(together));
            consolidation.settle();
        }
        consolidation.remove("A");
        consolidation.add(Proposal(proposals[0]));
        return canonical(std::move(consolidation).finish());
    };
    const std::string at_once = taken({{0, 1, 2}});
    CHECK(taken({{2}, {1, 0}}) == at_once);
    CHECK(taken({{1}, {}, {0}, {2}}) == at_once);
}
