// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/app.h"
#include "storage/export_folder.h"
#include "storage/memory.h"
#include "tests/record/sample_record.h"

using namespace travaux;
namespace fs = std::filesystem;

namespace {

struct Said {
    int code;
    std::string out, err;
};

Said run(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "travaux");
    std::ostringstream out;
    std::ostringstream err;
    const int code = cli::run(static_cast<int>(arguments.size()), arguments.data(), {out, err});
    return {code, out.str(), err.str()};
}

class Scratch {
public:
    Scratch() : path(fs::temp_directory_path() / ("travaux_" + std::to_string(::getpid()))) {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Scratch() { fs::remove_all(path); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    const fs::path path;
};

}  // namespace

TEST_CASE("travaux verify says what it checked, and refuses what is damaged") {
    const Scratch scratch;
    storage::MemoryStore store;
    tests::SampleRecord record(store);
    record.fill();
    const std::string folder = (scratch.path / "export").string();
    tests::sure(storage::write_export_folder(store, folder));

    const Said sound = run({"verify", folder.c_str()});
    CHECK(sound.code == 0);
    CHECK(sound.err.empty());
    for (const std::string line :
         {"record      example.org/committee\n", "checkpoint  9 entries, root ",
          "entries     9 in order, each in its canonical bytes\n",
          "times       2026-01-01T00:00:01.000Z to 2026-01-01T00:00:09.000Z, never back\n",
          "tree        9 hashes of tiles compared\n", "keys        1 change, signed by both keys\n",
          "bodies      4 there with their bytes, 1 withheld\n",
          "sealed      1 confidential entry disclosed, 1 not\n",
          "sound       nothing is damaged\n"}) {
        INFO(line);
        CHECK(sound.out.find(line) != std::string::npos);
    }

    const std::string key = record::text_of(record::verifier_of({"example.org/committee", {9}}));
    CHECK(run({"verify", folder.c_str(), "--key", key.c_str()}).code == 2);
    CHECK(run({"verify", folder.c_str(), "--key", "x"}).code == 2);

    std::ofstream(fs::path(folder) / "keys", std::ios::app) << "x";
    const Said damaged = run({"verify", folder.c_str()});
    CHECK(damaged.code == 2);
    CHECK(damaged.out.find("damaged     keys: this is no key of a record\n") != std::string::npos);
    CHECK(damaged.err == "travaux: " + folder + ": the record is damaged in 1 place\n");
    CHECK(run({"verify", (folder + "/nothing").c_str()}).code == 2);
    CHECK(tests::sure(storage::ExportFolder(folder).names()).size() == 9);
    CHECK(storage::write_export_folder(store, folder).error().id == "folder.exists");
}
