// Answers that many routes give: JSON, and refusals with their status.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <functional>
#include <string>
#include <string_view>

#include "http/message.h"

namespace travaux::http {

/// Returns the sentence of a refusal.
using Words = std::function<std::string(const Error&)>;

/// Returns the status that a refusal is answered with.
[[nodiscard]] int status_of(const Error& error);

/// Returns a refusal as an answer: `{"id", "args", "message"}`, never kept by anybody.
[[nodiscard]] Response refusal(const Error& error, const Words& words);

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
