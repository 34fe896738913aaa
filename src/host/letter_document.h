// Letters as documents: what one says, in the words of a language.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "committee/letters.h"
#include "text/language.h"

namespace travaux::host {

enum class LetterForm : std::uint8_t { text, html };

/// Returns a letter as a document: plain text with a line for each sentence or item, or a page of
/// HTML. It depends on nothing but what it is given.
[[nodiscard]] std::string letter_document(const committee::LetterContent& letter,
                                          text::Language language, LetterForm form);

}  // namespace travaux::host
