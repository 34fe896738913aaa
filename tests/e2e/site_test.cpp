// The site end to end: a real browser, and the program serving the committee of the example in the
// middle of its work.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "tests/e2e/npm_package.h"
#include "tests/http/serve_program.h"
#include "tests/process.h"

using namespace travaux;

namespace {

// The example up to its third session: a text is negotiated, and proposals on it are open.
void play_first_sessions(const tests::Scratch& folder) {
    std::filesystem::create_directories(folder / "keys");
    const std::string command = "'" + tests::program().string() + "' play '" +
                                (tests::project_folder() / "examples/committee").string() +
                                "' --until 06-third-session.jsonl --into '" +
                                (folder / "treaty.db").string() + "' --keys '" +
                                (folder / "keys/treaty").string() + "' >/dev/null";
    REQUIRE(std::system(command.c_str()) == 0);
}

}  // namespace

TEST_CASE("on the site people read, propose and decide, by keyboard, in every language") {
    if (!tests::has_npm_package("playwright-core") || !tests::has_npm_package("axe-core")) return;
    const tests::Scratch folder;
    play_first_sessions(folder);
    tests::ServeProgram server(folder);
    const std::string said = server.line();
    const std::string address = "http://localhost:" + std::to_string(server.port);
    const std::string link = address + said.substr(said.find("/accept/"));
    const char* pictures = std::getenv("TRAVAUX_PICTURES");
    const std::string command =
        "node '" + (tests::project_folder() / "tests/e2e/site.mjs").string() + "' " + address +
        " " + link + (pictures == nullptr ? "" : " '" + std::string(pictures) + "'");
    CHECK(std::system(command.c_str()) == 0);
}
