// SPDX-License-Identifier: MIT
#include "http/message.h"

#include <algorithm>
#include <charconv>

#include "base/limits.h"
#include "http/form_data.h"

namespace travaux::http {
namespace {

constexpr std::size_t path_parts_max = 32;
constexpr std::size_t query_parts_max = 100;

char lower(char sign) { return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + 32) : sign; }

std::unexpected<Error> malformed() {
    return std::unexpected(Error{ErrorCode::invalid, "request.target_malformed", {}});
}

int digit_of(char sign) {
    if (sign >= '0' && sign <= '9') return sign - '0';
    if (lower(sign) >= 'a' && lower(sign) <= 'f') return lower(sign) - 'a' + 10;
    return -1;
}

// Decodes a part of a target; nothing where it is malformed or has a control character in it.
/// What may stand encoded in a part of an address or of a form.
enum class Signs : std::uint8_t { printed, with_lines };

std::optional<std::string> decoded(std::string_view part, bool plus_is_blank,
                                   Signs signs = Signs::printed) {
    std::string result;
    for (std::size_t at = 0; at < part.size(); ++at) {
        char sign = part[at];
        if (sign == '%') {
            const int high = at + 2 < part.size() ? digit_of(part[at + 1]) : -1;
            const int low = high < 0 ? -1 : digit_of(part[at + 2]);
            if (low < 0) return std::nullopt;
            sign = static_cast<char>(high * 16 + low);
            at += 2;
        } else if (sign == '+' && plus_is_blank) {
            sign = ' ';
        }
        const auto byte = static_cast<unsigned char>(sign);
        const bool is_line = sign == '\r' || sign == '\n' || sign == '\t';
        const bool is_control = byte < 0x20 || byte == 0x7F;
        if (is_control && !(is_line && signs == Signs::with_lines)) return std::nullopt;
        result += sign;
    }
    return result;
}

Result<void> read_path(std::string_view path, Request& request) {
    if (!path.starts_with('/')) return malformed();
    path.remove_prefix(1);
    while (true) {
        const std::size_t end = path.find('/');
        const auto part = decoded(path.substr(0, end), false);
        if (!part || part->find_first_of("/\\") != std::string::npos) return malformed();
        if (*part == "." || *part == "..") return malformed();
        request.path.push_back(*part);
        if (request.path.size() > path_parts_max) return malformed();
        if (end == std::string_view::npos) break;
        path.remove_prefix(end + 1);
    }
    return {};
}

Result<void> read_fields(std::string_view query, Request& request, Signs signs) {
    const std::size_t most = signs == Signs::with_lines ? limits::form_fields : query_parts_max;
    while (!query.empty()) {
        const std::size_t end = query.find('&');
        const std::string_view part = query.substr(0, end);
        query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
        if (part.empty()) continue;
        const std::size_t equals = part.find('=');
        auto name = decoded(part.substr(0, equals), true);
        auto value = equals == std::string_view::npos
                         ? std::optional<std::string>("")
                         : decoded(part.substr(equals + 1), true, signs);
        if (!name || !value || request.query.size() == most) return malformed();
        request.query.emplace_back(*std::move(name), *std::move(value));
    }
    return {};
}

}  // namespace

bool is_same_name(std::string_view first, std::string_view second) {
    return std::ranges::equal(first, second,
                              [](char one, char other) { return lower(one) == lower(other); });
}

std::string_view Request::field(std::string_view name) const {
    const auto found = std::ranges::find_if(
        fields, [&](const HeaderField& one) { return is_same_name(one.name, name); });
    return found == fields.end() ? std::string_view{} : found->value;
}

std::string_view Request::parameter(std::string_view name) const {
    const auto found =
        std::ranges::find_if(query, [&](const auto& one) { return one.first == name; });
    return found == query.end() ? std::string_view{} : std::string_view(found->second);
}

std::optional<std::uint64_t> number_of(std::string_view digits) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

Result<void> read_target(std::string_view target, Request& request) {
    if (target.size() > limits::target_bytes) {
        return std::unexpected(Error{
            ErrorCode::invalid, "request.target_too_long", {std::to_string(limits::target_bytes)}});
    }
    request.target = target;
    const std::size_t query = target.find('?');
    TRY_OK(read_path(target.substr(0, query), request));
    if (query == std::string_view::npos) return {};
    return read_query(target.substr(query + 1), request);
}

Result<void> read_query(std::string_view query, Request& request) {
    return read_fields(query, request, Signs::printed);
}

Result<void> read_form_fields(std::string_view fields, Request& request) {
    return read_fields(fields, request, Signs::with_lines);
}

std::string_view next_token(std::string_view& rest) {
    while (!rest.empty()) {
        const std::size_t end = rest.find(',');
        std::string_view token = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        while (token.starts_with(' ') || token.starts_with('\t')) token.remove_prefix(1);
        while (token.ends_with(' ') || token.ends_with('\t')) token.remove_suffix(1);
        if (!token.empty()) return token;
    }
    return {};
}

}  // namespace travaux::http
