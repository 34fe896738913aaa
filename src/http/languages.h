// In which language somebody is answered.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "http/message.h"
#include "text/language.h"

namespace travaux::http {

/// Returns the languages of an `Accept-Language` field, the most wanted first. A range such as
/// `fr-CA` is one of its language.
[[nodiscard]] std::vector<text::Language> accepted_languages(std::string_view field);

/// Returns the language that a request asks for in `Accept-Language`; English where it asks for
/// none of the six.
[[nodiscard]] text::Language accepted_language(const Request& request);

}  // namespace travaux::http
