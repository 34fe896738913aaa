// Import of treaties from Markdown, plain text and Word files.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "docx/words.h"
#include "formats/draft_folder.h"

namespace travaux::formats {

/// Reads a treaty in one language. Ids are derived from the bytes and the place, so equal files
/// give equal drafts. Errors: `import.*` with `file_name` and line.
[[nodiscard]] Result<DraftWithProvenance> import_text(std::string_view bytes,
                                                      std::string_view file_name,
                                                      text::Language language);

/// A draft that was read from text, and for each of its provisions the line where it begins.
struct TextWithLines {
    DraftWithProvenance draft;
    std::vector<std::uint32_t> lines;
};

/// As `import_text`, with the lines.
[[nodiscard]] Result<TextWithLines> import_text_with_lines(std::string_view bytes,
                                                           std::string_view file_name,
                                                           text::Language language);

/// Reads a treaty in a Word file, once its tracked changes are accepted or rejected. What Word
/// counts by itself is part of the words; headings, tables and notes are what they are in Word.
/// Errors: `import.*` with `file_name` and the paragraph.
[[nodiscard]] Result<DraftWithProvenance> import_word(const docx::Document& document,
                                                      docx::Side side, std::string_view file_name,
                                                      text::Language language);

/// What came of matching a second language with a draft.
struct LanguageMatch {
    DraftWithProvenance draft;           ///< the draft with the words that found their place
    std::vector<std::string> unmatched;  ///< one line for each provision without a partner
};

/// Adds the language of another draft, which has that one alone, by matching structure: kinds,
/// numbers and order, never words.
[[nodiscard]] LanguageMatch import_language(const DraftWithProvenance& draft,
                                            const DraftWithProvenance& other);

/// Adds a language that is read from text.
[[nodiscard]] Result<LanguageMatch> import_language(const DraftWithProvenance& draft,
                                                    std::string_view bytes,
                                                    std::string_view file_name,
                                                    text::Language language);

}  // namespace travaux::formats
