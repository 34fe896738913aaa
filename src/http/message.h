// What is asked over HTTP and what is answered, free of any library that carries them.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace travaux::http {

/// A field of the head: a name and its value. Names are compared without regard to case.
struct HeaderField {
    std::string_view name;
    std::string_view value;
};

/// A request whose head and body are read and checked. Its views live as long as it is handled.
struct Request {
    std::string_view method;
    std::string_view target;                                 ///< as it was sent
    std::vector<std::string> path;                           ///< its parts, decoded
    std::vector<std::pair<std::string, std::string>> query;  ///< decoded, in order
    std::vector<HeaderField> fields;
    std::string_view body;

    /// Returns the value of a field of the head, or nothing.
    [[nodiscard]] std::string_view field(std::string_view name) const;

    /// Returns the first value of a name in the query, or nothing.
    [[nodiscard]] std::string_view parameter(std::string_view name) const;
};

/// Bytes that several answers may share.
using Bytes = std::shared_ptr<const std::string>;

/// Returns bytes to share.
[[nodiscard]] inline Bytes share(std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
}

struct Response {
    int status = 200;
    std::string media_type = "application/json";  ///< empty: there is no body
    Bytes body;
    std::vector<std::pair<std::string, std::string>> fields;  ///< further ones of the head

    /// Adds a field to the head. REQUIRES: neither has a line's end.
    Response& with(std::string name, std::string value) {
        fields.emplace_back(std::move(name), std::move(value));
        return *this;
    }
};

/// Whether two names are one, upper and lower case of ASCII being alike.
[[nodiscard]] bool is_same_name(std::string_view first, std::string_view second);

/// Returns a whole number, or nothing for any other text.
[[nodiscard]] std::optional<std::uint64_t> number_of(std::string_view digits);

/// Splits the target of a request into path and query, and decodes both. Errors:
/// `request.target_malformed`, `request.target_too_long`.
[[nodiscard]] Result<void> read_target(std::string_view target, Request& request);

/// Decodes what stands in a query, or in a form that is sent. Error: `request.target_malformed`.
[[nodiscard]] Result<void> read_query(std::string_view query, Request& request);

/// Returns a token of a comma-separated field after another; `rest` loses it. Empty at the end.
[[nodiscard]] std::string_view next_token(std::string_view& rest);

}  // namespace travaux::http
