// The example through the program's own entry, against golden files: every format and view, with
// sponsors and without, and every language.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <fstream>

#include "docx/read.h"
#include "docx/words.h"
#include "tests/command.h"
#include "tests/corpus.h"
#include "tests/docx_checker.h"
#include "tests/golden.h"
#include "tests/word_file.h"

using namespace travaux;

namespace {

std::string example(const std::string& name) {
    return (tests::project_folder() / "examples/model-convention" / name).string();
}

// The example's draft in six languages.
struct Desk {
    Desk() {
        for (const char* language : {"en", "ar", "zh", "fr", "ru", "es"}) {
            const auto outcome = tests::run({"import", example(std::string(language) + ".md"),
                                             "--into", draft(), "--language", language});
            REQUIRE_MESSAGE(outcome.exit_code == 0, outcome.err);
        }
    }

    [[nodiscard]] std::string draft() const { return (folder.path / "draft").string(); }

    [[nodiscard]] tests::Outcome run(const std::string& command,
                                     std::vector<std::string> more) const {
        std::vector<std::string> arguments{command, draft(), example("proposals")};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return tests::run(arguments);
    }

    /// Returns what `consolidate` prints; a page without its style sheet, which golden files leave
    /// out.
    [[nodiscard]] std::string printed(const std::vector<std::string>& more) const {
        const auto outcome = run("consolidate", more);
        CHECK_MESSAGE(outcome.exit_code == 0, outcome.err);
        std::string bytes = outcome.out;
        const std::size_t begin = bytes.find("<style>");
        if (begin != std::string::npos) bytes.erase(begin, bytes.find("</style>") + 8 - begin);
        return bytes;
    }

    tests::ScratchFolder folder;
};

std::string ending_of(const std::string& format) {
    if (format == "akn") return ".xml";
    return format == "text" ? ".txt" : "." + format;
}

}  // namespace

TEST_CASE("the example prints as accepted in every format and view") {
    const Desk desk;
    for (const std::string format : {"html", "text", "json", "akn"}) {
        for (const std::string view : {"bracketed", "clean", "options", "by-sponsor"}) {
            // Options are the targets that JSON lists in any view.
            if (format == "json" && view == "options") continue;
            if (format == "akn" && view == "by-sponsor") continue;
            tests::check_golden("en-" + view + ending_of(format),
                                desk.printed({"--format", format, "--view", view}));
            if (view == "clean" || view == "by-sponsor") continue;
            tests::check_golden(
                "en-" + view + "-unattributed" + ending_of(format),
                desk.printed({"--format", format, "--view", view, "--unattributed"}));
        }
    }
}

TEST_CASE("the example prints as accepted in every language") {
    const Desk desk;
    for (const std::string language : {"ar", "zh", "fr", "ru", "es"}) {
        for (const std::string format : {"html", "text"}) {
            tests::check_golden(language + "-bracketed" + ending_of(format),
                                desk.printed({"--format", format, "--language", language}));
        }
    }
}

TEST_CASE("a clean text is the same with and without sponsors, and options are in the JSON") {
    const Desk desk;
    for (const std::string format : {"html", "text", "json", "akn"}) {
        CHECK(desk.printed({"--format", format, "--view", "clean"}) ==
              desk.printed({"--format", format, "--view", "clean", "--unattributed"}));
    }
    CHECK(desk.printed({"--format", "json", "--view", "options"}) ==
          desk.printed({"--format", "json"}));
}

TEST_CASE("as if some were adopted, the text is that of the next draft") {
    const Desk desk;
    const std::string next = (desk.folder.path / "next").string();
    const std::string open = (desk.folder.path / "open.jsonl").string();
    REQUIRE(
        desk.run("next", {"--adopt", "P01,P12,P29", "--into", next, "--open", open}).exit_code ==
        0);
    for (const std::string format : {"html", "text", "json", "akn"}) {
        CHECK(desk.printed({"--format", format, "--as-if", "P01,P12,P29"}) ==
              desk.printed({"--format", format, "--as-if", "P29,P12", "--as-if", "P01"}));
        const auto after = tests::run({"consolidate", next, open, "--format", format});
        const auto as_if = desk.run("consolidate", {"--format", format, "--as-if", "P01,P12,P29"});
        CHECK_MESSAGE(after.exit_code == 0, after.err);
        CHECK((as_if.out == after.out));
    }
}

TEST_CASE("the example as a Word file says the draft once its changes are rejected") {
    const Desk desk;
    const auto words_of = [&](const std::string& language, const std::string& view,
                              docx::Side side) {
        const std::string file = (desk.folder.path / (language + view + ".docx")).string();
        const auto made = desk.run("consolidate", {"--format", "docx-tracked", "--view", view,
                                                   "--language", language, "-o", file});
        CHECK_MESSAGE(made.exit_code == 0, made.err);
        const std::string bytes = tests::bytes_of(file);
        CHECK(tests::word_problems(bytes) == "");
        const auto read = docx::read(bytes, file);
        REQUIRE(read);
        return docx::lines_of(*read, side, docx::ListLabels::shown);
    };
    for (const std::string language : {"en", "ar", "zh", "fr", "ru", "es"}) {
        CAPTURE(language);
        const auto draft = words_of(language, "clean", docx::Side::accepted);
        CHECK(draft.size() > 50);
        CHECK(words_of(language, "bracketed", docx::Side::rejected) == draft);
        CHECK(words_of(language, "bracketed", docx::Side::accepted) != draft);
    }
}

TEST_CASE("a draft that went out as a Word file comes in again with the same provisions") {
    const Desk desk;
    const auto path = [&](const std::string& name) { return (desk.folder.path / name).string(); };
    std::ofstream(path("none.jsonl")).close();
    for (const std::string language : {"en", "ar", "zh", "fr", "ru", "es"}) {
        CAPTURE(language);
        const std::string file = path(language + ".docx");
        CHECK(desk.run("consolidate",
                       {"--format", "docx-tracked", "--language", language, "-o", file})
                  .exit_code == 0);
        const std::string into = path("of-word-" + language);
        CHECK(tests::run({"import", file, "--into", into, "--language", language}).err ==
              "travaux: " + file +
                  ": the file has tracked changes; --accept or --reject says how it is read\n");
        const auto again =
            tests::run({"import", file, "--into", into, "--language", language, "--reject"});
        REQUIRE_MESSAGE(again.exit_code == 0, again.err);
        const std::string plain = path("of-text-" + language);
        REQUIRE(tests::run(
                    {"import", example(language + ".md"), "--into", plain, "--language", language})
                    .exit_code == 0);
        const auto text_of = [&](const std::string& draft) {
            const auto outcome = tests::run({"consolidate", draft, path("none.jsonl"), "--view",
                                             "clean", "--language", language});
            CHECK_MESSAGE(outcome.exit_code == 0, outcome.err);
            // The first lines name the draft, which is another.
            return outcome.out.substr(outcome.out.find("\n\n"));
        };
        CHECK(text_of(into) == text_of(plain));
    }
}

TEST_CASE("the example as a Word file with brackets is as accepted, and sound in every language") {
    const Desk desk;
    for (const std::string language : {"en", "ar", "zh", "fr", "ru", "es"}) {
        for (const std::string view : {"bracketed", "clean", "options", "by-sponsor"}) {
            CAPTURE(language);
            CAPTURE(view);
            const auto made =
                desk.run("consolidate", {"--format", "docx", "--view", view, "--language", language,
                                         "--attribution", "footnotes", "--symbol", "A/AC.1/L.1"});
            CHECK_MESSAGE(made.exit_code == 0, made.err);
            CHECK(tests::word_problems(made.out) == "");
            if (view != "bracketed" || (language != "en" && language != "ar")) continue;
            const auto parts = tests::read_word_parts(made.out);
            tests::check_golden(language + "-bracketed.docx.xml", parts.at("word/document.xml"));
        }
    }
}

TEST_CASE("what belongs to pages is refused by name where there are none") {
    const Desk desk;
    CHECK(desk.run("consolidate", {"--format", "html", "--symbol", "A/1"}).err ==
          "travaux: the format `html` takes no `--symbol`\n");
    CHECK(desk.run("consolidate", {"--date", "today"}).exit_code == 2);
    CHECK(desk.run("consolidate", {"--format", "docx-tracked", "--attribution", "inline"}).err ==
          "travaux: the format `docx-tracked` takes no `--attribution`\n");
    CHECK(desk.run("consolidate", {"--format", "docx", "--attribution", "above"}).err ==
          "travaux: above is no place for names: `inline` or `footnotes`\n");
}

TEST_CASE("a view that cannot be is refused by name") {
    const Desk desk;
    CHECK(desk.run("consolidate", {"--view", "by-sponsor", "--unattributed"}).err ==
          "travaux: the view by-sponsor names sponsors; leave --unattributed out\n");
    CHECK(desk.run("consolidate", {"--view", "by-sponsor", "--format", "akn"}).err ==
          "travaux: the format `akn` has no view `by-sponsor`; `bracketed` says who wants what\n");
    CHECK(desk.run("consolidate", {"--view", "options", "--format", "docx-tracked"}).exit_code ==
          2);
    CHECK(desk.run("consolidate", {"--format", "odt"}).exit_code == 2);
    CHECK(desk.run("consolidate", {"--view", "all"}).exit_code == 2);
    CHECK(desk.run("consolidate", {"--language", "de"}).exit_code == 2);
    CHECK(desk.run("consolidate", {"--as-if", "P99"}).exit_code == 2);
    CHECK(desk.run("stats", {"--format", "html"}).exit_code == 2);
}

TEST_CASE("statistics of the example are as accepted, as text and as JSON") {
    const Desk desk;
    const auto text = desk.run("stats", {});
    const auto json = desk.run("stats", {"--format", "json"});
    CHECK(text.exit_code == 0);
    CHECK(json.exit_code == 0);
    tests::check_golden("statistics.txt", text.out);
    tests::check_golden("statistics.json", json.out);
}
