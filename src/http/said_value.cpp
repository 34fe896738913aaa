// SPDX-License-Identifier: MIT
#include "http/said_value.h"

#include <charconv>

namespace travaux::http {

boost::json::value value_of(const committee::FieldOfAct& field, const std::string& text) {
    if (field.type != "number") return boost::json::value(text);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error == std::errc{} && end == text.data() + text.size();
    return is_number ? boost::json::value(number) : boost::json::value(text);
}

}  // namespace travaux::http
