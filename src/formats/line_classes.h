// What each line of a treaty says of itself: a division, a heading, a marked paragraph, words.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "formats/source_lines.h"
#include "text/division.h"
#include "text/language.h"
#include "text/numbering.h"

namespace travaux::formats {

enum class LineClass : std::uint8_t {
    division,  ///< "Article 6"
    heading,
    preamble,  ///< "Preamble", and what may stand behind it
    closing,   ///< "IN WITNESS WHEREOF"
    marked,    ///< "2. Each Party", "(a) ..."
    words,
    table_row,
};

/// A line and its class. Views point into the line.
struct ClassifiedLine {
    LineClass line_class = LineClass::words;
    const SourceLine* line = nullptr;
    std::optional<text::Division> division = {};
    std::optional<text::Marker> marker = {};
    std::string_view rest = {};  ///< behind the division's number, the mark, or the word "Preamble"
    std::size_t next_marked = 0;  ///< the next marked line with only words between; none is size
};

/// Classifies the lines of a source, which must outlive the result.
[[nodiscard]] std::vector<ClassifiedLine> classify(const Source& source, text::Language language);

/// Whether words end without a full stop, as headings do, and are not longer than one is.
[[nodiscard]] bool reads_as_heading(std::string_view words, std::size_t length_max = 200);

/// Returns the source with items that share a line on lines of their own: "(i) One; (ii) Two." is
/// two items where the second mark is the next behind a semicolon.
[[nodiscard]] Source with_items_apart(const Source& source);

}  // namespace travaux::formats
