// SPDX-License-Identifier: MIT
#include "formats/json_fields.h"

#include <algorithm>

#include "formats/normalise.h"

namespace travaux::formats {

Result<std::string> JsonFields::text(std::string_view name) const {
    TRY_ASSIGN(const auto* found, value(name));
    return as_text(*found, name);
}

Result<std::string> JsonFields::text_or_empty(std::string_view name) const {
    if (!has(name)) return std::string{};
    return text(name);
}

Result<std::uint32_t> JsonFields::number(std::string_view name) const {
    TRY_ASSIGN(const auto* found, value(name));
    if (!found->is_int64() || found->get_int64() < 0 || found->get_int64() > INT32_MAX) {
        return refuse("json.not_a_number", std::string(name));
    }
    return static_cast<std::uint32_t>(found->get_int64());
}

Result<std::vector<std::string>> JsonFields::texts(std::string_view name) const {
    TRY_ASSIGN(const auto* found, value(name));
    if (!found->is_array()) return refuse("json.not_a_list", std::string(name));
    std::vector<std::string> result;
    for (const auto& one : found->get_array()) {
        TRY_ASSIGN(std::string text, as_text(one, name));
        result.push_back(std::move(text));
    }
    return result;
}

Result<std::vector<JsonFields>> JsonFields::objects(std::string_view name) const {
    TRY_ASSIGN(const auto* found, value(name));
    if (!found->is_array()) return refuse("json.not_a_list", std::string(name));
    std::vector<JsonFields> result;
    for (const auto& one : found->get_array()) {
        if (!one.is_object()) return refuse("json.not_an_object", std::string(name));
        result.emplace_back(one.get_object(), place_);
    }
    return result;
}

Result<JsonFields> JsonFields::object(std::string_view name) const {
    TRY_ASSIGN(const auto* found, value(name));
    if (!found->is_object()) return refuse("json.not_an_object", std::string(name));
    return JsonFields(found->get_object(), place_);
}

Result<void> JsonFields::only(std::initializer_list<std::string_view> names) const {
    for (const auto& field : object_) {
        const std::string_view name(field.key());
        if (std::ranges::find(names, name) == names.end()) {
            return refuse("json.unknown_field", std::string(name));
        }
    }
    return {};
}

std::unexpected<Error> JsonFields::refuse(std::string id, std::string detail) const {
    return std::unexpected(Error{ErrorCode::invalid, std::move(id), {place_, std::move(detail)}});
}

Result<const boost::json::value*> JsonFields::value(std::string_view name) const {
    const auto* found = object_.if_contains(name);
    if (found == nullptr) return refuse("json.field_missing", std::string(name));
    return found;
}

Result<std::string> JsonFields::as_text(const boost::json::value& value,
                                        std::string_view name) const {
    if (!value.is_string()) return refuse("json.not_a_text", std::string(name));
    auto text = normalised(value.get_string());
    if (!text) return refuse("json.not_utf8", std::string(name));
    return *std::move(text);
}

}  // namespace travaux::formats
