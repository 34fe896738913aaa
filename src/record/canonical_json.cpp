// SPDX-License-Identifier: MIT
#include "record/canonical_json.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/limits.h"

namespace travaux::record {
namespace {

namespace json = boost::json;

std::unexpected<Error> refuse(std::string id, std::string detail = {}) {
    return std::unexpected(Error{ErrorCode::invalid, std::move(id), {std::move(detail)}});
}

// The letter after the backslash, for the signs that have one (RFC 8785, 3.2.2.2).
std::optional<char> short_escape(char sign) {
    switch (sign) {
        case '"': return '"';
        case '\\': return '\\';
        case '\b': return 'b';
        case '\t': return 't';
        case '\n': return 'n';
        case '\f': return 'f';
        case '\r': return 'r';
        default: return std::nullopt;
    }
}

void write_text(std::string_view text, std::string& out) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (const char sign : text) {
        const auto byte = static_cast<unsigned char>(sign);
        if (const auto letter = short_escape(sign)) {
            out += '\\';
            out += *letter;
        } else if (byte < 0x20U) {
            out += "\\u00";
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        } else {
            out += sign;
        }
    }
    out += '"';
}

Result<void> write_number(const json::value& value, std::string& out) {
    const bool is_whole =
        value.is_int64() || (value.is_uint64() && value.get_uint64() <= std::uint64_t(INT64_MAX));
    if (!is_whole) return refuse("canonical.number", json::serialize(value));
    const std::int64_t number =
        value.is_int64() ? value.get_int64() : static_cast<std::int64_t>(value.get_uint64());
    if (number > whole_number_max || number < -whole_number_max) {
        return refuse("canonical.number", std::to_string(number));
    }
    out += std::to_string(number);
    return {};
}

Result<void> write_value(const json::value& value, std::size_t depth, std::string& out);

Result<void> write_array(const json::array& array, std::size_t depth, std::string& out) {
    out += '[';
    for (const json::value& one : array) {
        if (&one != array.data()) out += ',';
        TRY_OK(write_value(one, depth, out));
    }
    out += ']';
    return {};
}

Result<void> write_object(const json::object& object, std::size_t depth, std::string& out) {
    std::vector<const json::key_value_pair*> members;
    members.reserve(object.size());
    for (const auto& member : object) members.push_back(&member);
    std::ranges::sort(members, [](const auto* first, const auto* second) {
        return precedes_in_utf16(first->key(), second->key());
    });
    out += '{';
    for (const auto* member : members) {
        if (member != members.front()) out += ',';
        write_text(member->key(), out);
        out += ':';
        TRY_OK(write_value(member->value(), depth, out));
    }
    out += '}';
    return {};
}

Result<void> write_value(const json::value& value, std::size_t depth, std::string& out) {
    switch (value.kind()) {
        case json::kind::null: out += "null"; return {};
        case json::kind::bool_: out += value.get_bool() ? "true" : "false"; return {};
        case json::kind::string: write_text(value.get_string(), out); return {};
        case json::kind::int64:
        case json::kind::uint64:
        case json::kind::double_: return write_number(value, out);
        case json::kind::array:
        case json::kind::object: break;
    }
    if (depth == 0) return refuse("canonical.too_deep");
    if (value.is_array()) return write_array(value.get_array(), depth - 1, out);
    return write_object(value.get_object(), depth - 1, out);
}

}  // namespace

bool precedes_in_utf16(std::string_view first, std::string_view second) {
    // The order of UTF-8 bytes is that of code points. UTF-16 differs from it only in that what
    // lies beyond U+FFFF (lead bytes F0 to F4) stands before U+E000 to U+FFFF (lead EE and EF).
    const auto rank = [](char sign) {
        const auto byte = static_cast<unsigned char>(sign);
        return byte == 0xEEU || byte == 0xEFU ? byte + 0x10U : byte;
    };
    return std::ranges::lexicographical_compare(first, second, {}, rank, rank);
}

Result<std::string> write_canonical(const json::value& value) {
    std::string out;
    TRY_OK(write_value(value, limits::json_depth, out));
    return out;
}

Result<json::value> parse_json(std::string_view bytes) {
    json::parse_options options;
    options.max_depth = limits::json_depth;
    json::error_code failure;
    json::value value = json::parse(bytes, failure, {}, options);
    if (failure) return refuse("canonical.malformed", failure.message());
    return value;
}

Result<json::value> read_canonical(std::string_view bytes) {
    TRY_ASSIGN(json::value value, parse_json(bytes));
    TRY_ASSIGN(const std::string written, write_canonical(value));
    if (written != bytes) {
        const auto differs = std::ranges::mismatch(bytes, written).in1 - bytes.begin();
        return refuse("canonical.other_spelling", std::to_string(differs));
    }
    return value;
}

}  // namespace travaux::record
