// Word files that people edit in LibreOffice with changes recorded, and what is understood of them.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "consolidation/consolidate.h"
#include "consolidation/decision.h"
#include "docx/write.h"
#include "formats/word_document.h"
#include "tests/command.h"
#include "tests/example.h"
#include "understanding/draft_lines.h"
#include "understanding/proposal_file.h"
#include "understanding/report.h"

using namespace travaux;
using namespace travaux::consolidation;
using text::Language;
namespace json = boost::json;

namespace {

// Whether LibreOffice and its bridge to Python are installed; says that the test is skipped where
// they are not.
bool has_office(const char* test) {
    const bool is_there = std::filesystem::exists("/usr/bin/soffice") &&
                          std::system("/usr/bin/python3 -c 'import uno' 2>/dev/null") == 0;
    if (!is_there) std::printf("skipped: no LibreOffice with Python (%s)\n", test);
    return is_there;
}

class Office {
public:
    // Writes the draft as a Word file that is edited later.
    std::string issue(const text::Draft& draft, Language language, const std::string& name) {
        formats::Printing printing;
        printing.view = formats::View::clean;
        const auto text = consolidate(draft, {}, language);
        const auto path = (folder_.path / (name + ".docx")).string();
        std::ofstream(path, std::ios::binary) << formats::write_tracked_word(draft, text, printing);
        return path;
    }

    void add(const std::string& source, const std::string& name, const std::string& author,
             json::array steps) {
        files_.push_back({{"source", source},
                          {"target", back(name)},
                          {"author", author},
                          {"steps", std::move(steps)}});
    }

    void edit() {
        const auto input = (folder_.path / "files.json").string();
        std::ofstream(input) << json::serialize(files_);
        const auto script = tests::project_folder() / "tests/office/edit_word.py";
        const std::string command =
            "/usr/bin/python3 " + script.string() + " " + folder_.path.string() + " < " + input;
        REQUIRE(std::system(command.c_str()) == 0);
    }

    [[nodiscard]] understanding::ProposalFile read(const text::Draft& draft,
                                                   const std::string& name) const {
        auto file = understanding::read_proposal_file(draft, tests::bytes_of(back(name)),
                                                      name + ".docx", {});
        REQUIRE(file);
        return *std::move(file);
    }

private:
    [[nodiscard]] std::string back(const std::string& name) const {
        return (folder_.path / (name + "-back.docx")).string();
    }

    tests::ScratchFolder folder_;
    json::array files_;
};

json::object step(const char* act, const std::string& find) {
    return {{"act", act}, {"find", find}};
}

json::object step(const char* act, const std::string& find, const char* what,
                  const std::string& words) {
    return {{"act", act}, {"find", find}, {what, words}};
}

// What a delegation does in the file to say what a proposal says; nothing where it has other ways.
class Steps {
public:
    Steps(const text::Draft& draft, Language language)
        : draft_(draft), language_(language),
          lines_(understanding::lines_of_draft(draft, language)) {}

    std::optional<json::array> of(const Proposal& proposal) {
        json::array steps;
        for (std::size_t at = 0; at < proposal.parts.size(); ++at) {
            const Part* const part = part_in(proposal, at, language_);
            if (part == nullptr || !add(*part, steps)) return std::nullopt;
        }
        return steps;
    }

private:
    bool add(const Part& part, json::array& steps) {
        if (const auto* text = std::get_if<TextPart>(&part)) return retype(*text, steps);
        if (const auto* gone = std::get_if<DeletePart>(&part)) return remove(*gone, steps);
        if (const auto* insert = std::get_if<InsertPart>(&part)) return put(*insert, steps);
        return false;
    }

    // The beginning of a line that stands once in the text.
    [[nodiscard]] std::string mark_of(const std::string& words) const {
        for (std::size_t bytes = 12; bytes < words.size(); ++bytes) {
            if ((static_cast<unsigned char>(words[bytes]) & 0xC0U) == 0x80U) continue;
            const std::string mark = words.substr(0, bytes);
            std::size_t count = 0;
            for (const auto& line : lines_) {
                for (std::size_t at = line.text.find(mark); at != std::string::npos;
                     at = line.text.find(mark, at + 1)) {
                    ++count;
                }
            }
            if (count == 1) return mark;
        }
        return {};
    }

    bool retype(const TextPart& part, json::array& steps) const {
        const text::Wording& now =
            draft_.provisions[*text::find(draft_, part.provision)].in(language_);
        const bool is_plain = part.field == text::Field::text && now.heading.empty() &&
                              !part.target.view().contains(text::paragraph_break);
        const std::string mark = mark_of(now.text);
        if (!is_plain || mark.empty() || part.target.empty()) return false;
        const std::string number = now.number.empty() ? "" : now.number + " ";
        steps.push_back(step("retype", mark, "by", number + part.target.copy()));
        return true;
    }

    bool remove(const DeletePart& part, json::array& steps) const {
        const std::size_t at = *text::find(draft_, part.provision);
        for (std::size_t one = at; one < text::subtree_end(draft_, at); ++one) {
            const text::Wording& now = draft_.provisions[one].in(language_);
            for (const std::string* const words : {&now.heading, &now.text}) {
                if (words->empty()) continue;
                const std::string mark = mark_of(*words);
                if (mark.empty()) return false;
                steps.push_back(step("delete_paragraph", mark));
            }
        }
        return true;
    }

    bool put(const InsertPart& part, json::array& steps) const {
        if (part.place.after.is_none()) return false;
        const std::size_t at = *text::find(draft_, part.place.after);
        const text::Wording& last =
            draft_.provisions[text::subtree_end(draft_, at) - 1].in(language_);
        const std::string mark = mark_of(last.text);
        if (mark.empty()) return false;
        std::vector<std::string> lines;
        for (const NewProvision& one : part.provisions) {
            std::string line = one.wording.number;
            const auto more = [&](const std::string& words) {
                if (!line.empty() && !words.empty()) line += ' ';
                line += words;
            };
            more(one.wording.heading.empty() ? one.wording.text : one.wording.heading);
            lines.push_back(line);
            if (!one.wording.heading.empty() && !one.wording.text.empty()) {
                lines.push_back(one.wording.text);
            }
        }
        std::ranges::reverse(lines);
        for (const std::string& line : lines) {
            if (!line.empty()) steps.push_back(step("insert_after", mark, "words", line));
        }
        return true;
    }

    const text::Draft& draft_;
    Language language_;
    std::vector<understanding::DraftLine> lines_;
};

ProposalSet set_of(const Proposal& proposal) {
    ProposalSet set;
    for (const auto& sponsor : proposal.sponsors) set.supports.insert({proposal.id, sponsor, {}});
    set.submitted.emplace(proposal.id, proposal);
    return set;
}

// The proposal as somebody makes it who writes in a language.
Proposal made_in(const Proposal& proposal, Language language) {
    Proposal made = proposal;
    made.language = language;
    made.translations.clear();
    made.amends.clear();
    for (std::size_t at = 0; at < made.parts.size(); ++at) {
        made.parts[at] = *part_in(proposal, at, language);
    }
    return made;
}

std::string words_of(const text::Draft& draft, Language language) {
    std::string all;
    for (const auto& line : understanding::lines_of_draft(draft, language)) all += line.text + "\n";
    return all;
}

}  // namespace

TEST_CASE("a treaty edited in LibreOffice says exactly what was edited") {
    if (!has_office("a treaty edited in LibreOffice")) return;
    const auto folder = tests::corpus("treaties", "a treaty edited in LibreOffice");
    if (!folder) return;
    const auto draft =
        formats::import_text(tests::bytes_of(*folder / "untoc-2000.md"), "untoc.md", Language::en);
    REQUIRE(draft);
    Office office;
    const std::string source = office.issue(draft->draft, Language::en, "untoc");
    office.add(
        source, "untoc", "Mission of Ghana",
        {step("replace", "promote cooperation to prevent and combat", "by",
              "strengthen cooperation to prevent and combat"),
         step("delete_paragraph", "Nothing in this Convention entitles a State Party to undertake"),
         step("insert_after", "States Parties shall carry out their obligations", "words",
              "1 bis. States Parties shall cooperate in good faith."),
         step("move_down", "Extradition shall be subject to the conditions"),
         step("accept", "strengthen cooperation")});
    office.edit();
    const auto read = office.read(draft->draft, "untoc");
    const auto report = understanding::print_report(
        read, understanding::report_on(draft->draft, read, Language::en), Language::en);
    const std::string changes = report.substr(report.find("understood:"));
    CHECK(changes ==
          "understood: 4 changes\n"
          "  likely, paragraph 3: article 1, paragraph 1: \xE2\x80\x9Cpromote\xE2\x80\x9D becomes "
          "\xE2\x80\x9Cstrengthen\xE2\x80\x9D\n"
          "  certain, paragraph 27: after article 4, paragraph 1 comes \xE2\x80\x9C"
          "1 bis. States "
          "Parties shall cooperate in good faith.\xE2\x80\x9D\n"
          "  certain, paragraph 28: article 4, paragraph 2 goes\n"
          "  likely, paragraph 141: article 16, paragraph 7 moves to stand after article 16, "
          "paragraph 8\n"
          "doubtful: 0 places\n");
    CHECK(report.find("sponsors: Ghana (found in the authors of the changes)") !=
          std::string::npos);
}

TEST_CASE("the example's proposals, typed into LibreOffice by their sponsors, come back") {
    if (!has_office("the example's proposals in LibreOffice")) return;
    const auto draft = tests::draft_in_six_languages().draft;
    const auto proposals = tests::proposals_on(draft);
    Office office;
    std::vector<std::pair<std::string, Proposal>> typed;
    const std::vector<Language> languages =
        tests::is_long_run() ? std::vector(text::languages.begin(), text::languages.end())
                             : std::vector{Language::en, Language::ar};
    for (const Language language : languages) {
        const std::string code(text::code_of(language));
        const std::string source = office.issue(draft, language, code);
        Steps steps(draft, language);
        std::size_t count = 0;
        for (const auto& [id, proposal] : proposals.submitted) {
            if (!tests::is_long_run() && count == 4) break;
            const auto todo = proposal.amends.empty() ? steps.of(proposal) : std::nullopt;
            if (!todo) continue;
            ++count;
            typed.emplace_back(id, made_in(proposal, language));
            typed.back().first.append("-").append(code);
            office.add(source, typed.back().first, proposal.sponsors.front(), *todo);
        }
    }
    office.edit();
    CHECK(typed.size() >= 8);
    for (const auto& [name, proposal] : typed) {
        CAPTURE(name);
        const auto file = office.read(draft, name);
        CHECK(file.language == proposal.language);
        CHECK(file.sponsors.names == std::vector{proposal.sponsors.front()});
        CHECK(file.understanding.doubts.empty());
        const auto wanted = applied(draft, set_of(proposal), {proposal.id});
        REQUIRE(wanted);
        Proposal understood = proposal;
        understood.parts = file.proposal.parts;
        const auto got = applied(draft, set_of(understood), {proposal.id});
        REQUIRE(got);
        CHECK(words_of(*got, proposal.language) == words_of(*wanted, proposal.language));
    }
}
