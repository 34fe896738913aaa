// The signed head of a record: C2SP tlog-checkpoint.
//
// Three lines: the origin, which names the record; the number of entries; the root hash of their
// tree. Two roots of one size are never both signed.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "record/merkle.h"
#include "record/signed_note.h"

namespace travaux::record {

struct Checkpoint {
    std::string origin;
    TreeHead head;

    bool operator==(const Checkpoint&) const = default;
};

/// Returns the three lines.
[[nodiscard]] std::string text_of(const Checkpoint& checkpoint);

/// Reads the three lines. Errors: `checkpoint.malformed`.
[[nodiscard]] Result<Checkpoint> read_checkpoint(std::string_view text);

/// Signs the head of the first `size` entries of a tree with every key; the keys bear the origin as
/// their name. `last` is what was signed last. Errors: `checkpoint.shorter` where the tree has
/// fewer entries than what was signed, `checkpoint.two_roots` where it does not continue it.
[[nodiscard]] Result<Note> sign_head(const Tree& tree, std::uint64_t size,
                                     const std::optional<Checkpoint>& last,
                                     std::span<const SigningKey> keys);

}  // namespace travaux::record
