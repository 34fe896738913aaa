// SPDX-License-Identifier: MIT
#include "docx/write.h"

#include <doctest/doctest.h>

#include "docx/read.h"
#include "docx/words.h"

using namespace travaux;
using docx::ChangeKind;
using docx::Side;

namespace {

docx::Document sample() {
    docx::Document document;
    document.properties.title = "A title";
    document.properties.language = "ar";
    document.changes = {{ChangeKind::insertion, "Ghana", "2026-01-02T03:04:05Z", {}},
                        {ChangeKind::deletion, "Norway & \"Chad\"", {}, {}},
                        {ChangeKind::move_from, "Fiji", {}, "move1"},
                        {ChangeKind::move_to, "Fiji", {}, "move1"}};
    document.comments = {{"Ghana", {}, "One reason <here>\nand another"}};
    document.paragraphs.resize(4);
    document.paragraphs[0].style = "Heading1";
    document.paragraphs[0].spans = {{"Article 1\tUse of terms", {}}};
    document.paragraphs[1].is_right_to_left = true;
    document.paragraphs[1].spans = {
        {" old \xD8\xB9", {}}, {"both", {0, 1}}, {"new", {0}}, {"gone\nfar ", {1}}};
    document.paragraphs[1].mark = {0};
    document.paragraphs[1].comments = {0};
    document.paragraphs[2].spans = {{"It moves.", {2}}};
    document.paragraphs[2].mark = {2};
    document.paragraphs[3].spans = {{"It moves.", {3}}};
    document.paragraphs[3].mark = {3};
    return document;
}

docx::Document read_again(const docx::Document& document) {
    auto read = docx::read(docx::write(document), "a.docx");
    REQUIRE(read);
    return *std::move(read);
}

// Changes as they are told, whatever their places in the list.
std::vector<std::string> told(const docx::Document& document, const docx::Changes& changes) {
    std::vector<std::string> all;
    for (const std::uint32_t at : changes) {
        const auto& change = document.changes[at];
        all.push_back(std::to_string(static_cast<int>(change.kind)) + change.author + "/" +
                      change.date + "/" + change.move);
    }
    return all;
}

}  // namespace

TEST_CASE("what is written is read again: words, changes, styles, directions and comments") {
    const auto before = sample();
    const auto after = read_again(before);
    REQUIRE(after.paragraphs.size() == before.paragraphs.size());
    for (std::size_t at = 0; at < before.paragraphs.size(); ++at) {
        CAPTURE(at);
        const auto& a = before.paragraphs[at];
        const auto& b = after.paragraphs[at];
        CHECK(a.style == b.style);
        CHECK(a.is_right_to_left == b.is_right_to_left);
        CHECK(a.comments == b.comments);
        REQUIRE(a.spans.size() == b.spans.size());
        for (std::size_t i = 0; i < a.spans.size(); ++i) {
            CHECK(a.spans[i].text == b.spans[i].text);
            CHECK(told(before, a.spans[i].changes) == told(after, b.spans[i].changes));
        }
    }
    REQUIRE(after.comments.size() == 1);
    CHECK(after.comments[0].author == "Ghana");
    CHECK(after.comments[0].text == "One reason <here>\nand another");
    for (const Side side : {Side::accepted, Side::rejected}) {
        CHECK(docx::lines_of(before, side) == docx::lines_of(after, side));
    }
}

TEST_CASE("equal documents have equal bytes") {
    CHECK(docx::write(sample()) == docx::write(sample()));
}
