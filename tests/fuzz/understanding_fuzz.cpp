// Fuzzes what is understood of a Word file that is sent on a draft: the part that has its text. Ids
// of changes are their own, the report is JSON, and what is understood fits the draft.
// SPDX-License-Identifier: MIT
#include <set>
#include <string>

#include "formats/proposal_lines.h"
#include "tests/fuzz/drafts.h"
#include "tests/fuzz/input.h"
#include "tests/word_file.h"
#include "understanding/report.h"

using namespace travaux;

namespace {

const text::Draft& draft() {
    static const text::Draft draft =
        formats::import_text(
            "# Treaty\n\n## Chapter I\n\n### Article 1. Ships\n\n1. Ships shall stop.\n\n"
            "2. States may:\n\n(a) act;\n\n(b) wait.\n\n### Article 2\n\nStates "
            "shall cooperate.\n",
            "treaty.md", text::Language::en)
            ->draft;
    return draft;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view body = tests::view_of(data + 1, size - 1);
    understanding::Reading reading;
    reading.sponsors = {"Ghana"};
    reading.rebase = (data[0] & 1U) != 0 ? understanding::Rebase::yes : understanding::Rebase::no;
    const auto file = understanding::read_proposal_file(
        draft(), tests::word_file(tests::word_parts(body)), "sent.docx", reading);
    if (!file) return 0;
    const auto ids = understanding::change_ids(*file);
    VERIFY(ids.size() == file->proposal.parts.size());
    const auto language = tests::language_by(body);
    const auto report = understanding::report_on(draft(), *file, language);
    const auto json = understanding::report_as_json(draft(), *file, report);
    VERIFY(boost::json::parse(boost::json::serialize(json)) == json);
    (void)understanding::print_report(*file, report, language);
    if (file->proposal.parts.empty()) return 0;
    consolidation::ProposalSet set;
    set.submitted.emplace(file->proposal.id, file->proposal);
    VERIFY(formats::read_proposal_lines(draft(), {{"a", formats::write_proposal_lines(set)}}));
    return 0;
}
