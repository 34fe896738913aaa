// The pages of accounts end to end: a real browser in six languages, and a server in this process.
// SPDX-License-Identifier: MIT
#include <cstdlib>

#include "tests/e2e/npm_package.h"
#include "tests/http/served_accounts.h"

using namespace travaux;

TEST_CASE("a browser shows the pages in every language, each in its direction, also on a phone") {
    const auto root = tests::project_folder();
    if (!tests::has_npm_package("playwright-core")) return;
    tests::AccountsServed served(http::CookieKind::loopback);
    const std::string address = "http://localhost:" + std::to_string(served.port());
    const char* pictures = std::getenv("TRAVAUX_PICTURES");
    const std::string command = "node '" + (root / "tests/e2e/pages.mjs").string() + "' " +
                                address + " " + address + "/accept/" + served.link() +
                                (pictures == nullptr ? "" : " '" + std::string(pictures) + "'");
    CHECK(std::system(command.c_str()) == 0);
}
