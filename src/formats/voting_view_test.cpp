// SPDX-License-Identifier: MIT
#include "formats/voting_view.h"

#include <doctest/doctest.h>

#include "consolidation/canonical.h"
#include "consolidation/consolidate.h"
#include "formats/read_consolidated.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

const ProvisionId paragraph = ProvisionId::of(sha256("paragraph"));

text::Draft draft() {
    text::Draft draft;
    draft.written_in = {text::Language::en, text::Language::fr};
    draft.provisions.resize(1);
    draft.provisions[0].id = paragraph;
    draft.provisions[0].in(text::Language::en).text = "States shall cooperate";
    draft.provisions[0].in(text::Language::fr).text = "Les États coopèrent";
    return draft;
}

ProposalSet proposals() {
    const auto says = [](const std::string& words) {
        return TextPart{paragraph, text::Field::text, words};
    };
    ProposalSet set;
    const auto add = [&](const std::string& id, Part en, Part fr) {
        Proposal proposal;
        proposal.id = id;
        proposal.sponsors = {"State of " + id};
        proposal.parts = {std::move(en)};
        proposal.translations[text::Language::fr] = {std::move(fr)};
        set.supports.insert({id, proposal.sponsors[0], {}});
        set.submitted.emplace(id, std::move(proposal));
    };
    add("A", says("States shall cooperate fully"), says("Les États coopèrent pleinement"));
    add("B", says("States may cooperate"), says("Les États peuvent coopérer"));
    add("C", DeletePart{paragraph}, DeletePart{paragraph});
    return set;
}

struct Printed {
    std::string text;
    std::string html;
    std::string json;
};

Printed printed(text::Language language, formats::Sponsors sponsors) {
    const text::Draft base = draft();
    const ProposalSet set = proposals();
    const auto orders = voting_orders(base, consolidate(base, set, text::Language::en));
    const Consolidated text = consolidate(base, set, language);
    const formats::Printing printing{formats::View::options, sponsors, orders};
    return {formats::print_text(base, text, printing), formats::print_html(base, text, printing),
            formats::print_json(base, text, printing)};
}

// The lines from the first option on, without indents.
std::string voting_in(const std::string& text) {
    std::string lines;
    for (std::size_t at = text.find("1. "); at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines += text.substr(at, end - at + 1);
        at = text.find_first_not_of(' ', end + 1);
    }
    return lines;
}

}  // namespace

TEST_CASE("the view of options suggests an order of voting and says what each adoption rejects") {
    const auto [text, html, json] = printed(text::Language::en, formats::Sponsors::named);
    CHECK(voting_in(text).starts_with(
        "1. Delete \xE2\x80\x93 State of C; its adoption would reject: Option 2, Option 3\n"
        "2. Option 2 \xE2\x80\x93 State of B; its adoption would reject: Delete\n"
        "3. Option 3 \xE2\x80\x93 State of A; its adoption would reject: Delete\n"
        "4. The draft as it stands\n"));
    CHECK(text.find("rule 130") != std::string::npos);
    CHECK(html.find("<ol class=\"voting\"><li>Delete") != std::string::npos);
    CHECK(
        json.find(R"("voting":[{"subject":"deletion","distance":0,"by":["C"],"rejects":[1,2]})") !=
        std::string::npos);
}

TEST_CASE("the order of voting is the same in every language") {
    const auto [text, html, json] = printed(text::Language::fr, formats::Sponsors::named);
    CHECK(
        voting_in(text).starts_with("1. Supprimer \xE2\x80\x93 State of C ; son adoption "
                                    "entraînerait le rejet suivant : Option 2, Option 3\n"
                                    "2. Option 2 \xE2\x80\x93 State of B"));
}

TEST_CASE("an order of voting without sponsors names nobody") {
    const auto [text, html, json] = printed(text::Language::en, formats::Sponsors::unnamed);
    CHECK(
        voting_in(text).starts_with("1. Delete; its adoption would reject: Option 2, Option 3\n"));
    CHECK(json.find("\"by\"") == std::string::npos);
}

TEST_CASE("JSON with an order of voting reads back") {
    const text::Draft base = draft();
    const Consolidated text = consolidate(base, proposals(), text::Language::en);
    const auto orders = voting_orders(base, text);
    const auto read = formats::read_json(
        formats::print_json(base, text,
                            {formats::View::bracketed, formats::Sponsors::named, orders}),
        "printed");
    REQUIRE(read);
    CHECK(canonical(*read, read->rows[0]) == canonical(text, text.rows[0]));
}
