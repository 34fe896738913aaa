// Divisions: the lines "Article 6", "PART II", "第三章", "المادة 4" and what they number.
//
// Each of the six languages has its own words; a line is read with those of its language only.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/draft.h"
#include "text/language.h"
#include "text/numbering.h"

namespace travaux::text {

/// What a division is called, outermost first. A "title" that numbers a division stands above or
/// below sections, as the treaty has it.
enum class Rank : std::uint8_t {
    annex,
    part,
    chapter,
    section,
    subsection,
    title,
    article,
};

/// Returns the kind of provision that a rank makes.
[[nodiscard]] ProvisionKind kind_of(Rank rank);

/// A line that opens a division. `number` is as printed, with the signs that set it off ("Chapter
/// I:"); `rest` is what stands behind it.
struct Division {
    Rank rank = Rank::article;
    std::optional<Numeral> numeral;
    std::string_view written;  ///< the numeral alone as printed: "IV", "premier"
    std::string_view number;
    std::string_view rest;
    bool is_spelled_out = false;  ///< "premier", "الثالث"
    bool is_set_off = false;  ///< nothing stands behind the number, or signs such as ":" and "."
};

/// Reads the opening of a division at the start of a line.
[[nodiscard]] std::optional<Division> parse_division(Language language, std::string_view line);

/// Reads a number as a division writes it after or before its word: "IV", "premier", "الثالث".
[[nodiscard]] std::optional<WrittenNumeral> parse_division_numeral(Language language,
                                                                   std::string_view text);

/// Words that open a passage and number nothing.
enum class Opening : std::uint8_t {
    preamble,   ///< "Preamble"
    final_act,  ///< "Final Act of the Conference"
    closing,    ///< "IN WITNESS WHEREOF", "DONE at"
};

/// Returns how many bytes the opening takes at the start of a line.
[[nodiscard]] std::optional<std::size_t> match_opening(Language language, Opening opening,
                                                       std::string_view line);

}  // namespace travaux::text
