// Where the lines of a file stand in a draft: before its changes, and after them.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "text/draft.h"
#include "understanding/draft_lines.h"
#include "understanding/file_lines.h"
#include "understanding/line_match.h"

namespace travaux::understanding {

using MaybeLine = std::optional<std::size_t>;

/// The words of a line that stands for two provisions, as they part into theirs.
struct JoinedWords {
    std::string first;
    std::string second;
};

struct Standing {
    std::vector<DraftLine> draft_lines;
    std::vector<std::optional<Partner>> partners;  ///< of the file's lines before, in the draft's
    std::vector<MaybeLine> lines_before;           ///< of the draft's lines, in the file
    std::vector<MaybeLine> owners;  ///< of lines after: the line before whose words they keep
    std::vector<bool> is_put;       ///< of lines after: came as a whole, from another place
    std::vector<bool> stays;        ///< of lines before: whether they own one
    std::vector<std::vector<std::size_t>> pieces;  ///< of the draft's lines: lines after, in order
    /// Lines before whose words went over into a line that another owns; by that other.
    std::multimap<std::size_t, std::size_t> joined;
    /// Of a file without tracked changes: lines that say what their provision and the next one say.
    std::map<std::size_t, JoinedWords> retyped_joins;

    /// Returns the provision that a line stands for, before the changes or after them.
    [[nodiscard]] MaybeLine provision_before(std::size_t line) const;
    [[nodiscard]] MaybeLine provision_after(std::size_t line) const;
};

/// Finds where the lines of a file stand.
[[nodiscard]] Standing standing_of(const FileText& file, const text::Draft& draft,
                                   text::Language language);

}  // namespace travaux::understanding
