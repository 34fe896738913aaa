// The Akoma Ntoso of others: real acts, portions and collections come in and go out whole, and what
// has no place here is refused by name.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "formats/akoma_ntoso_form.h"
#include "formats/draft_folder.h"
#include "formats/normalise.h"
#include "tests/command.h"
#include "tests/corpus.h"
#include "tests/schema.h"

using namespace travaux;
namespace fs = std::filesystem;

namespace {

/// The files of the corpus that are read, with their language.
const std::map<std::string, std::string> readable = {
    {"asp-2017-1-enacted-data.akn.xml", "en"},   {"emptyHierarchy.xml", "en"},
    {"ssi-2017-102-enacted-data.akn.xml", "en"}, {"us_Act_2011-11-29.xml", "en"},
    {"us_Title9-Chap3-eng.xml", "en"},           {"uy_bill_2010-09-27.xml", "es"},
};

pugi::xml_document parsed(const std::string& xml) {
    pugi::xml_document document;
    REQUIRE(
        document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata));
    return document;
}

/// The text of a document, and that of its notes apart; of the metadata only these.
struct Words {
    std::string text;
    std::string notes;

    void take(const pugi::xml_node& node, bool is_note) {
        const std::string_view name = node.name();
        if (name == "meta") {
            for (const auto& all : node.children("notes")) take(all, true);
            return;
        }
        if (name == "authorialNote" || name == "note") {
            is_note = true;
            notes += ' ';
        }
        (is_note ? notes : text) += node.value();
        for (const auto& child : node.children()) take(child, is_note);
    }
};

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream(formats::normalised(text).value());
    std::vector<std::string> words{std::istream_iterator<std::string>(stream), {}};
    std::ranges::sort(words);
    return words;
}

std::vector<std::string> words_of_document(const std::string& xml) {
    Words words;
    words.take(parsed(xml), false);
    return words_of(words.text + " " + words.notes);
}

/// The words of a draft. A footnote's number stands in no text of a document but in its marker.
std::vector<std::string> words_of_draft(const text::Draft& draft) {
    std::string all;
    for (const auto& provision : draft.provisions) {
        const auto& wording = provision.in(draft.working_language);
        if (provision.kind != text::ProvisionKind::footnote) all += " " + wording.number;
        all += " " + wording.heading + " " + wording.text;
    }
    return words_of(all);
}

/// Every element with its attributes, but for what says that it is the file of a draft.
std::vector<std::string> elements_of(const std::string& xml) {
    std::vector<std::string> elements;
    parsed(xml).find_node([&](const pugi::xml_node& node) {
        if (node.type() != pugi::node_element) return false;
        if (std::string_view(node.name()) == "travaux:form" || node.child("travaux:form")) {
            return false;
        }
        std::string element = node.name();
        for (const auto& attribute : node.attributes()) {
            if (std::string_view(attribute.name()).find("travaux") != std::string_view::npos) {
                continue;
            }
            element.append(" ").append(attribute.name()).append("=").append(attribute.value());
        }
        elements.push_back(element);
        return false;
    });
    return elements;
}

/// Changes one thing in a draft: words, a provision that goes, comes or stands elsewhere.
void change(text::Draft& draft, std::mt19937& random) {
    auto& provisions = draft.provisions;
    const auto language = draft.working_language;
    const std::size_t at = random() % provisions.size();
    const auto begin = provisions.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = provisions.begin() + static_cast<std::ptrdiff_t>(text::subtree_end(draft, at));
    auto& wording = begin->in(language);
    switch (random() % 5) {
        case 0: wording.text += wording.text.empty() ? "amended" : " amended"; return;
        case 1: wording.text = wording.text.substr(wording.text.find(' ') + 1); return;
        case 2:
            if (provisions.size() > 20) provisions.erase(begin, end);
            return;
        case 3: {
            text::Provision made = *begin;
            made.id = ProvisionId::of(sha256(std::to_string(random())));
            made.in(language) = {.number = "9 bis.", .heading = {}, .text = "New words."};
            if (random() % 2 == 0) made.in(language).number.clear();
            provisions.insert(end, made);
            return;
        }
        default: {
            if (end == provisions.end() || end->depth != begin->depth) return;
            const auto next = static_cast<std::size_t>(end - provisions.begin());
            const auto last = static_cast<std::ptrdiff_t>(text::subtree_end(draft, next));
            std::rotate(begin, end, provisions.begin() + last);
        }
    }
}

}  // namespace

TEST_CASE("acts, portions and collections of others are read and written again whole") {
    const auto folder = tests::corpus("akn/valid", "the Akoma Ntoso of others comes back whole");
    if (!folder) return;
    const tests::Schema schema;
    for (const auto& [name, language] : readable) {
        CAPTURE(name);
        const std::string xml = tests::bytes_of(*folder / name);
        const auto draft = formats::import_akoma_ntoso(xml, name, std::nullopt);
        REQUIRE_MESSAGE(draft.has_value(), (draft.error().id + " " + draft.error().args.front()));
        CHECK(code_of(draft->draft.working_language) == language);
        CHECK(words_of_draft(draft->draft) == words_of_document(xml));
        const auto files = formats::write_draft_folder(*draft);
        const std::string& written = files.at(language + ".xml");
        CHECK(schema.accepts(written));
        CHECK(elements_of(written) == elements_of(xml));
        CHECK(words_of_document(written) == words_of_document(xml));
        const auto back = formats::read_draft_folder(files);
        REQUIRE_MESSAGE(back.has_value(), (back.error().id + " " + back.error().args.front()));
        CHECK(*back == *draft);
        CHECK(formats::write_draft_folder(*back) == files);
    }
}

TEST_CASE("documents of others keep to the standard and say their drafts, whatever is adopted") {
    const auto folder = tests::corpus("akn/valid", "changed documents of others are valid");
    if (!folder) return;
    const tests::Schema schema;
    std::size_t kept = 0;
    std::size_t all = 0;
    for (const auto& [name, language] : readable) {
        const auto imported =
            formats::import_akoma_ntoso(tests::bytes_of(*folder / name), name, std::nullopt);
        REQUIRE(imported.has_value());
        const unsigned rounds = imported->draft.provisions.size() > 1000 ? 6 : 30;
        for (unsigned seed = 1; seed <= rounds; ++seed) {
            CAPTURE(name);
            CAPTURE(seed);
            std::mt19937 random(seed);
            auto draft = *imported;
            for (unsigned left = 1 + seed % 4; left > 0; --left) change(draft.draft, random);
            draft.provenance = text::provenance_of_import(
                draft.draft, imported->provenance.origins.begin()->second);
            const auto files = formats::write_draft_folder(draft);
            CHECK(schema.accepts(files.at(language + ".xml")));
            const auto back = formats::read_draft_folder(files);
            REQUIRE(back.has_value());
            CHECK(back->draft == draft.draft);
            kept += back->forms.size();
            ++all;
        }
    }
    CAPTURE(kept);
    CAPTURE(all);
    // What a form cannot say, such as a number for a cell of a table, is written in our own.
    CHECK(10 * kept >= 6 * all);
}

TEST_CASE("documents of other kinds and documents that do not keep to the standard are refused") {
    const auto folder = tests::corpus("akn", "other kinds of Akoma Ntoso are refused by name");
    if (!folder) return;
    const tests::ScratchFolder scratch;
    const auto refusal = [&](const std::string& name) {
        const std::string file = (*folder / name).string();
        const std::string into = (scratch.path / "draft").string();
        const auto outcome = tests::run({"import", file, "--into", into});
        CHECK(outcome.exit_code == 2);
        CHECK(outcome.out.empty());
        CHECK(!fs::exists(into));
        CHECK(outcome.err.find('\n') == outcome.err.size() - 1);
        CHECK(outcome.err.find(name) != std::string::npos);
        return outcome.err;
    };
    const auto says = [](const std::string& line, const char* words) {
        CAPTURE(line);
        CHECK(line.find(words) != std::string::npos);
    };
    says(refusal("valid/ke_Debate_Bungeni_2011-06-10.xml"), "kind debate");
    says(refusal("invalid/dec_5.xml"), "kind statement");
    says(refusal("invalid/eids_basic.xml"), "kind statement");
    says(refusal("invalid/escapes.xml"), "2009 is no date");
}
