// SPDX-License-Identifier: MIT
#include "http/representation.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>

#include "base/id.h"

namespace travaux::http {
namespace {

constexpr std::size_t worth_compressing_bytes = 700;
constexpr std::size_t hash_digits = 16;
constexpr int gzip_level = 6;
constexpr int gzip_window_bits = 15 + 16;  // 16 asks for the head of gzip
constexpr int brotli_quality = 5;

std::string gzipped(std::string_view bytes) {
    z_stream stream{};
    VERIFY(::deflateInit2(&stream, gzip_level, Z_DEFLATED, gzip_window_bits, MAX_MEM_LEVEL,
                          Z_DEFAULT_STRATEGY) == Z_OK);
    std::string result(::deflateBound(&stream, bytes.size()), '\0');
    // NOLINTBEGIN(cppcoreguidelines-pro-type-reinterpret-cast,cppcoreguidelines-pro-type-const-cast)
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    // NOLINTEND(cppcoreguidelines-pro-type-reinterpret-cast,cppcoreguidelines-pro-type-const-cast)
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.avail_out = static_cast<uInt>(result.size());
    VERIFY(::deflate(&stream, Z_FINISH) == Z_STREAM_END);
    result.resize(stream.total_out);
    ::deflateEnd(&stream);
    return result;
}

std::string brotli_of(std::string_view bytes) {
    std::size_t size = ::BrotliEncoderMaxCompressedSize(bytes.size());
    std::string result(size, '\0');
    // NOLINTBEGIN(cppcoreguidelines-pro-type-reinterpret-cast)
    VERIFY(::BrotliEncoderCompress(brotli_quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT,
                                   bytes.size(),
                                   reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                   reinterpret_cast<std::uint8_t*>(result.data())) == BROTLI_TRUE);
    // NOLINTEND(cppcoreguidelines-pro-type-reinterpret-cast)
    result.resize(size);
    return result;
}

Bytes compressed_if_shorter(const std::string& content, Encoding encoding) {
    std::string result = compressed(content, encoding);
    return result.size() < content.size() ? share(std::move(result)) : nullptr;
}

std::string_view suffix_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::plain: return "";
        case Encoding::gzip: return "-gzip";
        case Encoding::brotli: return "-br";
    }
    return "";
}

// What is compressed in itself.
bool is_packed(std::string_view media_type) {
    return media_type == "application/pdf" ||
           media_type.starts_with("application/vnd.openxmlformats-officedocument.");
}

// The spelling that a client takes, where there is one.
Encoding spelling(const Representation& representation, std::string_view accept_encoding) {
    const Encoding wanted = accepted_encoding(accept_encoding);
    if (wanted == Encoding::brotli && representation.brotli) return Encoding::brotli;
    if (wanted == Encoding::gzip && representation.gzip) return Encoding::gzip;
    return Encoding::plain;
}

Bytes bytes_in(const Representation& representation, Encoding encoding) {
    switch (encoding) {
        case Encoding::plain: return representation.plain;
        case Encoding::gzip: return representation.gzip;
        case Encoding::brotli: return representation.brotli;
    }
    return {};
}

/// A tag, taken apart.
struct Tag {
    std::uint64_t entries = 0;
    std::string_view hash;
};

std::optional<Tag> read_tag(std::string_view text) {
    if (text.starts_with("W/")) text.remove_prefix(2);
    if (text.size() < 2 || !text.starts_with('"') || !text.ends_with('"')) return std::nullopt;
    text = text.substr(1, text.size() - 2);
    const std::size_t dash = text.find('-');
    const auto entries = number_of(text.substr(0, dash));
    if (dash == std::string_view::npos || !entries) return std::nullopt;
    text.remove_prefix(dash + 1);
    return Tag{*entries, text.substr(0, text.find('-'))};
}

bool has_already(std::string_view if_none_match, const Representation& representation) {
    while (true) {
        const std::string_view token = next_token(if_none_match);
        if (token.empty()) return false;
        const auto tag = read_tag(token);
        if (token == "*" || (tag && tag->hash == representation.hash)) return true;
    }
}

}  // namespace

std::string compressed(std::string_view bytes, Encoding encoding) {
    switch (encoding) {
        case Encoding::plain: return std::string(bytes);
        case Encoding::gzip: return gzipped(bytes);
        case Encoding::brotli: return brotli_of(bytes);
    }
    return {};
}

Encoding accepted_encoding(std::string_view field) {
    Encoding best = Encoding::plain;
    while (true) {
        std::string_view token = next_token(field);
        if (token.empty()) return best;
        const std::size_t semicolon = token.find(';');
        std::string_view weight =
            semicolon == std::string_view::npos ? "" : token.substr(semicolon + 1);
        while (weight.starts_with(' ')) weight.remove_prefix(1);
        token = token.substr(0, semicolon);
        while (token.ends_with(' ')) token.remove_suffix(1);
        if (weight == "q=0" || weight == "q=0.0" || weight == "q=0.00" || weight == "q=0.000") {
            continue;
        }
        if (is_same_name(token, "br")) best = Encoding::brotli;
        if (is_same_name(token, "gzip") && best == Encoding::plain) best = Encoding::gzip;
    }
}

Representation represent(std::string content, std::string media_type, Kept kept,
                         std::string_view accept_encoding) {
    Representation result;
    result.media_type = std::move(media_type);
    result.hash = hex(sha256(content)).substr(0, hash_digits);
    if (content.size() >= worth_compressing_bytes && !is_packed(result.media_type)) {
        const Encoding wanted = accepted_encoding(accept_encoding);
        if (kept == Kept::yes || wanted == Encoding::gzip) {
            result.gzip = compressed_if_shorter(content, Encoding::gzip);
        }
        if (kept == Kept::yes || wanted == Encoding::brotli) {
            result.brotli = compressed_if_shorter(content, Encoding::brotli);
        }
    }
    result.plain = share(std::move(content));
    return result;
}

std::size_t bytes_of(const Representation& representation) {
    std::size_t size = 0;
    for (const Bytes* bytes :
         {&representation.plain, &representation.gzip, &representation.brotli}) {
        if (*bytes) size += (*bytes)->size();
    }
    return size;
}

Response answer_with(const Request& request, const Representation& representation,
                     Sharing sharing) {
    const Encoding encoding = spelling(representation, request.field("Accept-Encoding"));
    Response response;
    std::string tag = "\"";
    tag += std::to_string(representation.entries);
    tag += '-';
    tag += representation.hash;
    tag += suffix_of(encoding);
    tag += '"';
    response.with("ETag", std::move(tag));
    const bool is_shared = sharing == Sharing::everybody;
    response.with("Cache-Control", is_shared ? "no-cache" : "private, no-cache");
    response.with("Vary", is_shared ? "Accept-Encoding, Accept-Language"
                                    : "Accept-Encoding, Accept-Language, Authorization, Cookie");
    response.with("Record-Length", std::to_string(representation.entries));
    if (has_already(request.field("If-None-Match"), representation)) {
        response.status = 304;
        response.media_type.clear();
        return response;
    }
    response.media_type = representation.media_type;
    response.body = bytes_in(representation, encoding);
    if (encoding == Encoding::gzip) response.with("Content-Encoding", "gzip");
    if (encoding == Encoding::brotli) response.with("Content-Encoding", "br");
    return response;
}

Result<std::optional<std::uint64_t>> entries_seen(std::string_view if_match) {
    if (if_match.empty() || if_match == "*") return std::nullopt;
    std::optional<std::uint64_t> seen;
    while (true) {
        const std::string_view token = next_token(if_match);
        if (token.empty()) return seen;
        const auto tag = read_tag(token);
        if (!tag) {
            return std::unexpected(
                Error{ErrorCode::invalid, "request.tag_malformed", {std::string(token)}});
        }
        seen = std::max(seen.value_or(0), tag->entries);
    }
}

}  // namespace travaux::http
