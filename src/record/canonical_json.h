// Canonical JSON, RFC 8785, as far as the record's values go: one value has one spelling in bytes.
//
// Numbers are whole and at most 2^53 - 1 either way (RFC 7493): there are no fractions in a record.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace travaux::record {

/// The largest whole number that a value may hold, and its negative the smallest.
inline constexpr std::int64_t whole_number_max = (std::int64_t{1} << 53U) - 1;

/// Returns the canonical bytes of a value. Errors: `canonical.number` for a fraction or a number
/// that is too large, `canonical.too_deep`. Whether texts are UTF-8 is for the reader to say.
[[nodiscard]] Result<std::string> write_canonical(const boost::json::value& value);

/// Reads bytes that are the canonical spelling of a value, and refuses all others. Errors:
/// `canonical.malformed`, `canonical.other_spelling` (with the first byte that differs), and those
/// of writing.
[[nodiscard]] Result<boost::json::value> read_canonical(std::string_view bytes);

/// Reads any JSON within the limits. Errors: `canonical.malformed`.
[[nodiscard]] Result<boost::json::value> parse_json(std::string_view bytes);

/// Orders names by their UTF-16 code units, as RFC 8785 wants; both are UTF-8.
[[nodiscard]] bool precedes_in_utf16(std::string_view first, std::string_view second);

}  // namespace travaux::record
