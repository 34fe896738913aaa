// The proposals that stand in one file, each under a heading that says whose it is.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "text/draft.h"
#include "understanding/file_lines.h"

namespace travaux::understanding {

/// What stands under one heading, without the heading; before the first one, with no sponsors.
struct Section {
    std::vector<std::string> sponsors;  ///< in English, sorted
    FileText file;
};

/// Cuts a file at its headings; one section where it has none. A line of the draft is none. Notes
/// go with the last section.
[[nodiscard]] std::vector<Section> sections_of(const FileText& file, const text::Draft& draft,
                                               text::Language language);

}  // namespace travaux::understanding
