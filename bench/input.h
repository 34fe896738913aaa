// Reads the inputs of the works: synthetic treaties and amendments, as lines of fields that tabs
// part.
//
//   base:        provision, level (A article heading, P paragraph, S subparagraph), number, text
//   amendments:  id, sponsor, operation, provision, text
//   operations:  T target text, D delete, I insert after, N article after, M move after, J join
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "consolidation/proposal.h"
#include "text/draft.h"

namespace travaux::bench {

/// Where the inputs lie: `base.tsv`, `amend-N.tsv`, `drafts/` with successive drafts,
/// `wordings.txt` with real ones, and `adv/` with the hostile pairs.
using Inputs = std::filesystem::path;

/// Returns the bytes of a file, or refuses the run where it is missing.
[[nodiscard]] std::string bytes_of(const std::filesystem::path& file);

/// Returns where so many amendments lie.
[[nodiscard]] std::filesystem::path amendments_file(const Inputs& inputs, std::size_t count);

/// Returns the draft of a base file.
[[nodiscard]] text::Draft draft_of(std::string_view bytes);

/// Returns the proposals of an amendments file, in its order. What no check would let pass, a move
/// into itself or a join with nothing, is left out. Targets share the bytes of the file.
[[nodiscard]] std::vector<consolidation::Proposal> proposals_of(const text::Draft& draft,
                                                                const SharedText& file);

/// Returns the positions below `count` in an order that `seed` draws, the same on every machine.
[[nodiscard]] std::vector<std::size_t> drawn_order(std::size_t count, std::uint32_t seed);

}  // namespace travaux::bench
