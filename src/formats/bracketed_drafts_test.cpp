// Negotiating texts that others drafted come in and go out with every word and every bracket.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "formats/import_text.h"
#include "formats/normalise.h"
#include "tests/command.h"
#include "tests/corpus.h"
#include "text/literal_brackets.h"
#include "text/word.h"

using namespace travaux;

namespace {

/// The words of a text, but for the signs that `but` names.
std::vector<std::string> words_of(std::string_view text, std::string_view but) {
    text::Lexicon lexicon;
    std::vector<std::string> words;
    const std::string plain = formats::normalised(text).value();
    for (const text::Word word : text::words_of(plain, lexicon)) {
        std::string spelling(lexicon.spelling(word));
        if (spelling.size() != 1 || !but.contains(spelling.front())) {
            words.push_back(std::move(spelling));
        }
    }
    std::ranges::sort(words);
    return words;
}

/// How many brackets of a text have a partner, and how many have none.
struct Partners {
    std::size_t pairs = 0;
    std::size_t lone = 0;

    explicit Partners(std::string_view text) {
        std::size_t open = 0;
        for (const char c : text) {
            if (c == '[') ++open;
            if (c != ']') continue;
            if (open == 0) {
                ++lone;
            } else {
                --open;
                ++pairs;
            }
        }
        lone += open;
    }
};

}  // namespace

TEST_CASE("bracketed drafts of others lose no word and no bracket, and print as they came in") {
    const auto folder = tests::corpus("drafts/paris-agreement", "bracketed drafts come back whole");
    if (!folder) return;
    const tests::ScratchFolder scratch;
    for (const std::string name : {"1-5-oct-2015-co-chairs-non-paper.txt", "2-23-oct-2015.md",
                                   "2-6-nov-2015-adp-edited.txt"}) {
        CAPTURE(name);
        const auto file = *folder / name;
        const std::string source = tests::bytes_of(file);
        const Partners wanted(source);
        // Signs of Markdown are no words.
        const std::string_view markup = name.ends_with(".md") ? "*#-\\" : "";
        const auto read =
            formats::import_text_with_lines(source, file.string(), text::Language::en);
        REQUIRE(read.has_value());
        const auto& draft = read->draft.draft;
        std::string all;
        for (const auto& provision : draft.provisions) {
            const auto& wording = provision.in(text::Language::en);
            all.append(wording.number).append(" ").append(wording.heading).append(" ");
            all.append(wording.text).append("\n");
        }
        CHECK(words_of(all, markup) == words_of(source, markup));
        const auto found = text::literal_brackets_of(draft, text::Language::en);
        CHECK(found.pairs.size() == wanted.pairs);
        CHECK(found.lone.size() == wanted.lone);
        CHECK(!found.options.empty());
        CHECK(read->lines.size() == draft.provisions.size());

        const std::string into = (scratch.path / name).string();
        const auto import = tests::run({"import", file.string(), "--into", into});
        CHECK(import.exit_code == 0);
        const std::string says = ": a bracket without a partner: ";
        CHECK((import.out.find(says) != std::string::npos) == (wanted.lone > 0));
        const std::string none = (scratch.path / "none.jsonl").string();
        std::ofstream(none).close();
        const auto printed =
            tests::run({"consolidate", into, none, "--view", "clean", "--format", "text"});
        CHECK(printed.exit_code == 0);
        const auto brackets = [](const std::string& text) {
            return std::ranges::count(text, '[') + std::ranges::count(text, ']');
        };
        CHECK(brackets(printed.out) == brackets(source));
        const auto report = tests::run({"brackets", into});
        CHECK(report.exit_code == 0);
        CHECK(report.out.find(std::to_string(wanted.pairs) + " brackets") != std::string::npos);
    }
}
