// The committee of examples/committee, played into every kind of file and into memory.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "committee/negotiation.h"
#include "record/verify.h"
#include "storage/memory.h"
#include "storage/sqlite.h"
#include "tests/corpus.h"
#include "tests/example_committee.h"
#include "tests/scratch.h"

using namespace travaux;

namespace {

const std::filesystem::path& folder() {
    static const auto path = tests::example_committee();
    return path;
}

void play(record::Store& store) { tests::play_example(store); }

}  // namespace

TEST_CASE("the committee of the example plays, its record verifies, and files make no difference") {
    storage::MemoryStore memory;
    play(memory);
    CHECK(tests::sure(record::verify_store(memory, std::nullopt)).is_sound());
    const tests::Scratch scratch;
    const auto sqlite =
        tests::sure(storage::SqliteStore::open(scratch / "c.db", storage::Access::create));
    play(*sqlite);
    CHECK(tests::exported(memory) == tests::exported(*sqlite));
}

TEST_CASE("every draft of the example is the one before it with what was decided") {
    storage::MemoryStore store;
    play(store);
    const auto kept = tests::sure(host::KeptCommittee::open(
        store, [] { return std::int64_t{1'800'000'000'000}; }, [] { return record::Salt{}; }));
    const committee::State state = kept->state();
    const host::CommitteeLibrary library([&](const committee::BodyReference& body) {
        return Result<std::string>(record::content_of(tests::sure(store.body(body.hash)).value()));
    });
    std::size_t followed = 0;
    for (const auto& [id, text] : state.texts) {
        if (text.supersedes.empty()) continue;
        INFO(id);
        const auto next = tests::sure(committee::next_text(state, library, text.supersedes));
        CHECK(next.draft == tests::sure(library.text(text.files))->draft);
        ++followed;
    }
    CHECK(followed == 9);
    CHECK(state.sessions.size() == 9);
    const auto& text = state.texts.at(committee::basis_of(state, committee::Subject::convention));
    CHECK(text.agreed.has_value());
    CHECK(text.submitted_to == "General Assembly, seventy-ninth session");
}

TEST_CASE("the seats of the example are those of the project's list, and observers") {
    namespace json = boost::json;
    const auto seats = json::parse(tests::bytes_of(folder() / "seats.json"));
    const auto listed =
        json::parse(tests::bytes_of(tests::project_folder() / "rules/member_states.json"));
    std::size_t at = 0;
    for (const json::value& member : listed.at("members").as_array()) {
        const json::value& seat = seats.as_array().at(at++);
        CHECK(seat.at("code") == member.at("code"));
        CHECK(seat.at("name") == member.at("name"));
        CHECK(seat.at("group") == member.at("group"));
        CHECK(seat.at("status") == "member_state");
    }
    for (; at < seats.as_array().size(); ++at) {
        CHECK(seats.as_array().at(at).at("status") == "observer");
    }
}

TEST_CASE("travaux play says where it stopped, and leaves nothing there") {
    const tests::ScratchFolder scratch;
    const std::string acts = (scratch.path / "acts.jsonl").string();
    const auto play_lines = [&](const std::string& lines) {
        std::ofstream(acts) << lines;
        return tests::run({"play", acts, "--into", (scratch.path / "c.db").string(), "--keys",
                           (scratch.path / "keys").string()});
    };
    const std::string found =
        R"({"at":"2020-01-06T15:00Z","as":"secretariat","act":"committee.found","fields":)"
        R"({"resolution":"R","adopted_on":"2019-12-27","title":"C","purpose":"P","parent_organ":"G"}})"
        "\n";
    const auto stopped = play_lines(found + found);
    CHECK(stopped.exit_code == 2);
    CHECK(stopped.err == "travaux: " + acts + ":2: the committee is founded, by R\n");
    CHECK_FALSE(std::filesystem::exists(scratch.path / "c.db"));
    const std::string earlier =
        R"({"at":"2019-12-28T15:00Z","as":"secretariat","act":"session.plan"})";
    CHECK(play_lines(found + earlier).err ==
          "travaux: " + acts + ":2: 2019-12-28T15:00Z is before the time of the line before\n");
    CHECK(play_lines(R"({"at":"yesterday","as":"secretariat","act":"session.plan"})").err ==
          "travaux: " + acts + ":1: yesterday is no time such as 2021-05-10T14:00Z\n");
    const auto played = play_lines(found);
    CHECK(played.err.empty());
    CHECK(play_lines(found).exit_code != 0);
}
