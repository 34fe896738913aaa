// Which draft brought each word, and which removed it, where drafts carry no ids: by likeness.
//
// A function of the drafts' texts alone. Every word that stands in a draft has one forebear at most
// in the draft before, or among the words that vanished earlier; words that never left are no one's
// forebears, so that a phrase in common use does not get an old author.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace travaux::consolidation {

/// How sure it is which draft brought a word; the weakest link on its way counts.
enum class Certainty : std::uint8_t {
    exact,         ///< its id says so
    introduced,    ///< nothing like it stood in the drafts before
    carried,       ///< its whole text is unchanged since
    aligned,       ///< its text changed around it
    moved,         ///< it vanished from one text and stands in another
    reintroduced,  ///< it vanished in an earlier draft and is back
};

/// Returns `exact`, `introduced`, `carried`, `aligned`, `moved` or `reintroduced`.
[[nodiscard]] std::string_view name_of(Certainty certainty);

/// The texts of a draft without ids, in reading order: UTF-8 in NFC with single blanks.
using PlainTexts = std::vector<std::string_view>;

/// Words in a row with one account. Drafts are counted from 0, the oldest.
struct LineageRun {
    std::string text;         ///< spellings with single blanks, none at the start or the end
    std::uint32_t words = 0;  ///< how many
    std::uint32_t draft = 0;  ///< the draft that brought them
    std::optional<std::uint32_t> removed_by;  ///< the draft that does not have them any more
    Certainty certainty = Certainty::exact;

    bool operator==(const LineageRun&) const = default;
};

/// The account of one text: where it stands, or stood last, and its runs in reading order.
struct LineageText {
    std::uint32_t draft = 0;
    std::uint32_t at = 0;  ///< its position among that draft's texts
    std::vector<LineageRun> runs;

    bool operator==(const LineageText&) const = default;
};

struct Lineage {
    std::vector<LineageText> live;  ///< the texts of the last draft, in order
    std::vector<LineageText> gone;  ///< texts that vanished as a whole, by draft and position

    bool operator==(const Lineage&) const = default;
};

/// Words that a run must have to be found again outside its text; two Han characters count as one
/// word, punctuation does not count.
inline constexpr std::uint32_t found_words_min = 5;

/// Returns the account of every word of the last draft, and of every word that vanished on the way.
/// The drafts are given oldest first.
[[nodiscard]] Lineage lineage_of(std::span<const PlainTexts> drafts);

}  // namespace travaux::consolidation
