// The work of B1: from the bytes of a draft and its proposals to the annotated tree, its text and
// the content id of each distinct wish.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/shared_text.h"
#include "consolidation/consolidated.h"
#include "text/draft.h"

namespace travaux::bench {

/// One input: the bytes of base and amendments, one after the other.
struct Bytes {
    SharedText all;
    std::size_t base_size = 0;

    [[nodiscard]] std::string_view base() const { return all.view().substr(0, base_size); }
    [[nodiscard]] SharedText amendments() const { return all.part(all.view().substr(base_size)); }
};

/// Reads the two files.
[[nodiscard]] Bytes pair_of(const std::filesystem::path& base,
                            const std::filesystem::path& amendments);

/// Reads the treaty and so many amendments to it.
[[nodiscard]] Bytes input_of(const std::filesystem::path& inputs, std::size_t amendments);

/// All that comes of one consolidation.
struct Outcome {
    text::Draft draft;
    consolidation::Consolidated consolidated;
    std::string text;
    std::vector<Sha256> contents;  ///< of each distinct wish for words
};

/// Takes the proposals as they come. REQUIRES: each comes once.
[[nodiscard]] Outcome consolidate_bytes(const Bytes& bytes);

/// Joins the proposals to a set first, so that each may come any number of times.
[[nodiscard]] Outcome consolidate_set(const Bytes& bytes);

}  // namespace travaux::bench
