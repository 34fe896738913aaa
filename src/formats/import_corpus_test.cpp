// Import of real treaties: every article found, every list nested as printed, no word lost.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "formats/import_text.h"
#include "formats/normalise.h"
#include "tests/corpus.h"
#include "text/word.h"

using namespace travaux;
using text::Language;
using text::ProvisionKind;

namespace {

text::Draft imported(const std::filesystem::path& file, Language language = Language::en) {
    const auto result = formats::import_text(tests::bytes_of(file), file.string(), language);
    REQUIRE(result);
    return result->draft;
}

std::size_t articles_in_body(const text::Draft& draft) {
    std::size_t count = 0;
    bool is_in_annex = false;
    for (const text::Provision& provision : draft.provisions) {
        if (provision.depth == 0) is_in_annex = provision.kind == ProvisionKind::annex;
        if (!is_in_annex && provision.kind == ProvisionKind::article) ++count;
    }
    return count;
}

using Spellings = std::vector<std::string>;

// Signs that Markdown may have put there, and which are therefore not compared.
bool is_sign_of_markup(const std::string& word) {
    constexpr std::string_view signs = "#*|[]";
    return word.size() == 1 && signs.contains(word.front());
}

void append_words(Spellings& words, std::string_view text) {
    text::Lexicon lexicon;
    const std::string plain = formats::normalised(text).value();
    for (const text::Word word : text::words_of(plain, lexicon)) {
        std::string spelling(lexicon.spelling(word));
        if (!is_sign_of_markup(spelling)) words.push_back(std::move(spelling));
    }
}

struct Words {
    Spellings body;
    Spellings notes;
};

// The words of a Markdown line: link targets and drawn table lines are no words, and a raised note
// leaves its mark where none stands.
void append_source_line(Words& words, std::string line) {
    for (std::size_t at = 0; (at = line.find("](", at)) != std::string::npos;) {
        line.erase(at, line.find(')', at) + 1 - at);
    }
    std::string body;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t open = std::min(line.find("<sup>", at), line.size());
        body += line.substr(at, open - at);
        if (open == line.size()) break;
        const std::size_t close = line.find("</sup>", open);
        const std::string note(*formats::normalised(line.substr(open + 5, close - open - 5)));
        at = close + 6;
        if (note.size() <= 4) {
            body += " " + note;
            continue;
        }
        append_words(words.notes, note);
        const std::string mark = note.substr(0, note.find(')') + 1);
        if (!formats::normalised(body)->ends_with(mark)) body += " " + mark;
        body += " ";
    }
    if (line.starts_with('|')) {
        if (line.find_first_not_of("|-: ") == std::string::npos) return;
        for (std::size_t at = 0; (at = body.find("---", at)) != std::string::npos;) {
            body.erase(at, 3);
        }
    }
    append_words(words.body, body);
}

Words words_of_source(const std::string& bytes) {
    Words words;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        append_source_line(words, bytes.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

Words words_of_draft(const text::Draft& draft, Language language) {
    Words words;
    for (const text::Provision& provision : draft.provisions) {
        const bool is_note = provision.kind == ProvisionKind::footnote;
        const text::Wording& wording = provision.in(language);
        Spellings& list = is_note ? words.notes : words.body;
        append_words(list, wording.number);
        append_words(list, wording.heading);
        append_words(list, wording.text);
    }
    return words;
}

/// The outline of one article or annex: numbers by depth, "1.(a)(b)2.".
std::string outline(const text::Draft& draft, std::string_view number, std::size_t from = 0) {
    const auto& provisions = draft.provisions;
    for (std::size_t at = from; at < provisions.size(); ++at) {
        if (provisions[at].in(Language::en).number != number) continue;
        std::string result;
        for (std::size_t i = at + 1; i < text::subtree_end(draft, at); ++i) {
            const text::Wording& wording = provisions[i].in(Language::en);
            if (!result.empty()) result += ' ';
            result += std::string(provisions[i].depth - provisions[at].depth, '>');
            result +=
                wording.number.empty() ? std::string(name_of(provisions[i].kind)) : wording.number;
        }
        return result;
    }
    return "not found";
}

const std::map<std::string, std::size_t> articles = {
    {"untoc-2000.md", 41},  {"uncac-2003.md", 71},  {"budapest-convention-2001.md", 48},
    {"vclt-1969.md", 85},   {"crc-1989.md", 54},    {"rome-statute-1998.md", 128},
    {"unfccc-1992.md", 26}, {"unclos-1982.md", 320}};

}  // namespace

TEST_CASE("every article of a real treaty is found, and those of annexes stand in them") {
    const auto folder = tests::corpus("treaties", "articles of real treaties");
    if (!folder) return;
    for (const auto& [file, count] : articles) {
        CAPTURE(file);
        const text::Draft draft = imported(*folder / file);
        CHECK(articles_in_body(draft) == count);
    }
}

TEST_CASE("the articles of a real treaty are numbered without a gap") {
    const auto folder = tests::corpus("treaties", "numbers of articles");
    if (!folder) return;
    for (const auto& [file, count] : articles) {
        CAPTURE(file);
        std::size_t expected = 0;
        for (const text::Provision& provision : imported(*folder / file).provisions) {
            if (provision.kind == ProvisionKind::annex) expected = 0;
            if (provision.kind != ProvisionKind::article) continue;
            CHECK(provision.in(Language::en).number == "Article " + std::to_string(++expected));
        }
    }
}

TEST_CASE("no word of a real treaty is lost, added or out of order") {
    const auto folder = tests::corpus("treaties", "words of real treaties");
    if (!folder) return;
    for (const auto& [file, count] : articles) {
        CAPTURE(file);
        const Words expected = words_of_source(tests::bytes_of(*folder / file));
        const Words found = words_of_draft(imported(*folder / file), Language::en);
        CHECK(found.body.size() == expected.body.size());
        const auto [here, there] = std::ranges::mismatch(found.body, expected.body);
        CHECK_MESSAGE(here == found.body.end(),
                      "word " << here - found.body.begin() << ": "
                              << (here == found.body.end() ? "" : *here) << " for "
                              << (there == expected.body.end() ? "" : *there));
        CHECK(found.notes == expected.notes);
    }
}

TEST_CASE("annexes, resolutions and final acts stand beside the body") {
    const auto folder = tests::corpus("treaties", "annexes of real treaties");
    if (!folder) return;
    const auto annexes = [&](const char* file) {
        std::vector<std::string> numbers;
        for (const text::Provision& provision : imported(*folder / file).provisions) {
            if (provision.kind != ProvisionKind::annex) continue;
            CHECK(provision.depth == 0);
            const text::Wording& wording = provision.in(Language::en);
            numbers.push_back(wording.number.empty() ? wording.heading : wording.number);
        }
        return numbers;
    };
    CHECK(annexes("unclos-1982.md") == Spellings{"ANNEX I", "ANNEX II", "ANNEX III", "ANNEX IV",
                                                 "ANNEX V", "ANNEX VI", "ANNEX VII", "ANNEX VIII",
                                                 "ANNEX IX", "Resolution I", "Resolution II",
                                                 "Resolution III", "Resolution IV"});
    CHECK(annexes("unfccc-1992.md") == Spellings{"Annex I", "Annex II"});
    CHECK(annexes("vclt-1969.md") ==
          Spellings{"Annex", "Final Act of the United Nations Conference on the Law of Treaties",
                    "ANNEX"});
    CHECK(annexes("untoc-2000.md").empty());
}

TEST_CASE("a preamble in one line is as many paragraphs as it has opening words") {
    const auto folder = tests::corpus("treaties", "preambles of real treaties");
    if (!folder) return;
    const auto paragraphs = [&](const char* file) {
        const text::Draft draft = imported(*folder / file);
        return std::ranges::count(draft.provisions, ProvisionKind::preambular_paragraph,
                                  &text::Provision::kind);
    };
    CHECK(paragraphs("crc-1989.md") == 15);
    CHECK(paragraphs("vclt-1969.md") == 10);
    CHECK(paragraphs("rome-statute-1998.md") == 13);
    CHECK(paragraphs("untoc-2000.md") == 0);
}

TEST_CASE("a second edition of two treaties has the same articles under the same headings") {
    const auto folder = tests::corpus("treaties", "second edition of two treaties");
    if (!folder) return;
    // One heading in ten may differ in spelling or punctuation.
    for (const char* name : {"vclt", "uncac"}) {
        CAPTURE(name);
        const auto json =
            boost::json::parse(tests::bytes_of(*folder / (std::string(name) + ".json")));
        const std::string file = std::string(name) == "vclt" ? "vclt-1969.md" : "uncac-2003.md";
        std::vector<std::string> headings;
        for (const text::Provision& provision : imported(*folder / file).provisions) {
            if (provision.kind != ProvisionKind::article) continue;
            headings.push_back(provision.in(Language::en).heading);
        }
        const boost::json::array& others = json.at("articles").as_array();
        REQUIRE(headings.size() == others.size());
        std::size_t equal = 0;
        for (std::size_t i = 0; i < headings.size(); ++i) {
            if (headings[i] == others[i].at("title_en").as_string()) ++equal;
        }
        CHECK(10 * equal >= 9 * headings.size());
    }
}

TEST_CASE("paragraphs, subparagraphs and items of real treaties are nested as printed") {
    const auto folder = tests::corpus("treaties", "nesting in real treaties");
    if (!folder) return;
    const text::Draft untoc = imported(*folder / "untoc-2000.md");
    CHECK(outline(untoc, "Article 1") == ">paragraph");
    CHECK(outline(untoc, "Article 5") == ">1. >>a) >>>(i) >>>(ii) >>>>a. >>>>b. >>b) >2. >3.");
    CHECK(outline(untoc, "Article 6") ==
          ">1. >>a) >>>(i) >>>(ii) >>b) >>>(i) >>>(ii) >2. >>a) >>b) >>c) >>d) >>e) >>f)");
    const text::Draft rome = imported(*folder / "rome-statute-1998.md");
    CHECK(outline(rome, "Article 93") ==
          ">1. >>a) >>b) >>c) >>d) >>e) >>f) >>g) >>h) >>i) >>j) >>k) >>l) >2. >3. >4. >5. >6. "
          ">7. >>a) >>>(i) >>>(ii) >>b) >8. >>a) >>b) >>c) >9. >>a) >>>(i) >>>(ii) >>b) >10. "
          ">>a) >>b) >>>(i) >>>>a) >>>>b) >>>(ii) >>>>a) >>>>b) >>c)");
    const text::Draft budapest = imported(*folder / "budapest-convention-2001.md");
    CHECK(outline(budapest, "Article 14") == ">1. >2. >>a) >>b) >>c) >3. >>a) >>b) >>>(i) >>>(ii)");
    CHECK(outline(budapest, "Article 39") == ">1. >>– >>– >>– >2. >3.");
    const text::Draft unclos = imported(*folder / "unclos-1982.md");
    CHECK(outline(unclos, "Article 1") ==
          ">1. >>(1) >>(2) >>(3) >>(4) >>(5) >>>(a) >>>>(i) >>>>(ii) >>>(b) >>>>(i) >>>>(ii) "
          ">2. >>(1) >>(2)");
    CHECK(outline(unclos, "ANNEX III").contains(">>>(h) >>>>(i) >>>>(ii) >>>(i) >>>(j) >>>(k)"));
    CHECK(outline(unclos, "ANNEX III")
              .contains(">>6. >>>(a) >>>>table >>>>>table_row >>>>>>table_cell >>>>>>table_cell "
                        ">>>>>table_row "
                        ">>>>>>table_cell >>>>>>table_cell >>>>continuation >>>(b)"));
    CHECK(outline(unclos, "Article 161")
              .ends_with(">7. >8. >>(a) >>(b) >>(c) >>(d) >>(e) >>(f) >>(g) >9."));
    CHECK(outline(unclos, "Resolution II").starts_with(">paragraph >1 >>(a) >>>(i) >>>(ii)"));
    const text::Draft crc = imported(*folder / "crc-1989.md");
    CHECK(outline(crc, "Article 40")
              .starts_with(
                  ">1. >2. >>a) >>b) >>>(i) >>>(ii) >>>(iii) >>>(iv) >>>(v) >>>(vi) >>>(vii) >3."));
    CHECK(outline(rome, "Article 36")
              .contains(">5. >>subparagraph >>subparagraph >6. >>a) >>b) >7."));
}

TEST_CASE("the Charter has its 111 articles in each of six languages, with equal paragraphs") {
    const auto folder = tests::corpus("six-languages/un-charter", "the Charter");
    if (!folder) return;
    const auto paragraphs = [&](Language language) {
        std::vector<std::size_t> counts;
        const std::string file = std::string(code_of(language)) + ".txt";
        const text::Draft draft = imported(*folder / file, language);
        CHECK(articles_in_body(draft) == 111);
        for (std::size_t at = 0; at < draft.provisions.size(); ++at) {
            if (draft.provisions[at].kind != ProvisionKind::article) continue;
            counts.push_back(text::subtree_end(draft, at) - at - 1);
        }
        counts.pop_back();  // the last one has other signatures in each language
        return counts;
    };
    const auto expected = paragraphs(Language::en);
    for (const Language language : text::languages) {
        CAPTURE(code_of(language));
        CHECK(paragraphs(language) == expected);
    }
}
