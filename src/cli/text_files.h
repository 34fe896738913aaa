// Treaties as commands take them: Markdown, plain text, Word files, Akoma Ntoso.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "formats/import_text.h"

namespace travaux::cli {

/// How the tracked changes of a Word file are read.
enum class TrackedChanges : std::uint8_t { refused, accepted, rejected };

/// Reads a treaty in one language: text, a Word file, with the numbers that
/// Word gives, or Akoma Ntoso, which names its language. Only text has lines. Errors:
/// those of `read_file` and of the formats, `import.changes_open`.
[[nodiscard]] Result<formats::TextWithLines> read_treaty(const std::string& file,
                                                         std::optional<text::Language> language,
                                                         TrackedChanges changes);

/// Returns a draft folder's draft, or the draft that a file makes, with tracked changes accepted.
[[nodiscard]] Result<formats::DraftWithProvenance> read_draft_or_treaty(
    const std::string& path, std::optional<text::Language> language);

}  // namespace travaux::cli
