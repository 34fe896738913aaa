// The words that printings add to a text, in the six languages.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
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
    nothing,          ///< no proposal is open
    alternative,      ///< read aloud before the key of a reading
    alternative_end,  ///< read aloud where the readings of a place end
    open_places,
    untouched,  ///< in the list of contents: no proposal
    marks,      ///< over the legend
    legend_place,
    legend_inserted,
    legend_deleted,
    legend_new,
    legend_bracket,
    legend_split,
    legend_reserved,
    number,   ///< of a provision
    heading,  ///< of a provision
    draft_words,
    voting_order,
    voting_rejects,  ///< between an option and what its adoption rejects
    comparison,
    changed_provisions,
    moved_away,
    moved_here,
    legend_came,
    legend_went,
    legend_moved,
    new_place,
    former_place,
};

/// Returns a term in a language.
[[nodiscard]] std::string_view term(Term name, text::Language language);

/// Returns what stands between the members of a list: ", ", and in Arabic and Chinese their own.
[[nodiscard]] std::string_view list_comma(text::Language language);

/// Returns what stands between a label and what it announces: ": ", in French with a narrow blank.
[[nodiscard]] std::string_view colon(text::Language language);

/// Returns the letter of the reading at a position, counted from 0, of the alphabet of a language.
[[nodiscard]] std::string reading_letter(std::size_t at, text::Language language);

/// Returns the letter that marks a position as reserved.
[[nodiscard]] std::string_view reservation_letter(text::Language language);

}  // namespace travaux::formats
