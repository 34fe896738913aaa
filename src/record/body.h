// Bodies: the texts and files that stand beside entries, and the content of confidential ones.
//
// A body is a salt of 32 bytes and the content after it; its hash is that of both. Who knows the
// hash alone cannot try out guesses of the content, so a body that is withheld stays so.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/entry.h"

namespace travaux::record {

/// Chance that is drawn for one body.
using Salt = std::array<std::uint8_t, 32>;

/// A body as it is stored and exported.
struct Body {
    Sha256 hash{};
    std::string bytes;  ///< the salt and the content

    bool operator==(const Body&) const = default;
};

/// Makes a body.
[[nodiscard]] Body make_body(const Salt& salt, std::string_view content);

/// Returns the content of a body's bytes. REQUIRES: at least 32 bytes.
[[nodiscard]] std::string_view content_of(std::string_view bytes);

/// Returns what stands for a body in an entry.
[[nodiscard]] BodyReference refer_to(const Body& body, std::string media_type);

/// A confidential act, ready to be appended: what shows, and the body that is kept.
struct SealedAct {
    Commitment commitment;
    Body body;
};

/// Seals an act.
[[nodiscard]] Result<SealedAct> seal(const Act& act, const Salt& salt);

/// A value of the side table, see `SideTable`.
struct SideValue {
    std::string kind;
    std::string key;
    std::string value;

    bool operator==(const SideValue&) const = default;
};

/// What is appended to a record at once.
struct Addition {
    std::string entry;
    std::vector<Body> bodies;
    std::vector<Sha256> withholds;  ///< bodies that are deleted with it
    std::vector<SideValue> side{};  ///< what is kept beside the record if the entry is appended

    bool operator==(const Addition&) const = default;
};

/// Makes an addition of an entry and the bodies that come with it. Errors: those of encoding;
/// `body.too_large`; `body.not_given` where the entry names a body that is not there;
/// `body.not_named` where one is there that the entry does not name.
[[nodiscard]] Result<Addition> make_addition(const Entry& entry, std::vector<Body> bodies);

}  // namespace travaux::record
