// Word files that delegations send, as commands take them.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cli/commands.h"
#include "formats/proposal_lines.h"
#include "understanding/proposal_file.h"

namespace travaux::cli {

/// What a caller says of a Word file.
struct ReadingOptions {
    std::string language;
    std::vector<std::string> sponsors;
    std::vector<std::string> authors;
    bool is_rebased = false;
};

void add_reading_options(CLI::App& command, ReadingOptions& options);

/// Returns what a reader is told. Errors: `command.language_unknown`.
[[nodiscard]] Result<understanding::Reading> reading_of(const ReadingOptions& options);

/// Returns a proposal as lines, by permanent ids.
[[nodiscard]] std::string lines_of(const consolidation::Proposal& proposal);

/// Reads the proposals in a Word file, and says of each on standard error who is taken for its
/// sponsor and how much of it is doubtful. Errors: those of `read_proposal_files` and
/// `check_proposal_file`.
[[nodiscard]] Result<formats::LinesFile> read_word_proposal(const text::Draft& draft,
                                                            const formats::LinesFile& file,
                                                            const ReadingOptions& options,
                                                            Streams streams);

}  // namespace travaux::cli
