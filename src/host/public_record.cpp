// SPDX-License-Identifier: MIT
#include "host/public_record.h"

#include <algorithm>
#include <charconv>

#include "record/export.h"
#include "record/tiles.h"

namespace travaux::host {
namespace {

using record::Tile;
using record::tile_width;

std::optional<std::uint64_t> number_of(std::string_view digits) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

// The index of `x001/x234/067`; what is spelt otherwise is found out by spelling it again.
std::optional<std::uint64_t> index_of(std::string_view path) {
    constexpr std::size_t path_bytes_max = 40;
    if (path.size() > path_bytes_max) return std::nullopt;
    std::string digits;
    for (const char sign : path) {
        if (sign != 'x' && sign != '/') digits += sign;
    }
    return number_of(digits);
}

/// A tile, or the entries below one.
struct AskedTile {
    Tile tile;
    bool is_bundle = false;
};

std::optional<AskedTile> tile_of(std::string_view name) {
    std::string_view rest = name.substr(std::string_view("tile/").size());
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    AskedTile asked;
    asked.is_bundle = rest.substr(0, slash) == "entries";
    const auto level =
        asked.is_bundle ? std::optional<std::uint64_t>(0) : number_of(rest.substr(0, slash));
    rest.remove_prefix(slash + 1);
    if (const std::size_t partial = rest.find(".p/"); partial != std::string_view::npos) {
        const auto width = number_of(rest.substr(partial + 3));
        if (!width || *width == 0 || *width >= tile_width) return std::nullopt;
        asked.tile.width = *width;
        rest = rest.substr(0, partial);
    }
    const auto index = index_of(rest);
    constexpr std::uint64_t levels = 8;
    if (!level || *level >= levels || !index) return std::nullopt;
    asked.tile.level = *level;
    asked.tile.index = *index;
    const auto spelt = asked.is_bundle ? bundle_path(asked.tile) : tile_path(asked.tile);
    if (spelt != name) return std::nullopt;
    return asked;
}

bool has(const record::Tree& tree, const Tile& tile) {
    const std::uint64_t there = tree.row(tile.level).size();
    return tile.index <= there / tile_width && tile.index * tile_width + tile.width <= there;
}

}  // namespace

void PublicRecord::begin(record::Sequence sequence) {
    const std::scoped_lock lock(mutex_);
    VERIFY(sequence_.size() == 0);
    sequence_ = std::move(sequence);
}

Result<std::vector<std::string>> PublicRecord::read_on(std::uint64_t count) {
    TRY_ASSIGN(auto entries, store_.read(length(), count));
    const std::scoped_lock lock(mutex_);
    for (const std::string& entry : entries) TRY_OK(sequence_.add(entry));
    return entries;
}

std::uint64_t PublicRecord::length() const {
    const std::scoped_lock lock(mutex_);
    return sequence_.size();
}

Result<std::optional<PublicFile>> PublicRecord::file(std::string_view name) const {
    if (name.starts_with("tile/")) return tile(name);
    if (name == "checkpoint") return signed_head({});
    if (name.starts_with("rotations/")) return signed_head(name);
    if (name == "keys") {
        const std::scoped_lock lock(mutex_);
        return PublicFile{record::keys_page(sequence_.keys()), false};
    }
    const auto hash = parse_sha256(name.substr(name.rfind('/') + 1));
    if (!hash || record::body_path(*hash) != name || !public_body(*hash)) return std::nullopt;
    TRY_ASSIGN(auto bytes, store_.body(*hash));
    if (!bytes) return std::nullopt;
    return PublicFile{*std::move(bytes), false};
}

Result<std::vector<std::string>> PublicRecord::entries(std::uint64_t first,
                                                       std::uint64_t count) const {
    const std::uint64_t known = length();
    if (first >= known) return std::vector<std::string>{};
    return store_.read(first, std::min(count, known - first));
}

record::Proof PublicRecord::proof(std::uint64_t index, std::uint64_t size) const {
    const std::scoped_lock lock(mutex_);
    VERIFY(index < size && size <= sequence_.size());
    return sequence_.tree().inclusion_proof(index, size);
}

Result<std::optional<PublicBody>> PublicRecord::body(const Sha256& hash) const {
    const auto reference = public_body(hash);
    if (!reference) return std::nullopt;
    TRY_ASSIGN(const auto bytes, store_.body(hash));
    if (!bytes) return std::nullopt;
    return PublicBody{std::string(record::content_of(*bytes)), reference->media_type};
}

Result<std::optional<PublicFile>> PublicRecord::tile(std::string_view name) const {
    const auto asked = tile_of(name);
    if (!asked) return std::nullopt;
    {
        const std::scoped_lock lock(mutex_);
        if (!has(sequence_.tree(), asked->tile)) return std::nullopt;
        if (!asked->is_bundle) {
            return PublicFile{record::tile_bytes(sequence_.tree(), asked->tile), true};
        }
    }
    TRY_ASSIGN(const auto entries, store_.read(asked->tile.index * tile_width, asked->tile.width));
    return PublicFile{record::bundle_bytes(entries), true};
}

// The last head that is signed, or that of a size at which keys changed.
Result<std::optional<PublicFile>> PublicRecord::signed_head(std::string_view name) const {
    std::optional<std::uint64_t> size;
    if (!name.empty()) {
        size = number_of(name.substr(name.find('/') + 1));
        if (!size || record::rotation_path(*size) != name) return std::nullopt;
        const std::scoped_lock lock(mutex_);
        const auto& keys = sequence_.keys();
        const auto changes = [&](const record::KeyPeriod& one) {
            return one.entry != 0 && one.entry + 1 == *size;
        };
        if (std::ranges::none_of(keys, changes)) return std::nullopt;
    }
    TRY_ASSIGN(auto note, store_.checkpoint(size));
    if (!note) return std::nullopt;
    return PublicFile{*std::move(note), size.has_value()};
}

std::optional<record::BodyReference> PublicRecord::public_body(const Sha256& hash) const {
    const std::scoped_lock lock(mutex_);
    const auto found = sequence_.bodies().find(hash);
    if (found == sequence_.bodies().end() || found->second.withheld_by) return std::nullopt;
    return found->second.reference;
}

}  // namespace travaux::host
