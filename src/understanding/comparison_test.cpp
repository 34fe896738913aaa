// SPDX-License-Identifier: MIT
#include "understanding/comparison.h"

#include <doctest/doctest.h>

#include "consolidation/decision.h"
#include "docx/read.h"
#include "docx/words.h"
#include "docx/write.h"
#include "formats/import_text.h"
#include "tests/corpus.h"
#include "tests/docx_checker.h"
#include "tests/random_sets.h"
#include "understanding/draft_lines.h"
#include "understanding/print_comparison.h"

using namespace travaux;
using namespace travaux::understanding;
using text::Language;

namespace {

text::Draft draft_of(std::string_view markdown) {
    const auto draft = formats::import_text(markdown, "draft.md", Language::en);
    REQUIRE(draft);
    return draft->draft;
}

std::string text_of(std::string_view former, std::string_view later) {
    return print_comparison_text(compare(draft_of(former), draft_of(later), Language::en));
}

// Words alone: how lines print numbers apart is not compared.
std::vector<std::string> words_of(const std::vector<std::string>& lines) {
    std::vector<std::string> words;
    for (std::string line : lines) {
        std::ranges::replace(line, '\t', ' ');
        words.push_back(std::move(line));
    }
    return words;
}

std::vector<std::string> lines_of(const text::Draft& draft) {
    std::vector<std::string> lines;
    for (const auto& line : lines_of_draft(draft, Language::en)) lines.push_back(line.text);
    return lines;
}

// The lines of a document without the words of some styles.
std::vector<std::string> lines_without(docx::Document document,
                                       const std::vector<std::string_view>& styles) {
    document.changes.resize(1);
    std::erase_if(document.paragraphs, [](const docx::Paragraph& one) {
        return one.style == "Subtitle" || one.style == "Remark";
    });
    for (docx::Paragraph& paragraph : document.paragraphs) {
        for (docx::Span& span : paragraph.spans) {
            const bool is_out = std::ranges::find(styles, span.style) != styles.end();
            const bool is_end = span.text == "\xC2\xB6" && !span.style.empty();
            if (is_out && is_end) paragraph.mark = {0};
            if (is_out || is_end) span.text.clear();
        }
    }
    return docx::lines_of(document, docx::Side::rejected);
}

void check_both_sides(const text::Draft& former, const text::Draft& later) {
    const auto rows = compare(former, later, Language::en);
    const auto file = docx::write(comparison_document(rows, {"Former", "Later", Language::en}));
    const auto document = docx::read(file, "a.docx");
    REQUIRE(document);
    REQUIRE(words_of(docx::lines_of(*document, docx::Side::rejected)) == lines_of(former));
    REQUIRE(words_of(docx::lines_of(*document, docx::Side::accepted)) == lines_of(later));
    const auto marked = marked_comparison(rows, {"Former", "Later", Language::en});
    const auto bytes = docx::write(marked);
    REQUIRE(tests::word_problems(bytes) == "");
    const auto read = docx::read(bytes, "a.docx");
    REQUIRE(read);
    REQUIRE(docx::lines_of(*read, docx::Side::accepted) ==
            docx::lines_of(marked, docx::Side::accepted));
    REQUIRE(words_of(lines_without(marked, {"Inserted", "MovedHere", "MovedDeleted"})) ==
            lines_of(former));
    REQUIRE(words_of(lines_without(marked, {"Deleted", "MovedAway", "MovedDeleted"})) ==
            lines_of(later));
}

}  // namespace

TEST_CASE("words are compared within a provision, and provisions come and go") {
    CHECK(text_of("# Treaty\n\n## Article 1\n\n1. Ships shall stop.\n\n2. Idem.\n\n3. They pay.\n",
                  "# Treaty\n\n## Article 1\n\n1. Ships may stop.\n\n3. They pay.\n\n4. Ever.\n") ==
          "Treaty\nArticle 1\n  1. Ships [-shall-] {+may+} stop.\n  [-2. Idem.-]\n  3. They pay.\n"
          "  {+4. Ever.+}\n");
}

TEST_CASE("what moves is marked at both places, and changes there word by word") {
    CHECK(text_of("# Treaty\n\n## Article 1\n\nShips shall stop at the line.\n\n## Article 2\n\n"
                  "States pay.\n\n## Article 3\n\nAll is well.\n",
                  "# Treaty\n\n## Article 2\n\nStates pay.\n\n## Article 3\n\nAll is well.\n\n"
                  "## Article 1\n\nShips shall stop before the line.\n") ==
          "Treaty\n[-Article 1-] (1)\n  [-Ships shall stop at the line.-] (1)\nArticle 2\n"
          "  States pay.\nArticle 3\n  All is well.\n{+Article 1+} (1)\n"
          "  {+Ships shall stop [-at-] {+before+} the line.+} (1)\n");
}

TEST_CASE("a page names the two ends of a move once, and leads from one to the other") {
    const auto former = draft_of(
        "# Old\n\n## Article 1\n\nIt <b>stops</b>.\n\n## Article 2\n\n"
        "States pay.\n\n## Article 3\n\nAll is well.\n");
    const auto later = draft_of(
        "# New\n\n## Article 2\n\nStates pay.\n\n## Article 3\n\n"
        "All is well.\n\n## Article 1\n\nIt <b>stops</b>.\n");
    const auto rows = compare(former, later, Language::en);
    const auto page = print_comparison_html(rows, {"Old", "New", Language::en});
    const auto count = [&](std::string_view words) {
        std::size_t found = 0;
        for (std::size_t at = page.find(words); at != std::string::npos;
             at = page.find(words, at + 1)) {
            ++found;
        }
        return found;
    };
    for (const std::string_view once : {"id=\"from-1\"", "id=\"to-1\"", "href=\"#from-1\"",
                                        "href=\"#to-1\"", "Old \xE2\x86\x92 New"}) {
        CAPTURE(once);
        CHECK(count(once) == 1);
    }
    CHECK(count("<b>") == 0);
    CHECK(count("<del>") == count("</del>"));
    const auto data = print_comparison_json(rows, {"Old", "New", Language::en});
    CHECK(data.find("\"standing\":\"moves_away\",\"kind\":\"article\",\"depth\":0,\"move\":1") !=
          std::string::npos);
}

TEST_CASE("a comparison to read names both texts in its head, and where what moved stands") {
    const auto former = draft_of(
        "# Treaty\n\n## Article 1\n\nShips stop.\n\n## Article 2\n\n"
        "States pay.\n\n## Article 3\n\nAll is well.\n");
    const auto later = draft_of(
        "# Treaty\n\n## Article 2\n\nStates pay.\n\n## Article 3\n\n"
        "All is well.\n\n## Article 1\n\nShips stop.\n");
    const auto rows = compare(former, later, Language::en);
    const auto marked = marked_comparison(rows, {"T", "T", Language::en, "T1", "T2"});
    REQUIRE(marked.heads.size() == 1);
    CHECK(marked.heads.front().spans.front().text == "T: T1 \xE2\x86\x92 T2");
    CHECK(marked.changes.empty());
    std::vector<std::string> remarks;
    for (const auto& one : marked.paragraphs) {
        if (one.style == "Remark") remarks.push_back(one.spans.front().text);
    }
    REQUIRE(remarks.size() == 5);  // three that explain the marks
    CHECK(remarks[3] == "Moved from here (1) \xC2\xB7 New place: article 1");
    CHECK(remarks[4] == "Moved here (1) \xC2\xB7 Former place: article 1");
}

TEST_CASE("a text is called by its title in the language that is read") {
    text::Draft draft;
    draft.title = "Convention";
    CHECK(title_in(draft, Language::fr) == "Convention");
    draft.provisions.resize(1);
    draft.provisions[0].kind = text::ProvisionKind::title;
    draft.provisions[0].in(Language::fr).heading = "La convention";
    CHECK(title_in(draft, Language::fr) == "La convention");
    CHECK(title_in(draft, Language::ru) == "Convention");
}

TEST_CASE("both texts come back from a comparison in Word") {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        tests::RandomSets random(seed);
        const auto former = random.draft(1 + random.below(10));
        auto later = random.draft(1 + random.below(10));
        // Some of the provisions are the former ones, in another order.
        for (auto& one : later.provisions) {
            if (random.below(2) == 0) continue;
            const auto& other =
                former.provisions[random.below(static_cast<unsigned>(former.provisions.size()))];
            one.wordings = other.wordings;
        }
        check_both_sides(former, later);
    }
}

TEST_CASE("the drafts of the Paris Agreement come back from their comparisons") {
    const auto folder = tests::corpus("drafts/paris-agreement", "comparison of real drafts");
    if (!folder) return;
    std::vector<text::Draft> drafts;
    std::vector<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator(*folder)) files.push_back(file);
    std::ranges::sort(files);
    for (const auto& file : files) {
        const auto draft =
            formats::import_text(tests::bytes_of(file), file.filename().string(), Language::en);
        REQUIRE(draft);
        drafts.push_back(draft->draft);
    }
    REQUIRE(drafts.size() == 3);
    for (const auto& former : drafts) {
        for (const auto& later : drafts) check_both_sides(former, later);
    }
}
