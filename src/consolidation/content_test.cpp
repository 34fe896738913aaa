// SPDX-License-Identifier: MIT
#include "consolidation/content.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

const std::string base = "The Parties shall act.";

text::Draft draft() {
    text::Provision provision;
    provision.id = ProvisionId::of(sha256("A"));
    provision.in(text::Language::en).text = base;
    text::Draft draft;
    draft.written_in = {text::Language::en};
    draft.provisions.push_back(provision);
    return draft;
}

const text::FieldKey field{draft().provisions[0].id, text::Language::en, text::Field::text};

// The content ids of the text in which P0, P1, ... want these words.
std::vector<Sha256> ids_of(const std::vector<std::string>& wanted) {
    ProposalSet set;
    for (const std::string& words : wanted) {
        Proposal proposal;
        proposal.id = "P" + std::to_string(set.submitted.size());
        proposal.sponsors = {"Ghana"};
        proposal.parts = {TextPart{field.provision, field.field, words}};
        set.supports.insert({proposal.id, "Ghana", {}});
        set.submitted.emplace(proposal.id, proposal);
    }
    return content_ids(consolidate(draft(), set, text::Language::en));
}

Sha256 id_of(const std::string& words, const text::FieldKey& of = field,
             const DraftId& draft_id = text::id_of(draft())) {
    text::Lexicon lexicon;
    const text::Words before = text::words_of(base, lexicon);
    const text::Words after = text::words_of(words, lexicon);
    return content_id(draft_id, of, {before, after}, lexicon);
}

}  // namespace

TEST_CASE("each distinct wish for words has one content id, however many have it") {
    const std::string may = "The Parties may act.";
    const std::string must = "The Parties must act.";
    const std::string none = "The Parties do not act.";
    CHECK(ids_of({}).empty());
    const auto ids = ids_of({must, may, must, none, may});
    CHECK(std::set(ids.begin(), ids.end()) == std::set{id_of(must), id_of(may), id_of(none)});
    CHECK(ids.size() == 3);
    CHECK(ids_of({none, may, must}) == ids);
}

TEST_CASE("a content id is a matter of the draft, the field and the words") {
    std::set<Sha256> ids;
    const std::vector<std::string> wanted = {"The Parties may act.",
                                             "The Parties may act",
                                             "The Parties act.",
                                             "The Parties act act.",
                                             "The Parties shall act. .",
                                             "The Parties shall act .",
                                             "The The Parties act.",
                                             "may",
                                             ""};
    for (const std::string& words : wanted) ids.insert(id_of(words));
    text::FieldKey other = field;
    other.field = text::Field::heading;
    ids.insert(id_of("may", other));
    other = field;
    other.language = text::Language::fr;
    ids.insert(id_of("may", other));
    other = field;
    other.provision = ProvisionId::of(sha256("B"));
    ids.insert(id_of("may", other));
    ids.insert(id_of("may", field, DraftId::of(sha256("another draft"))));
    CHECK(ids.size() == wanted.size() + 4);
}

TEST_CASE("a translation changes no content id") {
    Proposal proposal;
    proposal.id = "P";
    proposal.sponsors = {"Ghana"};
    proposal.parts = {TextPart{field.provision, field.field, "The Parties may act."}};
    ProposalSet set;
    set.supports.insert({proposal.id, "Ghana", {}});
    for (const std::string translation : {"", "Les Parties peuvent agir.", "Elles peuvent agir."}) {
        INFO(translation);
        const TextPart translated{field.provision, field.field, translation};
        if (!translation.empty()) proposal.translations[text::Language::fr] = {translated};
        set.submitted.insert_or_assign(proposal.id, proposal);
        CHECK(content_ids(consolidate(draft(), set, text::Language::fr)).empty());
        CHECK(content_ids(consolidate(draft(), set, text::Language::en)) ==
              std::vector{id_of("The Parties may act.")});
    }
}
