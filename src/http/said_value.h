// What somebody says in a query or a form, as a field has it.
// SPDX-License-Identifier: MIT
#pragma once

#include "committee/described.h"

namespace travaux::http {

/// Returns a text as the value of a field: a number where the field is one and the text is, else
/// the text; what does not fit is refused by who reads the field.
[[nodiscard]] boost::json::value value_of(const committee::FieldOfAct& field,
                                          const std::string& text);

}  // namespace travaux::http
