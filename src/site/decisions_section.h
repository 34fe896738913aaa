// The decisions on a text that stand, as the desk shows them, and the way to take one back.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "host/kept_committee.h"
#include "site/visit.h"

namespace travaux::site {

/// Returns the section: the decisions on the text that are not reversed, newest first, each with a
/// form for who may reverse it; nothing where there are none.
[[nodiscard]] std::string decisions_section(const Visit& visit, const std::string& text_id,
                                            const host::ConsolidatedText& text);

}  // namespace travaux::site
