// How a text is asked for on its page, as the query of the address says.
// SPDX-License-Identifier: MIT
#pragma once

#include "consolidation/decision.h"
#include "formats/printing.h"
#include "http/message.h"

namespace travaux::site {

struct AskedPage {
    formats::View view = formats::View::bracketed;
    formats::Sponsors sponsors = formats::Sponsors::named;
    std::optional<text::Language> beside;  ///< the language beside that of the page
    std::vector<consolidation::Adoption> as_if;
    std::optional<std::uint64_t> since;  ///< the entry behind which proposals are new
    std::string phrase;                  ///< the anchor of what is open

    /// Returns the query that asks for it, without the phrase.
    [[nodiscard]] std::string query() const;
};

/// Reads a query. Error: `request.parameter_value`.
[[nodiscard]] Result<AskedPage> asked_page(const http::Request& request);

/// Returns the name that a query has for a view.
[[nodiscard]] std::string_view name_of(formats::View view);

}  // namespace travaux::site
