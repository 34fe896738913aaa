// SPDX-License-Identifier: MIT
#include "formats/akoma_ntoso_source.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <system_error>

#include "base/limits.h"
#include "base/utf8.h"

namespace travaux::formats {
namespace {

// Returns where the markup that begins at `at` ends: its last sign.
std::size_t end_of_markup(std::string_view xml, std::size_t at) {
    const std::string_view rest = xml.substr(at);
    if (rest.starts_with("<!--")) return xml.find("-->", at + 4);
    if (rest.starts_with("<![CDATA[")) return xml.find("]]>", at);
    if (rest.starts_with("<?")) return xml.find("?>", at);
    char quote = 0;
    for (std::size_t end = at + 1; end < xml.size(); ++end) {
        const char c = xml[end];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '>') {
            return end;
        } else if (c == '"' || c == '\'') {
            quote = c;
        }
    }
    return std::string_view::npos;
}

// Whether `&#233;` or `&#xE9;` stands for a character that XML can carry.
bool is_character(std::string_view reference) {
    if (!reference.starts_with("&#") || !reference.ends_with(';')) return false;
    reference = reference.substr(2, reference.size() - 3);
    const bool is_hex = reference.starts_with('x');
    if (is_hex) reference.remove_prefix(1);
    std::uint32_t code = 0;
    const auto read = std::from_chars(reference.data(), reference.data() + reference.size(), code,
                                      is_hex ? 16 : 10);
    const bool is_number =
        read.ec == std::errc{} && read.ptr == reference.data() + reference.size();
    if (!is_number) return false;
    return code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code < 0xD800) ||
           (code >= 0xE000 && code < 0xFFFE) || (code >= 0x10000 && code <= 0x10FFFF);
}

}  // namespace

Result<pugi::xml_document> AkomaNtosoSource::parse(Remarks remarks) const {
    if (xml_.empty()) return refuse("akoma_ntoso.empty", 0);
    if (xml_.size() > limits::input_file_bytes) return refuse("akoma_ntoso.too_large", 0);
    if (!is_utf8(xml_)) return refuse("akoma_ntoso.not_utf8", 0);
    // Entities could stand for anything, and grow without end.
    if (const auto at = xml_.find("<!DOCTYPE"); at != std::string_view::npos) {
        return refuse("akoma_ntoso.document_type", static_cast<std::ptrdiff_t>(at));
    }
    TRY_OK(check_markup());
    unsigned flags = pugi::parse_default | pugi::parse_ws_pcdata;
    if (remarks == Remarks::kept) {
        flags |= pugi::parse_comments | pugi::parse_pi | pugi::parse_declaration;
    }
    pugi::xml_document document;
    const auto parsed = document.load_buffer(xml_.data(), xml_.size(), flags, pugi::encoding_utf8);
    if (!parsed) return refuse("akoma_ntoso.malformed", parsed.offset, parsed.description());
    return document;
}

std::unexpected<Error> AkomaNtosoSource::refuse(std::string id, std::ptrdiff_t offset,
                                                std::string detail) const {
    const auto size = static_cast<std::ptrdiff_t>(xml_.size());
    const auto end = xml_.begin() + std::clamp<std::ptrdiff_t>(offset, 0, size);
    const auto line = 1 + std::count(xml_.begin(), end, '\n');
    return std::unexpected(
        Error{ErrorCode::invalid,
              std::move(id),
              {std::string(file_name_) + ":" + std::to_string(line), std::move(detail)}});
}

// What walks the tree would follow any depth, and the parser leaves unknown entities as they are.
Result<void> AkomaNtosoSource::check_markup() const {
    std::size_t depth = 0;
    for (std::size_t at = 0; at + 1 < xml_.size(); ++at) {
        if (xml_[at] == '&') TRY_OK(check_entity(at));
        if (xml_[at] != '<') continue;
        const std::size_t end = end_of_markup(xml_, at);
        if (end == std::string_view::npos) break;
        const char next = xml_[at + 1];
        if (next == '/') {
            depth -= depth > 0 ? 1U : 0U;
        } else if (next != '!' && next != '?' && xml_[end - 1] != '/' &&
                   ++depth > limits::xml_depth) {
            return refuse("akoma_ntoso.too_deep", static_cast<std::ptrdiff_t>(at));
        }
        at = end;
    }
    return {};
}

Result<void> AkomaNtosoSource::check_entity(std::size_t at) const {
    constexpr std::array<std::string_view, 5> known = {"&lt;", "&gt;", "&amp;", "&quot;", "&apos;"};
    const std::string_view rest = xml_.substr(at, 12);
    const std::string_view named = rest.substr(0, rest.find(';') + 1);
    if (std::ranges::find(known, named) != known.end() || is_character(named)) return {};
    return refuse("akoma_ntoso.entity_unknown", static_cast<std::ptrdiff_t>(at),
                  std::string(named.empty() ? "&" : named));
}

}  // namespace travaux::formats
