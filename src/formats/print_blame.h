// Who brought each word of a draft, and who removed what is gone, as text.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "formats/draft_folder.h"

namespace travaux::formats {

/// A draft under the name that people know it by.
struct NamedDraft {
    std::string name;
    DraftWithProvenance draft;
};

/// Returns, provision by provision, each run of words with what introduced it: live runs with `+`,
/// removed ones with `-` and what removed them. Exact, since every word carries its origin.
[[nodiscard]] std::string print_blame(const DraftWithProvenance& draft, text::Language language);

/// As above for the last of several drafts, oldest first. Exact where its provenance knows all the
/// others; else by likeness: runs name the draft that introduced them, and how sure that is.
/// REQUIRES: at least one draft; all have words in the language.
[[nodiscard]] std::string print_blame(std::span<const NamedDraft> drafts, text::Language language);

}  // namespace travaux::formats
