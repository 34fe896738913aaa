// What a form sends: with a file in it `multipart/form-data` of RFC 7578, as browsers and curl
// write it, without one as a query is written.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace travaux::http {

/// A field of a form. It lives as long as the request.
struct SentField {
    std::string name;
    std::string file_name;  ///< without folders; empty where it is no file
    bool is_file = false;
    std::string_view content;
};

/// Returns the fields that a request sends, in their order. Errors: `request.media_type`,
/// `request.form_malformed`, `request.form_too_long`.
[[nodiscard]] Result<std::vector<SentField>> read_form_data(const Request& request);

/// Decodes what a form without files sends, `application/x-www-form-urlencoded`, into the query of
/// a request: texts may run over lines there. Error: `request.target_malformed`.
[[nodiscard]] Result<void> read_form_fields(std::string_view fields, Request& request);

}  // namespace travaux::http
