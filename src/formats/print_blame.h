// Who brought each word of a draft, and who removed what is gone, as text.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "formats/draft_folder.h"

namespace travaux::formats {

/// Returns, provision by provision, each run of words with what introduced it: live runs with `+`,
/// removed ones with `-` and what removed them. Exact, since every word carries its origin.
[[nodiscard]] std::string print_blame(const DraftWithProvenance& draft, text::Language language);

}  // namespace travaux::formats
