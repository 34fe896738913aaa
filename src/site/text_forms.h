// What the Secretariat does with a text beside proposals: words it edits by name, and the fate of
// the text as a whole.
// SPDX-License-Identifier: MIT
#pragma once

#include "host/kept_committee.h"
#include "site/visit.h"

namespace travaux::site {

/// Returns the section of the edits of a text, with a form for one more; nothing where there are
/// none and whoever visits may not edit.
[[nodiscard]] std::string edits_section(const Visit& visit, const std::string& text_id,
                                        const host::ConsolidatedText& text);

/// Edits words by name, as the form of that section says. The field `language` of a form is that of
/// its page, so the language of the words has another name there.
[[nodiscard]] Result<http::Response> edit_text(const Visit& visit);

/// Returns the section in which texts are agreed as a whole, submitted to the parent organ and
/// approved there; nothing for who may do none of it.
[[nodiscard]] std::string whole_texts_section(const Visit& visit);

}  // namespace travaux::site
