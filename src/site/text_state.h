// Published texts in lists, and how far the one that is negotiated is from agreement.
// SPDX-License-Identifier: MIT
#pragma once

#include "site/visit.h"

namespace travaux::site {

/// Returns the text of the convention that is negotiated, or was last: its id, or nothing.
[[nodiscard]] std::string current_text(const committee::State& state);

/// Returns the symbol of a text, its id where it has none.
[[nodiscard]] std::string symbol_of(const committee::State& state, const std::string& text);

/// Returns a text as an item of a list.
[[nodiscard]] std::string text_item(const Visit& visit, const std::string& id,
                                    const committee::PublishedText& text);

/// Returns the state of the current text as a picture with its numbers; empty without a text.
[[nodiscard]] Result<std::string> picture_of_text(const Visit& visit);

/// Returns how many places were open on each text of the convention, one after another, as a
/// picture with its numbers; empty with fewer than two texts.
[[nodiscard]] Result<std::string> trend_of_text(const Visit& visit);

}  // namespace travaux::site
