// Bad input through the program's own entry: one line that names the file and the place, the exit
// code, and nothing half written.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <string>
#include <vector>

#include "base/limits.h"
#include "tests/command.h"
#include "tests/corpus.h"

using namespace travaux;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view treaty =
    "# Convention on Lighthouses\n\n## Article 1\nPurpose\n\n1. Each Party shall keep a light.\n\n"
    "2. Each Party shall report:\n\n(a) its lights;\n\n(b) its buoys.\n\n"
    "## Article 2\nEntry into force\n\nThis Convention enters into force at noon.\n";

void write(const fs::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

/// A draft, a proposal on it, and what stands in the folder before a command is refused.
struct Desk {
    Desk() {
        write(path("treaty.md"), treaty);
        write(
            path("good.jsonl"),
            R"({"id":"P1","sponsors":["Ghana"],"parts":[{"part":"delete","provision":"article 2"}]})");
        REQUIRE(tests::run({"import", path("treaty.md"), "--into", path("draft")}).exit_code == 0);
        stood = listing();
    }

    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder.path / name).string();
    }

    [[nodiscard]] std::vector<std::string> listing() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator(folder.path)) {
            names.push_back(entry.path().string());
        }
        std::ranges::sort(names);
        return names;
    }

    /// Checks that a command is refused in one line which has `words`, and leaves nothing behind.
    void refuses(const std::vector<std::string>& arguments, const std::string& words,
                 int exit_code = 2) {
        const std::vector<std::string> before = listing();
        const auto outcome = tests::run(arguments);
        CAPTURE(arguments.front());
        CAPTURE(words);
        CHECK(outcome.exit_code == exit_code);
        CHECK(outcome.out.empty());
        CHECK_MESSAGE(outcome.err.contains(words), outcome.err);
        CHECK(outcome.err.starts_with("travaux: "));
        CHECK(std::ranges::count(outcome.err, '\n') == 1);
        CHECK(listing() == before);
    }

    /// Checks that a file of proposals is refused.
    void refuses_lines(const std::string& bytes, const std::string& words) {
        write(path("bad.jsonl"), bytes);
        refuses({"consolidate", path("draft"), path("bad.jsonl"), "-o", path("text.html")}, words);
    }

    tests::ScratchFolder folder;
    std::vector<std::string> stood;
};

std::string proposal(const std::string& parts) {
    return R"({"id":"P1","sponsors":["Ghana"],"parts":[)" + parts + "]}\n";
}

void replace_once(const fs::path& file, std::string_view words, std::string_view by) {
    std::string bytes = tests::bytes_of(file);
    const auto at = bytes.find(words);
    REQUIRE(at != std::string::npos);
    bytes.replace(at, words.size(), by);
    write(file, bytes);
}

std::string repeated(std::string_view words, std::size_t count) {
    std::string result;
    for (std::size_t at = 0; at < count; ++at) result += words;
    return result;
}

/// No file grows beyond some bytes while this lives: a disk that is full.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    FullDisk(FullDisk&&) = delete;
    FullDisk& operator=(FullDisk&&) = delete;

private:
    rlimit before_{};
    void (*handler_)(int) = nullptr;
};

}  // namespace

TEST_CASE("a treaty that is no text is refused, and no draft is left behind") {
    Desk desk;
    const auto refuses = [&](std::string_view bytes, const std::string& words) {
        const std::string file = desk.path("bad.md");
        write(file, bytes);
        desk.refuses({"import", file, "--into", desk.path("other")}, words);
        fs::remove(file);
    };
    refuses("", "bad.md:1: there are no words");
    refuses(" \n\n", "bad.md:1: there are no words");
    refuses(std::string_view("PK\3\4\0\0", 6), "bad.md:1: this is no text");
    refuses("Article 1\nLibert\xE9", "bad.md:2: the file is not UTF-8");
    refuses(std::string_view("\xFF\xFE"
                             "A\0r\0",
                             6),
            "bad.md:1: ");
    refuses("## Article 1\nFor this:\n" + repeated("(a) x:\n(i) y:\n", 100), "nested too deep");
    refuses(repeated("word ", limits::import_file_bytes / 5 + 1), "the file is larger than");
    desk.refuses({"import", desk.path("none.md"), "--into", desk.path("other")},
                 "none.md: there is no such file");
    desk.refuses({"import", desk.path("draft"), "--into", desk.path("other")},
                 "draft: this is a folder");
    desk.refuses(
        {"import", desk.path("treaty.md"), "--into", desk.path("other"), "--language", "xx"},
        "xx is no language");
    desk.refuses({"import", desk.path("treaty.md"), "--into", desk.path("good.jsonl")},
                 "good.jsonl: there is no such draft folder");
}

TEST_CASE("lines that are no proposals are refused by file, line and reason") {
    Desk desk;
    const std::string good = proposal(R"({"part":"delete","provision":"article 2"})");
    desk.refuses_lines(good.substr(0, 40), "bad.jsonl:1: the JSON is malformed");
    desk.refuses_lines(good + "\n{\"id\":", "bad.jsonl:3: the JSON is malformed");
    desk.refuses_lines(std::string("\0\1\2", 3), "bad.jsonl:1: the JSON is malformed");
    desk.refuses_lines("[]", "bad.jsonl:1: an object is expected");
    desk.refuses_lines(good + "{\"id\":\"\xE9\"}", "bad.jsonl:2: ");
    desk.refuses_lines(repeated("[", 100'000), "bad.jsonl:1: the JSON is malformed");
    desk.refuses_lines(R"({"id":"P1","parts":)" + repeated(R"({"a":)", 100) + "1", "bad.jsonl:1: ");
    desk.refuses_lines(repeated("x", limits::proposal_line_bytes + 1), "the line is too long");
    desk.refuses_lines(good + proposal(R"({"part":"delete","provision":"article 1"})"),
                       "bad.jsonl:2: P1 was sent before with other content");
    desk.refuses_lines("{}", "bad.jsonl:1: this line is no proposal");
    desk.refuses_lines(R"({"id":"P1","sponsors":[],"parts":[]})", "has no sponsor");
    desk.refuses_lines(R"({"id":"P1","sponsors":[""],"parts":[]})", "has no sponsor");
    desk.refuses_lines(R"({"id":"P1","sponsors":["A"],"parts":[]})", "has no parts");
    desk.refuses_lines(R"({"id":"P1","id":"P2","sponsors":["A"],"parts":[]})",
                       "bad.jsonl:1: a field stands twice");
    desk.refuses_lines(
        proposal(R"({"part":"delete","provision":"article 2","provision":"article 1"})"),
        "bad.jsonl:1: a field stands twice");
    desk.refuses({"consolidate", desk.path("draft"), desk.path("none.jsonl")},
                 "none.jsonl: there is no such file");
}

TEST_CASE("proposals on what is not there, or that contradict themselves, are refused by name") {
    Desk desk;
    const auto refuses = [&](const std::string& parts, const std::string& words) {
        desk.refuses_lines(proposal(parts), "bad.jsonl:1: " + words);
    };
    refuses(R"({"part":"delete","provision":"article 9"})", "no provision is called article 9");
    refuses(R"({"part":"delete","provision":"0123456789abcdef0123456789abcdef"})",
            "P1: there is no provision 0123456789abcdef0123456789abcdef");
    refuses(R"({"part":"delete","provision":"P1/7"})", "no provision is called P1/7");
    refuses(R"({"part":"move","provision":"article 1","under":"article 1, paragraph 2"})",
            "P1 would move");
    refuses(R"({"part":"move","provision":"article 1","under":"article 2"},)"
            R"({"part":"move","provision":"article 2","under":"article 1"})",
            "P1 would move");
    refuses(
        R"({"part":"delete","provision":"article 2"},{"part":"retitle","provision":"article 2","heading":"x"})",
        "P1 both deletes");
    refuses(
        R"({"part":"retitle","provision":"article 2","heading":"x"},{"part":"retitle","provision":"article 2","heading":"y"})",
        "P1 has two parts on the same words");
    refuses(R"({"part":"join","provision":"article 2"})", "P1: no provision follows");
    refuses(R"({"part":"insert","under":"article 2","new":)" +
                repeated(R"({"text":"x","provisions":[)", 20) + "{\"text\":\"x\"}" +
                repeated("]}", 20) + "}",
            "");
    refuses(
        R"({"part":"insert","under":"article 2","after":"article 1, paragraph 2","new":{"text":"x"}})",
        "P1: provision");
    const std::string same = R"({"part":"insert","after":"article 1","new":{"text":"x"}})";
    refuses(same + "," + same, "P1 inserts the same words twice at one place");
    refuses(R"({"part":"text","provision":"article 2","replace":"midnight","with":"x"})",
            "the words midnight do not stand there");
    desk.refuses_lines(
        R"({"id":"P1","sponsors":["A"],"amends":"P2","parts":[{"part":"note","provision":"article 1","text":"x"}]})"
        "\n"
        R"({"id":"P2","sponsors":["A"],"amends":"P1","parts":[{"part":"note","provision":"article 1","text":"x"}]})",
        "amends itself");
}

TEST_CASE("support of an unknown proposal, or that nobody gave, is refused at its own line") {
    Desk desk;
    const std::string good = proposal(R"({"part":"delete","provision":"article 2"})");
    desk.refuses_lines(good + R"({"co_sponsor":"P2","sponsor":"Peru"})",
                       "bad.jsonl:2: there is no proposal P2");
    desk.refuses_lines(good + R"({"co_sponsor":"P1","sponsor":""})", "bad.jsonl:2: ");
    desk.refuses_lines(good + R"({"withdraw":"P1","sponsor":"Peru"})",
                       "bad.jsonl:2: nobody gave the support that is withdrawn: P1, Peru");
    desk.refuses_lines(good + R"({"withdraw":"P1","sponsor":"Ghana","tag":"second"})",
                       "bad.jsonl:2: nobody gave the support that is withdrawn: P1, Ghana");
    desk.refuses_lines(good + R"({"drop":"P2"})", "bad.jsonl:2: there is no proposal P2");
}

TEST_CASE("only what is withdrawn is taken up, as rule 122 has it, and not by empty support") {
    Desk desk;
    const std::string good = proposal(R"({"part":"delete","provision":"article 2"})");
    const std::string gone = good + R"({"withdraw":"P1","sponsor":"Ghana"})" + "\n";
    desk.refuses_lines(good + R"({"take_up":"P2","sponsors":["Peru"]})",
                       "bad.jsonl:2: there is no proposal P2");
    desk.refuses_lines(good + R"({"take_up":"P1","sponsors":["Peru"]})",
                       "bad.jsonl:2: P1 is not withdrawn by all who submitted it, so nobody can "
                       "take it up (A/520/Rev.20, rule 122)");
    desk.refuses_lines(gone + R"({"take_up":"P1","sponsors":[]})",
                       "bad.jsonl:3: proposal P1 has no sponsor");
    desk.refuses_lines(gone + R"({"take_up":"P1","sponsors":["Peru","Ghana"]})",
                       "bad.jsonl:3: Ghana withdrew support of this proposal; support given anew "
                       "carries a tag");
    desk.refuses_lines(gone + R"({"take_up":"P1","sponsors":["Peru"],"reason":"x"})",
                       "bad.jsonl:3: ");
}

TEST_CASE("a draft folder that is broken or does not agree is refused by file and place") {
    const auto refuses = [](const std::string& name, std::string_view words, std::string_view by,
                            const std::string& sentence) {
        Desk desk;
        replace_once(desk.folder.path / "draft" / name, words, by);
        CAPTURE(name);
        CAPTURE(by.substr(0, 100));
        desk.refuses({"consolidate", desk.path("draft"), desk.path("good.jsonl")}, name + sentence);
        desk.refuses({"next", desk.path("draft"), desk.path("good.jsonl"), "--adopt", "P1",
                      "--into", desk.path("next")},
                     name + sentence);
    };
    refuses("en.xml", "Each Party", "Every Party", ": words and provenance differ");
    refuses("en.xml", "Each Party", "Each  Party", ":11: the words are not in NFC");
    refuses("en.xml", "Each Party", "Each \xFF", ":1: the file is not UTF-8");
    refuses("en.xml", "Each Party", "Each &#xD800; Party", ":11: &#xD800; stands for nothing");
    refuses("en.xml", "Each Party", "Each <b>Party</b>", ":11: element b has no place");
    refuses("en.xml", "<body>", "<body>stray", ":7: the words stray");
    refuses("en.xml", "<body>", "<body>" + repeated("<part>", 200),
            ":7: elements are nested too deep");
    refuses("en.xml", "</article>", "", ":21: the XML is malformed");
    refuses("en.xml", "<?xml", "<!DOCTYPE a><?xml", ":1: a document type declaration");
    refuses("provenance.json", "\"step\":0", "\"step\":-1", ": the field step");
    refuses("provenance.json", "{", "[", ": the JSON is malformed");
    refuses("provenance.json", "{\"format\"", "{\"a\":" + repeated("[", 100) + "1,\"format\"",
            ": the JSON is malformed");
    refuses("provenance.json", "\"fields\":[", "\"fields\":[{}, ", ": ");
}

TEST_CASE("a draft folder whose languages disagree, or that lacks a file, is refused") {
    Desk desk;
    const std::string french = desk.path("treaty.fr.md");
    write(french, "# Convention\n\n## Article premier\nBut\n\n1. Les Parties.\n");
    REQUIRE(tests::run({"import", french, "--into", desk.path("draft"), "--language", "fr"})
                .exit_code == 0);
    const fs::path folder = desk.folder.path / "draft";
    const std::string xml = tests::bytes_of(folder / "fr.xml");
    const std::vector<std::string> command = {"consolidate", folder.string(),
                                              desk.path("good.jsonl"), "-o", desk.path("text.txt")};
    const auto at = xml.find("<article");
    write(folder / "fr.xml", xml.substr(0, at) + xml.substr(xml.rfind("</body>")));
    desk.refuses(command, "fr.xml: the tree differs from that of en.xml at ");
    std::string twice = xml;
    const auto id = twice.find("wId=\"", at) + 5;
    twice.replace(twice.find("wId=\"", id) + 5, 32, twice.substr(id, 32));
    write(folder / "fr.xml", twice);
    desk.refuses(command, "the permanent id " + twice.substr(id, 32) + " stands twice");
    twice.replace(id, 32, std::string(32, '0'));
    write(folder / "fr.xml", twice);
    desk.refuses(command, "has no permanent id");
    write(folder / "fr.xml", xml.substr(0, xml.size() / 2));
    desk.refuses(command, ": the XML is malformed");
    write(folder / "fr.xml", "");
    desk.refuses(command, "fr.xml:1: the file is empty");
    write(folder / "fr.xml", tests::bytes_of(folder / "en.xml"));
    desk.refuses(command, "fr.xml: the file says it is in English");
    write(folder / "fr.xml", xml);
    write(folder / "notes.txt", "");
    desk.refuses(command, "notes.txt: a draft folder has no such file");
    fs::remove(folder / "notes.txt");
    fs::remove(folder / "provenance.json");
    desk.refuses(command, "provenance.json: the draft folder has no such file");
    desk.refuses({"laws", desk.path("none"), desk.path("good.jsonl")},
                 "none: there is no such draft folder");
}

TEST_CASE("a place that cannot be written ends with 3 and leaves what stood there") {
    Desk desk;
    const std::string inside = desk.path("good.jsonl") + "/x";
    const std::vector<std::string> consolidate = {"consolidate", desk.path("draft"),
                                                  desk.path("good.jsonl"), "-o"};
    const auto to = [&](const std::string& path) {
        auto arguments = consolidate;
        arguments.push_back(path);
        return arguments;
    };
    desk.refuses(to(inside), "x: the file cannot be written", 3);
    desk.refuses(to(desk.path("draft")), "draft: the file cannot be written", 3);
    desk.refuses(to("/dev/full"), "/dev/full: the file cannot be written", 3);
    CHECK(fs::is_character_file("/dev/full"));
    desk.refuses({"import", desk.path("treaty.md"), "--into", inside}, "x: the file cannot be", 3);
    const std::vector<std::string> next = {"next", desk.path("draft"), desk.path("good.jsonl"),
                                           "--adopt", "P1"};
    const auto next_to = [&](const std::string& into, const std::string& open) {
        auto arguments = next;
        arguments.insert(arguments.end(), {"--into", into, "--open", open});
        return arguments;
    };
    desk.refuses(next_to(inside, desk.path("open.jsonl")), "x: the file cannot be written", 3);
    desk.refuses(next_to(desk.path("next"), inside), "x: the file cannot be written", 3);
    desk.refuses(next_to(desk.path("draft"), desk.path("open.jsonl")), "the folder stands already");

    // A device takes the text as it comes, and stays a device.
    CHECK(tests::run(to("/dev/null")).exit_code == 0);
    CHECK(fs::is_character_file("/dev/null"));
    write(desk.path("old.txt"), "old");
    fs::create_symlink("old.txt", desk.path("link.txt"));
    CHECK(tests::run(to(desk.path("link.txt"))).exit_code == 0);
    CHECK(fs::is_symlink(desk.path("link.txt")));
    CHECK(tests::bytes_of(desk.path("old.txt")) != "old");
}

TEST_CASE("a disk that is full ends with 3 and leaves nothing half written") {
    Desk desk;
    write(desk.path("text.html"), "what stood here");
    const FullDisk disk(200);
    desk.refuses({"consolidate", desk.path("draft"), desk.path("good.jsonl"), "--format", "html",
                  "-o", desk.path("text.html")},
                 "text.html: the file cannot be written", 3);
    CHECK(tests::bytes_of(desk.path("text.html")) == "what stood here");
    desk.refuses({"import", desk.path("treaty.md"), "--into", desk.path("other")},
                 "other: the file cannot be written", 3);
    desk.refuses({"import", desk.path("treaty.md"), "--into", desk.path("draft")},
                 "draft: the file cannot be written", 3);
    desk.refuses({"next", desk.path("draft"), desk.path("good.jsonl"), "--adopt", "P1", "--into",
                  desk.path("next")},
                 "cannot be written", 3);
    std::ofstream full("/dev/full");
    std::ostringstream err;
    const std::string draft = desk.path("draft");
    const std::string lines = desk.path("good.jsonl");
    const char* argv[] = {"travaux", "consolidate", draft.c_str(), lines.c_str()};
    CHECK(cli::run(4, argv, {full, err}) == 3);
    CHECK(err.str() == "travaux: standard output: the file cannot be written\n");
}
