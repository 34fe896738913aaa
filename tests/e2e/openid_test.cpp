// Log-in by OpenID Connect end to end: a real browser, a certified provider, the program.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstdlib>
#include <iostream>

#include "tests/corpus.h"
#include "tests/program.h"
#include "tests/scratch.h"

using namespace travaux;

TEST_CASE("a browser logs in by OpenID Connect at a certified provider, and as nobody else") {
    const auto root = tests::project_folder();
    for (const char* package : {"playwright-core", "oidc-provider"}) {
        if (std::filesystem::exists(root / "node_modules" / package)) continue;
        std::cout << "skipped: " << package
                  << " is not installed; see tools/install_npm_packages\n";
        return;
    }
    const tests::Scratch scratch;
    const std::string command = "node '" + (root / "tests/e2e/openid.mjs").string() + "' '" +
                                tests::program().string() + "' '" + (scratch / "").string() + "'";
    CHECK(std::system(command.c_str()) == 0);
}
