// Passkeys end to end: a real browser, its virtual authenticator, and a server in this process.
// SPDX-License-Identifier: MIT
#include <cstdlib>

#include "tests/e2e/npm_package.h"
#include "tests/http/served_accounts.h"

using namespace travaux;

TEST_CASE("a browser makes a passkey for the server and logs in by it, once for each answer") {
    const auto root = tests::project_folder();
    if (!tests::has_npm_package("playwright-core")) return;
    tests::AccountsServed served(http::CookieKind::loopback);
    // Browsers have no passkeys for 127.0.0.1.
    const std::string address = "http://localhost:" + std::to_string(served.port());
    const std::string command = "node '" + (root / "tests/e2e/passkeys.mjs").string() + "' " +
                                address + " " + address + "/accept/" + served.link();
    CHECK(std::system(command.c_str()) == 0);
}
