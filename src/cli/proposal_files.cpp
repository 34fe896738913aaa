// SPDX-License-Identifier: MIT
#include "cli/proposal_files.h"

#include <set>

#include "understanding/report.h"

namespace travaux::cli {

void add_reading_options(CLI::App& command, ReadingOptions& options) {
    command.add_option("--sponsor", options.sponsors,
                       "Who sends the Word file; else the States that it names");
    command.add_option("--author", options.authors,
                       "Whose tracked changes count; else everybody's");
    command.add_flag("--rebase", options.is_rebased,
                     "Carries changes over that were made on another draft");
}

Result<understanding::Reading> reading_of(const ReadingOptions& options) {
    understanding::Reading reading;
    if (!options.language.empty()) {
        reading.language = text::parse_language(options.language);
        if (!reading.language) {
            return std::unexpected(
                Error{ErrorCode::invalid, "command.language_unknown", {options.language}});
        }
    }
    reading.sponsors = options.sponsors;
    reading.authors = {options.authors.begin(), options.authors.end()};
    reading.rebase = options.is_rebased ? understanding::Rebase::yes : understanding::Rebase::no;
    return reading;
}

std::string lines_of(const consolidation::Proposal& proposal) {
    consolidation::ProposalSet set;
    set.submitted.emplace(proposal.id, proposal);
    for (const std::string& sponsor : proposal.sponsors) {
        set.supports.insert({proposal.id, sponsor, {}});
    }
    return formats::write_proposal_lines(set);
}

Result<formats::LinesFile> read_word_proposal(const text::Draft& draft,
                                              const formats::LinesFile& file,
                                              const ReadingOptions& options, Streams streams) {
    TRY_ASSIGN(const auto reading, reading_of(options));
    TRY_ASSIGN(const auto all,
               understanding::read_proposal_files(draft, file.bytes, file.name, reading));
    std::string lines;
    TRY_ASSIGN(const auto wishes, understanding::check_proposal_files(all, reading));
    for (const auto& read : all) streams.err << understanding::notice_of(read, streams.language);
    for (const auto& read : wishes) lines += lines_of(read.proposal);
    return formats::LinesFile{file.name, std::move(lines)};
}

}  // namespace travaux::cli
