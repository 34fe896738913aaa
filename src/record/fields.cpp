// SPDX-License-Identifier: MIT
#include "record/fields.h"

#include <algorithm>

#include "base/limits.h"

namespace travaux::record {

std::unexpected<Error> malformed(std::string_view field) {
    return std::unexpected(Error{ErrorCode::invalid, "entry.malformed", {std::string(field)}});
}

Result<Fields> Fields::of(const boost::json::value& value, std::string_view name) {
    if (!value.is_object()) return malformed(name);
    return Fields(value.get_object());
}

Result<std::string> Fields::text(std::string_view field) const {
    const boost::json::value* const value = object_->if_contains(field);
    if (value == nullptr || !value->is_string()) return malformed(field);
    return std::string(value->get_string());
}

Result<std::uint64_t> Fields::number(std::string_view field) const {
    const boost::json::value* const value = object_->if_contains(field);
    const bool is_number = value != nullptr && value->is_int64() && value->get_int64() >= 0;
    if (!is_number) return malformed(field);
    return static_cast<std::uint64_t>(value->get_int64());
}

Result<Sha256> Fields::hash(std::string_view field) const {
    TRY_ASSIGN(const std::string digits, text(field));
    const auto hash = parse_sha256(digits);
    if (!hash) return malformed(field);
    return *hash;
}

Result<Fields> Fields::object(std::string_view field) const {
    const boost::json::value* const value = object_->if_contains(field);
    if (value == nullptr) return malformed(field);
    return of(*value, field);
}

Result<std::string> Fields::name(std::string_view field) const {
    TRY_ASSIGN(std::string name, text(field));
    const auto is_sign = [](char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '_' ||
               sign == '.';
    };
    const bool is_name =
        !name.empty() && name.size() <= limits::name_bytes && std::ranges::all_of(name, is_sign);
    if (!is_name) return malformed(field);
    return name;
}

}  // namespace travaux::record
