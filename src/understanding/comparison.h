// Two states of a text, word by word: what stays, what comes, what goes and what moves.
//
// A comparison is read in the order of the later text; what goes, or moves away, stands where it
// stood. Leaving out what comes gives the former text, leaving out what goes the later one.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "text/draft.h"

namespace travaux::understanding {

enum class PieceChange : std::uint8_t { same, deleted, inserted };

/// Words with single blanks between them, none at the ends.
struct Piece {
    PieceChange change = PieceChange::same;
    std::string words;
    bool has_blank_before = false;  ///< where it is not the first

    bool operator==(const Piece&) const = default;
};

using Pieces = std::vector<Piece>;

enum class RowStanding : std::uint8_t { stays, comes, goes, moves_away, moves_here };

/// Returns the spelling of a standing, `moves_away`.
[[nodiscard]] std::string_view name_of(RowStanding standing);

/// A provision in one of the texts, or in both. The words of one that comes, goes or moves away are
/// all the same.
struct ComparedRow {
    RowStanding standing = RowStanding::stays;
    text::ProvisionKind kind = text::ProvisionKind::paragraph;
    std::uint32_t depth = 0;
    std::size_t move = 0;     ///< the number that the two ends of a move share, from 1; else 0
    std::string other_end{};  ///< of a move: the label of its other end, in the other text
    Pieces number;
    Pieces heading;
    Pieces text;

    [[nodiscard]] bool is_changed() const;

    bool operator==(const ComparedRow&) const = default;
};

/// Whether a move begins with a row: what moves together is named there.
[[nodiscard]] bool begins_move(const std::vector<ComparedRow>& rows, std::size_t at);

/// Compares two wordings of a field.
[[nodiscard]] Pieces pieces_of(const std::string& former, const std::string& later);

/// Compares two drafts in a language. Provisions are the same where their ids are, and else where
/// their words are equal or alike.
[[nodiscard]] std::vector<ComparedRow> compare(const text::Draft& former, const text::Draft& later,
                                               text::Language language);

/// Returns the title of a text in a language; the name of the draft where it has none there.
[[nodiscard]] std::string title_in(const text::Draft& draft, text::Language language);

}  // namespace travaux::understanding
