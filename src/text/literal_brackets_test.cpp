// SPDX-License-Identifier: MIT
#include "text/literal_brackets.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace travaux;
using namespace travaux::text;

namespace {

Draft draft_of(const std::vector<std::string>& texts) {
    Draft draft;
    draft.written_in = {Language::en};
    for (const std::string& text : texts) {
        Provision provision;
        provision.in(Language::en).text = text;
        draft.provisions.push_back(provision);
    }
    return draft;
}

LiteralBrackets found_in(const std::vector<std::string>& texts) {
    return literal_brackets_of(draft_of(texts), Language::en);
}

/// What the brackets of one text are for, each with its depth.
std::string uses_in(const std::string& text) {
    std::string all;
    for (const auto& pair : found_in({text}).pairs) {
        if (!all.empty()) all += " ";
        all += std::to_string(pair.depth) + std::string(name_of(pair.use));
    }
    return all;
}

/// Prints a text from the tree of its brackets: what stands in each, recursively.
class Printer {
public:
    Printer(const std::string& text, const LiteralBrackets& found) : text_(text), found_(found) {}

    std::string print() {
        children(0, text_.size(), 0);
        return std::move(out_);
    }

private:
    void children(std::size_t begin, std::size_t end, std::uint32_t depth) {
        while (next_ < found_.pairs.size() && found_.pairs[next_].depth == depth) {
            const LiteralBracket& pair = found_.pairs[next_++];
            REQUIRE(pair.open.at >= begin);
            REQUIRE(pair.close.at < end);
            out_ += text_.substr(begin, pair.open.at - begin);
            out_ += text_[pair.open.at];
            children(pair.open.at + 1, pair.close.at, depth + 1);
            out_ += text_[pair.close.at];
            begin = pair.close.at + 1;
        }
        out_ += text_.substr(begin, end - begin);
    }

    const std::string& text_;
    const LiteralBrackets& found_;
    std::string out_;
    std::size_t next_ = 0;
};

}  // namespace

TEST_CASE("literal brackets stand in one another, offer choices and hold places open") {
    CHECK(uses_in("Parties [shall][should] act") == "0alternative 0alternative");
    CHECK(uses_in("Parties [shall] / [should [ever]] act") == "0alternative 0alternative 1words");
    CHECK(uses_in("by [X] per cent in [20XX], [ ] and […]") ==
          "0placeholder 0placeholder 0placeholder 0placeholder");
    CHECK(uses_in("by [2030]") == "0words");
    CHECK(uses_in("[Option 1: a [b]] [Option 2: c]") == "0option 1words 0option");
    CHECK(uses_in("[optional words] [Optional]") == "0alternative 0alternative");
    CHECK(uses_in("[a] and [b]") == "0words 0words");
}

TEST_CASE("options and words between strokes are named where they stand") {
    const auto found = found_in(
        {"Option 1: Parties shall/may act and/or report under 1/CP.17.", "[Option 2: [No text]]"});
    REQUIRE(found.options.size() == 2);
    CHECK(found.options[0] == SignPlace{0, Field::text, 0});
    CHECK(found.options[1] == SignPlace{1, Field::text, 1});
    REQUIRE(found.slashes.size() == 1);
    CHECK(found.slashes[0] == SignPlace{0, Field::text, 23});
}

TEST_CASE("a bracket may open in one provision and close in another") {
    const auto found = found_in({"[The Parties", "[shall]", "agree]"});
    REQUIRE(found.pairs.size() == 2);
    CHECK(found.pairs[0].open == SignPlace{0, Field::text, 0});
    CHECK(found.pairs[0].close == SignPlace{2, Field::text, 5});
    CHECK(found.pairs[1].depth == 1);
    CHECK(found.lone.empty());
}

TEST_CASE("brackets without a partner are named and are words like others") {
    const auto found = found_in({"a] [b [c]", "d"});
    CHECK(found.pairs.size() == 1);
    REQUIRE(found.lone.size() == 2);
    CHECK(found.lone[0].at == 1);
    CHECK(found.lone[1].at == 3);
}

TEST_CASE("brackets of full width are brackets") {
    const auto found = found_in({"［应］［可］"});
    REQUIRE(found.pairs.size() == 2);
    CHECK(found.pairs[1].use == BracketUse::alternative);
}

TEST_CASE("any text prints from its brackets as it was, and each bracket has one partner or none") {
    std::mt19937 random(5);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (std::size_t left = random() % 40; left > 0; --left) text += "[]ab /X."[random() % 8];
        CAPTURE(text);
        const auto found = found_in({text});
        CHECK(Printer(text, found).print() == text);
        std::map<std::size_t, int> times;
        for (const auto& pair : found.pairs) {
            CHECK(text[pair.open.at] == '[');
            CHECK(text[pair.close.at] == ']');
            ++times[pair.open.at];
            ++times[pair.close.at];
        }
        for (const auto& sign : found.lone) ++times[sign.at];
        const auto signs = std::ranges::count_if(text, [](char c) { return c == '[' || c == ']'; });
        CHECK(times.size() == static_cast<std::size_t>(signs));
        CHECK(std::ranges::all_of(times, [](const auto& one) { return one.second == 1; }));
        // No bracket that opens is left over before one that closes: they would be partners.
        for (std::size_t at = 1; at < found.lone.size(); ++at) {
            CHECK(!(text[found.lone[at - 1].at] == '[' && text[found.lone[at].at] == ']'));
        }
    }
}
