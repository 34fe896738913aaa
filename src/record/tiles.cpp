// SPDX-License-Identifier: MIT
#include "record/tiles.h"

#include <algorithm>

namespace travaux::record {
namespace {

constexpr std::size_t entry_bytes_max = 0xFFFF;

std::string three_digits(std::uint64_t number) {
    std::string digits = std::to_string(number);
    return digits.insert(0, 3 - digits.size(), '0');
}

// 1234067 is x001/x234/067: a folder never bears the name of a file.
std::string index_path(std::uint64_t index) {
    std::string path = three_digits(index % 1000);
    for (index /= 1000; index > 0; index /= 1000) {
        path.insert(0, "x" + three_digits(index % 1000) + "/");
    }
    return path;
}

std::string path_of(const std::string& folder, const Tile& tile) {
    VERIFY(tile.width >= 1 && tile.width <= tile_width);
    const std::string path = "tile/" + folder + "/" + index_path(tile.index);
    return tile.width == tile_width ? path : path + ".p/" + std::to_string(tile.width);
}

}  // namespace

std::vector<Tile> tiles_of(std::uint64_t size) {
    std::vector<Tile> tiles;
    std::size_t level = 0;
    for (std::uint64_t hashes = size; hashes > 0; hashes /= tile_width, ++level) {
        const std::uint64_t full = hashes / tile_width;
        for (std::uint64_t index = 0; index < full; ++index) tiles.push_back({level, index});
        if (hashes % tile_width != 0) tiles.push_back({level, full, hashes % tile_width});
    }
    return tiles;
}

std::string tile_path(const Tile& tile) { return path_of(std::to_string(tile.level), tile); }

std::string bundle_path(const Tile& tile) { return path_of("entries", tile); }

std::string tile_bytes(const Tree& tree, const Tile& tile) {
    const std::span<const Sha256> row = tree.row(tile.level);
    VERIFY(tile.index * tile_width + tile.width <= row.size());
    std::string bytes;
    for (const Sha256& hash : row.subspan(tile.index * tile_width, tile.width)) {
        bytes.append(hash.begin(), hash.end());
    }
    return bytes;
}

std::string bundle_bytes(std::span<const std::string> entries) {
    VERIFY(entries.size() <= tile_width);
    std::string bytes;
    for (const std::string& entry : entries) {
        VERIFY(entry.size() <= entry_bytes_max);
        bytes += static_cast<char>(entry.size() >> 8U);
        bytes += static_cast<char>(entry.size() & 255U);
        bytes += entry;
    }
    return bytes;
}

Result<std::vector<std::string_view>> read_bundle(std::string_view bytes) {
    std::vector<std::string_view> entries;
    while (!bytes.empty()) {
        const std::string_view head = bytes.substr(0, 2);
        bytes.remove_prefix(head.size());
        const std::size_t length = head.size() < 2
                                       ? entry_bytes_max
                                       : static_cast<unsigned char>(head[0]) * std::size_t{256} +
                                             static_cast<unsigned char>(head[1]);
        if (length > bytes.size()) {
            return std::unexpected(
                Error{ErrorCode::corrupt, "bundle.cut_off", {std::to_string(entries.size())}});
        }
        entries.push_back(bytes.substr(0, length));
        bytes.remove_prefix(length);
    }
    return entries;
}

}  // namespace travaux::record
