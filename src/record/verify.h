// Checks a whole record, and says what was checked and what is damaged.
//
// A record in order is checked to its last byte: every file of an export is either what the signed
// head commits to, or stands in the list of damages with its place. A body that was withheld is no
// damage.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "record/checkpoint.h"
#include "record/export.h"
#include "record/store.h"

namespace travaux::record {

/// What a check of a record found.
struct Verification {
    Checkpoint checkpoint;
    std::optional<VerifierKey> key;      ///< whose signature the head bears
    std::uint64_t entries = 0;           ///< in order and in their canonical bytes
    std::uint64_t entries_unsigned = 0;  ///< of them, those after the head
    std::int64_t first_ms = 0;
    std::int64_t last_ms = 0;
    std::uint64_t hashes = 0;  ///< of tiles
    std::uint64_t rotations = 0;
    std::uint64_t bodies = 0;  ///< that are there
    std::vector<Sha256> withheld;
    std::uint64_t sealed = 0;  ///< confidential entries that are not disclosed
    std::uint64_t disclosed = 0;
    std::vector<Error> damages;  ///< each names its place first

    [[nodiscard]] bool is_sound() const { return damages.empty(); }
};

/// How many damages are listed before the check gives up.
inline constexpr std::size_t damages_max = 100;

/// Checks an export. Where a key is given, the record has to be that key's. Errors are those of
/// reading files; damages are in the result.
[[nodiscard]] Result<Verification> verify_export(ExportFiles& files,
                                                 const std::optional<VerifierKey>& trusted);

/// Checks a store in the same way; entries after its last signed head are counted.
[[nodiscard]] Result<Verification> verify_store(Store& store,
                                                const std::optional<VerifierKey>& trusted);

}  // namespace travaux::record
