// Documents that are written from the record of the example: what they say, in every language and
// form, and what never stands in one.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstdio>

#include "committee/described.h"
#include "docx/read.h"
#include "docx/words.h"
#include "host/written_paper.h"
#include "office/libreoffice.h"
#include "storage/memory.h"
#include "tests/docx_checker.h"
#include "tests/example_committee.h"
#include "tests/golden.h"

using namespace travaux;
using host::PaperForm;
using paperwork::AskedPaper;
using paperwork::PaperKind;
using text::Language;

namespace {

std::unique_ptr<host::KeptCommittee> opened(record::Store& store) {
    return tests::sure(host::KeptCommittee::open(
        store, [] { return std::int64_t{1'800'000'000'000}; }, [] { return record::Salt{}; }));
}

// Played once for all cases.
const host::KeptCommittee& example() {
    static storage::MemoryStore store;
    static const auto committee = [] {
        tests::play_example(store);
        return opened(store);
    }();
    return *committee;
}

AskedPaper of_last_session(PaperKind kind, Language language) {
    AskedPaper asked;
    asked.kind = kind;
    asked.session = "S9";
    asked.language = language;
    asked.symbol = "EXAMPLE/7";
    asked.date = Date{2024, 6, 28};
    return asked;
}

std::string bytes_of_paper(const AskedPaper& asked, PaperForm form) {
    return tests::sure(host::write_paper(example(), asked, form)).bytes;
}

std::string name_of(PaperKind kind, Language language) {
    return "paper-" + std::string(committee::name_of(kind)) + "-" + std::string(code_of(language));
}

}  // namespace

TEST_CASE("the documents of the example say what the record says, as the organization writes") {
    struct Golden {
        PaperKind kind;
        Language language;
    };
    for (const Golden& one : {Golden{PaperKind::session_report, Language::en},
                              {PaperKind::session_report, Language::ar},
                              {PaperKind::list_of_participants, Language::fr},
                              {PaperKind::provisional_agenda, Language::zh},
                              {PaperKind::organization_of_work, Language::ar},
                              {PaperKind::compilation, Language::es},
                              {PaperKind::draft_resolution, Language::ru},
                              {PaperKind::budget_statement, Language::fr}}) {
        AskedPaper asked = of_last_session(one.kind, one.language);
        if (one.kind == PaperKind::compilation) asked.session = "S5";  // it has the most
        tests::check_golden(name_of(one.kind, one.language) + ".html",
                            bytes_of_paper(asked, PaperForm::html));
    }
}

TEST_CASE("a resolution has the words of the committee in the languages of its text") {
    const auto page_in = [](Language language) {
        return bytes_of_paper(of_last_session(PaperKind::draft_resolution, language),
                              PaperForm::html);
    };
    const std::string own = "Takes note of the work of the Ad Hoc Committee.";
    CHECK(page_in(Language::en).find(own) != std::string::npos);
    CHECK(page_in(Language::en).find("Expresses") == std::string::npos);
    CHECK(page_in(Language::es).find(own) == std::string::npos);
}

TEST_CASE("every document in every language is a Word file in order, with the words of the page") {
    for (const PaperKind kind : committee::all_of<PaperKind>()) {
        for (const Language language : text::languages) {
            CAPTURE(name_of(kind, language));
            const AskedPaper asked = of_last_session(kind, language);
            const std::string file = bytes_of_paper(asked, PaperForm::docx);
            CHECK(tests::word_problems(file) == "");
            CHECK(file == bytes_of_paper(asked, PaperForm::docx));
            const auto read = tests::sure(docx::read(file, "paper.docx"));
            CHECK(read.properties.subject == "EXAMPLE/7");
            CHECK(read.paragraphs.front().is_right_to_left == (language == Language::ar));
            const std::string page = bytes_of_paper(asked, PaperForm::html);
            CHECK(page.find(">" + read.properties.title + "<") != std::string::npos);
        }
    }
}

TEST_CASE("in Arabic all of a document runs from the right but how it is issued") {
    const auto read = tests::sure(
        docx::read(bytes_of_paper(of_last_session(PaperKind::provisional_agenda, Language::ar),
                                  PaperForm::docx),
                   "paper.docx"));
    std::vector<std::string> from_left;
    for (const docx::Paragraph& one : read.paragraphs) {
        if (!one.is_right_to_left) from_left.push_back(one.spans.front().text);
    }
    CHECK(from_left == std::vector<std::string>{"Distr.: General", "28 June 2024"});
}

TEST_CASE("LibreOffice makes a PDF file of every document") {
    if (!office::LibreOffice::find("/usr/bin")) {
        std::printf("skipped: no soffice (LibreOffice makes a PDF file of every document)\n");
        return;
    }
    for (const PaperKind kind : committee::all_of<PaperKind>()) {
        CAPTURE(name_of(kind, Language::ar));
        const auto pdf = office::pdf_of_document(
            bytes_of_paper(of_last_session(kind, Language::ar), PaperForm::docx));
        REQUIRE(pdf.has_value());
        CHECK(pdf->starts_with("%PDF-"));
    }
}

TEST_CASE("no document of the record has a person, or what was circulated to members alone") {
    const committee::State state = example().state();
    std::vector<std::string> hidden = {state.papers.at("W1").title};
    for (const auto& [id, officer] : state.officers) hidden.push_back(hex(officer.person.bytes));
    for (const auto& [code, member] : state.members) {
        if (member.head) hidden.push_back(hex(member.head->bytes));
        for (const ActorId& one : member.delegates) hidden.push_back(hex(one.bytes));
    }
    CHECK(hidden.size() > 200);
    for (const PaperKind kind : committee::all_of<PaperKind>()) {
        for (const auto& [session, held] : state.sessions) {
            AskedPaper asked = of_last_session(kind, Language::en);
            asked.session = session;
            const auto paper = host::write_paper(example(), asked, PaperForm::html);
            if (!paper) continue;  // no agenda
            for (const std::string& one : hidden) {
                CAPTURE(session);
                CHECK(paper->bytes.find(one) == std::string::npos);
            }
        }
    }
}

TEST_CASE("what a document says depends on entries that everybody can read") {
    storage::MemoryStore store;
    tests::play_example(store);
    const auto before = opened(store);
    const AskedPaper asked = of_last_session(PaperKind::session_report, Language::en);
    const auto now = tests::sure(host::write_paper(*before, asked, PaperForm::html));
    host::AttemptedAct sealed;
    sealed.caller.capacity = committee::Capacity::secretariat;
    sealed.name = "paper.circulate";
    sealed.fields = {{"title", "For members alone"},
                     {"body", "A way out"},
                     {"distribution", "members"},
                     {"meeting", "M19"}};
    tests::sure(before->act(sealed));
    const auto later = tests::sure(host::write_paper(*before, asked, PaperForm::html));
    CHECK(later.entries == now.entries + 1);
    CHECK(later.bytes == now.bytes);
}
