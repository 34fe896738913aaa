// A delegation's Word file, read as a proposal on a draft.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/limits.h"
#include "base/result.h"
#include "formats/word_frame.h"
#include "understanding/sponsor.h"
#include "understanding/understand.h"

namespace travaux::understanding {

/// Whether changes made on another draft are carried over, or refused.
enum class Rebase : std::uint8_t { no, yes };

/// What a reader is told beforehand.
struct Reading {
    std::optional<text::Language> language;  ///< else the file's, or the draft's working language
    std::vector<std::string> sponsors;       ///< else those that the file names
    std::set<std::string> authors;           ///< whose changes count; all without any
    Rebase rebase = Rebase::no;
    std::size_t unpacked_bytes = limits::docx_unpacked_bytes;  ///< that the file may have
};

struct ProposalFile {
    std::string file;  ///< of several in one, with the proposal's id behind it
    text::Language language = text::Language::en;
    Sponsors sponsors;
    std::map<std::string, std::size_t> authors;  ///< of the tracked changes, and how many they made
    bool has_changes = false;
    std::optional<formats::MadeOf> made_of;  ///< as the file says
    Understanding understanding;
    /// Of several in one file: the place of the one whose insertions it amends.
    std::optional<std::size_t> amends;
    /// Its id is the file's name without ending, its reason what the authors remark.
    consolidation::Proposal proposal;
};

/// Reads the bytes of a file as one proposal. Errors: those of `docx::read`;
/// `understanding.too_long` where it has too many paragraphs, `understanding.author_unknown` where
/// one who is named made no change, `understanding.language_absent` where the draft has no words in
/// the language.
[[nodiscard]] Result<ProposalFile> read_proposal_file(const text::Draft& draft,
                                                      std::string_view bytes,
                                                      const std::string& file,
                                                      const Reading& reading);

/// Reads the bytes of a file that may hold several proposals: under headings that say whose they
/// are, "Proposal by Ghana", or in the changes and comments of authors from several States. Their
/// ids are then the file's name with `-1`, `-2` and so on. What one author changes within another's
/// insertion is a proposal that amends the other's. One where the sponsors are told. Errors:
/// as above, and `understanding.too_many_proposals`.
[[nodiscard]] Result<std::vector<ProposalFile>> read_proposal_files(const text::Draft& draft,
                                                                    std::string_view bytes,
                                                                    const std::string& file,
                                                                    const Reading& reading);

/// Returns why nothing can be taken of a file as it is: nothing in it is understood
/// (`understanding.nothing`), or it changes another draft (`understanding.other_draft`).
[[nodiscard]] Result<void> check_changes(const ProposalFile& file, const Reading& reading);

/// Returns why a file cannot be taken as a proposal as it is: as `check_changes`, or no State is
/// known to send it (`understanding.no_sponsor`, or `understanding.author_no_sponsor` among authors
/// of States).
[[nodiscard]] Result<void> check_proposal_file(const ProposalFile& file, const Reading& reading);

/// As above, of several in one file: those that want something, which are returned. Where none
/// does, the first is refused.
[[nodiscard]] Result<std::vector<ProposalFile>> check_proposal_files(
    const std::vector<ProposalFile>& files, const Reading& reading);

}  // namespace travaux::understanding
