// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "consolidation/consolidate.h"
#include "consolidation/decision.h"
#include "consolidation/laws.h"
#include "consolidation/statistics.h"
#include "formats/akoma_ntoso.h"
#include "formats/import_text.h"
#include "formats/print_blame.h"
#include "formats/printing.h"
#include "formats/proposal_lines.h"
#include "formats/round_trips.h"
#include "tests/example.h"
#include "tests/schema.h"

using namespace travaux;

using tests::draft_in_six_languages;
using tests::proposals_on;

TEST_CASE("the example has one structure in six languages") {
    const auto draft = draft_in_six_languages();
    CHECK(draft.draft.written_in.size() == 6);
    CHECK(draft.draft.title == "Model Convention on the Protection of Submarine Cables");
    CHECK(formats::read_draft_folder(formats::write_draft_folder(draft)) == draft);
}

TEST_CASE("the example's proposals keep every law and read back from lines") {
    const auto draft = draft_in_six_languages();
    const auto set = proposals_on(draft.draft);
    CHECK(set.submitted.size() == 46);
    const auto again = formats::read_proposal_lines(
        draft.draft, {{"all.jsonl", formats::write_proposal_lines(set)}});
    REQUIRE(again.has_value());
    CHECK(*again == set);
    for (const auto& outcome : consolidation::check_laws({draft.draft, draft.provenance, set, 2, 1},
                                                         formats::engine_with_files(), {})) {
        INFO("law " << outcome.law << ": " << outcome.broken.value_or(""));
        CHECK_FALSE(outcome.broken.has_value());
    }
}

TEST_CASE("no printing without sponsors names one, and no text becomes markup") {
    const auto draft = draft_in_six_languages();
    auto set = proposals_on(draft.draft);
    set.supports.insert({"P01", "<script>alert(1)</script>", ""});
    const auto text = consolidation::consolidate(draft.draft, set, text::Language::en);
    const auto named = formats::print_html(draft.draft, text, {});
    CHECK(named.find("<script") == std::string::npos);
    CHECK(named.find("&lt;script&gt;") != std::string::npos);
    for (const formats::View view : {formats::View::bracketed, formats::View::clean,
                                     formats::View::options, formats::View::by_sponsor}) {
        const formats::Printing unnamed{view, formats::Sponsors::unnamed};
        for (const std::string& bytes : {formats::print_html(draft.draft, text, unnamed),
                                         formats::print_text(draft.draft, text, unnamed),
                                         formats::print_json(draft.draft, text, unnamed)}) {
            CHECK(bytes.find("Switzerland") == std::string::npos);
            CHECK(bytes.find("P33") == std::string::npos);
        }
    }
}

TEST_CASE("who listens hears each reading begin, and once where those of a place end") {
    const auto draft = draft_in_six_languages();
    const auto text =
        consolidation::consolidate(draft.draft, proposals_on(draft.draft), text::Language::en);
    const std::string page = formats::print_html(draft.draft, text, {});
    const auto count = [&](std::string_view sought) {
        std::size_t found = 0;
        for (auto at = page.find(sought); at != std::string::npos; at = page.find(sought, at + 1)) {
            ++found;
        }
        return found;
    };
    const std::size_t readings = count("<span class=\"rd\" id=");
    const std::size_t followed_by_another = count("]</span></span> <span class=\"rd\" id=") +
                                            count("]</span></span><span class=\"rd\" id=");
    CHECK(followed_by_another > 0);
    CHECK(count("[</span><a class=\"k\" aria-label=\"alternative ") == readings);
    CHECK(count("<span class=\"vh\"> end of alternative</span>") == readings - followed_by_another);
}

TEST_CASE("the example as Akoma Ntoso keeps to the schema in six languages and every view") {
    const tests::Schema schema;
    const auto draft = draft_in_six_languages();
    const auto set = proposals_on(draft.draft);
    for (const text::Language language : text::languages) {
        const auto text = consolidation::consolidate(draft.draft, set, language);
        for (const formats::View view : {formats::View::bracketed, formats::View::clean,
                                         formats::View::options, formats::View::by_sponsor}) {
            for (const auto names : {formats::Sponsors::named, formats::Sponsors::unnamed}) {
                INFO(text::code_of(language));
                CHECK(schema.accepts(formats::write_akoma_ntoso(draft.draft, text, {view, names})));
            }
        }
    }
}

TEST_CASE("rival provisions are alternatives, and every proposed word stands in the body") {
    const auto draft = draft_in_six_languages();
    const auto text =
        consolidation::consolidate(draft.draft, proposals_on(draft.draft), text::Language::en);
    const std::string xml = formats::write_akoma_ntoso(draft.draft, text, {});
    const std::string body = xml.substr(xml.find("<body>"));
    const std::size_t end = xml.find("\" href", xml.rfind("eId=\"", xml.find("Türkiye")));
    const std::size_t begin = xml.rfind("eId=\"", end) + 5;
    CHECK(body.contains("<del refersTo=\"#" + xml.substr(begin, end - begin) + "\""));
    for (const auto& row : text.rows) {
        for (const auto& target : row.text.targets) {
            for (const text::Word word : target.words) {
                const std::string spelling(text.lexicon->spelling(word));
                if (!target.is_pending && spelling != "\"") CHECK(body.contains(spelling));
            }
        }
    }
    const std::string options = formats::write_akoma_ntoso(
        draft.draft, text, {formats::View::options, formats::Sponsors::named});
    CHECK(options.contains(" alternativeTo=\"#chp_III__art_8__para_1\"><num>1.</num>"));
}

TEST_CASE("words of two steps name the proposal that brought or removed them") {
    const auto draft = draft_in_six_languages();
    const auto first = consolidation::next_draft(
        draft.draft, draft.provenance, proposals_on(draft.draft), {{"P01", 0}, {"P29", 0}});
    REQUIRE(first.has_value());
    const auto second =
        consolidation::next_draft(first->draft, first->provenance, first->open, {{"P14", 0}});
    REQUIRE(second.has_value());
    const auto blame =
        formats::print_blame({second->draft, second->provenance}, text::Language::en);
    CHECK(blame.find("  - promote\n      en.md; removed by P01 (Fiji, Maldives), draft 2\n") !=
          std::string::npos);
    CHECK(blame.find("  + strengthen\n      P01 (Fiji, Maldives), draft 2\n") != std::string::npos);
    CHECK(blame.find("  + and exclusive economic zone\n      P14 (Norway), draft 3\n") !=
          std::string::npos);
}

TEST_CASE("statistics of articles add up to those of the text") {
    const auto draft = draft_in_six_languages();
    const auto text =
        consolidation::consolidate(draft.draft, proposals_on(draft.draft), text::Language::en);
    const auto whole = consolidation::statistics_of(text);
    consolidation::Statistics sum;
    for (const auto& one : consolidation::statistics_by_article(text)) {
        sum.brackets += one.brackets;
        sum.readings += one.readings;
        sum.words_open += one.words_open;
    }
    CHECK(sum == whole);
    CHECK(whole.brackets > 30);
}
