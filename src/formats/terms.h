// The words that printings add to a text, in the six languages.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "text/language.h"

namespace travaux::formats {

enum class Term : std::uint8_t {
    consolidated_text,
    contents,
    proposals,
    reason,
    amends,
    withdrawn,  ///< of a proposal that stays only because another amends it
    deletion,
    move_from,
    move_here,
    join,
    bracket,
    reservation,
    note,
    new_provision,
    option,
    draft,  ///< the draft's own words, as one of the options
    pending,
    skip,
    nothing,      ///< no proposal is open
    alternative,  ///< read aloud before a bracket
    alternative_end,
};

/// Returns a term in a language.
[[nodiscard]] std::string_view term(Term name, text::Language language);

}  // namespace travaux::formats
