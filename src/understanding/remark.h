// What a comment in a Word file says to those who read the file as a proposal.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace travaux::understanding {

enum class RemarkKind : std::uint8_t {
    note,
    reservation,
    reason,
    bracket,   ///< these words stay in square brackets
    deletion,  ///< the provision goes; the words say why
    join,      ///< it takes the words of the next one
    printed,   ///< our own printing says so, and no delegation
};

struct Remark {
    RemarkKind kind = RemarkKind::note;
    std::string words;  ///< without the label that tells the kind; single blanks

    bool operator==(const Remark&) const = default;
};

/// Reads a comment in any of the six languages: by the label at its start, `Reason:`, or by a
/// phrase of reservation in it, "reserves its position". What takes a reservation back is a note.
[[nodiscard]] Remark remark_of(std::string_view comment);

/// What stands on the two sides of a phrase of reservation.
struct Reserving {
    std::string_view before;
    std::string_view behind;
};

/// Returns these of a sentence that reserves a position, and nothing of any other.
[[nodiscard]] std::optional<Reserving> reserving(std::string_view sentence);

}  // namespace travaux::understanding
