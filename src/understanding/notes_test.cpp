// Footnotes of Word files that come back.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "formats/import_text.h"
#include "tests/edited_file.h"

using namespace travaux;
using namespace travaux::consolidation;
using namespace travaux::tests::edited;
using text::ProvisionKind;

namespace {

// A draft of two paragraphs, each with a footnote, as a Word file.
File noted_file() {
    File file;
    file.line("Article 1").line("1. Ships carry lights.").line("2. Boats may.");
    file.document.notes.resize(2);
    for (const std::size_t at : {0U, 1U}) {
        file.document.paragraphs[at + 1].notes = {{at, {}, 10}};
        file.document.notes[at].paragraphs.resize(1);
    }
    file.document.notes[0].paragraphs[0].spans = {{"Ghana reserves its position.", {}}};
    file.document.notes[1].paragraphs[0].spans = {{"Not discussed.", {}}};
    return file;
}

text::Draft noted_draft() {
    const auto draft = formats::import_word(noted_file().document, docx::Side::rejected, "a.docx",
                                            text::Language::en);
    REQUIRE(draft);
    return draft->draft;
}

understanding::Understanding wanted(const File& file) {
    return understanding::understand(noted_draft(), text::Language::en, file.document,
                                     understanding::OtherWords::doubtful);
}

enum At : std::size_t { article, ships, first_note, boats, second_note };

ProvisionId noted(std::size_t position) { return noted_draft().provisions[position].id; }

}  // namespace

TEST_CASE("a file with footnotes wants nothing of the draft that was made of it") {
    CHECK(noted_draft().provisions.size() == 5);
    const auto found = wanted(noted_file());
    CHECK(found.changes.empty());
    CHECK(found.doubts.empty());
    CHECK(found.altered.empty());
}

TEST_CASE("a change of a footnote's words is one of the footnote") {
    File file = noted_file();
    file.document.notes[1].paragraphs[0].spans = {
        {"Not ", {}}, {"yet ", inserted}, {"discussed.", {}}};
    const auto found = wanted(file);
    CHECK(parts_of(found) ==
          std::vector<Part>{TextPart{noted(second_note), text::Field::text, "Not yet discussed."}});
    CHECK(found.doubts.empty());
}

TEST_CASE("a footnote whose mark is struck goes, and the numbers of the others are no wish") {
    File file = noted_file();
    file.document.paragraphs[1].notes[0].changes = deleted;
    file.document.notes[0].paragraphs[0].spans[0].changes = deleted;
    const auto found = wanted(file);
    CHECK(parts_of(found) == std::vector<Part>{DeletePart{noted(first_note)}});
    CHECK(found.doubts.empty());
}

TEST_CASE("a new footnote is one of the paragraph that refers to it") {
    File file = noted_file();
    file.document.notes.resize(3);
    file.document.notes[2].paragraphs.resize(1);
    file.document.notes[2].paragraphs[0].spans = {{"See the report.", inserted}};
    file.document.paragraphs[1].notes.push_back({2, inserted, 20});
    const auto found = wanted(file);
    REQUIRE(found.changes.size() == 1);
    const auto part = std::get<InsertPart>(found.changes[0].part);
    CHECK(part.place == Place{noted(ships), noted(first_note)});
    REQUIRE(part.provisions.size() == 1);
    CHECK(part.provisions[0].kind == ProvisionKind::footnote);
    CHECK(part.provisions[0].wording == text::Wording{"2", "", "See the report."});
    CHECK(found.doubts.empty());
}

TEST_CASE("a new paragraph brings its footnote with it") {
    File file = noted_file();
    file.line({{"3. Rafts need none.", inserted}}, inserted);
    file.document.notes.resize(3);
    file.document.notes[2].paragraphs.resize(1);
    file.document.notes[2].paragraphs[0].spans = {{"See the report.", inserted}};
    file.document.paragraphs[3].notes = {{2, inserted, 18}};
    const auto found = wanted(file);
    REQUIRE(found.changes.size() == 1);
    const auto part = std::get<InsertPart>(found.changes[0].part);
    REQUIRE(part.provisions.size() == 2);
    CHECK(part.provisions[0].wording.number == "3.");
    CHECK(part.provisions[1].kind == ProvisionKind::footnote);
    CHECK(part.provisions[1].wording.number == "3");
    CHECK(found.doubts.empty());
}
