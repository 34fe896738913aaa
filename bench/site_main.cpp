// Serves a large text to a browser that measures how long its reader waits.
//
//     travaux_site_bench FOLDER [ROUNDS]
//
// The database is made in the folder. The text has 40,000 words, and 1,500 proposals on it are
// open.
// SPDX-License-Identifier: MIT
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "bench/large_committee.h"
#include "bench/server_processes.h"
#include "storage/database.h"
#include "tests/record/sample_record.h"

namespace {

using namespace travaux;
using namespace travaux::bench;
namespace fs = std::filesystem;

constexpr std::uint32_t proposals = 1'500;
constexpr unsigned words = 43;  // of each of 924 paragraphs

std::string made_in(const fs::path& folder) {
    const fs::path file = folder / "site.db";
    for (const char* more : {"", "-wal", "-shm"}) fs::remove(file.string() + more);
    const auto store = tests::sure(storage::open_database(file.string(), storage::Access::create));
    found_large(*store, words);
    submit_many(*store, proposals, words);
    return file.string();
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::fprintf(stderr, "usage: travaux_site_bench FOLDER [ROUNDS]\n");
        return 2;
    }
    const TravauxProcess server(made_in(arguments[1]));
    const std::string page =
        "http://127.0.0.1:" + std::to_string(server.port()) + "/committees/bench/texts/T1";
    const std::string rounds = count > 2 ? arguments[2] : "5";
    const std::string command = "node bench/site.mjs " + page + " " + rounds;
    return std::system(command.c_str()) == 0 ? 0 : 1;
}
