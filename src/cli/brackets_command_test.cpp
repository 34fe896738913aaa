// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <string>

#include "tests/command.h"

using namespace travaux;

namespace {

/// A draft of a text with brackets.
struct Desk {
    Desk() {
        std::ofstream(folder.path / "text.txt")
            << "Article 1\nDuty\n\n1. Each Party [shall][should] keep/mend [X] lights.\n\n"
               "2. [Option 1: It [may] report.]\n\n3. Done] at noon.\n";
        imported = tests::run({"import", file(), "--into", draft()});
    }

    [[nodiscard]] std::string file() const { return (folder.path / "text.txt").string(); }
    [[nodiscard]] std::string draft() const { return (folder.path / "draft").string(); }

    tests::ScratchFolder folder;
    tests::Outcome imported;
};

}  // namespace

TEST_CASE("import names each bracket without a partner, with its line") {
    const Desk desk;
    CHECK(desk.imported.exit_code == 0);
    CHECK(desk.imported.out.starts_with(desk.file() +
                                        ":8: a bracket without a partner: ] at noon.\n"));
}

TEST_CASE("brackets stand under their provisions, with what they are for") {
    const Desk desk;
    const auto outcome = tests::run({"brackets", desk.draft()});
    CHECK(outcome.exit_code == 0);
    std::string out = outcome.out;
    std::ranges::replace(out, '\t', '|');
    CHECK(out == R"(article 1, paragraph 1|alternative|[shall][should] keep/mend [X] lights.
article 1, paragraph 1|alternative|[should] keep/mend [X] lights.
article 1, paragraph 1|placeholder|[X] lights.
article 1, paragraph 2|option|[Option 1: It [may] report.]
article 1, paragraph 2|  words|[may] report.]
article 1, paragraph 2|option begins|Option 1: It [may] report.]
article 1, paragraph 1|choice|keep/mend [X] lights.
article 1, paragraph 3|without a partner|] at noon.
5 brackets, 1 options, 1 choices by a stroke, 1 without a partner, 0 reservations in footnotes
)");
}

TEST_CASE("footnotes that reserve a position stand under what they are on, and others do not") {
    const tests::ScratchFolder folder;
    const std::string draft = (folder.path / "draft").string();
    std::ofstream(folder.path / "text.md")
        << "## Article 1\n\n1. Ships shall<sup>1) Ghana reserves its position on this word.</sup> "
           "carry lights.<sup>2) Agreed ad referendum.</sup>\n";
    REQUIRE(tests::run({"import", (folder.path / "text.md").string(), "--into", draft}).exit_code ==
            0);
    std::string out = tests::run({"brackets", draft}).out;
    std::ranges::replace(out, '\t', '|');
    CHECK(out ==
          "article 1, paragraph 1, footnote 1|reservation|"
          "Ghana reserves its position on this word.\n"
          "0 brackets, 0 options, 0 choices by a stroke, 0 without a partner, "
          "1 reservations in footnotes\n");
    const auto value = boost::json::parse(tests::run({"brackets", draft, "--format", "json"}).out);
    CHECK(value.at("reservations").as_array().size() == 1);
}

TEST_CASE("brackets as JSON say provision, field and byte of each sign") {
    const Desk desk;
    const auto outcome = tests::run({"brackets", desk.draft(), "--format", "json"});
    const auto value = boost::json::parse(outcome.out);
    const auto& pairs = value.at("brackets").as_array();
    REQUIRE(pairs.size() == 5);
    CHECK(pairs[4].at("depth") == 1);
    CHECK(pairs[4].at("use") == "words");
    CHECK(pairs[0].at("open").at("field") == "text");
    CHECK(pairs[0].at("open").at("at") == 11);
    CHECK(pairs[0].at("close").at("at") == 17);
    CHECK(value.at("lone").as_array().size() == 1);
    CHECK(tests::run({"brackets", desk.draft(), "--format", "xml"}).exit_code == 2);
    CHECK(tests::run({"brackets", desk.draft(), "--language", "fr"}).exit_code == 2);
}
