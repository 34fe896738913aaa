// The head of a message of mail: its fields, in ASCII whatever their words are.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mail/mailer.h"

namespace travaux::mail {

/// Returns words for a field of a head: as they are where they are short and plain ASCII, otherwise
/// as encoded words (RFC 2047, section 2), each of at most 75 signs and of whole characters.
[[nodiscard]] std::string encoded_words(std::string_view words);

/// Returns an instant, in milliseconds since 1970, as a head has it (RFC 5322, section 3.3).
[[nodiscard]] std::string date_field(std::int64_t time_ms);

/// Reads `name@example.org` or `A name <name@example.org>`; nothing for any other text.
[[nodiscard]] std::optional<Mailbox> parse_mailbox(std::string_view text);

/// Whether an address may stand between `<` and `>`, in a command and in a head.
[[nodiscard]] bool is_sound_address(std::string_view address);

/// Returns the fields of a message, `Name: value`, but for those of its parts. None has an end of
/// line in it, whatever the message says.
[[nodiscard]] std::vector<std::string> head_of(const Mail& mail);

}  // namespace travaux::mail
