// Word files with tracked changes, each beside what Word makes of it once all are accepted, and
// once all are rejected.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "docx/read.h"
#include "docx/words.h"
#include "tests/corpus.h"

using namespace travaux;
using docx::Side;

namespace {

std::vector<std::string> lines_in(const std::filesystem::path& file, Side side) {
    const auto document = docx::read(tests::bytes_of(file), file.filename().string());
    REQUIRE_MESSAGE(document, file.string());
    return docx::lines_of(*document, side);
}

}  // namespace

TEST_CASE("accepting or rejecting all changes of a Word file gives the words that Word gives") {
    const auto folder = tests::corpus("docx/tracked-changes", "changes accepted and rejected");
    if (!folder) return;
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
        const std::string name = entry.path().stem().string();
        if (name.ends_with("-Accepted") || name.ends_with("-Rejected")) continue;
        CAPTURE(name);
        const auto accepted = *folder / (name + "-Accepted.docx");
        const auto rejected = *folder / (name + "-Rejected.docx");
        CHECK(lines_in(entry.path(), Side::accepted) == lines_in(accepted, Side::accepted));
        CHECK(lines_in(entry.path(), Side::rejected) == lines_in(rejected, Side::accepted));
        ++files;
    }
    CHECK(files == 36);
}
