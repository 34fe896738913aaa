// Treaties as commands take them: Markdown, plain text, Word files, draft folders.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/result.h"
#include "formats/draft_folder.h"

namespace travaux::cli {

/// How the tracked changes of a Word file are read.
enum class TrackedChanges : std::uint8_t { refused, accepted, rejected };

/// Returns a file as text; of a Word file a paragraph for each of its own, with the labels that
/// Word gives it. Errors: those of `read_file` and `docx::read`, `import.changes_open`.
[[nodiscard]] Result<std::string> read_text(const std::string& file, TrackedChanges changes);

/// Returns a draft folder's draft, or the draft that a file makes.
[[nodiscard]] Result<formats::DraftWithProvenance> read_draft_or_text(const std::string& path,
                                                                      text::Language language);

}  // namespace travaux::cli
