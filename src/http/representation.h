// One content in the spellings that a client may take: plain or compressed, with its tag.
//
// A tag is the number of entries that the content was made of and a hash of the content:
// `"12-0f…"`. Whoever acts on what they saw sends it back, and the number tells since when things
// may have changed; the hash alone tells whether a client has the content already.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"

namespace travaux::http {

enum class Encoding : std::uint8_t { plain, gzip, brotli };

/// Returns compressed bytes.
[[nodiscard]] std::string compressed(std::string_view bytes, Encoding encoding);

/// Returns the best encoding that an `Accept-Encoding` field takes.
[[nodiscard]] Encoding accepted_encoding(std::string_view field);

/// A content; several answers may share it.
struct Representation {
    std::string media_type;
    std::string hash;           ///< of the content, short
    std::uint64_t entries = 0;  ///< that it was made of
    Bytes plain;
    Bytes gzip;    ///< null where it would not be shorter
    Bytes brotli;  ///< as above
};

/// Which compressed spellings are made: all for what is kept, one for what is answered once.
enum class Kept : std::uint8_t { yes, no };

/// Makes a representation. `accept_encoding` is of who asks.
[[nodiscard]] Representation represent(std::string content, std::string media_type, Kept kept,
                                       std::string_view accept_encoding);

/// Returns how many bytes a representation has in all its spellings.
[[nodiscard]] std::size_t bytes_of(const Representation& representation);

/// Whether everybody sees the same.
enum class Sharing : std::uint8_t { everybody, by_rights };

/// Returns the answer with a representation: in an encoding that the request takes, or `304` where
/// the client has it already. It is to be asked for again each time.
[[nodiscard]] Response answer_with(const Request& request, const Representation& representation,
                                   Sharing sharing);

/// Returns the number of entries that a tag in `If-Match` was made of; nothing where there is no
/// such field or it is `*`. Errors: `request.tag_malformed`.
[[nodiscard]] Result<std::optional<std::uint64_t>> entries_seen(std::string_view if_match);

}  // namespace travaux::http
