// SPDX-License-Identifier: MIT
#include "formats/json_fields.h"

#include <algorithm>

#include "base/limits.h"
#include "formats/normalise.h"

namespace travaux::formats {
namespace {

namespace json = boost::json;

// Colons outside texts: as many as fields were written.
std::size_t fields_written(std::string_view bytes) {
    std::size_t count = 0;
    bool is_in_text = false;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const char sign = bytes[at];
        if (sign == '"') {
            is_in_text = !is_in_text;
        } else if (is_in_text) {
            if (sign == '\\') ++at;
        } else if (sign == ':') {
            ++count;
        }
    }
    return count;
}

std::size_t fields_kept(const json::value& value) {
    std::size_t count = 0;
    if (const auto* object = value.if_object()) {
        count = object->size();
        for (const auto& field : *object) count += fields_kept(field.value());
    } else if (const auto* list = value.if_array()) {
        for (const auto& one : *list) count += fields_kept(one);
    }
    return count;
}

}  // namespace

Result<json::value> parse_json(std::string_view bytes, const std::string& place) {
    const auto refuse = [&](std::string id, std::string detail) {
        return std::unexpected(
            Error{ErrorCode::invalid, std::move(id), {place, std::move(detail)}});
    };
    json::error_code failure;
    json::parse_options options;
    options.max_depth = limits::json_depth;
    json::value value = json::parse(bytes, failure, {}, options);
    if (failure) return refuse("json.malformed", failure.message());
    // The parser keeps the last of two fields of one name, and the words of the first are lost.
    if (fields_written(bytes) != fields_kept(value)) return refuse("json.field_twice", {});
    return value;
}

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
    return as_number(*found, name);
}

Result<std::vector<std::uint32_t>> JsonFields::numbers(std::string_view name) const {
    TRY_ASSIGN(const auto* found, value(name));
    if (!found->is_array()) return refuse("json.not_a_list", std::string(name));
    std::vector<std::uint32_t> result;
    for (const auto& one : found->get_array()) {
        TRY_ASSIGN(const std::uint32_t number, as_number(one, name));
        result.push_back(number);
    }
    return result;
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
        result.emplace_back(one.get_object(), place_, texts_);
    }
    return result;
}

Result<JsonFields> JsonFields::object(std::string_view name) const {
    TRY_ASSIGN(const auto* found, value(name));
    if (!found->is_object()) return refuse("json.not_an_object", std::string(name));
    return JsonFields(found->get_object(), place_, texts_);
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

Result<std::uint32_t> JsonFields::as_number(const boost::json::value& value,
                                            std::string_view name) const {
    if (!value.is_int64() || value.get_int64() < 0 || value.get_int64() > INT32_MAX) {
        return refuse("json.not_a_number", std::string(name));
    }
    return static_cast<std::uint32_t>(value.get_int64());
}

Result<std::string> JsonFields::as_text(const boost::json::value& value,
                                        std::string_view name) const {
    if (!value.is_string()) return refuse("json.not_a_text", std::string(name));
    if (texts_ == Texts::verbatim) return std::string(value.get_string());
    auto text = normalised(value.get_string());
    if (!text) return refuse("json.not_utf8", std::string(name));
    return *std::move(text);
}

}  // namespace travaux::formats
