// SPDX-License-Identifier: MIT
#include "base/base64.h"

#include <array>
#include <cstdint>

namespace travaux {
namespace {

constexpr std::string_view digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string base64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::string_view group = bytes.substr(at, 3);
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            bits = bits << 8U | (i < group.size() ? static_cast<unsigned char>(group[i]) : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            text += i <= group.size() ? digits[bits >> (18 - 6 * i) & 63U] : '=';
        }
    }
    return text;
}

std::optional<std::string> parse_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t at = 0; at < text.size(); at += 4) {
        std::uint32_t bits = 0;
        for (const char sign : text.substr(at, 4)) {
            // A padding sign counts as zero here; the comparison below says whether it may stand.
            const std::size_t value = sign == '=' ? 0 : digits.find(sign);
            if (value == std::string_view::npos) return std::nullopt;
            bits = bits << 6U | static_cast<std::uint32_t>(value);
        }
        for (const unsigned shift : {16U, 8U, 0U}) bytes += static_cast<char>(bits >> shift & 255U);
    }
    const std::size_t last = text.find_last_not_of('=') + 1;
    const std::size_t padding = text.size() - last;
    if (padding > 2) return std::nullopt;
    bytes.resize(bytes.size() - padding);
    if (base64(bytes) != text) return std::nullopt;
    return bytes;
}

std::string base64_url(std::string_view bytes) {
    std::string text = base64(bytes);
    while (text.ends_with('=')) text.pop_back();
    for (char& one : text) one = one == '+' ? '-' : one == '/' ? '_' : one;
    return text;
}

std::optional<std::string> parse_base64_url(std::string_view text) {
    if (text.find_first_of("+/=") != std::string_view::npos) return std::nullopt;
    std::string padded(text);
    for (char& one : padded) one = one == '-' ? '+' : one == '_' ? '/' : one;
    while (padded.size() % 4 != 0) padded += '=';
    return parse_base64(padded);
}

}  // namespace travaux
