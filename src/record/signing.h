// Signs the heads of a record, in the order in which they came about.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/result.h"
#include "record/checkpoint.h"
#include "record/sequence.h"
#include "record/store.h"

namespace travaux::record {

/// Remembers outside the store what was signed last, so that a store which lost entries, by an old
/// backup say, is not signed again at a size that has another root already.
class HeadMemory {
public:
    HeadMemory() = default;
    HeadMemory(const HeadMemory&) = delete;
    HeadMemory& operator=(const HeadMemory&) = delete;
    virtual ~HeadMemory() = default;

    /// Returns the text of the head that was signed last, or nothing.
    [[nodiscard]] virtual Result<std::optional<std::string>> last() = 0;

    /// Remembers a head before its signature is given away.
    [[nodiscard]] virtual Result<void> remember(const std::string& text) = 0;
};

/// Signs the last head of a store, and before it the heads at which keys changed, where that is not
/// done yet. `sequence` has every entry of the store. Returns the last head as it is signed.
/// Errors: those of `sign_head`; `key.not_there` where a key is wanted that is not among `keys`.
[[nodiscard]] Result<Note> sign_pending(Store& store, const Sequence& sequence,
                                        std::span<const SigningKey> keys, HeadMemory& memory);

}  // namespace travaux::record
