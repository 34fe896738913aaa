// What is known of a phrase or a provision: who brought it, when, who supports it, its history.
// SPDX-License-Identifier: MIT
#pragma once

#include "formats/html_sink.h"
#include "host/kept_committee.h"
#include "site/visit.h"

namespace travaux::site {

/// What a panel is about.
struct PanelSubject {
    const std::string& text;  ///< the id of the published text
    const host::ConsolidatedText& shown;
    ProvisionId provision;
    std::string label;               ///< of the provision, "article 6, paragraph 2"
    const formats::Phrase* reading;  ///< none: the provision itself
    std::string close;               ///< the address without the panel; HTML
};

/// Returns the panel as HTML.
[[nodiscard]] std::string phrase_panel(const Visit& visit, const PanelSubject& subject);

}  // namespace travaux::site
