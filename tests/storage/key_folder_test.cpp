// Keys on disk, changes of keys, and that nothing is signed twice.
// SPDX-License-Identifier: MIT
#include "storage/key_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "record/verify.h"
#include "storage/memory.h"
#include "storage/recorder.h"
#include "tests/record/sample_record.h"
#include "tests/scratch.h"

using namespace travaux;
using namespace travaux::record;
using storage::KeyFolder;
using tests::sure;

namespace {

unsigned mode_of(const std::filesystem::path& path) {
    struct stat about{};
    REQUIRE(::stat(path.c_str(), &about) == 0);
    return about.st_mode & 0777U;
}

}  // namespace

TEST_CASE("keys are kept for their owner alone, and read back") {
    const tests::Scratch scratch;
    const auto path = scratch / "keys";
    const auto folder = sure(KeyFolder::open(path));
    CHECK(folder->keys().empty());
    const SigningKey first = sure(folder->add_key("example.org/c", {1}));
    sure(folder->add_key("example.org/c", {2}));
    sure(folder->remember("head"));
    CHECK(mode_of(path) == 0700);
    for (const char* name : {"key-1", "key-2", "signed"}) CHECK(mode_of(path / name) == 0600);
    const auto again = sure(KeyFolder::open(path));
    REQUIRE(again->keys().size() == 2);
    CHECK(again->keys()[0].seed == first.seed);
    CHECK(sure(again->last()) == "head");
    ::chmod((path / "key-1").c_str(), 0640);
    CHECK(KeyFolder::open(path).error().id == "key.open_to_others");
    ::chmod((path / "key-1").c_str(), 0600);
    std::ofstream(path / "key-2") << "PRIVATE+KEY+x";
    const auto refused = KeyFolder::open(path);
    CHECK(refused.error() ==
          Error{ErrorCode::invalid, "key.malformed", {(path / "key-2").string()}});
}

TEST_CASE("keys are changed by an entry, and each size is signed by whom it has to be") {
    const tests::Scratch scratch;
    storage::MemoryStore store;
    const auto folder = sure(KeyFolder::open(scratch / "keys"));
    const auto recorder = sure(storage::Recorder::open(store, [] { return 1'000; }));
    const auto append = [&](OpenAct open) {
        sure(recorder->append(
            [&](const Sequence&, std::int64_t) { return Result<storage::Proposed>({open, {}}); }));
    };
    OpenAct act;
    act.act.name = "record.open";
    act.act.capacity = "server";
    act.opens = Opening{"example.org/c", {}};
    act.key = verifier_of(sure(folder->add_key("example.org/c", {1})));
    append(act);
    act.opens = std::nullopt;
    sure(recorder->sign(folder->keys(), *folder));
    act.key = verifier_of(sure(folder->add_key("example.org/c", {2})));
    append(act);
    // The server stopped before it signed; others go on, and the change is signed first.
    act.key = std::nullopt;
    append(act);
    const Note head = sure(recorder->sign(folder->keys(), *folder));
    CHECK(head.signatures.size() == 1);
    CHECK(is_signed_by(head, verifier_of(folder->keys()[1])));
    CHECK(sure(read_note(sure(store.checkpoint(2)).value())).signatures.size() == 2);
    CHECK(print(sure(recorder->sign(folder->keys(), *folder))) == print(head));
    const Verification found = sure(verify_store(store, verifier_of(folder->keys()[0])));
    CHECK(found.is_sound());
    CHECK(found.rotations == 1);
    // The old key is not wanted any more.
    append(act);
    sure(recorder->sign({&folder->keys()[1], 1}, *folder));
    append(act);
    const auto refused = recorder->sign({&folder->keys()[0], 1}, *folder);
    CHECK(refused.error().id == "key.not_there");
}

TEST_CASE("a store that lost what was signed is not signed again") {
    const tests::Scratch scratch;
    const auto folder = sure(KeyFolder::open(scratch / "keys"));
    const SigningKey key = sure(folder->add_key("example.org/committee", {1}));
    storage::MemoryStore store;
    tests::SampleRecord record(store);
    record.open();
    storage::MemoryStore backup;
    const Addition first{sure(store.read(0, 1)).at(0), {}, {}};
    sure(backup.append(0, {&first, 1}));
    record.append(record.act("session.note", "chair"));
    sure(sign_pending(store, record.sequence(), {&key, 1}, *folder));

    Sequence restored = sure(storage::read_sequence(backup));
    CHECK(sign_pending(backup, restored, {&key, 1}, *folder).error().id == "checkpoint.shorter");
    Entry other{1, 1'900'000'000'000, record.act("session.other", "chair")};
    sure(restored.add(sure(encode(other))));
    CHECK(sign_pending(backup, restored, {&key, 1}, *folder).error().id == "checkpoint.two_roots");
    CHECK_FALSE(sure(backup.checkpoint(std::nullopt)));
}
