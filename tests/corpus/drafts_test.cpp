// Real negotiating texts, successive and without ids: blame tells every word of the last one once.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "tests/command.h"
#include "tests/corpus.h"
#include "tests/corpus/wordings.h"

using namespace travaux;

namespace {

// The words of lines that begin with "  + ".
std::vector<std::string> live_words(const std::string& blame) {
    consolidation::PlainTexts lines;
    for (std::size_t at = 0; at < blame.size();) {
        const std::size_t end = blame.find('\n', at);
        const auto line = std::string_view(blame).substr(at, end - at);
        if (line.starts_with("  + ")) lines.push_back(line.substr(4));
        at = end + 1;
    }
    return tests::words_in(lines);
}

}  // namespace

TEST_CASE("blame over real successive drafts tells every word of the last one once") {
    const auto folder = tests::corpus("drafts/paris-agreement", "blame over real drafts");
    if (!folder) return;
    const tests::ScratchFolder out;
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(*folder)) files.insert(entry);
    std::vector<std::string> command = {"blame"};
    for (const auto& file : files) {
        command.push_back((out.path / file.filename()).string());
        REQUIRE(tests::run({"import", file.string(), "--into", command.back()}).exit_code == 0);
    }
    const auto blame = tests::run(command);
    REQUIRE(blame.exit_code == 0);
    // Against itself, every word is carried.
    const auto alone = tests::run({"blame", command.back(), command.back()});
    CHECK(live_words(blame.out) == live_words(alone.out));
    CHECK(!alone.out.contains("not seen before"));
    // The text of November rests on that of October.
    CHECK(blame.out.contains("(its text is unchanged since)"));
    CHECK(blame.out.contains("(it stood in another text before)"));
}
