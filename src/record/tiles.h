// The files that a tree and its entries are served as: C2SP tlog-tiles.
//
// A tile is up to 256 hashes of one level in a row; only full tiles have a hash in the level above.
// An entry bundle is the entries below a tile of level 0.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/merkle.h"

namespace travaux::record {

inline constexpr std::uint64_t tile_width = 256;

/// A tile by its level, its place in the level and its width, which is 1 to 256.
struct Tile {
    std::size_t level = 0;
    std::uint64_t index = 0;
    std::uint64_t width = tile_width;

    bool operator==(const Tile&) const = default;
};

/// Returns every tile of a tree of `size`, level by level.
[[nodiscard]] std::vector<Tile> tiles_of(std::uint64_t size);

/// Returns where a tile is served: `tile/1/x001/234`, and `.p/17` after it where it is partial.
[[nodiscard]] std::string tile_path(const Tile& tile);

/// Returns where the entries below a tile of level 0 are served: `tile/entries/…`.
[[nodiscard]] std::string bundle_path(const Tile& tile);

/// Returns a tile's hashes. REQUIRES: the tree has them.
[[nodiscard]] std::string tile_bytes(const Tree& tree, const Tile& tile);

/// Returns entries as a bundle: each with its length in two bytes, the greater first, before it.
/// REQUIRES: at most 256 entries of at most 65,535 bytes.
[[nodiscard]] std::string bundle_bytes(std::span<const std::string> entries);

/// Returns the entries of a bundle. Errors: `bundle.cut_off`, with the number of entries before.
[[nodiscard]] Result<std::vector<std::string_view>> read_bundle(std::string_view bytes);

}  // namespace travaux::record
