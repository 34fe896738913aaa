// SPDX-License-Identifier: MIT
#include "committee/page.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "tests/corpus.h"

using namespace travaux;

TEST_CASE("docs/acts.md is what the declarations say") {
    const auto file = tests::project_folder() / "docs/acts.md";
    const std::string page = committee::acts_page();
    if (std::getenv("TRAVAUX_ACCEPT") != nullptr) {
        std::ofstream(file, std::ios::binary) << page;
    }
    CHECK(tests::bytes_of(file) == page);
}
