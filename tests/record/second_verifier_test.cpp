// The verifier of this program and tests/record/verify.py, which was written from the page on the
// format alone, agree on every record: on its soundness, and on the file that is damaged.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "record/tiles.h"
#include "record/verify.h"
#include "storage/export_folder.h"
#include "storage/memory.h"
#include "tests/corpus.h"
#include "tests/record/sample_record.h"

using namespace travaux;
using namespace travaux::record;
using tests::sure;
namespace fs = std::filesystem;

namespace {

using Files = std::map<std::string, std::string>;

// Exports in a scratch folder, and what each verifier says of them.
class Trials {
public:
    Trials() : root_(fs::temp_directory_path() / ("travaux_verify_" + std::to_string(::getpid()))) {
        fs::remove_all(root_);
    }
    ~Trials() { fs::remove_all(root_); }
    Trials(const Trials&) = delete;
    Trials& operator=(const Trials&) = delete;

    void add(std::string what, const Files& files) {
        const fs::path folder = root_ / std::to_string(trials_.size());
        for (const auto& [name, bytes] : files) {
            fs::create_directories((folder / name).parent_path());
            std::ofstream(folder / name, std::ios::binary) << bytes;
        }
        storage::ExportFolder read(folder);
        const Verification found = sure(verify_export(read, std::nullopt));
        std::string place = found.is_sound() ? "" : found.damages.front().args.front();
        trials_.push_back({std::move(what), folder.string(), place.substr(0, place.find(", "))});
    }

    // Holds the second verifier's lines against what the first one said.
    void compare() const {
        std::string command =
            "python3 '" + (tests::project_folder() / "tests/record/verify.py").string() + "'";
        for (const Trial& trial : trials_) command += " '" + trial.folder + "'";
        std::FILE* const pipe = ::popen(command.c_str(), "r");
        REQUIRE(pipe != nullptr);
        std::string said;
        char block[4096];
        while (const std::size_t count = std::fread(block, 1, sizeof block, pipe)) {
            said.append(block, count);
        }
        ::pclose(pipe);
        for (const Trial& trial : trials_) {
            const std::string line = said.substr(0, said.find('\n'));
            said.erase(0, line.size() + 1);
            const std::string wanted =
                trial.damaged.empty() ? "sound " + trial.folder
                                      : "damaged " + trial.folder + ": " + trial.damaged + ": ";
            INFO(trial.what << "\nfirst verifier: " << wanted << "\nsecond verifier: " << line);
            CHECK(line.starts_with(wanted));
        }
    }

    [[nodiscard]] bool is_last_sound() const { return trials_.back().damaged.empty(); }

private:
    struct Trial {
        std::string what;
        std::string folder;
        std::string damaged;  // the file; empty where the record is sound
    };

    fs::path root_;
    std::vector<Trial> trials_;
};

Files sample() {
    storage::MemoryStore store;
    tests::SampleRecord record(store);
    record.fill();
    return tests::exported(store);
}

const SigningKey key = {"example.org/c", {1}};

std::string opening() {
    OpenAct open;
    open.act.name = "record.open";
    open.act.capacity = "server";
    open.opens = Opening{key.name, {}};
    open.key = verifier_of(key);
    return sure(encode(Entry{0, 5, open}));
}

std::string entry(std::uint64_t index, std::string_view fields = "", std::int64_t time_ms = 5) {
    return R"({"act":"a","actor":"00000000000000000000000000000000","capacity":"c",)" +
           std::string(fields) + R"("index":)" + std::to_string(index) + R"(,"time_ms":)" +
           std::to_string(time_ms) + "}";
}

// An export of any entries whatever, its tree in order and its head signed.
Files signed_export(const std::vector<std::string>& entries) {
    Tree tree;
    for (const std::string& one : entries) tree.append(leaf_hash(one));
    Files files;
    for (const Tile& tile : tiles_of(tree.size())) {
        files[tile_path(tile)] = tile_bytes(tree, tile);
        if (tile.level != 0) continue;
        const auto first = std::span(entries).subspan(tile.index * tile_width, tile.width);
        files[bundle_path(tile)] = bundle_bytes(first);
    }
    const KeyPeriod period{0, verifier_of(key)};
    files["keys"] = keys_page({&period, 1});
    files["checkpoint"] =
        print(sign_note(text_of({key.name, {tree.size(), tree.root()}}), {&key, 1}));
    return files;
}

}  // namespace

TEST_CASE("two verifiers agree on a sound record, and on every file of it that is damaged") {
    Trials trials;
    const Files files = sample();
    trials.add("sound", files);
    CHECK(trials.is_last_sound());
    for (const auto& [name, bytes] : files) {
        Files damaged = files;
        damaged.erase(name);
        trials.add(name + " is missing", damaged);
        damaged[name] = bytes + "x";
        trials.add(name + " is longer", damaged);
        for (std::size_t at = 0; at < bytes.size(); at += 61) {
            damaged[name] = bytes;
            damaged[name][at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ 4U);
            trials.add(name + ", byte " + std::to_string(at), damaged);
        }
    }
    Files more = files;
    more["more"] = "";
    trials.add("one file too many", more);
    trials.compare();
}

TEST_CASE("two verifiers agree on records of all sizes around a tile") {
    Trials trials;
    for (const std::size_t count : {1U, 2U, 255U, 256U, 257U, 513U}) {
        std::vector<std::string> entries = {opening()};
        while (entries.size() < count) entries.push_back(entry(entries.size()));
        trials.add(std::to_string(count) + " entries", signed_export(entries));
        CHECK(trials.is_last_sound());
    }
    trials.compare();
}

TEST_CASE("two verifiers refuse entries that are signed but not in order") {
    Trials trials;
    const std::string hash(64, 'a');
    const std::string body = R"({"hash":")" + hash + R"(","media_type":"a/b","size":1})";
    const std::string sealed = R"({"commitment":")" + hash + R"(","index":1,"time_ms":5})";
    const std::string second_key = text_of(verifier_of({"example.org/other", {2}}));
    const std::vector<std::vector<std::string>> bad = {
        {entry(0)},
        {opening(), opening()},
        {opening(), entry(2)},
        {opening(), entry(1, "", 4)},
        {opening(), entry(1) + " "},
        {opening(), entry(1, R"("events":[],)")},
        {opening(), entry(1, R"("comment":1,)")},
        {opening(), entry(1, R"("events":[{"fields":{"a":1.0},"name":"n"}],)")},
        {opening(), entry(1, R"("events":[{"fields":{"a":9007199254740992},"name":"n"}],)")},
        {opening(), entry(1, R"("events":[{"fields":{"a":1,"a":1},"name":"n"}],)")},
        {opening(), entry(1, R"("events":[{"fields":{"b":1,"a":1},"name":"n"}],)")},
        {opening(), entry(1, R"("events":[{"fields":{"a":"\u0041"},"name":"n"}],)")},
        {opening(), entry(1, R"("events":[{"fields":{"a":"\ud800"},"name":"n"}],)")},
        {opening(), entry(1, "\"events\":[{\"fields\":{\"a\":\"\xff\"},\"name\":\"n\"}],")},
        {opening(), entry(1, R"("events":[{"fields":{},"name":"N"}],)")},
        {opening(), entry(1, R"("events":[{"fields":{}}],)")},
        {opening(), entry(1, R"("events":[7],)")},
        {opening(), entry(1, R"("events":{},)")},
        {opening(),
         R"({"act":"a","actor":"00000000000000000000000000000000","capacity":"c","index":1,"key":"x","time_ms":5})"},
        {opening(), R"({"act":"a","actor":"00000000000000000000000000000000","capacity":"c",)"
                    R"("index":1,"key":")" +
                        second_key + R"(","time_ms":5})"},
        {opening(), "{}"},
        {opening(), "[]"},
        {opening(), ""},
        {opening(), sealed, sealed},
        {sealed},
        {opening(), R"({"act":"a","actor":"0","capacity":"c","index":1,"time_ms":5})"},
        {opening(), R"({"act":"a","actor":"00000000000000000000000000000000","capacity":"c",)"
                    R"("index":1,"time_ms":5,"withholds":[")" +
                        hash + R"("]})"},
        {opening(), R"({"act":"a","actor":"00000000000000000000000000000000","bodies":[)" + body +
                        "," + body + R"(],"capacity":"c","index":1,"time_ms":5})"},
        {opening(), R"({"act":"a","actor":"00000000000000000000000000000000","capacity":"c",)"
                    R"("discloses":[0],"index":1,"time_ms":5})"},
        {opening(), entry(1, R"("events":[{"fields":{"a":)" + std::string(60'000, '1') +
                                 R"(},"name":"n"}],)")},
        {opening(), entry(1, R"("events":[{"fields":{"a":)" + std::string(60, '[') +
                                 std::string(60, ']') + R"(},"name":"n"}],)")},
    };
    for (std::size_t i = 0; i < bad.size(); ++i) {
        trials.add("case " + std::to_string(i), signed_export(bad[i]));
        INFO("case " << i);
        CHECK_FALSE(trials.is_last_sound());
    }
    // What only looks strange is sound.
    trials.add("strange",
               signed_export({opening(),
                              entry(1,
                                    "\"events\":[{\"fields\":{\"\U0001F600\":null,"
                                    "\"\uFB33\":[{}]},\"name\":\"n\"}],"),
                              R"({"commitment":")" + hash + R"(","index":2,"time_ms":5})"}));
    CHECK(trials.is_last_sound());
    trials.compare();
}
