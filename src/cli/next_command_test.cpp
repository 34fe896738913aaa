// The next draft through the program's own entry.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "tests/command.h"
#include "tests/corpus.h"

using namespace travaux;
namespace fs = std::filesystem;

namespace {

struct Desk {
    Desk() {
        std::ofstream(path("treaty.md"), std::ios::binary)
            << "# Convention on Lighthouses\n\n## Article 1\nPurpose\n\n"
               "1. Each Party shall keep a light.\n\n2. Each Party shall report each year.\n\n"
               "3. Each Party shall pay its dues.\n\n";
        REQUIRE(tests::run({"import", path("treaty.md"), "--into", path("draft")}).exit_code == 0);
    }

    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder.path / name).string();
    }

    void propose(const std::string& lines) const {
        std::ofstream(path("proposals.jsonl"), std::ios::binary) << lines;
    }

    tests::Outcome next(const std::string& adopted, const std::string& into) const {
        return tests::run({"next", path("draft"), path("proposals.jsonl"), "--adopt", adopted,
                           "--into", path(into)});
    }

    // All files of a draft folder, and the proposals that are open on it.
    [[nodiscard]] std::string bytes(const std::string& draft) const {
        std::string all = tests::bytes_of(path(draft) + ".open.jsonl");
        std::vector<fs::path> files;
        for (const auto& entry : fs::recursive_directory_iterator(path(draft))) {
            if (entry.is_regular_file()) files.push_back(entry.path());
        }
        std::ranges::sort(files);
        for (const fs::path& file : files) all += tests::bytes_of(file);
        return all;
    }

    tests::ScratchFolder folder;
};

const std::string proposals =
    R"({"id":"P1","sponsors":["Ghana"],"parts":[{"part":"text","provision":"article 1, paragraph 1","replace":"keep","with":"tend"}]}
{"id":"P2","sponsors":["Peru"],"parts":[{"part":"text","provision":"article 1, paragraph 1","replace":"keep","with":"man"}]}
{"id":"P3","sponsors":["Fiji"],"parts":[{"part":"text","provision":"article 1, paragraph 1","replace":"keep","with":"tend"}]}
{"id":"P4","sponsors":["Oman"],"parts":[{"part":"join","provision":"article 1, paragraph 2"}]}
{"id":"P5","sponsors":["Cuba"],"parts":[{"part":"text","provision":"article 1, paragraph 3","replace":"pay","with":"settle"}]}
)";

}  // namespace

TEST_CASE("each open part has a sentence that says what became of it") {
    const Desk desk;
    desk.propose(proposals);
    const auto said = desk.next("P1,P4", "draft-2");
    CHECK(said.err.empty());
    CHECK(said.out.starts_with(
        "P2#1\tcontested\tstands on the new words: P1 changed those that it would change\n"
        "P3#1\talready_satisfied\tis closed: the draft says what it wants\n"
        "P5#1\tmoved\tstands at its words, which are elsewhere now\n"));
}

TEST_CASE("to take an adoption back, the next draft is made from the former one without it") {
    const Desk desk;
    desk.propose(proposals);
    REQUIRE(desk.next("P4", "before").exit_code == 0);
    const std::string former = desk.bytes("before");
    REQUIRE(desk.next("P1,P4", "with").exit_code == 0);
    CHECK(desk.bytes("with") != former);
    REQUIRE(desk.next("P4", "without").exit_code == 0);
    CHECK(desk.bytes("without") == former);
}

TEST_CASE("adopting at once what needs a ruling is refused, and names both") {
    const Desk desk;
    desk.propose(proposals);
    const auto said = desk.next("P1,P2", "draft-2");
    CHECK(said.exit_code != 0);
    CHECK(said.err.find("P1") != std::string::npos);
    CHECK(said.err.find("P2") != std::string::npos);
    CHECK_FALSE(fs::exists(desk.path("draft-2")));
}

TEST_CASE("a dropped proposal cannot be adopted until the decision is reconsidered") {
    const Desk desk;
    desk.propose(proposals + "{\"drop\":\"P1\"}\n");
    CHECK(desk.next("P1", "draft-2").exit_code != 0);
    desk.propose("{\"reconsider\":\"P1\"}\n" + proposals + "{\"drop\":\"P1\"}\n");
    CHECK(desk.next("P1", "draft-2").exit_code == 0);
}
