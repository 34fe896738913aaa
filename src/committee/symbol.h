// Symbols of documents, `A/AC.291/22/Rev.3`: read, printed, put in order, and what one says of
// another.
//
// All language versions of a document share its symbol, and a symbol does not state the subject.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/describe.hpp>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace travaux::committee {

/// The series of an organ's documents, each with numbers of its own: `/22`, `/L.15`, `/CRP.13`,
/// `/INF/2`, `/WP.1`, `/NGO/3`.
enum class Series : std::uint8_t {
    numbered,
    limited,  ///< drafts on which action is taken
    conference_room_paper,
    information,
    working_paper,
    non_governmental,
};
BOOST_DESCRIBE_ENUM(Series, numbered, limited, conference_room_paper, information, working_paper,
                    non_governmental)

/// What stands behind a number: `Corr.1`, `Add.2`, `Amend.1`, `Rev.3`. In the order in which
/// documents are listed.
enum class Suffix : std::uint8_t { corr, add, amend, rev };
BOOST_DESCRIBE_ENUM(Suffix, corr, add, amend, rev)

struct NumberedSuffix {
    Suffix kind = Suffix::rev;
    std::uint32_t number = 1;

    auto operator<=>(const NumberedSuffix&) const = default;
};

struct Symbol {
    static constexpr std::string_view type_name = "symbol";

    std::string organ;  ///< `A/AC.291`
    Series series = Series::numbered;
    std::uint32_t number = 1;              ///< in its series
    std::vector<NumberedSuffix> suffixes;  ///< as they are written

    /// Returns the symbol as it is written.
    [[nodiscard]] std::string text() const;

    /// Reads a symbol: an organ, a series with a number from 1, and suffixes. Nothing for all else.
    [[nodiscard]] static std::optional<Symbol> parse(std::string_view text);

    bool operator==(const Symbol&) const = default;

    /// By organ, series, number and suffixes; numbers count as numbers, so `/9` is before `/22`.
    std::strong_ordering operator<=>(const Symbol& other) const;
};

/// What a document is to another, as their symbols say.
enum class SymbolRelation : std::uint8_t {
    supersedes,   ///< Rev.: it comes in the place of the other
    supplements,  ///< Add.
    corrects,     ///< Corr.
    alters,       ///< Amend., by decision
};
BOOST_DESCRIBE_ENUM(SymbolRelation, supersedes, supplements, corrects, alters)

/// Returns what one symbol says of another; nothing where it says nothing. A revision supersedes
/// what it revises and every earlier revision of that.
[[nodiscard]] std::optional<SymbolRelation> relation(const Symbol& one, const Symbol& other);

}  // namespace travaux::committee
