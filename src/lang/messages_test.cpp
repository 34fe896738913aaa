// SPDX-License-Identifier: MIT
#include "lang/messages.h"

#include <doctest/doctest.h>

using namespace travaux;
using lang::sentence_of;
using text::Language;

TEST_CASE("a refusal is one line that names the place and the thing") {
    const auto unknown = [](const std::string& name) {
        return sentence_of({ErrorCode::not_found, "label.unknown", {"a.jsonl:3", name}},
                           Language::en);
    };
    CHECK(unknown("article\n99") == "a.jsonl:3: no provision is called article 99");
    CHECK(unknown("\033[2Jx") == "a.jsonl:3: no provision is called  [2Jx");
    CHECK(unknown("a\u0085b") == "a.jsonl:3: no provision is called a b");
    CHECK(unknown("") == "a.jsonl:3: no provision is called");
    std::string many;
    for (int i = 0; i < 300; ++i) many += "\u00e9";
    CHECK(unknown("x" + many).size() < 350);
    CHECK(unknown("x" + many).ends_with("\u00e9 ..."));
}

TEST_CASE("an argument cannot turn the direction of the sentence around it") {
    const Error error{ErrorCode::not_found, "label.unknown", {"a", "x\u202e\u2066y\u2069"}};
    CHECK(sentence_of(error, Language::en) == "a: no provision is called xy");
}

TEST_CASE("an id without words is shown with its arguments") {
    CHECK(sentence_of({ErrorCode::invalid, "no.such", {"a", "b"}}, Language::en) ==
          "a: b: no.such");
}

TEST_CASE("numbers choose the words that go with them in each language") {
    const auto wait = [](Language language, const char* seconds) {
        return sentence_of({ErrorCode::refused, "log_in.wait", {seconds}}, language);
    };
    CHECK(wait(Language::en, "1").ends_with("in 1 second"));
    CHECK(wait(Language::en, "2").ends_with("in 2 seconds"));
    CHECK(wait(Language::ru, "21").ends_with("21 секунду"));
    CHECK(wait(Language::ru, "22").ends_with("22 секунды"));
    CHECK(wait(Language::ru, "25").ends_with("25 секунд"));
    CHECK(wait(Language::ar, "2").ends_with("ثانيتين"));
    CHECK(wait(Language::ar, "3").ends_with("3 ثوان"));
    CHECK(wait(Language::ar, "11").ends_with("11 ثانية"));
    CHECK(wait(Language::zh, "30").find("30 秒") != std::string::npos);
}

TEST_CASE("a value stands under its name in the language") {
    const Error error{ErrorCode::refused, "provision.is_agreed", {"p1", "agreed_ad_referendum"}};
    CHECK(sentence_of(error, Language::en) ==
          "provision p1 is agreed ad referendum: it is reopened before its words change");
    CHECK(sentence_of(error, Language::es).find("acordada ad referéndum") != std::string::npos);
    const Error other{ErrorCode::refused, "rights.capacity", {"no_such"}};
    CHECK(sentence_of(other, Language::en) == "this is not open to the capacity no_such");
}

TEST_CASE("among words of Arabic an argument keeps its own direction, and so does code") {
    const Error error{ErrorCode::not_found, "label.unknown", {"a.jsonl:3", "x"}};
    CHECK(sentence_of(error, Language::ar).starts_with("\u2068a.jsonl:3\u2069: "));
    const Error keys{ErrorCode::invalid, "command.keys_missing", {}};
    CHECK(sentence_of(keys, Language::ar).find("\u2066`--keys`\u2069") != std::string::npos);
    CHECK(sentence_of({ErrorCode::invalid, "group.unknown", {"\u0627\u0628"}}, Language::en) ==
          "there is no group \u2068\u0627\u0628\u2069");
    // Digits read alike among all words.
    CHECK(
        sentence_of({ErrorCode::invalid, "passkey.too_many", {"9"}}, Language::ar).find("\u2068") ==
        std::string::npos);
}
