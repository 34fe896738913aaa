// Whole committees by chance, on a disk that fails: whatever happens, no acknowledged act is lost
// or doubled, the record folds to the state that was seen, and the laws hold.
//
// Each seed is a committee that lives several times: acts are tried at two writers of one file
// while the clock goes back and forth and the disk fills up, until the machine stops between any
// two calls to the disk. `TRAVAUX_SIMULATE=SECONDS` runs for so long; `TRAVAUX_SEED` runs one seed.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>

#include "committee/negotiation.h"
#include "consolidation/laws.h"
#include "record/verify.h"
#include "storage/sqlite.h"
#include "tests/committee_under_test.h"
#include "tests/corpus.h"
#include "tests/random_acts.h"
#include "tests/record/sample_record.h"
#include "tests/scenario.h"
#include "tests/scratch.h"
#include "tests/simulation/faulty_disk.h"

using namespace travaux;

namespace {

// What the signer remembers outlives every stop.
struct Memory final : record::HeadMemory {
    Result<std::optional<std::string>> last() override { return text; }
    Result<void> remember(const std::string& head) override {
        text = head;
        return {};
    }
    std::optional<std::string> text;
};

// One server: its own connection to the file, and the committee on it.
struct Writer {
    std::unique_ptr<storage::SqliteStore> store;
    std::unique_ptr<host::KeptCommittee> committee;
};

class Simulation {
public:
    explicit Simulation(unsigned seed) : chance_(seed) {}

    void run() {
        begin();
        for (unsigned life = 0; life < 4; ++life) {
            live();
            const bool is_power_gone = chance_.below(2) == 0;
            disk_.restart(is_power_gone ? tests::Stop::of_the_power : tests::Stop::of_the_program,
                          [this](unsigned bound) { return chance_.below(bound); });
            check_record();
        }
        check_laws();
    }

    [[nodiscard]] std::size_t acknowledged() const { return acknowledged_.size(); }

private:
    void begin() {
        const auto store = tests::sure(storage::SqliteStore::open(path_, storage::Access::create));
        tests::CommitteeUnderTest committee(*store);
        const auto given = tests::play(
            tests::project_folder() / "tests/scenarios/given/negotiation.txt", committee);
        REQUIRE(given.findings.empty());
        begun_ = tests::sure(store->length());
    }

    Writer open() {
        Writer writer;
        writer.store = tests::sure(storage::SqliteStore::open(path_, storage::Access::write));
        writer.committee = tests::sure(host::KeptCommittee::open(
            *writer.store, [this] { return time_ms_.load(); },
            [this] { return sha256("salt " + std::to_string(++salts_)); }));
        return writer;
    }

    void live() {
        const bool is_stopped = chance_.below(4) > 0;
        const unsigned stop_at = chance_.below(30);
        const Writer first = open();
        const Writer second = open();
        for (unsigned at = 0; at < 40; ++at) {
            if (is_stopped && at == stop_at) disk_.stop_after(chance_.below(150));
            disk_.set_full(chance_.below(12) == 0);
            // The clock goes on, and now and then back.
            time_ms_ += static_cast<std::int64_t>(chance_.below(7'200'000)) - 600'000;
            attempt(chance_.below(2) == 0 ? *first.committee : *second.committee);
            if (chance_.below(10) == 0) sign(*first.committee);
        }
        disk_.set_full(false);
        sign(*second.committee);
    }

    // A head may stay unsigned where the disk fails.
    void sign(host::KeptCommittee& committee) {
        [[maybe_unused]] const auto note = committee.sign({&key_, 1}, memory_);
    }

    void attempt(host::KeptCommittee& committee) {
        const host::AttemptedAct attempt = tests::random_act(chance_);
        const auto done = committee.act(attempt);
        if (done) {
            CHECK(acknowledged_.try_emplace(done->entry, attempt).second);
            seen_ = committee.state();
            CHECK(seen_.entries > done->entry);
        } else if (done.error().code == ErrorCode::storage) {
            uncertain_.push_back(attempt);
        } else {
            CHECK_MESSAGE(done.error().code != ErrorCode::corrupt, done.error().id);
        }
    }

    // Of a confidential act the record shows neither name nor actor.
    static bool is_of(const record::Entry& entry, const host::AttemptedAct& attempt) {
        const auto* open = std::get_if<record::OpenAct>(&entry.content);
        if (open == nullptr) return attempt.name == "paper.circulate";
        return open->act.name == attempt.name && open->act.actor == attempt.caller.actor;
    }

    // Every acknowledged act is there in its place, and what else is there was tried once.
    void check_entry(const record::Entry& entry) {
        if (entry.index < begun_) return;
        if (const auto known = acknowledged_.find(entry.index); known != acknowledged_.end()) {
            CHECK(is_of(entry, known->second));
            return;
        }
        const auto tried = std::ranges::find_if(
            uncertain_, [&](const auto& attempt) { return is_of(entry, attempt); });
        REQUIRE(tried != uncertain_.end());
        // It is known now that it was appended.
        acknowledged_.try_emplace(entry.index, *tried);
        uncertain_.erase(tried);
    }

    void check_record() {
        const Writer again = open();
        const auto& store = again.store;
        const auto entries = tests::sure(store->read(0, UINT64_MAX));
        REQUIRE(entries.size() >= begun_);
        if (!acknowledged_.empty()) CHECK(entries.size() > acknowledged_.rbegin()->first);
        for (const std::string& bytes : entries) {
            check_entry(tests::sure(record::decode_entry(bytes)));
        }
        const committee::State state = again.committee->state();
        CHECK(state.entries == entries.size());
        if (state.entries == seen_.entries) CHECK(state == seen_);
        // What was signed before the stop is still the head of what is there.
        const auto sequence = tests::sure(storage::read_sequence(*store));
        tests::sure(record::sign_pending(*store, sequence, {&key_, 1}, memory_));
        const auto found = tests::sure(record::verify_store(*store, std::nullopt));
        for (const Error& damage : found.damages) CHECK_MESSAGE(damage.id.empty(), damage.id);
    }

    // The text that is negotiated in the end, and everything proposed on it.
    void check_laws() {
        const Writer last = open();
        const host::CommitteeLibrary library(
            [&](const committee::BodyReference& body) -> Result<std::string> {
                const auto bytes = tests::sure(last.store->body(body.hash));
                REQUIRE(bytes);
                return std::string(record::content_of(*bytes));
            });
        const committee::State state = last.committee->state();
        const std::string id = basis_of(state, committee::Subject::convention);
        const auto on = tests::sure(
            committee::negotiation_on(state, library, id, committee::SponsorsAs::names));
        const consolidation::LawInput input{on.text->draft, on.text->provenance, on.set, 2, 1, 4};
        for (const auto& law :
             consolidation::check_laws(input, consolidation::real_engine(), [](int) {})) {
            CHECK_MESSAGE(!law.broken, std::to_string(law.law) << ": " << law.broken.value_or(""));
        }
    }

    tests::Chance chance_;
    tests::Scratch scratch_;
    tests::FaultyDisk disk_;
    std::string path_ = scratch_ / "committee.db";
    record::SigningKey key_{"example.org/committee", {1}};
    Memory memory_;
    std::atomic<std::int64_t> time_ms_ = 1'641'805'200'000 + 1'000'000;
    std::uint64_t salts_ = 1'000'000;
    std::uint64_t begun_ = 0;
    std::map<std::uint64_t, host::AttemptedAct> acknowledged_;  // by entry
    std::vector<host::AttemptedAct> uncertain_;  // answered with an error of the disk
    committee::State seen_;                      // by whoever acted last
};

std::optional<unsigned> number_of(const char* name) {
    const char* const text = std::getenv(name);
    if (text == nullptr) return std::nullopt;
    return static_cast<unsigned>(std::strtoul(text, nullptr, 10));
}

}  // namespace

TEST_CASE("committees on a disk that fails lose no acknowledged act and double none") {
    const auto one = number_of("TRAVAUX_SEED");
    const unsigned seconds =
        number_of("TRAVAUX_SIMULATE").value_or(tests::is_long_run() ? 600U : 60U);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    std::size_t acts = 0;
    unsigned seed = one.value_or(1);
    do {
        INFO("TRAVAUX_SEED=" << seed);
        Simulation simulation(seed++);
        simulation.run();
        acts += simulation.acknowledged();
    } while (!one && std::chrono::steady_clock::now() < end);
    const unsigned committees = seed - one.value_or(1);
    MESSAGE(std::to_string(committees) << " committees, " << acts << " acts acknowledged");
    CHECK(acts > 0);
}
