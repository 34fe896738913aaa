// Answers that many routes give: JSON, and refusals with their status.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "http/message.h"
#include "text/language.h"

namespace travaux::http {

/// Returns the status that a refusal is answered with.
[[nodiscard]] int status_of(const Error& error);

/// Returns a refusal as an answer: `{"id", "args", "message", "rule"}`, the message and the rule,
/// where there is one, in a language; never kept by anybody.
[[nodiscard]] Response refusal(const Error& error, text::Language language);

/// Returns JSON as an answer that nobody keeps.
[[nodiscard]] Response json_answer(const boost::json::value& value);

/// Returns the schema of an answer that is an object or a list of objects.
[[nodiscard]] boost::json::object object_or_list_schema();

/// Returns the media type of what a request sends, without its parameters.
[[nodiscard]] std::string_view media_type_of(const Request& request);

/// Returns the object that a request sends as JSON. Errors: `request.media_type`,
/// `request.not_an_object`, `canonical.malformed`.
[[nodiscard]] Result<boost::json::object> sent_object(const Request& request);

/// Returns the words that HTTP has for a status.
[[nodiscard]] std::string_view reason_of(int status);

/// Makes a refusal of a request.
[[nodiscard]] std::unexpected<Error> refuse_request(std::string_view id,
                                                    std::vector<std::string> args = {},
                                                    ErrorCode code = ErrorCode::invalid);

}  // namespace travaux::http
