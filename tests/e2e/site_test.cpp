// The site end to end: a real browser, and the program serving the committee of the example in the
// middle of its work, kept in files and in PostgreSQL.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "tests/corpus.h"
#include "tests/e2e/npm_package.h"
#include "tests/http/serve_program.h"
#include "tests/process.h"
#include "tests/storage/postgres_server.h"

using namespace travaux;

namespace {

bool has_browser() {
    return tests::has_npm_package("playwright-core") && tests::has_npm_package("axe-core");
}

// The example up to its third session: a text is negotiated, and proposals on it are open.
void play_first_sessions(const tests::Kept& kept) {
    std::filesystem::create_directories(kept.keys);
    const std::string command = "'" + tests::program().string() + "' play '" +
                                (tests::project_folder() / "examples/committee").string() +
                                "' --until 06-third-session.jsonl --into '" + kept.record +
                                "' --keys '" + kept.keys + "/treaty' >/dev/null";
    REQUIRE(std::system(command.c_str()) == 0);
}

// What people do, as `site.mjs` has it under a name.
void check_journey(const tests::Kept& kept, const std::string& journey) {
    play_first_sessions(kept);
    tests::ServeProgram server(kept);
    const std::string said = server.line();
    const std::string address = "http://localhost:" + std::to_string(server.port);
    const std::string link = address + said.substr(said.find("/accept/"));
    const char* pictures = std::getenv("TRAVAUX_PICTURES");
    const std::string command = "node '" +
                                (tests::project_folder() / "tests/e2e/site.mjs").string() + "' " +
                                journey + " " + address + " " + link +
                                (pictures == nullptr ? "" : " '" + std::string(pictures) + "'");
    CHECK(std::system(command.c_str()) == 0);
}

}  // namespace

TEST_CASE("on the site people read, propose and decide, by keyboard, in every language") {
    if (!has_browser()) return;
    const tests::Scratch folder;
    check_journey(tests::kept_in(folder), "whole");
}

TEST_CASE("the site is the same where the record and the accounts are in PostgreSQL") {
    const bool can_run = has_browser() && tests::has_postgres("the site on a record in PostgreSQL");
    if (!can_run) return;
    const tests::Scratch folder;
    tests::PostgresServer& postgres = tests::shared_postgres();
    const tests::Kept kept{postgres.fresh_database(), postgres.fresh_database(),
                           (folder / "keys").string()};
    check_journey(kept, tests::is_long_run() ? "whole" : "short");
}
