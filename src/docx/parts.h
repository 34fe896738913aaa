// The parts of a written file beside its styles.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "docx/document.h"

namespace travaux::docx {

/// Returns `word/document.xml`: the body, and what its pages look like.
[[nodiscard]] std::string main_part(const Document& document);

/// Returns the running heads, or the foot with the number of the page.
[[nodiscard]] std::string head_part(const Document& document);
[[nodiscard]] std::string foot_part();

/// Returns the notes of a kind, after Word's own: the lines above them.
[[nodiscard]] std::string notes_part(const Document& document, NoteKind kind);

[[nodiscard]] std::string comments_part(const Document& document);
[[nodiscard]] std::string settings_part(const Document& document);

/// Returns what the file says of itself: `docProps/core.xml`, and of its company `app.xml`.
[[nodiscard]] std::string core_part(const Properties& properties);
[[nodiscard]] std::string app_part(const Properties& properties);

/// Returns what names a custom part of data.
[[nodiscard]] std::string data_properties(const std::string& data);

/// Whether a document has notes of a kind.
[[nodiscard]] bool has_notes(const Document& document, NoteKind kind);

}  // namespace travaux::docx
