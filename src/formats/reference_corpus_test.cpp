// Labels and references of real treaties in six languages.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "formats/import_text.h"
#include "tests/corpus.h"
#include "text/labels.h"

using namespace travaux;
using text::Language;

namespace {

text::Draft imported(const std::filesystem::path& file, Language language) {
    const auto result = formats::import_text(tests::bytes_of(file), file.string(), language);
    REQUIRE(result);
    return result->draft;
}

// Every label is another one, and names its provision.
void check_labels(const text::Draft& draft, Language language) {
    const text::Labels labels(draft, language);
    std::set<std::string> seen;
    for (std::size_t at = 0; at < draft.provisions.size(); ++at) {
        CAPTURE(labels.of(at));
        CHECK(seen.insert(labels.of(at)).second);
        const auto id = labels.resolve(labels.of(at));
        REQUIRE(id);
        CHECK(*id == draft.provisions[at].id);
    }
}

}  // namespace

TEST_CASE("every label of a real treaty names its provision") {
    const auto folder = tests::corpus("treaties", "labels of real treaties");
    if (!folder) return;
    for (const char* file :
         {"untoc-2000.md", "uncac-2003.md", "budapest-convention-2001.md", "vclt-1969.md",
          "crc-1989.md", "rome-statute-1998.md", "unfccc-1992.md", "unclos-1982.md"}) {
        CAPTURE(file);
        check_labels(imported(*folder / file, Language::en), Language::en);
    }
}

TEST_CASE("every label of the Charter names its provision in each of six languages") {
    const auto folder = tests::corpus("six-languages/un-charter", "labels of the Charter");
    if (!folder) return;
    for (const Language language : text::languages) {
        CAPTURE(code_of(language));
        check_labels(imported(*folder / (std::string(code_of(language)) + ".txt"), language),
                     language);
    }
}

TEST_CASE("references in real treaties lead where they say") {
    const auto folder = tests::corpus("treaties", "references in real treaties");
    if (!folder) return;
    const text::Draft draft = imported(*folder / "untoc-2000.md", Language::en);
    const text::Labels labels(draft, Language::en);
    const auto references = [&](std::string_view label) {
        const std::size_t at = *text::find(draft, labels.resolve(label).value());
        std::string result;
        for (const text::Reference& reference :
             labels.references_in(at, draft.provisions[at].in(Language::en).text)) {
            result += labels.of(*text::find(draft, reference.provision)) + "; ";
        }
        return result;
    };
    CHECK(references("article 3, paragraph 1 (a)") ==
          "article 5; article 6; article 8; article 23; ");
    CHECK(references("article 14, paragraph 1") == "article 12; article 13, paragraph 1; ");
    CHECK(references("article 6, paragraph 2 (c)") == "article 6, paragraph 2 (b); ");
    CHECK(references("article 15, paragraph 2 (c) (ii)") ==
          "article 6, paragraph 1 (b) (ii); article 6, paragraph 1 (a) (i); ");
}

TEST_CASE("references to another instrument are no links") {
    const auto folder = tests::corpus("treaties", "references to another instrument");
    if (!folder) return;
    const text::Draft draft = imported(*folder / "vclt-1969.md", Language::en);
    const text::Labels labels(draft, Language::en);
    const std::size_t at = *text::find(draft, labels.resolve("30.1").value());
    const std::string& words = draft.provisions[at].in(Language::en).text;
    REQUIRE(words.contains("Article 103 of the Charter of the United Nations"));
    for (const text::Reference& reference : labels.references_in(at, words)) {
        CHECK_FALSE(words.substr(reference.begin).starts_with("Article 103"));
    }
}

TEST_CASE("the Charter refers to itself in each language about as often") {
    const auto folder = tests::corpus("six-languages/un-charter", "references in the Charter");
    if (!folder) return;
    for (const Language language : text::languages) {
        CAPTURE(code_of(language));
        const text::Draft draft =
            imported(*folder / (std::string(code_of(language)) + ".txt"), language);
        const text::Labels labels(draft, language);
        std::size_t count = 0;
        for (std::size_t at = 0; at < draft.provisions.size(); ++at) {
            count += labels.references_in(at, draft.provisions[at].in(language).text).size();
        }
        CHECK(count >= 50);
        CHECK(count <= 75);
    }
}
