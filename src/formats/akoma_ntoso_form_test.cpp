// SPDX-License-Identifier: MIT
#include "formats/akoma_ntoso_form.h"

#include <doctest/doctest.h>

#include <string>

#include "formats/akoma_ntoso.h"
#include "formats/import_text.h"
#include "tests/schema.h"

using namespace travaux;
using namespace travaux::formats;
using text::Language;

namespace {

/// An act with a body, of a work that has a name.
std::string act(const std::string& body, const std::string& language = "eng") {
    const std::string uri =
        "<FRBRthis value='/akn/xx/act/2020/1'/><FRBRuri value='/akn/xx/act'/>"
        "<FRBRdate date='2020-01-01' name=''/><FRBRauthor href='#a'/>";
    return "<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'>"
           "<act name='act'><meta><identification source='#a'><FRBRWork>" +
           uri + "<FRBRcountry value='xx'/></FRBRWork><FRBRExpression>" + uri +
           "<FRBRlanguage language='" + language + "'/></FRBRExpression><FRBRManifestation>" + uri +
           "</FRBRManifestation></identification></meta>" + body + "</act></akomaNtoso>";
}

const std::string lights = act(
    "<preface><longTitle><p>Act on <docTitle>Lights</docTitle></p></longTitle></preface>"
    "<preamble><recitals><recital eId='rec_1'><num>(1)</num><p>Seeing,</p></recital></recitals>"
    "</preamble><body>"
    "<section eId='sec_1'><num>1</num><heading>Duty<authorialNote marker='a' eId='n_1'><p>A note."
    "</p></authorialNote></heading><subsection eId='sec_1__subsec_1'><num>(1)</num><intro><p>Each "
    "<b>Party</b> shall keep <ref href='#sec_2'>a light</ref> and:</p></intro>"
    "<paragraph eId='sec_1__para_a'><num>(a)</num><content><p>report;</p></content></paragraph>"
    "<paragraph eId='sec_1__para_b'><num>(b)</num><content><p>pay,</p></content></paragraph>"
    "<wrapUp><p>in time.</p></wrapUp></subsection></section>"
    "<section eId='sec_2'><num>2</num><content><p>First.</p><p>Second.</p></content></section>"
    "</body>");

DraftWithProvenance imported(const std::string& xml) {
    auto draft = import_akoma_ntoso(xml, "act.xml", std::nullopt);
    REQUIRE_MESSAGE(draft.has_value(), (draft.error().id + " " + draft.error().args.front()));
    return *std::move(draft);
}

std::string said(const text::Draft& draft) {
    std::string all;
    for (const auto& one : draft.provisions) {
        all += std::string(one.depth, ' ') + std::string(name_of(one.kind));
        const auto& wording = one.in(draft.working_language);
        for (const auto* words : {&wording.number, &wording.heading, &wording.text}) {
            if (!words->empty()) all += " | " + *words;
        }
        all += "\n";
    }
    return all;
}

text::Provision& that_says(text::Draft& draft, std::string_view text) {
    for (auto& one : draft.provisions) {
        const auto& wording = one.in(draft.working_language);
        if (wording.text == text || wording.heading == text) return one;
    }
    FAIL("no such words");
    return draft.provisions.front();
}

/// The file of a draft, which keeps to the schema and reads back.
std::string written(const DraftWithProvenance& draft) {
    static const tests::Schema schema;
    const auto file = write_form(draft.forms.at(Language::en), draft.draft, Language::en);
    REQUIRE(file.has_value());
    CAPTURE(*file);
    CHECK(schema.accepts(*file));
    return *file;
}

std::string refusal(const std::string& xml) {
    const auto draft = import_akoma_ntoso(xml, "act.xml", std::nullopt);
    return draft ? "taken" : draft.error().id;
}

}  // namespace

TEST_CASE("the elements of an act become provisions, and every word stands in one of them") {
    CHECK(said(imported(lights).draft) == R"(title | Act on Lights
preamble
 preambular_paragraph | (1) | Seeing,
section | 1 | Duty
 footnote | a | A note.
 paragraph | (1) | Each Party shall keep a light and:
  subparagraph | (a) | report;
  subparagraph | (b) | pay,
  continuation | in time.
section | 2 | First.
 paragraph | Second.
)");
}

TEST_CASE("words that change leave the markup and the ids around them as they are") {
    auto draft = imported(lights);
    that_says(draft.draft, "Each Party shall keep a light and:").in(Language::en).text =
        "Each Party shall always keep a light and:";
    that_says(draft.draft, "Duty").in(Language::en).heading = "Duties";
    const std::string file = written(draft);
    CHECK(file.find("<p>Each <b>Party</b> shall always keep <ref href=\"#sec_2\">a light</ref> "
                    "and:</p>") != std::string::npos);
    CHECK(file.find("<heading>Duties<authorialNote marker=\"a\" eId=\"n_1\"") != std::string::npos);
}

TEST_CASE("provisions go and come in the document of others, and the rest of it stays") {
    auto draft = imported(lights);
    auto& provisions = draft.draft.provisions;
    const auto& gone = that_says(draft.draft, "report;");
    const auto at = provisions.begin() + (&gone - provisions.data());
    text::Provision added = gone;
    added.id = ProvisionId::of(sha256("new"));
    added.in(Language::en) = {.number = "(c)", .heading = {}, .text = "mend."};
    provisions.insert(at + 2, added);
    provisions.erase(provisions.begin() + (&that_says(draft.draft, "report;") - provisions.data()));
    text::Provision article = that_says(draft.draft, "First.");
    article.id = ProvisionId::of(sha256("newer"));
    article.in(Language::en) = {.number = "3", .heading = "Force", .text = "At noon."};
    provisions.push_back(article);
    const std::string file = written(draft);
    CHECK(file.find("sec_1__para_a") == std::string::npos);
    CHECK(file.find("eId=\"sec_1__subsec_1__subpara_c\"") != std::string::npos);
    CHECK(file.find("<section eId=\"sec_3\"") != std::string::npos);
    CHECK(file.find("<ref href=\"#sec_2\">a light</ref>") != std::string::npos);
}

TEST_CASE("a draft that the document of others cannot say is written in the form of our own") {
    auto draft = imported(lights);
    std::swap(draft.draft.provisions.front().depth, draft.draft.provisions.back().depth);
    draft.draft.provisions.back().depth = 0;
    draft.draft.provisions.front().depth = 0;
    std::swap(draft.draft.provisions.front(), draft.draft.provisions.back());
    draft.provenance =
        text::provenance_of_import(draft.draft, draft.provenance.origins.begin()->second);
    CHECK(!write_form(draft.forms.at(Language::en), draft.draft, Language::en));
    const auto back = read_draft_folder(write_draft_folder(draft));
    REQUIRE(back.has_value());
    CHECK(back->draft == draft.draft);
    CHECK(back->forms.empty());
}

TEST_CASE("a language version of the same work has the same ids") {
    const auto english =
        imported(act("<body><article eId='art_1'><num>Article 1</num><content><p>"
                     "Light.</p></content></article></body>"));
    const auto french =
        imported(act("<body><article eId='art_1'><num>Article premier</num><content>"
                     "<p>Feu.</p></content></article></body>",
                     "fre"));
    CHECK(english.draft.provisions.front().id == french.draft.provisions.front().id);
    const auto both = import_language(english, french);
    CHECK(both.unmatched.empty());
    CHECK(both.draft.forms.size() == 2);
    const auto back = read_draft_folder(write_draft_folder(both.draft));
    REQUIRE(back.has_value());
    CHECK(*back == both.draft);
}

TEST_CASE("a document may give all its names one prefix") {
    std::string prefixed;
    for (std::size_t at = 0; at < lights.size(); ++at) {
        prefixed += lights[at];
        if (lights[at] == '<') prefixed += lights[at + 1] == '/' ? "/a:" : "a:";
        if (lights[at] == '<' && lights[at + 1] == '/') ++at;
    }
    prefixed.replace(prefixed.find("xmlns="), 6, "xmlns:a=");
    CHECK(imported(prefixed).draft == imported(lights).draft);
}

TEST_CASE("what was written here comes in again with its ids") {
    const auto draft = imported(lights);
    CHECK(imported(written(draft)).draft == draft.draft);
    CHECK(imported(write_akoma_ntoso(draft.draft, Language::en)).draft.provisions ==
          draft.draft.provisions);
}

TEST_CASE("what has no place in a draft is refused by its name") {
    const auto with = [](const std::string& p) {
        return act("<body><section><content><p>" + p + "</p></content></section></body>");
    };
    CHECK(refusal(with("a <del>b</del>")) == "akoma_ntoso.element_unknown");
    CHECK(refusal(with("a &nbsp; b")) == "akoma_ntoso.entity_unknown");
    CHECK(refusal(with("a &#1; b")) == "akoma_ntoso.entity_unknown");
    CHECK(refusal(with("a \x01 b")) == "akoma_ntoso.malformed");
    CHECK(refusal(with("a <i eId='x'>b</i><i eId='x'>c</i>")) == "akoma_ntoso.eid_twice");
    CHECK(refusal(act("<body>words</body>")) == "akoma_ntoso.stray_text");
    CHECK(refusal(act("<body/>")) == "akoma_ntoso.no_words");
    CHECK(refusal(act("<body/>", "tlh")) == "akoma_ntoso.language_unknown");
    CHECK(refusal("<html/>") == "akoma_ntoso.not_akoma_ntoso");
    CHECK(refusal("<akomaNtoso xmlns='urn:x'/>") == "akoma_ntoso.version_unknown");
    CHECK(refusal("<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'>"
                  "<judgment/></akomaNtoso>") == "akoma_ntoso.document_unknown");
    const auto other = import_akoma_ntoso(lights, "act.xml", Language::fr);
    REQUIRE(!other.has_value());
    CHECK(other.error().id == "draft.language_other");
    std::string deep;
    for (int at = 0; at < 200; ++at) deep += "<i title='/>'>";
    CHECK(refusal(with(deep)) == "akoma_ntoso.too_deep");
}
