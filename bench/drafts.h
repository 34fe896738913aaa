// Fifty successive drafts of a synthetic treaty, with the draft that brought each word of the last.
//
//   drafts/dNN.txt    a paragraph a line; words are what blanks part
//   drafts/truth.txt  for each paragraph of the last draft: the draft that brought each word
//   drafts/base.tsv   the ids of the first draft's paragraphs
//   drafts/ops.tsv    draft, operation, paragraph, place or other paragraph, words removed, words
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "text/draft.h"
#include "text/provenance.h"

namespace travaux::bench {

/// For each paragraph, the draft that brought each word.
using WordOrigins = std::vector<std::vector<std::uint32_t>>;

struct PlainDrafts {
    std::vector<std::string> bytes;  ///< of each draft, oldest first
    WordOrigins truth;               ///< of the last draft
};

/// Reads the drafts of a folder.
[[nodiscard]] PlainDrafts plain_drafts_of(const std::filesystem::path& folder);

/// Returns the pieces of a text between separators; an empty one at the end is left out.
[[nodiscard]] std::vector<std::string_view> pieces(std::string_view text, char separator);

/// A draft made in many steps, with its record and the origins that the steps say.
struct RecordedDraft {
    text::Draft draft;
    text::Provenance provenance;
    WordOrigins truth;  ///< by provision of the draft
};

/// Makes the last draft step by step: the changes of each draft are proposals that are adopted.
[[nodiscard]] RecordedDraft recorded_draft_of(const std::filesystem::path& folder);

/// Words of a draft, and how many of them have the right origin.
struct Score {
    std::uint64_t words = 0;
    std::uint64_t right = 0;
};

/// Characters in a row that one draft brought.
struct OriginRun {
    std::string_view text;
    std::uint32_t draft = 0;
};

/// Adds the words of one paragraph to a score. A word stands as it does since its latest part came.
void add_to(Score& score, std::string_view paragraph, const std::vector<OriginRun>& runs,
            const std::vector<std::uint32_t>& truth);

}  // namespace travaux::bench
