// Arguments among words: what is shown of them, and how they keep the direction that they read in.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "text/language.h"

namespace travaux::lang {

/// Returns the beginning of a text, on one line: with a blank for each control character, and
/// without the marks that would turn the direction of what stands around it.
[[nodiscard]] std::string shown(std::string_view argument);

/// Returns a text between U+2068 and U+2069 where it needs a direction of its own: among words of
/// Arabic always, unless it is a number; elsewhere where it has letters that read from the right.
[[nodiscard]] std::string set_off(std::string text, text::Language among);

/// Returns words of Arabic in which what stands between two grave accents reads from the left.
[[nodiscard]] std::string set_off_code(std::string_view words);

}  // namespace travaux::lang
