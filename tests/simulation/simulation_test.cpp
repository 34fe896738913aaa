// Whole committees by chance, on a disk that fails: whatever happens, no acknowledged act is lost
// or doubled, the record folds to the state that was seen, and the laws hold. Who reads along hears
// of each entry once, and in what is public there is all that belongs there and nothing private.
//
// Each seed is a committee that lives several times: acts are tried at two servers of one file
// while the clock goes back and forth and the disk fills up, until the machine stops between any
// two calls to the disk. `TRAVAUX_SIMULATE=SECONDS` runs for so long; `TRAVAUX_SEED` runs one seed.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>

#include "access/drafts.h"
#include "committee/negotiation.h"
#include "consolidation/laws.h"
#include "record/verify.h"
#include "storage/sqlite.h"
#include "storage/sqlite_row_store.h"
#include "tests/committee_under_test.h"
#include "tests/corpus.h"
#include "tests/record/sample_record.h"
#include "tests/scenario.h"
#include "tests/scratch.h"
#include "tests/simulation/faulty_disk.h"
#include "tests/simulation/publication.h"
#include "tests/simulation/slow_reader.h"

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

// One server: its own connection to the file, the committee on it, and who listens there.
struct Server {
    std::unique_ptr<storage::SqliteStore> store;
    std::unique_ptr<host::KeptCommittee> committee;
    std::unique_ptr<http::ServedCommittee> served;
    std::unique_ptr<tests::ServedForTest> http;
};

class Simulation {
public:
    explicit Simulation(unsigned seed) : chance_(seed), readers_chance_(seed) {}

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
        check_public();
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
        keep_beside(*store);
    }

    // What is kept beside the record: an address, and a draft that nobody submitted.
    void keep_beside(record::SideTable& side) {
        tests::sure(side.put("account", "1", next_secret() + "@example.org"));
        const auto rows = tests::sure(
            storage::SqliteRowStore::open(scratch_ / "accounts.db", storage::Access::create));
        access::Drafts drafts(*rows, [this] { return sha256(std::to_string(++salts_)); });
        const committee::Caller ghana{tests::person("person-GHA"), committee::Capacity::delegate,
                                      "GHA"};
        const std::string parts = R"([{"part":"text","provision":"article 1","text":")";
        tests::sure(drafts.make({"under-test", ghana},
                                {next_secret(), "T1", parts + next_secret() + R"("}])", {}}));
    }

    // Words that stand nowhere else.
    std::string next_secret() {
        return secrets_.emplace_back("secret" + std::to_string(1'000 + secrets_.size()) + "word");
    }

    Server open() {
        Server server;
        server.store = tests::sure(storage::SqliteStore::open(path_, storage::Access::write));
        server.committee = tests::sure(host::KeptCommittee::open(
            *server.store, [this] { return time_ms_.load(); },
            [this] { return sha256("salt " + std::to_string(++salts_)); }, server.store.get()));
        server.served = tests::sure(
            http::ServedCommittee::open({"under-test", *server.store, *server.committee}));
        server.http = std::make_unique<tests::ServedForTest>(std::vector{server.served.get()});
        return server;
    }

    void live() {
        const bool is_stopped = chance_.below(4) > 0;
        const unsigned stop_at = chance_.below(30);
        const Server first = open();
        const Server second = open();
        send_again(*second.committee);
        for (unsigned at = 0; at < 40; ++at) {
            if (is_stopped && at == stop_at) disk_.stop_after(chance_.below(150));
            disk_.set_full(chance_.below(12) == 0);
            // The clock goes on, and now and then back.
            time_ms_ += static_cast<std::int64_t>(chance_.below(7'200'000)) - 600'000;
            attempt(chance_.below(2) == 0 ? *first.committee : *second.committee, next_act());
            if (chance_.below(10) == 0) sign(*first.committee);
            read_along(first, second);
        }
        disk_.set_full(false);
        sign(*second.committee);
        for (tests::SlowReader& reader : readers_) reader.leave();
    }

    // While the disk stands still nobody hears anything.
    void read_along(const Server& first, const Server& second) {
        for (tests::SlowReader& reader : readers_) {
            if (disk_.has_stopped() || seen_.entries == 0) return;
            const Server& server = readers_chance_.below(2) == 0 ? first : second;
            reader.do_something(readers_chance_, server.http->port(), seen_.entries);
        }
    }

    // A head may stay unsigned where the disk fails.
    void sign(host::KeptCommittee& committee) {
        [[maybe_unused]] const auto note = committee.sign({&key_, 1}, memory_);
    }

    // Some act; now and then a paper for some, and often with a key by which it is known again.
    host::AttemptedAct next_act() {
        host::AttemptedAct act = tests::random_act(chance_);
        if (chance_.below(10) == 0) {
            const std::string words = next_secret();
            act.caller = {tests::person("person-secretariat"), committee::Capacity::secretariat,
                          ""};
            act.name = "paper.circulate";
            act.fields = {{"title", words},
                          {"body", words},
                          {"distribution", "members"},
                          {"provisions", boost::json::array()}};
        }
        if (chance_.below(2) == 0) {
            act.once = host::Once{next_secret(), sha256(boost::json::serialize(act.fields))};
        }
        return act;
    }

    void attempt(host::KeptCommittee& committee, const host::AttemptedAct& attempt) {
        const auto done = committee.act(attempt);
        if (done) {
            CHECK(acknowledged_.try_emplace(done->entry, attempt).second);
            see(committee, done->entry);
        } else if (done.error().code == ErrorCode::storage) {
            uncertain_.push_back(attempt);
        } else {
            CHECK_MESSAGE(done.error().code != ErrorCode::corrupt, done.error().id);
        }
    }

    void see(const host::KeptCommittee& committee, std::uint64_t entry) {
        seen_ = committee.state();
        CHECK(seen_.entries > entry);
    }

    // Whoever does not know what became of their act sends it again, with its key.
    void send_again(host::KeptCommittee& committee) {
        for (const host::AttemptedAct& attempt : std::exchange(to_send_again_, {})) {
            const auto known = std::ranges::find_if(
                acknowledged_, [&](const auto& one) { return one.second.once == attempt.once; });
            const auto done = committee.act(attempt);
            if (known != acknowledged_.end()) {
                CHECK((done && done->entry == known->first));
            } else if (done) {
                CHECK(acknowledged_.try_emplace(done->entry, attempt).second);
            }
            if (done) see(committee, done->entry);
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

    // What became of an act that has a key stands beside the record; the others are known by name
    // and actor alone.
    void look_up_keys(storage::Database& store) {
        std::vector<host::AttemptedAct> without;
        for (const host::AttemptedAct& attempt : std::exchange(uncertain_, {})) {
            if (!attempt.once) {
                without.push_back(attempt);
                continue;
            }
            to_send_again_.push_back(attempt);
            const auto kept = tests::sure(store.get("once", attempt.once->key));
            if (!kept) continue;
            const auto entry = boost::json::parse(*kept).at("entry").to_number<std::uint64_t>();
            CHECK(acknowledged_.try_emplace(entry, attempt).second);
        }
        uncertain_ = std::move(without);
    }

    void check_record() {
        const Server again = open();
        const auto& store = again.store;
        const auto entries = tests::sure(store->read(0, UINT64_MAX));
        REQUIRE(entries.size() >= begun_);
        if (!acknowledged_.empty()) CHECK(entries.size() > acknowledged_.rbegin()->first);
        look_up_keys(*store);
        for (const std::string& bytes : entries) {
            check_entry(tests::sure(record::decode_entry(bytes)));
        }
        // What is not there now is lost for good.
        uncertain_.clear();
        for (const tests::SlowReader& reader : readers_) check_heard(reader, entries);
        const committee::State state = again.committee->state();
        CHECK(state.entries == entries.size());
        if (state.entries == seen_.entries) CHECK(state == seen_);
        // What was signed before the stop is still the head of what is there.
        const auto sequence = tests::sure(storage::read_sequence(*store));
        tests::sure(record::sign_pending(*store, sequence, {&key_, 1}, memory_));
        const auto found = tests::sure(record::verify_store(*store, std::nullopt));
        for (const Error& damage : found.damages) CHECK_MESSAGE(damage.id.empty(), damage.id);
    }

    // What was heard of is there, whatever happened after.
    static void check_heard(const tests::SlowReader& reader,
                            const std::vector<std::string>& entries) {
        REQUIRE(reader.heard().size() < entries.size());
        for (std::size_t at = 0; at < reader.heard().size(); ++at) {
            CHECK(reader.heard()[at] == tests::sure(http::event_message(entries[at + 1])));
        }
    }

    // The text that is negotiated in the end, and everything proposed on it.
    void check_laws() {
        const Server last = open();
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

    // What everybody may have in the end, and what readers have heard.
    void check_public() {
        const Server last = open();
        const std::uint64_t length = tests::sure(last.store->length());
        const auto entries = tests::sure(last.store->read(0, UINT64_MAX));
        time_ms_ = tests::sure(record::decode_entry(entries.back())).time_ms;
        const tests::Publication publication(*last.store);
        publication.check_by_itself();
        publication.check_against(*last.committee);
        for (tests::SlowReader& reader : readers_) {
            reader.read_all(last.http->port(), length);
            check_heard(reader, entries);
        }
        std::set<std::string> disclosed;
        for (const auto& [id, paper] : last.committee->state().papers) {
            if (paper.is_disclosed) disclosed.insert(paper.title);
        }
        for (const std::string& words : secrets_) {
            CHECK_MESSAGE(publication.says(words) == disclosed.contains(words), words);
            if (!disclosed.contains(words)) check_unheard(words);
        }
    }

    void check_unheard(const std::string& words) const {
        for (const tests::SlowReader& reader : readers_) {
            for (const std::string& message : reader.heard()) {
                CHECK_MESSAGE(message.find(words) == std::string::npos, words);
            }
        }
    }

    tests::Chance chance_;
    tests::Chance readers_chance_;
    tests::Scratch scratch_;
    tests::FaultyDisk disk_;
    std::string path_ = scratch_ / "committee.db";
    record::SigningKey key_{"example.org/committee", {1}};
    Memory memory_;
    std::atomic<std::int64_t> time_ms_ = 1'641'805'200'000 + 1'000'000;
    std::uint64_t salts_ = 1'000'000;
    std::uint64_t begun_ = 0;
    std::map<std::uint64_t, host::AttemptedAct> acknowledged_;  // by entry
    std::vector<host::AttemptedAct> uncertain_;      // answered with an error of the disk
    std::vector<host::AttemptedAct> to_send_again_;  // of those, in the next life
    std::vector<std::string> secrets_;               // words that are private
    std::array<tests::SlowReader, 2> readers_;
    committee::State seen_;  // by whoever acted last
};

std::optional<unsigned> number_of(const char* name) {
    const char* const text = std::getenv(name);
    if (text == nullptr) return std::nullopt;
    return static_cast<unsigned>(std::strtoul(text, nullptr, 10));
}

}  // namespace

TEST_CASE(
    "committees on a disk that fails lose no acknowledged act, double none and tell nothing "
    "private") {
    const auto one = number_of("TRAVAUX_SEED");
    const unsigned seconds =
        number_of("TRAVAUX_SIMULATE").value_or(tests::is_long_run() ? 600U : 30U);
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
