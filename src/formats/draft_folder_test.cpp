// SPDX-License-Identifier: MIT
#include "formats/draft_folder.h"

#include <doctest/doctest.h>

#include "consolidation/decision.h"
#include "formats/akoma_ntoso.h"
#include "tests/random_sets.h"
#include "tests/schema.h"

using namespace travaux;
using namespace travaux::formats;

namespace {

DraftWithProvenance random_draft(unsigned seed) {
    tests::RandomSets random(seed);
    DraftWithProvenance result{random.draft(random.below(12)), {}};
    for (auto& provision : result.draft.provisions) {
        provision.kind = static_cast<text::ProvisionKind>(random.below(17));
        if (random.below(3) == 0) provision.in(text::Language::en).number.clear();
        if (random.below(3) == 0) provision.in(text::Language::en).heading = "<&\"'> \xD9\x86";
        if (random.below(2) == 0) provision.in(text::Language::fr).text = random.text(9);
    }
    if (random.below(2) == 0) {
        result.draft.written_in = {text::Language::en, text::Language::fr};
    } else {
        for (auto& provision : result.draft.provisions) provision.in(text::Language::fr) = {};
    }
    const text::Origin origin{
        OriginId::of(sha256("import")), text::OriginKind::import, "a.md", {}, 0};
    result.provenance = text::provenance_of_import(result.draft, origin);
    return result;
}

}  // namespace

TEST_CASE("a draft folder reads back equal, and its files keep to the schema") {
    const tests::Schema schema;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        const auto draft = random_draft(seed);
        const Files files = write_draft_folder(draft);
        for (const auto& [name, bytes] : files) {
            INFO("seed " << seed << ", " << name << "\n" << bytes);
            if (name.ends_with(".xml")) REQUIRE(schema.accepts(bytes));
        }
        const auto back = read_draft_folder(files);
        INFO("seed " << seed << ": " << (back ? "" : back.error().id));
        REQUIRE(back.has_value());
        REQUIRE(back->draft == draft.draft);
        REQUIRE(back->provenance == draft.provenance);
        REQUIRE(write_draft_folder(*back) == files);
    }
}

TEST_CASE("a title keeps to single blanks, whatever stands between its words in a file") {
    auto draft = random_draft(7).draft;
    draft.title = "On Lights";
    std::string xml = write_akoma_ntoso(draft, text::Language::en);
    const std::size_t at = xml.find("On Lights");
    REQUIRE(at != std::string::npos);
    const auto read = read_akoma_ntoso(xml.replace(at, 3, "On \f "), "en.xml");
    REQUIRE(read.has_value());
    CHECK(read->title == "On Lights");
}

TEST_CASE("a file without what it has to say of itself is refused at its first line") {
    const auto draft = read_akoma_ntoso("<akomaNtoso><act name='treaty'/></akomaNtoso>", "en.xml");
    REQUIRE(!draft);
    CHECK(draft.error() ==
          Error{ErrorCode::invalid, "akoma_ntoso.language_unknown", {"en.xml:1", ""}});
}

TEST_CASE("a draft folder is refused where its files do not agree") {
    auto draft = random_draft(7);
    const auto id_of_refusal = [](const Files& files) {
        const auto read = read_draft_folder(files);
        return read ? std::string("accepted") : read.error().id;
    };
    draft.draft.provisions.resize(1);
    draft.draft.provisions[0].in(text::Language::en).text = "Each Party shall act.";
    draft.draft.written_in = {text::Language::en, text::Language::fr};
    const text::Origin origin{
        OriginId::of(sha256("import")), text::OriginKind::import, "a.md", {}, 0};
    draft.provenance = text::provenance_of_import(draft.draft, origin);
    const Files files = write_draft_folder(draft);
    REQUIRE(id_of_refusal(files) == "accepted");

    Files other = files;
    other.erase("provenance.json");
    CHECK(id_of_refusal(other) == "draft.file_missing");
    other = files;
    other.erase("en.xml");
    CHECK(id_of_refusal(other) == "draft.file_missing");
    other = files;
    other["notes.txt"] = "";
    CHECK(id_of_refusal(other) == "draft.file_unknown");
    other = files;
    auto& xml = other["en.xml"];
    xml.replace(xml.find("Party"), 5, "State");
    CHECK(id_of_refusal(other) == "draft.provenance_disagrees");
    other = files;
    other["fr.xml"] = other["fr.xml"].substr(0, 400);
    CHECK(id_of_refusal(other) == "akoma_ntoso.malformed");
    other = files;
    other["fr.xml"] = "";
    CHECK(id_of_refusal(other) == "akoma_ntoso.empty");
    other = files;
    other["en.xml"].insert(39, "<!DOCTYPE a [<!ENTITY b \"c\">]>");
    CHECK(id_of_refusal(other) == "akoma_ntoso.document_type");
    other = files;
    draft.draft.provisions.push_back(draft.draft.provisions[0]);
    other["fr.xml"] = write_akoma_ntoso(draft.draft, text::Language::fr);
    CHECK(id_of_refusal(other) == "akoma_ntoso.wid_twice");
    draft.draft.provisions[1].id.bytes[0] ^= 1;
    other["fr.xml"] = write_akoma_ntoso(draft.draft, text::Language::fr);
    CHECK(id_of_refusal(other) == "draft.languages_disagree");
}
