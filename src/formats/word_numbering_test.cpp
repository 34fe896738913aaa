// SPDX-License-Identifier: MIT
#include "formats/word_numbering.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"
#include "docx/read.h"
#include "docx/words.h"
#include "docx/write.h"
#include "formats/import_text.h"
#include "formats/word_document.h"
#include "tests/docx_checker.h"
#include "tests/random_sets.h"

using namespace travaux;
using docx::ListLabels;
using docx::Side;
using text::Language;

namespace {

using Lines = std::vector<std::string>;

docx::Document clean(const std::string& treaty) {
    const auto read = formats::import_text(treaty, "t.md", Language::en);
    REQUIRE(read);
    formats::Printing printing;
    printing.view = formats::View::clean;
    return formats::bracketed_document(
        read->draft, consolidation::consolidate(read->draft, {}, Language::en), printing);
}

docx::Document as_read(const docx::Document& document) {
    const std::string bytes = docx::write(document);
    REQUIRE(tests::word_problems(bytes) == "");
    auto read = docx::read(bytes, "a.docx");
    REQUIRE(read);
    return *std::move(read);
}

Lines words_of(const docx::Document& document, ListLabels labels) {
    return docx::lines_of(document, Side::accepted, labels);
}

}  // namespace

TEST_CASE("lists give the numbers of articles, paragraphs and letters, and begin anew under each") {
    const docx::Document words = clean(
        "# Treaty\n\n## Article 1. Use\n\n1. States may:\n\n(a) act;\n\n(b) wait.\n\n2. They shall "
        "not:\n\n(a) harm.\n\n## Article 2. Scope\n\n1. Everywhere.\n");
    const docx::Document listed = formats::numbered_by_lists(words);
    CHECK(words_of(as_read(listed), ListLabels::shown) == words_of(words, ListLabels::left_out));
    const Lines without = words_of(as_read(listed), ListLabels::left_out);
    CHECK(without == Lines{"Treaty", "Use", "States may:", "act;", "wait.",
                           "They shall not:", "harm.", "Scope", "Everywhere."});
    // One for the articles, one for the paragraphs of each, one for the letters under each.
    CHECK(listed.lists.size() == 5);
}

TEST_CASE("a number that no list gives stays in the words") {
    const docx::Document words =
        clean("# Treaty\n\n## Article 1\n\n1. One.\n\n1 bis. Between.\n\n2. Two.\n\n4. Four.\n");
    const docx::Document listed = formats::numbered_by_lists(words);
    CHECK(words_of(as_read(listed), ListLabels::shown) == words_of(words, ListLabels::left_out));
    const Lines without = words_of(as_read(listed), ListLabels::left_out);
    CHECK(std::ranges::find(without, "1 bis.\tBetween.") != without.end());
    CHECK(std::ranges::find(without, "Two.") != without.end());
    CHECK(std::ranges::find(without, "Four.") != without.end());
}

TEST_CASE(
    "a paragraph in which words go has its number in its words, since programs mark the label") {
    docx::Document words = clean("# Treaty\n\n## Article 1\n\n1. One.\n\n2. Two.\n\n3. Three.\n");
    words.changes = {{docx::ChangeKind::deletion, "Ghana", "", ""},
                     {docx::ChangeKind::insertion, "Ghana", "", ""}};
    const auto first = std::ranges::find_if(words.paragraphs, [](const auto& one) {
        return !one.spans.empty() && one.spans[0].text.starts_with("1.");
    });
    REQUIRE(first != words.paragraphs.end());
    first[1].spans.push_back({" Or less.", {0}});
    first[2].spans.push_back({" Or more.", {1}});
    const Lines labels = words_of(formats::numbered_by_lists(words), ListLabels::left_out);
    CHECK(labels == Lines{"Treaty", "Article 1", "One.", "2.\tTwo.", "Three. Or more."});
}

TEST_CASE("(i) begins Roman numbers, and follows (h) as a letter") {
    std::string treaty = "# Treaty\n\n## Article 1\n\n1. States:\n\n";
    for (char letter = 'a'; letter <= 'j'; ++letter) {
        treaty += std::string("(") + letter + ") act;\n\n";
    }
    treaty += "2. Others:\n\n(a) act:\n\n(i) soon;\n\n(ii) well.\n";
    const docx::Document words = clean(treaty);
    const docx::Document listed = formats::numbered_by_lists(words);
    CHECK(words_of(as_read(listed), ListLabels::shown) == words_of(words, ListLabels::left_out));
    std::vector<std::string> formats;
    for (const docx::List& one : listed.lists) formats.push_back(one.levels.at(0).format);
    CHECK(std::ranges::count(formats, "lowerRoman") == 1);
}

TEST_CASE(
    "whatever is proposed, the labels are the numbers, with all changes accepted or rejected") {
    std::size_t lists = 0;
    for (unsigned seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        tests::RandomSets random(seed);
        const text::Draft draft = random.draft(1 + random.below(8));
        consolidation::ProposalSet set;
        for (unsigned at = random.below(12); at > 0; --at) {
            const auto one = random.proposal(draft, "P" + std::to_string(at));
            consolidation::ProposalSet alone;
            for (const auto& sponsor : one.sponsors) alone.supports.insert({one.id, sponsor, {}});
            alone.submitted.emplace(one.id, one);
            if (!consolidation::check(draft, alone)) continue;
            set.submitted.merge(alone.submitted);
            set.supports.merge(alone.supports);
        }
        const auto text = consolidation::consolidate(draft, set, Language::en);
        for (const auto& words : {formats::tracked_document(draft, text, {}),
                                  formats::bracketed_document(draft, text, {})}) {
            const docx::Document listed = formats::numbered_by_lists(words);
            const docx::Document read = as_read(listed);
            lists += read.lists.size();
            for (const Side side : {Side::accepted, Side::rejected}) {
                REQUIRE(docx::lines_of(read, side, ListLabels::shown) ==
                        docx::lines_of(words, side));
            }
        }
    }
    CHECK(lists > 100);
}
