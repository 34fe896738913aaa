// How long documents may be: the limits with their sources, and what goes beyond one.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "committee/modalities.h"
#include "committee/symbol.h"

namespace travaux::committee {

/// Whose document it is.
enum class DocumentAuthor : std::uint8_t { secretariat, intergovernmental, stakeholder };
BOOST_DESCRIBE_ENUM(DocumentAuthor, secretariat, intergovernmental, stakeholder)

/// What is limited.
enum class LimitedKind : std::uint8_t {
    secretariat_document,
    intergovernmental_document,  ///< of members, and of all others that have no limit of their own
    in_session_document,         ///< drafts for action, conference room papers, working papers
    stakeholder_paper,
};
BOOST_DESCRIBE_ENUM(LimitedKind, secretariat_document, intergovernmental_document,
                    in_session_document, stakeholder_paper)

/// What becomes of a document beyond its limit.
enum class BeyondLimit : std::uint8_t {
    needs_waiver,  ///< it is not released without one
    is_marked,     ///< it is released, and the mark says so
    is_refused,    ///< it is not taken
};
BOOST_DESCRIBE_ENUM(BeyondLimit, needs_waiver, is_marked, is_refused)

struct WordLimit {
    LimitedKind kind = LimitedKind::secretariat_document;
    std::uint32_t words_max = 0;
    BeyondLimit beyond = BeyondLimit::needs_waiver;
    std::string source;  ///< where it is laid down

    bool operator==(const WordLimit&) const = default;
};

/// Returns the limits that hold where a committee says nothing else.
[[nodiscard]] std::span<const WordLimit> usual_word_limits();

/// Returns the limit of a document. What modalities say of stakeholders comes before the usual.
[[nodiscard]] WordLimit word_limit(const Symbol& symbol, DocumentAuthor author,
                                   const std::optional<Modalities>& modalities = {});

/// Whether so many words are more than a limit allows; footnotes and hidden words count.
[[nodiscard]] constexpr bool is_beyond(const WordLimit& limit, std::uint32_t words) {
    return words > limit.words_max;
}

}  // namespace travaux::committee
