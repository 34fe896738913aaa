// The committee of the example, published: what a stranger has, and what nobody but its readers
// has.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <fstream>

#include "host/play.h"
#include "host/publish.h"
#include "record/verify.h"
#include "storage/memory.h"
#include "storage/sqlite.h"
#include "tests/command.h"
#include "tests/corpus.h"
#include "tests/record/sample_record.h"

using namespace travaux;

namespace {

using Published = std::map<std::string, std::string>;

const std::string found =
    R"({"at":"2022-01-05T09:00Z","as":"secretariat","act":"committee.found","fields":)"
    R"({"resolution":"R","adopted_on":"2019-12-27","title":"Cables & <care>","purpose":"P","parent_organ":"G"}})"
    "\n"
    R"({"as":"secretariat","act":"member.admit","fields":{"seats":[{"code":"GHA","name":"Ghana","status":"member_state"}]}})"
    "\n"
    R"({"as":"secretariat","act":"delegation.accredit","fields":{"member":"GHA","head":"head of GHA","delegates":["delegate of GHA"]}})"
    "\n"
    R"({"as":"secretariat","act":"text.publish","gives":["T1"],"fields":{"subject":"convention","kind":"initial_draft","standing":"basis_of_work","mandate":"M","files":{"import":{"en":"# Convention\n\n### Article 1\n\nStates shall cooperate.","fr":"# Convention\n\n### Article 1\n\nLes États coopèrent."},"language":"en"}}})"
    "\n"
    R"({"as":"delegate","member":"GHA","act":"proposal.submit","gives":["P1"],"fields":{"text":"T1","parts":[{"part":"text","provision":"article 1","replace":"shall","with":"may"}]}})"
    "\n";
const std::string secret =
    R"({"as":"delegate","member":"GHA","act":"paper.circulate","gives":["W1"],"fields":{"title":"Unheard-of title","body":"Unheard-of words.","distribution":"members"}})"
    "\n";
const std::string disclosed =
    R"({"as":"secretariat","act":"paper.disclose","fields":{"paper":"W1","authority":"The Bureau"}})"
    "\n";

void play(record::Store& store, const std::string& lines) {
    const std::vector<record::SigningKey> keys = {{"example.org/committee", {1}}};
    host::Script script;
    script.files = {{"acts", lines}};
    script.keys = keys;
    tests::ForgetfulMemory memory;
    const auto played = host::play(store, script, memory);
    INFO((played ? "" : played.error().place + ": " + played.error().error.id));
    REQUIRE(played.has_value());
}

Published published(record::Store& store) {
    Published files;
    tests::sure(host::publish(store, [&](const std::string& name, std::string_view bytes) {
        CHECK(files.emplace(name, bytes).second);
        return Result<void>{};
    }));
    return files;
}

bool is_said(const Published& files, const std::string& words) {
    return std::ranges::any_of(
        files, [&](const auto& file) { return file.second.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("what is published has each text in its views and languages, and every list") {
    storage::MemoryStore store;
    play(store, found);
    const Published files = published(store);
    CHECK(files.at("index.html").find("<h1>Cables &amp; &lt;care&gt;</h1>") != std::string::npos);
    CHECK(files.at("texts/T1/en-bracketed.txt").find("[shall] [may") != std::string::npos);
    CHECK(files.contains("texts/T1/fr-clean.html"));
    CHECK(files.contains("texts/T1/en-bracketed.xml"));
    CHECK_FALSE(files.contains("texts/T1/ru-clean.html"));
    CHECK(files.at("lists/proposals.json").find(R"("id":"P1")") != std::string::npos);
    CHECK(files.at("lists/proposals.html").find("<th scope=\"col\">sponsors</th>") !=
          std::string::npos);
    CHECK_FALSE(files.contains("lists/to_send.html"));
    CHECK(published(store) == files);
}

TEST_CASE("a paper for some is in nothing that is published, until it is disclosed") {
    storage::MemoryStore sealed;
    play(sealed, found + secret);
    const Published before = published(sealed);
    CHECK_FALSE(is_said(before, "Unheard-of"));
    CHECK_FALSE(is_said(before, "paper.circulate"));
    CHECK(before.at("lists/papers.json") == "[]\n");
    CHECK(tests::sure(record::verify_store(sealed, std::nullopt)).sealed == 1);
    storage::MemoryStore opened;
    play(opened, found + secret + disclosed);
    const Published after = published(opened);
    CHECK(after.at("lists/papers.json").find("Unheard-of title") != std::string::npos);
    CHECK(is_said(after, "Unheard-of words."));
    const auto verified = tests::sure(record::verify_store(opened, std::nullopt));
    CHECK(verified.is_sound());
    CHECK(verified.disclosed == 1);
}

TEST_CASE("whoever has the whole record sees in public what a stranger sees") {
    storage::MemoryStore store;
    play(store, found + secret + disclosed + secret.substr(0, secret.find(R"("gives")")) +
                    secret.substr(secret.find(R"("fields")")));
    const auto kept = tests::sure(host::KeptCommittee::open(
        store, [] { return std::int64_t{1'641'373'200'000} + 7000; },
        [] { return record::Salt{}; }));
    const Published files = published(store);
    for (const std::string view : {"papers", "proposals", "meetings", "texts"}) {
        const host::AskedView asked{committee::Caller{}, view, {}};
        const auto shown = tests::sure(kept->view(asked));
        const auto listed = boost::json::parse(files.at("lists/" + view + ".json"));
        CHECK(shown.value == listed);
    }
}

TEST_CASE("travaux publish makes a folder that travaux verify checks, page by page") {
    const tests::ScratchFolder scratch;
    const std::string database = (scratch.path / "c.db").string();
    const std::string site = (scratch.path / "site").string();
    {
        const auto store =
            tests::sure(storage::SqliteStore::open(database, storage::Access::create));
        play(*store, found);
    }
    const auto made = tests::run({"publish", database, "--into", site});
    CHECK(made.err.empty());
    CHECK(tests::run({"publish", database, "--into", site}).exit_code != 0);
    const auto sound = tests::run({"verify", site});
    CHECK(sound.err.empty());
    CHECK(sound.out.find("sound") != std::string::npos);
    std::ofstream(site + "/texts/T1/en-clean.html", std::ios::app) << " ";
    const auto altered = tests::run({"verify", site});
    CHECK(altered.exit_code != 0);
    CHECK(altered.out.find("texts/T1/en-clean.html: this is not the page") != std::string::npos);
    std::filesystem::remove(site + "/texts/T1/en-clean.html");
    CHECK(tests::run({"verify", site}).out.find("the file is missing") != std::string::npos);
}
