// Log-in by OpenID Connect end to end: a real browser, a certified provider, the program.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstdlib>

#include "tests/e2e/npm_package.h"
#include "tests/program.h"
#include "tests/scratch.h"

using namespace travaux;

TEST_CASE("a browser logs in by OpenID Connect at a certified provider, and as nobody else") {
    const auto root = tests::project_folder();
    for (const char* package : {"playwright-core", "oidc-provider"}) {
        if (!tests::has_npm_package(package)) return;
    }
    const tests::Scratch scratch;
    const std::string command = "node '" + (root / "tests/e2e/openid.mjs").string() + "' '" +
                                tests::program().string() + "' '" + (scratch / "").string() + "'";
    CHECK(std::system(command.c_str()) == 0);
}
