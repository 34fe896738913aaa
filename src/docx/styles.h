// The styles of written files.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace travaux::docx {

/// Returns the part `word/styles.xml`. `language` is the tag of the words.
[[nodiscard]] std::string styles_part(const std::string& language);

}  // namespace travaux::docx
