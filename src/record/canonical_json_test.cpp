// SPDX-License-Identifier: MIT
#include "record/canonical_json.h"

#include <doctest/doctest.h>

#include <array>
#include <random>

using namespace travaux;
using namespace travaux::record;
namespace json = boost::json;

namespace {

std::string canonical(std::string_view text) { return write_canonical(json::parse(text)).value(); }

std::string refusal_of(std::string_view bytes) {
    const auto value = read_canonical(bytes);
    return value ? "" : value.error().id;
}

// Values with texts, names and numbers of every kind that a record may hold.
class SomeValues {
public:
    explicit SomeValues(unsigned seed) : engine_(seed) {}

    json::value next(unsigned depth) {
        switch (below(depth == 0 ? 4 : 6)) {
            case 0: return nullptr;
            case 1: return below(2) == 0;
            case 2: return number();
            case 3: return json::value(text());
            case 4: return array(depth);
            default: return object(depth);
        }
    }

private:
    unsigned below(unsigned bound) { return static_cast<unsigned>(engine_() % bound); }

    std::int64_t number() {
        return std::int64_t(engine_()) * std::int64_t(below(1U << 21U)) - (1LL << 51U);
    }

    std::string text() {
        static const std::array<std::string, 8> pieces = {
            "a", "\"", "\\", "\n", std::string(1, '\0'), "\u00e9", "\ue000", "\U0001F600"};
        std::string all;
        for (unsigned i = below(5); i > 0; --i) all += pieces.at(below(8));
        return all;
    }

    json::value array(unsigned depth) {
        json::array array;
        for (unsigned i = below(4); i > 0; --i) array.push_back(next(depth - 1));
        return array;
    }

    json::value object(unsigned depth) {
        json::object object;
        for (unsigned i = below(4); i > 0; --i) object[text()] = next(depth - 1);
        return object;
    }

    std::mt19937 engine_;
};

}  // namespace

TEST_CASE("canonical JSON spells texts, names and literals as RFC 8785 shows them") {
    // The example of section 3.2.2, without its numbers, which are fractions.
    CHECK(canonical(R"({"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",)"
                    R"("literals":[null,true,false]})") ==
          "{\"literals\":[null,true,false],"
          "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    // The order of names in section 3.2.3.
    CHECK(canonical(R"({"\u20ac":"Euro Sign","\r":"Carriage Return",)"
                    R"("\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",)"
                    R"("\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control",)"
                    R"("\u00f6":"Latin Small Letter O With Diaeresis"})") ==
          "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
          "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
          "\"\U0001F600\":\"Emoji: Grinning Face\","
          "\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}");
    CHECK(canonical(" [ 1 , -1 , 9007199254740991 , { } , [ ] ] ") ==
          "[1,-1,9007199254740991,{},[]]");
}

TEST_CASE("bytes that are another spelling of a value are refused") {
    for (const std::string_view bytes :
         {" 1", "1 ", "-0", "[1, 2]", R"({"b":1,"a":2})", R"({"a":1,"a":1})", R"("\u0041")",
          R"("\/")", R"("\u000A")", R"("\u000F")", "\"\\u00e9\""}) {
        INFO(bytes);
        CHECK(refusal_of(bytes) == "canonical.other_spelling");
    }
    CHECK(read_canonical("[1,2 ]").error().args == std::vector<std::string>{"4"});
}

TEST_CASE("fractions and numbers beyond 2^53 are refused, read or written") {
    for (const std::string_view bytes :
         {"1.5", "1.0", "1e3", "9007199254740992", "-9007199254740992", "18446744073709551615",
          "100000000000000000000"}) {
        INFO(bytes);
        CHECK(refusal_of(bytes) == "canonical.number");
    }
    CHECK(write_canonical(json::value(0.5)).error().id == "canonical.number");
    CHECK(write_canonical(json::value(std::uint64_t{7})).value() == "7");
}

TEST_CASE("what is no JSON in UTF-8, or nested too deep, is refused") {
    for (const std::string& bytes :
         {std::string(), std::string("{"), std::string("[1,]"), std::string("nul"),
          std::string("1 2"), std::string("\"\xff\""), std::string("\"\xed\xa0\x80\""),
          std::string("\"\\ud800\""), std::string("\"\n\""), std::string("\0", 1),
          std::string(100'000, '[')}) {
        CHECK(refusal_of(bytes) == "canonical.malformed");
    }
    json::value deep = 1;
    for (int i = 0; i < 60; ++i) deep = json::array{deep};
    CHECK(write_canonical(deep).error().id == "canonical.too_deep");
}

TEST_CASE("every value comes back from its canonical bytes") {
    for (unsigned seed = 1; seed <= 500; ++seed) {
        INFO("seed " << seed);
        const json::value value = SomeValues(seed).next(3);
        const std::string bytes = write_canonical(value).value();
        CHECK(read_canonical(bytes).value() == value);
    }
}
