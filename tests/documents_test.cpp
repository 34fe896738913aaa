// Documents that are too long for a scenario, and what strangers see of documents before their
// release.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "base/base64.h"
#include "storage/memory.h"
#include "tests/corpus.h"
#include "tests/scenario.h"
#include "tests/word_file.h"

using namespace travaux;
namespace json = boost::json;

namespace {

constexpr std::int64_t time_ms = 1'641'888'000'000;  // 2022-01-11

// A committee that meets, and its Secretariat.
class Registry {
public:
    Registry() {
        const auto given =
            tests::play(tests::project_folder() / "tests/scenarios/given/meeting.txt", committee_);
        REQUIRE(given.findings.empty());
    }

    // Returns the id of the refusal with its arguments, or nothing.
    std::string act(const std::string& name, json::object fields) {
        const auto done = committee_.act({secretariat(), name, std::move(fields), {}, {}}, time_ms);
        if (done) return {};
        std::string said = done.error().id;
        for (const std::string& arg : done.error().args) said += " | " + arg;
        return said;
    }

    void enter(const std::string& symbol, const std::string& author) {
        REQUIRE(act("document.enter", {{"symbol", symbol},
                                       {"title", "Title"},
                                       {"kind", "note"},
                                       {"author", author},
                                       {"distribution", "general"},
                                       {"original", "en"}}) == "");
    }

    std::string add(const std::string& document, const std::string& language, std::size_t words) {
        std::string text;
        for (std::size_t i = 0; i < words; ++i) text += "word ";
        return act("document.add_version",
                   {{"document", document}, {"language", language}, {"body", text}});
    }

    json::object show(const std::string& document, bool as_visitor = false) {
        const auto shown = committee_.view({as_visitor ? committee::Caller{} : secretariat(),
                                            "document",
                                            {{"document", document}}},
                                           time_ms);
        REQUIRE(shown);
        return shown->as_object();
    }

    tests::CommitteeUnderTest& committee() { return committee_; }

private:
    static committee::Caller secretariat() {
        return {tests::person("person-secretariat"), committee::Capacity::secretariat, {}};
    }

    storage::MemoryStore store_;
    tests::CommitteeUnderTest committee_{store_};
};

}  // namespace

TEST_CASE("a document of the Secretariat with 8,501 words waits for a waiver") {
    Registry registry;
    registry.enter("A/AC.300/4", "secretariat");
    for (const char* language : {"ar", "zh", "fr", "ru", "es"}) {
        REQUIRE(registry.add("R1", language, 9'000) == "");
    }
    REQUIRE(registry.add("R1", "en", 8'501) == "");
    CHECK(registry.act("document.release", {{"document", "R1"}, {"standing", "official"}}) ==
          "document.needs_waiver | A/AC.300/4 | 8501 | 8500 | "
          "Instructions for the submission of documents, word limits");
    CHECK(registry.show("R1").at("length") == "beyond_limit");
    REQUIRE(registry.act("document.waive_limit", {{"document", "R1"}, {"authority", "USG"}}) == "");
    CHECK(registry.show("R1").at("length") == "waived");
    CHECK(registry.act("document.release", {{"document", "R1"}, {"standing", "official"}}) == "");
    CHECK(registry.committee().check());
}

TEST_CASE("a document of a member has 10,700 words, and translations may have more") {
    Registry registry;
    registry.enter("A/AC.300/10", "intergovernmental");
    REQUIRE(registry.add("R1", "en", 10'700) == "");
    for (const char* language : {"ar", "zh", "fr", "ru", "es"}) {
        REQUIRE(registry.add("R1", language, 10'701) == "");
    }
    CHECK(registry.act("document.release", {{"document", "R1"}, {"standing", "official"}}) == "");
}

TEST_CASE("a draft for action with 3,301 words is released and marked") {
    Registry registry;
    registry.enter("A/AC.300/L.1", "intergovernmental");
    for (const char* language : {"ar", "zh", "en", "fr", "ru", "es"}) {
        REQUIRE(registry.add("R1", language, 3'301) == "");
    }
    CHECK(registry.act("document.release", {{"document", "R1"}, {"standing", "official"}}) == "");
    CHECK(registry.show("R1", true).at("length") == "beyond_limit");
    CHECK(registry.show("R1", true).at("words") == 3'301);
}

TEST_CASE("a paper of an organization with 2,001 words is not taken, and hears how many it has") {
    Registry registry;
    registry.enter("A/AC.300/NGO/1", "stakeholder");
    CHECK(registry.add("R1", "en", 2'001) ==
          "document.too_many_words | A/AC.300/NGO/1 | 2001 | 2000 | A/AC.291/6, annex II");
    CHECK(registry.add("R1", "en", 2'000) == "");
    CHECK(registry.act("document.release", {{"document", "R1"}, {"standing", "official"}}) == "");
}

TEST_CASE("the words of a Word file are counted, hidden ones with them") {
    Registry registry;
    registry.enter("A/AC.300/CRP.1", "secretariat");
    const std::string file = tests::word_file(tests::word_parts(
        "<w:p><w:r><w:t>Each State Party shall cooperate.</w:t></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden words.</w:t></w:r></w:p>"));
    CHECK(registry.act("document.add_version",
                       {{"document", "R1"},
                        {"language", "en"},
                        {"body",
                         {{"base64", base64(file)},
                          {"media_type",
                           "application/vnd.openxmlformats-officedocument.wordprocessingml"
                           ".document"}}}}) == "");
    CHECK(registry.show("R1").at("words") == 7);
}

TEST_CASE("nobody but the Secretariat sees a version before the release") {
    Registry registry;
    registry.enter("A/AC.300/4", "secretariat");
    const json::object before = registry.show("R1", true);
    REQUIRE(registry.add("R1", "en", 12) == "");
    CHECK(registry.show("R1").contains("added"));
    CHECK(registry.show("R1", true) == before);
    CHECK(registry.act("document.release", {{"document", "R1"}, {"standing", "advance"}}) == "");
    CHECK(registry.show("R1", true).at("released") == "advance");
    CHECK(registry.show("R1", true).at("words") == 12);
}
