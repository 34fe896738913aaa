// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <fstream>

#include "tests/command.h"

using namespace travaux;

namespace {

// A draft folder of one paragraph.
std::string imported(const tests::ScratchFolder& out, const std::string& name,
                     const std::string& words, const std::string& language = "en") {
    const auto file = out.path / (name + ".txt");
    std::ofstream(file) << words << "\n";
    const std::string folder = (out.path / name).string();
    REQUIRE(
        tests::run({"import", file.string(), "--into", folder, "--language", language}).exit_code ==
        0);
    return folder;
}

}  // namespace

TEST_CASE("blame takes plain texts that were imported one by one, and names their folders") {
    const tests::ScratchFolder out;
    const std::string one = imported(out, "one", "States cooperate in good faith.");
    const std::string two = imported(out, "two", "States shall cooperate in good faith.");
    const auto blame = tests::run({"blame", one, two + "/"});
    CHECK(blame.exit_code == 0);
    CHECK(blame.out.contains("  + shall\n      two (not seen before)\n"));
    CHECK(blame.out.contains("  + States\n      one (its text changed around it)\n"));
}

TEST_CASE("drafts whose folders have one name go by their paths") {
    const tests::ScratchFolder out;
    const tests::ScratchFolder other;
    const std::string one = imported(out, "draft", "States cooperate.");
    const std::string two = imported(other, "draft", "States cooperate.");
    CHECK(tests::run({"blame", one, two}).out.contains("      " + one + " (its text is unchanged"));
}

TEST_CASE("blame refuses drafts without a common language, and no drafts") {
    const tests::ScratchFolder out;
    const std::string english = imported(out, "english", "States cooperate.");
    const std::string french = imported(out, "french", "Les États coopèrent.", "fr");
    const auto blame = tests::run({"blame", english, french});
    CHECK(blame.exit_code == 2);
    CHECK(blame.out.empty());
    CHECK(blame.err == "travaux: " + english + ": this draft has no words in French\n");
    CHECK(tests::run({"blame", english, french, "--language", "en"}).exit_code == 2);
    CHECK(tests::run({"blame"}).exit_code == 2);
    CHECK(tests::run({"blame", english, (out.path / "none").string()}).exit_code == 2);
}
