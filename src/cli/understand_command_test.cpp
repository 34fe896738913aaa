// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include "docx/write.h"
#include "tests/command.h"

using namespace travaux;

namespace {

// A draft, and Word files that change it.
class Desk {
public:
    Desk() {
        std::ofstream(path("treaty.md")) << "# Treaty\n\n## Article 1\n\nShips shall stop.\n\n"
                                            "## Article 2\n\nStates may act.\n";
        REQUIRE(run({"import", path("treaty.md"), "--into", path("draft")}).exit_code == 0);
    }

    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder_.path / name).string();
    }

    [[nodiscard]] static tests::Outcome run(const std::vector<std::string>& arguments) {
        return tests::run(arguments);
    }

    // A file in which some author makes ships act otherwise.
    [[nodiscard]] std::string file(const std::string& name, const std::string& author,
                                   const std::string& last = "stop.") const {
        docx::Document document;
        document.changes = {{docx::ChangeKind::deletion, author, {}, {}},
                            {docx::ChangeKind::insertion, author, {}, {}}};
        document.paragraphs.resize(2);
        document.paragraphs[0].spans = {{"Article 1", {}}};
        document.paragraphs[1].spans = {
            {"Ships ", {}}, {"shall", {0}}, {"may", {1}}, {" " + last, {}}};
        std::ofstream(path(name), std::ios::binary) << docx::write(document);
        return path(name);
    }

    // A file of paragraphs as they are given, each a line of the letter.
    [[nodiscard]] std::string letter(const std::string& name,
                                     const std::vector<std::string>& lines) const {
        docx::Document document;
        for (const std::string& line : lines) {
            document.paragraphs.emplace_back().spans = {{line, {}}};
        }
        std::ofstream(path(name), std::ios::binary) << docx::write(document);
        return path(name);
    }

private:
    tests::ScratchFolder folder_;
};

}  // namespace

TEST_CASE("understand says what a file wants, and writes it as a proposal") {
    const Desk desk;
    const std::string file = desk.file("wish.docx", "Mission of Ghana");
    const auto report = desk.run({"understand", file, "--against", desk.path("draft")});
    CHECK(report.exit_code == 0);
    CHECK(report.out == file +
                            "\n"
                            "sponsors: Ghana (found in the authors of the changes)\n"
                            "language: English\n"
                            "changes: tracked, by Mission of Ghana (2)\n"
                            "base: 2 of 2 lines found in the draft\n"
                            "understood: 1 change\n"
                            "  certain, paragraph 2: article 1, paragraph 1: "
                            "\xE2\x80\x9Cshall\xE2\x80\x9D becomes \xE2\x80\x9Cmay\xE2\x80\x9D\n"
                            "doubtful: 0 places\n");
    const auto line = desk.run({"understand", file, "--against", desk.path("draft"), "--format",
                                "jsonl", "--sponsor", "Fiji", "-o", desk.path("p.jsonl")});
    CHECK(line.exit_code == 0);
    const auto from_line = desk.run({"consolidate", desk.path("draft"), desk.path("p.jsonl")});
    const auto from_file = desk.run({"consolidate", desk.path("draft"), file, "--sponsor", "Fiji"});
    CHECK(from_line.out == from_file.out);
    CHECK(from_line.out.find("[shall] [may \xE2\x80\x93 Fiji]") != std::string::npos);
    CHECK(from_file.err == file + ": sponsors: Fiji (as told); understood: 1 change\n");
}

TEST_CASE("a folder may hold Word files beside lines") {
    const Desk desk;
    std::filesystem::create_directory(desk.path("in"));
    (void)desk.file("in/ghana.docx", "A. Mensah");
    std::ofstream(desk.path("in/other.jsonl"))
        << R"({"id":"P1","sponsors":["Chad"],"parts":[{"part":"delete","provision":"article 2"}]})"
        << "\n";
    const auto text = desk.run({"consolidate", desk.path("draft"), desk.path("in")});
    CHECK(text.exit_code == 0);
    CHECK(text.out.find("Ghana") != std::string::npos);
    CHECK(text.out.find("Chad") != std::string::npos);
}

TEST_CASE("a file may hold the proposals of several delegations, each under its heading") {
    const Desk desk;
    const std::string file = desk.letter(
        "wishes.docx", {"Compilation of proposals", "Proposal by Ghana", "Article 1",
                        "Ships may stop.", "Proposal by Norway and Peru", "Delete article 2."});
    const auto report = desk.run({"understand", file, "--against", desk.path("draft")});
    CHECK(report.exit_code == 0);
    CHECK(report.out.find("(wishes-1)\nsponsors: Ghana (found in its heading)") !=
          std::string::npos);
    CHECK(report.out.find("(wishes-2)\nsponsors: Norway, Peru (found in its heading)") !=
          std::string::npos);
    const auto json =
        desk.run({"understand", file, "--against", desk.path("draft"), "--format", "json"});
    std::istringstream lines(json.out);
    std::vector<std::string> sources;
    for (std::string line; std::getline(lines, line);) {
        sources.emplace_back(boost::json::parse(line).at("sponsors").at("source").as_string());
    }
    CHECK(sources == std::vector<std::string>{"heading", "heading"});
    const auto text = desk.run({"consolidate", desk.path("draft"), file});
    CHECK(text.exit_code == 0);
    CHECK(text.out.find("[shall] [may \xE2\x80\x93 Ghana]") != std::string::npos);
    CHECK(text.out.find("Norway, Peru") != std::string::npos);
    const auto told = desk.run({"consolidate", desk.path("draft"), file, "--sponsor", "Fiji"});
    CHECK(told.out.find("Ghana") == std::string::npos);
    CHECK(told.out.find("Delete") != std::string::npos);
}

TEST_CASE("what is doubtful in a file that is taken in is named with the file and the place") {
    const Desk desk;
    const std::string file = desk.letter(
        "wish.docx", {"Article 1", "Ships may stop.", "It thanks the Chair.", "Delete article 2."});
    const auto text = desk.run({"consolidate", desk.path("draft"), file, "--sponsor", "Ghana"});
    CHECK(text.exit_code == 0);
    CHECK(text.err ==
          file + ": sponsors: Ghana (as told); understood: 2 changes; doubtful: 1 place\n" + file +
              ": paragraph 3: these words stand nowhere in the draft: "
              "\xE2\x80\x9CIt thanks the Chair.\xE2\x80\x9D\n");
}

TEST_CASE("the tracked changes of authors from several States are a proposal of each") {
    const Desk desk;
    docx::Document document;
    document.changes = {{docx::ChangeKind::insertion, "Ghana", {}, {}},
                        {docx::ChangeKind::deletion, "Mission of Norway", {}, {}},
                        {docx::ChangeKind::insertion, "Mission of Norway", {}, {}}};
    document.comments = {{"Peru", {}, "Peru reserves its position."}};
    document.paragraphs.resize(4);
    document.paragraphs[0].spans = {{"Article 1", {}}};
    document.paragraphs[1].spans = {{"Ships ", {}}, {"and ", {0}}, {"boats ", {0, 1}},
                                    {"shall", {1}}, {"may", {2}},  {" stop.", {}}};
    document.paragraphs[2].spans = {{"Article 2", {}}};
    document.paragraphs[3].spans = {{"States may act.", {}}};
    document.paragraphs[3].comments = {0};
    const std::string file = desk.path("all.docx");
    std::ofstream(file, std::ios::binary) << docx::write(document);
    const auto lines =
        desk.run({"understand", file, "--against", desk.path("draft"), "--format", "jsonl"});
    CHECK(lines.exit_code == 0);
    CHECK(lines.out.find(R"("Ships and boats shall stop.")") != std::string::npos);
    CHECK(lines.out.find(R"("Ships may stop.")") != std::string::npos);
    const auto report = desk.run({"understand", file, "--against", desk.path("draft")});
    CHECK(report.out.find("(all-4)\nsponsors: Norway (found in the authors of the changes)\n"
                          "amends: the proposal all-1 of the file\n") != std::string::npos);
    CHECK(report.out.find("\xE2\x80\x9C"
                          "boats\xE2\x80\x9D goes") != std::string::npos);
    const auto text = desk.run({"consolidate", desk.path("draft"), file});
    CHECK_MESSAGE(text.exit_code == 0, text.err);
    CHECK(lines.out.find(R"("Peru reserves its position.")") != std::string::npos);
    document.changes[0].author = "A. N. Other";
    std::ofstream(file, std::ios::binary) << docx::write(document);
    const auto refused = desk.run({"consolidate", desk.path("draft"), file});
    CHECK(refused.exit_code == 2);
    CHECK(refused.err.find("all.docx (all-3): A. N. Other is of no State") != std::string::npos);
}

TEST_CASE("what cannot be taken as a proposal is refused by name") {
    const Desk desk;
    const auto refused = [&](const std::string& file, const std::vector<std::string>& more) {
        std::vector<std::string> arguments{"understand",       file,       "--against",
                                           desk.path("draft"), "--format", "jsonl"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto outcome = desk.run(arguments);
        CHECK(outcome.exit_code == 2);
        CHECK(outcome.out.empty());
        return outcome.err;
    };
    const std::string anonymous = desk.file("wish.docx", "A. N. Other");
    CHECK(refused(anonymous, {}) ==
          "travaux: " + anonymous + ": the file names no State; `sponsor` says who sends it\n");
    CHECK(refused(anonymous, {"--author", "Nobody"}) ==
          "travaux: " + anonymous +
              ": Nobody made no tracked change and no comment in this file\n");
    CHECK(refused(anonymous, {"--language", "fr"}).find("no words in the language `fr`") !=
          std::string::npos);
    const std::string other = desk.file("ghana.docx", "A. Mensah", "stop at once.");
    CHECK(refused(other, {}).find("made on another draft, 1 provision has other words there") !=
          std::string::npos);
    const auto carried = desk.run(
        {"understand", other, "--against", desk.path("draft"), "--format", "jsonl", "--rebase"});
    CHECK(carried.out.find("Ships may stop.") != std::string::npos);
}

TEST_CASE("compare prints what changed between two files") {
    const Desk desk;
    std::ofstream(desk.path("later.md")) << "# Treaty\n\n## Article 1\n\nShips may stop.\n\n"
                                            "## Article 2\n\nStates may act.\n";
    const auto text = desk.run({"compare", desk.path("draft"), desk.path("later.md")});
    CHECK(text.out ==
          "Treaty\nArticle 1\n  Ships [-shall-] {+may+} stop.\nArticle 2\n  States may act.\n");
    const auto file = desk.run({"compare", desk.path("draft"), desk.path("later.md"), "--format",
                                "docx-tracked", "-o", desk.path("c.docx")});
    CHECK(file.exit_code == 0);
    CHECK(desk.run({"understand", desk.path("c.docx"), "--reject"}).out ==
          "Treaty\nArticle 1\nShips shall stop.\nArticle 2\nStates may act.\n");
    const auto marked = desk.run({"compare", desk.path("draft"), desk.path("later.md"), "--format",
                                  "docx", "-o", desk.path("m.docx")});
    CHECK_MESSAGE(marked.exit_code == 0, marked.err);
    CHECK(desk.run({"understand", desk.path("m.docx"), "--accept"})
              .out.find("Ships shall may stop.") != std::string::npos);
    const auto unknown =
        desk.run({"compare", desk.path("draft"), desk.path("later.md"), "--language", "fr"});
    CHECK(unknown.exit_code == 2);
}
