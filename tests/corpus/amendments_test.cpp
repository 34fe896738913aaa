// Real amendments: each is in the consolidated text word for word with its sponsor, or refused for
// a reason; none vanishes, and the laws hold.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "tests/command.h"
#include "tests/corpus.h"

using namespace travaux;

namespace {

constexpr const char* amendments = "amendments/gdpr";

std::string quoted(const std::filesystem::path& path) { return "'" + path.string() + "'"; }

// Runs one of the scripts beside this file; its last lines show where it fails.
int script(const std::string& name, const std::filesystem::path& folder,
           const std::filesystem::path& out) {
    const auto program = tests::project_folder() / "tests/corpus" / name;
    const std::string command = quoted(program) + " " + quoted(folder) + " " + quoted(out) + " >" +
                                quoted(out / (name + ".txt"));
    return std::system(command.c_str());
}

void replace_once(const std::filesystem::path& file, std::string_view words, std::string_view by) {
    std::string bytes = tests::bytes_of(file);
    const auto at = bytes.find(words);
    REQUIRE(at != std::string::npos);
    bytes.replace(at, words.size(), by);
    std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("each of 776 real amendments reads back as handed in, or is refused for a reason") {
    const auto folder = tests::corpus(amendments, "real amendments read back");
    if (!folder) return;
    const tests::ScratchFolder out;
    REQUIRE(script("amendments_to_draft", *folder, out.path) == 0);
    const std::string draft = (out.path / "draft").string();
    const std::string lines = (out.path / "proposals.jsonl").string();
    const std::string text = (out.path / "text.json").string();
    const auto consolidated =
        tests::run({"consolidate", draft, lines, "--format", "json", "-o", text});
    REQUIRE_MESSAGE(consolidated.exit_code == 0, consolidated.err);
    CHECK(script("amendments_report", *folder, out.path) == 0);
    const std::string report = tests::bytes_of(out.path / "amendments_report.txt");
    CAPTURE(report);
    CHECK(report.contains("   776  in all, of 776 handed in"));
    CHECK(report.contains("    37  refused: the words quoted are not those of the element"));
    CHECK(report.contains("applied: 209 deletions, 20 insertions, 510 new wordings"));

    // A report that would not see a lost sponsor or word says nothing.
    replace_once(text, "Bits of Freedom", "Bits of Freedom!");
    CHECK(script("amendments_report", *folder, out.path) != 0);
    replace_once(text, "Bits of Freedom!", "Bits of Freedom");
    replace_once(
        text, "{\"node\":\"insertion\",\"targets\":[0],\"nodes\":[{\"node\":\"words\",\"text\":\" ",
        "{\"node\":\"insertion\",\"targets\":[0],\"nodes\":[{\"node\":\"words\",\"text\":\" x ");
    CHECK(script("amendments_report", *folder, out.path) != 0);
}

TEST_CASE("the laws hold on 776 real amendments in three languages") {
    const auto folder = tests::corpus(amendments, "laws on real amendments");
    if (!folder) return;
    const tests::ScratchFolder out;
    REQUIRE(script("amendments_to_draft", *folder, out.path) == 0);
    const std::string adoptions = tests::is_long_run() ? "40" : "3";
    const auto laws =
        tests::run({"laws", (out.path / "draft").string(), (out.path / "proposals.jsonl").string(),
                    "--permutations", "1", "--adoptions", adoptions});
    CHECK(laws.exit_code == 0);
    CHECK_MESSAGE(!laws.out.contains("BROKEN"), laws.out);
    CHECK(laws.out.contains("24  holds"));
}
