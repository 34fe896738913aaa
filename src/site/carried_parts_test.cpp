// SPDX-License-Identifier: MIT
#include "site/carried_parts.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"
#include "formats/import_text.h"
#include "site/said_parts.h"

using namespace travaux;
using host::ConsolidatedText;
using site::carried_over;
using site::CarriedParts;
using text::Language;

namespace {

constexpr std::string_view first_words = "States may act in good time.";
constexpr std::string_view second_words = "They tell each other.";

ConsolidatedText treaty() {
    ConsolidatedText result;
    result.draft =
        formats::import_text("# Treaty\n\n## Article 1\n\n1. " + std::string(first_words) +
                                 "\n\n2. " + std::string(second_words) + "\n",
                             "a.md", Language::en)
            ->draft;
    result.consolidated = consolidation::consolidate(result.draft, {}, Language::en);
    return result;
}

text::Provision& provision_with(ConsolidatedText& text, std::string_view words) {
    for (text::Provision& one : text.draft.provisions) {
        if (one.in(Language::en).text == words) return one;
    }
    FAIL("no provision says " << words);
    return text.draft.provisions.front();
}

// The treaty with other words for a provision, as a later text of the same committee.
ConsolidatedText later(std::string_view words, std::string_view now) {
    ConsolidatedText result = treaty();
    text::Provision& provision = provision_with(result, words);
    for (auto& one : provision.wordings) one.text = now;
    return result;
}

// Another wording of the first paragraph, carried over to a text in which that is otherwise.
CarriedParts carried(const std::string& typed, std::string_view now) {
    ConsolidatedText from = treaty();
    const std::string id = hex(provision_with(from, first_words).id.bytes);
    return carried_over(site::parts_of({"text", id, typed, {}, {}}, from), from,
                        later(first_words, now));
}

std::string text_of(const CarriedParts& carried) {
    return std::string(carried.parts.at(0).at("text").as_string());
}

}  // namespace

TEST_CASE("a change of words is carried over among words that differ elsewhere") {
    const CarriedParts done =
        carried("States shall act in good time.", "States may act in good time and together.");
    REQUIRE(done.parts.size() == 1);
    CHECK(text_of(done) == "States shall act in good time and together.");
    CHECK(done.left.empty());
}

TEST_CASE("a change of words that are others now is left, with what it asks for") {
    const CarriedParts done =
        carried("States shall act in good time.", "States can act in good time.");
    CHECK(done.parts.empty());
    REQUIRE(done.left.size() == 1);
    CHECK_FALSE(done.left[0].is_met);
    CHECK_FALSE(done.left[0].refused);
    REQUIRE(!done.left[0].words.empty());
    CHECK(done.left[0].words[0].contains("shall"));
}

TEST_CASE("a change that the later text has made is left as met") {
    const CarriedParts done =
        carried("States shall act in good time.", "States shall act in good time.");
    CHECK(done.parts.empty());
    REQUIRE(done.left.size() == 1);
    CHECK(done.left[0].is_met);
}

TEST_CASE(
    "a change of a provision that is there no more is left, with why; others stay as they are") {
    ConsolidatedText from = treaty();
    const std::string first = hex(provision_with(from, first_words).id.bytes);
    const std::string second = hex(provision_with(from, second_words).id.bytes);
    boost::json::array parts = site::parts_of({"delete", second, {}, {}, {}}, from);
    for (auto& part : site::parts_of({"text", first, "Others act.", {}, {}}, from)) {
        parts.push_back(part);
    }
    ConsolidatedText to = treaty();
    std::erase_if(to.draft.provisions,
                  [&](const text::Provision& one) { return hex(one.id.bytes) == first; });
    const CarriedParts done = carried_over(parts, from, to);
    REQUIRE(done.parts.size() == 1);
    CHECK(done.parts[0] == parts[0]);
    REQUIRE(done.left.size() == 1);
    CHECK(done.left[0].refused);
}

TEST_CASE("a split is carried over where its provision has the same words, and left elsewhere") {
    ConsolidatedText from = treaty();
    const std::string id = hex(provision_with(from, first_words).id.bytes);
    const auto parts =
        site::parts_of({"split", id, "States may act.\n\nThey do so in good time.", {}, {}}, from);
    REQUIRE(parts.size() == 1);
    CHECK(carried_over(parts, from, later(second_words, "They meet.")).parts == parts);
    const CarriedParts done = carried_over(parts, from, later(first_words, "States shall act."));
    CHECK(done.parts.empty());
    REQUIRE(done.left.size() == 1);
    CHECK_FALSE(done.left[0].refused);
}
