// Printings of a consolidated text: HTML, plain text and JSON.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "consolidation/consolidated.h"
#include "consolidation/voting.h"
#include "text/draft.h"

namespace travaux::formats {

enum class View : std::uint8_t {
    bracketed,   ///< the rolling text: every reading in brackets at its place
    clean,       ///< the draft as it stands, without anything proposed
    options,     ///< each disputed provision as a stack of whole options
    by_sponsor,  ///< what each sponsor wants, sponsor by sponsor
};

enum class Sponsors : std::uint8_t { named, unnamed };

/// Where the sponsors of a reading stand in a printing that has pages: behind its words, or at the
/// foot.
enum class NamePlace : std::uint8_t { in_text, in_footnotes };

struct Printing {
    View view = View::bracketed;
    Sponsors sponsors = Sponsors::named;
    /// Of each row; empty where no order of voting is to be printed.
    std::span<const consolidation::VotingOrder> voting{};
    NamePlace names = NamePlace::in_text;
    std::string_view symbol{};  ///< of the document, at the head of its pages; may be empty
    std::string_view date{};    ///< beside it, as it is to be printed
};

/// Returns one HTML file without script, in the language of the text.
[[nodiscard]] std::string print_html(const text::Draft& draft,
                                     const consolidation::Consolidated& consolidated,
                                     const Printing& printing);

/// Returns plain text, lines of at most 100 columns.
[[nodiscard]] std::string print_text(const text::Draft& draft,
                                     const consolidation::Consolidated& consolidated,
                                     const Printing& printing);

/// Returns the annotated tree as JSON, as `docs/consolidated-json.md` lays down.
[[nodiscard]] std::string print_json(const text::Draft& draft,
                                     const consolidation::Consolidated& consolidated,
                                     const Printing& printing);

}  // namespace travaux::formats
