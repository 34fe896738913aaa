// Real treaties through files and languages: what is written validates and reads back equal, and
// six languages stand on one tree.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstdlib>
#include <string>
#include <vector>

#include "formats/draft_folder.h"
#include "formats/import_text.h"
#include "formats/normalise.h"
#include "tests/command.h"
#include "tests/corpus.h"
#include "tests/schema.h"
#include "text/labels.h"
#include "text/word.h"

using namespace travaux;
using text::Language;
using text::ProvisionKind;

namespace {

using Spellings = std::vector<std::string>;

formats::DraftWithProvenance imported(const std::filesystem::path& file, Language language) {
    auto result = formats::import_text(tests::bytes_of(file), file.string(), language);
    REQUIRE(result);
    return *std::move(result);
}

void check_round_trip(const formats::DraftWithProvenance& draft, const tests::Schema& schema) {
    const auto files = formats::write_draft_folder(draft);
    for (const auto& [name, bytes] : files) {
        CAPTURE(name);
        if (name.ends_with(".xml")) CHECK(schema.accepts(bytes));
    }
    const auto back = formats::read_draft_folder(files);
    REQUIRE_MESSAGE(back.has_value(), back.error().id);
    CHECK(back->draft == draft.draft);
    CHECK(back->provenance == draft.provenance);
}

/// Lays the other languages of a folder, `LL.ENDING`, on a draft; returns what has no partner.
std::vector<std::string> add_languages(formats::DraftWithProvenance& draft,
                                       const std::filesystem::path& folder,
                                       const std::string& ending) {
    std::vector<std::string> unmatched;
    for (const Language language : text::languages) {
        const auto file = folder / (std::string(code_of(language)) + ending);
        if (language == Language::en || !std::filesystem::exists(file)) continue;
        auto match =
            formats::import_language(draft, tests::bytes_of(file), file.string(), language);
        REQUIRE(match);
        draft = std::move(match->draft);
        std::ranges::move(match->unmatched, std::back_inserter(unmatched));
    }
    return unmatched;
}

/// The words of each article of the body, numbers of paragraphs included, in lower case.
std::vector<Spellings> words_of_articles(const text::Draft& draft) {
    std::vector<Spellings> articles;
    text::Lexicon lexicon;
    for (std::size_t at = 0; at < draft.provisions.size(); ++at) {
        if (draft.provisions[at].kind != ProvisionKind::article) continue;
        std::string words;
        for (std::size_t i = at + 1; i < text::subtree_end(draft, at); ++i) {
            const auto& wording = draft.provisions[i].in(Language::en);
            words += " " + wording.number + " " + wording.text;
        }
        articles.emplace_back();
        for (const text::Word word : text::words_of(*formats::normalised(words), lexicon)) {
            articles.back().emplace_back(lexicon.spelling(word));
        }
    }
    return articles;
}

/// Whether an article begins with the first words of another edition's; blanks aside, which the
/// other edition has in other places.
bool begins_as(const Spellings& article, std::string_view other) {
    std::string mine;
    for (const std::string& word : article) mine += word;
    std::string theirs = *formats::normalised(other.substr(0, 100));
    std::erase(theirs, ' ');
    std::erase(mine, '(');
    std::erase(theirs, '(');
    return mine.substr(0, 12) == theirs.substr(0, 12);
}

}  // namespace

TEST_CASE("every real treaty is written as valid Akoma Ntoso and reads back equal") {
    const auto folder = tests::corpus("treaties", "round trips of real treaties");
    if (!folder) return;
    const tests::Schema schema;
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
        if (entry.path().extension() != ".md") continue;
        CAPTURE(entry.path().filename().string());
        check_round_trip(imported(entry.path(), Language::en), schema);
        ++count;
    }
    CHECK(count >= 8);
}

TEST_CASE("articles of a second edition begin with the same words") {
    const auto folder = tests::corpus("treaties", "article boundaries of a second edition");
    if (!folder) return;
    struct Edition {
        const char* file;
        const char* other;
        std::size_t articles;
        std::size_t differing;  // misprints of the other edition
    };
    for (const Edition& edition : {Edition{"vclt-1969.md", "vclt.json", 85, 0},
                                   Edition{"uncac-2003.md", "uncac.json", 71, 1},
                                   Edition{"rome-statute-1998.md", "rome-statute.json", 128, 0}}) {
        CAPTURE(edition.file);
        const auto json = boost::json::parse(tests::bytes_of(*folder / edition.other));
        const auto mine = words_of_articles(imported(*folder / edition.file, Language::en).draft);
        std::vector<std::string> theirs;
        for (const auto& one : json.at("articles").as_array()) {
            // The later edition of one has articles between those of the first: 第八条之二.
            if (one.at("article").as_string().find("\u4E4B") != std::string::npos) continue;
            theirs.emplace_back(one.at("content_en").as_string());
        }
        REQUIRE(mine.size() == edition.articles);
        REQUIRE(theirs.size() == edition.articles);
        std::size_t differing = 0;
        for (std::size_t at = 0; at < mine.size(); ++at) {
            differing += begins_as(mine[at], theirs[at]) ? 0U : 1U;
        }
        CHECK(differing <= edition.differing);
    }
}

TEST_CASE("six languages of the Charter stand on one tree, and no finding is false") {
    const auto folder = tests::corpus("six-languages/un-charter", "the Charter on one tree");
    if (!folder) return;
    auto draft = imported(*folder / "en.txt", Language::en);
    const auto unmatched = add_languages(draft, *folder, ".txt");
    // Only what follows the last article, its closing and signatures, differs.
    CHECK(unmatched.size() <= 5);
    CHECK(draft.draft.written_in.size() == 6);
    std::size_t last = 0;
    for (std::size_t at = 0; at < draft.draft.provisions.size(); ++at) {
        const auto& provision = draft.draft.provisions[at];
        if (provision.in(Language::en).number == "Article 111") last = at;
        if (last != 0) continue;
        for (const Language language : text::languages) {
            CAPTURE(code_of(language));
            CAPTURE(provision.in(Language::en).text);
            CHECK(provision.in(language).text.empty() == provision.in(Language::en).text.empty());
        }
    }
    REQUIRE(last != 0);

    const auto label = [&](Language language, std::string_view name) {
        const auto id = text::Labels(draft.draft, language).resolve(name);
        REQUIRE_MESSAGE(id.has_value(), name);
        return draft.draft.provisions[*text::find(draft.draft, *id)].in(Language::en).number;
    };
    CHECK(label(Language::en, "article 6") == "Article 6");
    CHECK(label(Language::fr, "article 6") == "Article 6");
    CHECK(label(Language::es, "artículo 6") == "Article 6");
    CHECK(label(Language::ru, "статья 6") == "Article 6");
    CHECK(label(Language::zh, "第六条") == "Article 6");
    CHECK(label(Language::zh, "第6条") == "Article 6");
    CHECK(label(Language::ar, "المادة 6") == "Article 6");
    check_round_trip(draft, tests::Schema());
}

TEST_CASE("the Declaration in six languages and the high seas agreement in two stand on one tree") {
    const auto folder = tests::corpus("six-languages", "the Declaration on one tree");
    if (!folder) return;
    const tests::ScratchFolder out;
    const std::string command =
        "'" + (tests::project_folder() / "tests/corpus/html_to_markdown").string() + "' '" +
        (*folder / "udhr").string() + "' '" + out.path.string() + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    auto declaration = imported(out.path / "en.md", Language::en);
    // Four languages set the end of the preamble in fewer lines.
    CHECK(add_languages(declaration, out.path, ".md").size() <= 5);
    CHECK(declaration.draft.written_in.size() == 6);
    auto agreement = imported(*folder / "bbnj/en.txt", Language::en);
    CHECK(std::ranges::count(agreement.draft.provisions, ProvisionKind::article,
                             &text::Provision::kind) == 76);
    // One line of annex II runs several items together in French.
    CHECK(add_languages(agreement, *folder / "bbnj", ".txt").size() <= 6);
    const tests::Schema schema;
    check_round_trip(declaration, schema);
    check_round_trip(agreement, schema);
}
