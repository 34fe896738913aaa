// The example through LibreOffice: what it opens and saves again, and the PDF files that it makes.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "office/confined_process.h"
#include "tests/command.h"
#include "tests/corpus.h"
#include "tests/word_file.h"

using namespace travaux;

namespace {

const std::vector<std::string> languages = {"en", "ar", "zh", "fr", "ru", "es"};

std::string example(const std::string& name) {
    return (tests::project_folder() / "examples/model-convention" / name).string();
}

// Whether a program is installed; says that the test is skipped where it is not.
bool has(const std::string& program, const char* test) {
    if (std::filesystem::exists("/usr/bin/" + program)) return true;
    std::printf("skipped: no %s (%s)\n", program.c_str(), test);
    return false;
}

// What a program prints.
std::string printed_by(const std::string& command) {
    FILE* const pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string text;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text += static_cast<char>(c);
    CHECK(::pclose(pipe) == 0);
    return text;
}

// The example's draft in six languages, and what is made of it.
struct Desk {
    Desk() {
        for (const std::string& language : languages) {
            const auto outcome = tests::run({"import", example(language + ".md"), "--into",
                                             path("draft"), "--language", language});
            REQUIRE_MESSAGE(outcome.exit_code == 0, outcome.err);
        }
    }

    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder.path / name).string();
    }

    [[nodiscard]] tests::Outcome make(const std::string& file,
                                      const std::vector<std::string>& more) const {
        std::vector<std::string> arguments{"consolidate", path("draft"), example("proposals"), "-o",
                                           path(file)};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return tests::run(arguments);
    }

    // The words of a Word file on one side.
    [[nodiscard]] std::string words(const std::string& file, const std::string& side) const {
        const auto outcome = tests::run({"understand", path(file), side});
        CHECK_MESSAGE(outcome.exit_code == 0, outcome.err);
        return outcome.out;
    }

    tests::ScratchFolder folder;
};

// The bookmarks of provisions.
std::set<std::string> names_in(const std::string& body) {
    const std::string begin = "w:name=\"p_";
    std::set<std::string> names;
    for (auto at = body.find(begin); at != std::string::npos; at = body.find(begin, at + 1)) {
        names.insert(body.substr(at, body.find('"', at + begin.size()) - at));
    }
    CHECK(names.size() > 50);
    return names;
}

// A list of provisions without the line end behind it.
std::string up_to_end(const std::string& list) {
    return list.substr(0, list.find("</provisions>"));
}

// The words of Latin letters: the order of others is for each reader of PDF files to find.
std::vector<std::string> latin_words_in(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        if (std::ranges::all_of(word, [](char c) { return c > 0; })) words.push_back(word);
    }
    return words;
}

}  // namespace

TEST_CASE("LibreOffice opens our Word files and saves them again with the same words") {
    if (!has("soffice", "Word files opened and saved again")) return;
    const Desk desk;
    std::vector<std::string> files;
    for (const std::string& language : languages) {
        files.push_back("tracked-" + language + ".docx");
        REQUIRE(desk.make(files.back(), {"--format", "docx-tracked", "--language", language})
                    .exit_code == 0);
        files.push_back("notes-" + language + ".docx");
        REQUIRE(desk.make(files.back(), {"--format", "docx", "--attribution", "footnotes",
                                         "--language", language})
                    .exit_code == 0);
    }
    REQUIRE(tests::run({"next", desk.path("draft"), example("proposals"), "--adopt", "P01,P12,P29",
                        "--into", desk.path("next")})
                .exit_code == 0);
    const std::vector<std::string> comparisons = {"compared-en.docx", "compared-ar.docx"};
    for (const std::string& file : comparisons) {
        REQUIRE(tests::run({"compare", desk.path("draft"), desk.path("next"), "--format", "docx",
                            "--language", file.substr(9, 2), "-o", desk.path(file)})
                    .exit_code == 0);
    }
    office::Command command{
        {"/usr/bin/soffice", "-env:UserInstallation=file://" + desk.path("profile"), "--headless",
         "--convert-to", "docx", "--outdir", desk.path("again")},
        {"PATH=/usr/bin:/bin", "HOME=" + desk.path("")}};
    for (const std::string& file : files) command.arguments.push_back(desk.path(file));
    for (const std::string& file : comparisons) command.arguments.push_back(desk.path(file));
    REQUIRE(office::run_confined(command, {}) == office::ProcessEnd::done);
    for (const std::string& file : files) {
        CAPTURE(file);
        for (const char* side : {"--accept", "--reject"}) {
            CHECK(desk.words("again/" + file, side) == desk.words(file, side));
        }
        const auto before = tests::read_word_parts(tests::bytes_of(desk.path(file)));
        const auto after = tests::read_word_parts(tests::bytes_of(desk.path("again/" + file)));
        const std::string main = "word/document.xml";
        const std::string data = "customXml/item1.xml";
        CHECK((names_in(after.at(main)) == names_in(before.at(main))));
        CHECK((up_to_end(after.at(data)) == up_to_end(before.at(data))));
    }
    for (const std::string& file : comparisons) {
        CAPTURE(file);
        CHECK(desk.words("again/" + file, "--accept") == desk.words(file, "--accept"));
        const auto parts = tests::read_word_parts(tests::bytes_of(desk.path("again/" + file)));
        CHECK(parts.at("word/document.xml").find("<w:rStyle w:val=\"Deleted\"/>") !=
              std::string::npos);
    }
}

TEST_CASE("LibreOffice keeps the tables of our Word files, and what moves as moved") {
    if (!has("soffice", "tables and moves in Word files")) return;
    const tests::ScratchFolder folder;
    const auto path = [&](const std::string& name) { return (folder.path / name).string(); };
    std::ofstream(path("t.md")) << "# Treaty\n\n## Article 1\n\nCables are:\n\n| Kind | Depth |\n"
                                   "| Coaxial | 10 |\n\n## Article 2\n\nWords.\n\n"
                                   "## Article 3\n\nMore words stand here.\n";
    std::ofstream(path("p.jsonl")) << R"({"id":"P1","sponsors":["Ghana"],"parts":[{"part":"move",)"
                                   << R"("provision":"article 2","after":"article 3"}]})" << "\n";
    REQUIRE(tests::run({"import", path("t.md"), "--into", path("draft")}).exit_code == 0);
    REQUIRE(tests::run({"consolidate", path("draft"), path("p.jsonl"), "--format", "docx-tracked",
                        "-o", path("text.docx")})
                .exit_code == 0);
    const office::Command command{
        {"/usr/bin/soffice", "-env:UserInstallation=file://" + path("profile"), "--headless",
         "--convert-to", "docx", "--outdir", path("again"), path("text.docx")},
        {"PATH=/usr/bin:/bin", "HOME=" + path("")}};
    REQUIRE(office::run_confined(command, {}) == office::ProcessEnd::done);
    for (const char* side : {"--accept", "--reject"}) {
        CHECK(tests::run({"understand", path("again/text.docx"), side}).out ==
              tests::run({"understand", path("text.docx"), side}).out);
    }
    const std::string main =
        tests::read_word_parts(tests::bytes_of(path("again/text.docx"))).at("word/document.xml");
    for (const char* const kept : {"<w:tbl>", "<w:moveFrom ", "<w:moveTo "}) {
        CHECK_MESSAGE(main.find(kept) != std::string::npos, kept);
    }
}

TEST_CASE("the example as PDF is tagged, says PDF/A-2b, and has all its fonts and words") {
    if (!has("soffice", "PDF files") || !has("pdfinfo", "PDF files")) return;
    const Desk desk;
    for (const std::string& language : languages) {
        if (!tests::is_long_run() && language != "en" && language != "ar") continue;
        CAPTURE(language);
        const auto made =
            desk.make("text.pdf", {"--format", "pdf", "--language", language, "--symbol", "A/1"});
        REQUIRE_MESSAGE(made.exit_code == 0, made.err);
        const std::string file = desk.path("text.pdf");
        const std::string info = printed_by("pdfinfo " + file);
        CHECK(info.find("Tagged:          yes") != std::string::npos);
        CHECK(info.find("Subject:         A/1") != std::string::npos);
        const std::string meta = printed_by("pdfinfo -meta " + file);
        CHECK(meta.find("<pdfaid:part>2</pdfaid:part>") != std::string::npos);
        CHECK(meta.find("<pdfaid:conformance>B</pdfaid:conformance>") != std::string::npos);
        std::istringstream fonts(printed_by("pdffonts " + file));
        std::string line;
        std::getline(fonts, line);
        const std::size_t embedded = line.find("emb ");
        REQUIRE(embedded != std::string::npos);
        std::getline(fonts, line);  // the rule under the heads of columns
        std::size_t count = 0;
        for (; std::getline(fonts, line); ++count) CHECK(line.substr(embedded, 3) == "yes");
        CHECK(count > 1);
        if (language != "en") continue;
        REQUIRE(desk.make("text.docx", {"--format", "docx"}).exit_code == 0);
        const std::string text = printed_by("pdftotext " + file + " -");
        for (const std::string& word : latin_words_in(desk.words("text.docx", "--accept"))) {
            CHECK_MESSAGE(text.find(word) != std::string::npos, word);
        }
    }
}

TEST_CASE("without LibreOffice a PDF is refused by name, and a Word file is made") {
    const Desk desk;
    const std::string path = std::getenv("PATH");
    ::setenv("PATH", desk.path("").c_str(), 1);
    const auto pdf = desk.make("text.pdf", {"--format", "pdf"});
    const auto word = desk.make("text.docx", {"--format", "docx"});
    ::setenv("PATH", path.c_str(), 1);
    // On a busy machine, what is under way stands before it.
    CHECK(pdf.err.ends_with(
        "travaux: a PDF file is made by LibreOffice, which is not installed here; the form "
        "`docx` needs none\n"));
    CHECK_FALSE(std::filesystem::exists(desk.path("text.pdf")));
    CHECK_MESSAGE(word.exit_code == 0, word.err);
}
