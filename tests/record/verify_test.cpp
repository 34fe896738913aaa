// What a check of a record finds, and that nothing escapes it.
// SPDX-License-Identifier: MIT
#include "record/verify.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "record/tiles.h"
#include "storage/memory.h"
#include "tests/record/sample_record.h"

using namespace travaux;
using namespace travaux::record;
using tests::sure;

namespace {

struct Sample {
    storage::MemoryStore store;
    tests::SampleRecord record{store};

    Sample() { record.fill(); }
};

Verification check(std::map<std::string, std::string> files) {
    tests::ExportInMemory all(std::move(files));
    return sure(verify_export(all, std::nullopt));
}

bool names(const Error& damage, const std::string& file) {
    return damage.args.front() == file || damage.args.front().starts_with(file + ", ");
}

// A store in use: somebody appends and signs whenever entries were read.
class StoreInUse final : public Store {
public:
    StoreInUse() { record.fill(); }

    Result<std::uint64_t> length() override { return kept.length(); }
    Result<void> append(std::uint64_t expected, std::span<const Addition> additions) override {
        return kept.append(expected, additions);
    }
    Result<std::vector<std::string>> read(std::uint64_t from, std::uint64_t count) override {
        auto entries = kept.read(from, count);
        record.submit(record.body("meanwhile"));
        record.sign();
        return entries;
    }
    Watch watch(Listener listener) override { return kept.watch(std::move(listener)); }
    Result<std::optional<std::string>> body(const Sha256& hash) override { return kept.body(hash); }
    Result<void> save_checkpoint(std::uint64_t size, const std::string& note) override {
        return kept.save_checkpoint(size, note);
    }
    Result<std::optional<std::string>> checkpoint(std::optional<std::uint64_t> size) override {
        return kept.checkpoint(size);
    }

    storage::MemoryStore kept;
    tests::SampleRecord record{kept};
};

}  // namespace

TEST_CASE("a record that grows while it is checked is in order up to where the check began") {
    StoreInUse store;
    const Verification found = sure(verify_store(store, std::nullopt));
    CHECK(found.is_sound());
    CHECK(found.entries == 9);
}

TEST_CASE("a record in order is found so, and the check says what it checked") {
    Sample sample;
    const Verification found = check(tests::exported(sample.store));
    CHECK(found.damages.empty());
    CHECK(found.entries == 9);
    CHECK(found.checkpoint.head.size == 9);
    CHECK(found.checkpoint.origin == "example.org/committee");
    CHECK(found.key == verifier_of(sample.record.keys().back()));
    CHECK(found.first_ms == 1'767'225'601'000);
    CHECK(found.last_ms == 1'767'225'609'000);
    CHECK(found.hashes == 9);
    CHECK(found.rotations == 1);
    CHECK(found.bodies == 4);
    CHECK(found.withheld.size() == 1);
    CHECK(found.sealed == 1);
    CHECK(found.disclosed == 1);
    const Verification of_store = sure(verify_store(sample.store, std::nullopt));
    CHECK(of_store.damages.empty());
    CHECK(of_store.entries == 9);
    CHECK(of_store.bodies == 4);
    CHECK(of_store.entries_unsigned == 0);
}

TEST_CASE("every flipped bit of an export is found, and the file named in which it is") {
    Sample sample;
    const auto files = tests::exported(sample.store);
    std::size_t flips = 0;
    for (const auto& [name, bytes] : files) {
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            auto damaged = files;
            const unsigned bit = 1U << (flips++ % 8);
            damaged[name][at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ bit);
            const Verification found = check(std::move(damaged));
            INFO(name << ", byte " << at << ", bit " << bit);
            REQUIRE_FALSE(found.is_sound());
            const bool is_named = names(found.damages.front(), name);
            // A bundle whose lengths are wrong, or a page of keys with another key, shows
            // elsewhere.
            CHECK((is_named || name == "keys"));
        }
    }
    CHECK(flips > 3000);
}

TEST_CASE("a file that is missing, cut short, longer or too many is found") {
    Sample sample;
    const auto files = tests::exported(sample.store);
    for (const auto& [name, bytes] : files) {
        INFO(name);
        auto damaged = files;
        damaged.erase(name);
        CHECK(names(check(damaged).damages.at(0), name));
        damaged[name] = bytes.substr(0, bytes.size() - 1);
        CHECK(names(check(damaged).damages.at(0), name));
        damaged[name] = bytes + '\n';
        CHECK(names(check(damaged).damages.at(0), name));
        damaged[name].clear();
        CHECK(names(check(damaged).damages.at(0), name));
    }
    auto more = files;
    more["bodies/00/other"] = "";
    CHECK(check(more).damages.at(0) ==
          Error{ErrorCode::corrupt, "export.file_unknown", {"bodies/00/other", ""}});
}

TEST_CASE("a body that was withheld is no damage, but one that is back is") {
    Sample sample;
    auto files = tests::exported(sample.store);
    const Sha256 hash = check(files).withheld.at(0);
    CHECK_FALSE(files.contains(body_path(hash)));
    CHECK_FALSE(sure(sample.store.body(hash)));
    files[body_path(hash)] = make_body({3}, "Regretted words.").bytes;
    CHECK(check(files).damages.at(0).id == "export.body_withheld");
}

TEST_CASE("what a confidential entry keeps is in no export before it is disclosed") {
    Sample sample;
    const auto files = tests::exported(sample.store);
    for (const auto& [name, bytes] : files) {
        CHECK(bytes.find("informal.note") == std::string::npos);
    }
    for (const auto& [index, state] : sample.record.sequence().sealed()) {
        CHECK(files.contains(body_path(state.commitment)) == state.disclosed_by.has_value());
        CHECK(sure(sample.store.body(state.commitment)));
    }
}

TEST_CASE("an entry that is replaced as a whole is told from a tile that is") {
    Sample sample;
    const auto files = tests::exported(sample.store);
    auto damaged = files;
    std::string& bundle = damaged.at("tile/entries/000.p/9");
    const std::size_t at = bundle.find("proposal.submit");
    bundle.replace(at, 15, "proposal.subbit");
    const Verification found = check(damaged);
    REQUIRE(found.damages.size() == 1);
    CHECK(found.damages[0].id == "export.entry_other");
    CHECK(found.damages[0].args[0] == "tile/entries/000.p/9, entry 1");
    damaged = files;
    damaged.at("tile/0/000.p/9")[65] ^= 1;
    CHECK(check(damaged).damages.at(0) ==
          Error{ErrorCode::corrupt, "export.tile_other", {"tile/0/000.p/9", "2"}});
}

TEST_CASE("a record that somebody else signed is not taken for the one that is trusted") {
    Sample sample;
    tests::ExportInMemory files(tests::exported(sample.store));
    for (const SigningKey& key : sample.record.keys()) {
        CHECK(sure(verify_export(files, verifier_of(key))).is_sound());
    }
    const VerifierKey stranger = verifier_of({"example.org/committee", {99}});
    const auto found = sure(verify_export(files, stranger));
    CHECK(found.damages.at(0).id == "export.key_other");
    CHECK(sure(verify_store(sample.store, stranger)).damages.at(0).id == "export.key_other");
}

TEST_CASE("a change of keys that the old key did not sign is found") {
    Sample sample;
    auto files = tests::exported(sample.store);
    const std::string path = rotation_path(8);
    const Note note = read_note(files.at(path)).value();
    REQUIRE(note.signatures.size() == 2);
    for (std::size_t left_out : {0U, 1U}) {
        Note one = note;
        one.signatures.erase(one.signatures.begin() + static_cast<std::ptrdiff_t>(left_out));
        files[path] = print(one);
        const Verification found = check(files);
        CHECK(found.damages.at(0).id == "export.not_signed");
        CHECK(found.damages.at(0).args[1] == text_of(verifier_of(sample.record.keys()[left_out])));
    }
}

TEST_CASE("entries after the last signed head are counted, and no export is made of them") {
    Sample sample;
    sample.record.submit(sample.record.body("later"));
    CHECK(sure(verify_store(sample.store, std::nullopt)).entries_unsigned == 1);
    const auto written = write_export(
        sample.store, [](const std::string&, std::string_view) { return Result<void>{}; });
    CHECK(written.error().id == "export.not_signed");
}

TEST_CASE("a record of several hundred entries is in order, and a hash of its upper tile matters") {
    storage::MemoryStore store;
    tests::SampleRecord record(store);
    record.open();
    for (int i = 0; i < 600; ++i) record.append(record.act("session.note", "secretariat"));
    record.sign();
    auto files = tests::exported(store);
    const Verification found = check(files);
    CHECK(found.is_sound());
    CHECK(found.hashes == 601 + 2);
    files.at("tile/1/000.p/2")[40] ^= 1;
    CHECK(check(files).damages.at(0) ==
          Error{ErrorCode::corrupt, "export.tile_other", {"tile/1/000.p/2", "1"}});
}
