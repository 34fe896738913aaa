// Checks an export: first the keys and the signed head, then what the head commits to.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "record/checker.h"
#include "record/tiles.h"

namespace travaux::record {
namespace {

class ExportCheck {
public:
    ExportCheck(ExportFiles& files, std::optional<VerifierKey> trusted)
        : files_(files), checker_(std::move(trusted)) {}

    Result<Verification> run();

private:
    using Bytes = std::optional<std::string>;

    Result<Bytes> file(const std::string& name);
    Result<bool> read_head();
    Result<bool> read_entries();
    Result<bool> read_bundle_of(const Tile& tile);
    Result<void> check_tiles();
    void check_tile(const Tile& tile, std::string_view bytes);
    Result<bool> is_tree_of_tiles_signed();
    Result<void> check_rest();
    Result<void> check_bodies();

    [[nodiscard]] const TreeHead& head() { return checker_.found().checkpoint.head; }

    ExportFiles& files_;
    Checker checker_;
    std::set<std::string> names_;
    std::set<std::string> expected_;
    std::string keys_page_;
    Note head_note_;
    Tree leaves_;  // of the entries as they stand in the bundles
    bool is_in_sequence_ = true;
    bool are_entries_signed_ = false;
    bool are_tiles_signed_ = false;
};

// A file that has to be there; nothing where it is missing.
Result<ExportCheck::Bytes> ExportCheck::file(const std::string& name) {
    expected_.insert(name);
    if (!names_.contains(name)) {
        checker_.damage("export.file_missing", name);
        return Bytes{};
    }
    TRY_ASSIGN(std::string bytes, files_.read(name));
    return Bytes{std::move(bytes)};
}

// The key that signs is the last one of the page of keys; whether the page is right, the entries
// tell later.
Result<bool> ExportCheck::read_head() {
    TRY_ASSIGN(const Bytes keys, file("keys"));
    if (!keys) return false;
    keys_page_ = *keys;
    const std::size_t blank = keys_page_.rfind(' ');
    const auto key =
        blank == std::string::npos || !keys_page_.ends_with('\n')
            ? parse_verifier_key("")
            : parse_verifier_key(
                  std::string_view(keys_page_).substr(blank + 1, keys_page_.size() - blank - 2));
    if (!key) {
        checker_.damage("key.malformed", "keys");
        return false;
    }
    TRY_ASSIGN(const Bytes bytes, file("checkpoint"));
    if (!bytes) return false;
    const auto note = checker_.read_head(*bytes, "checkpoint");
    if (!note) return false;
    if (!is_signed_by(*note, *key)) {
        checker_.damage("export.not_signed", "checkpoint", text_of(*key));
        return false;
    }
    head_note_ = *note;
    return true;
}

Result<bool> ExportCheck::read_bundle_of(const Tile& tile) {
    const std::string path = bundle_path(tile);
    TRY_ASSIGN(const Bytes bytes, file(path));
    if (!bytes) return false;
    const auto entries = read_bundle(*bytes);
    if (!entries) {
        checker_.damage(entries.error(), path);
        return false;
    }
    if (entries->size() != tile.width) {
        checker_.damage("bundle.count", path, std::to_string(entries->size()));
        return false;
    }
    for (const std::string_view entry : *entries) {
        const std::string place = path + ", entry " + std::to_string(leaves_.size());
        is_in_sequence_ = is_in_sequence_ && checker_.take_entry(entry, place);
        leaves_.append(leaf_hash(entry));
    }
    return true;
}

// Whether every bundle could be read.
Result<bool> ExportCheck::read_entries() {
    for (const Tile& tile : tiles_of(head().size)) {
        if (tile.level != 0) break;
        TRY_ASSIGN(const bool is_read, read_bundle_of(tile));
        if (!is_read) return false;
    }
    are_entries_signed_ = leaves_.root() == head().root;
    return true;
}

// Whether the tree that the tiles of level 0 make is the signed one: it tells apart whether an
// entry or a hash is damaged where the two differ.
Result<bool> ExportCheck::is_tree_of_tiles_signed() {
    Tree tree;
    for (const Tile& tile : tiles_of(head().size)) {
        if (tile.level != 0) break;
        TRY_ASSIGN(const Bytes bytes, file(tile_path(tile)));
        if (!bytes || bytes->size() != sizeof(Sha256) * tile.width) return false;
        for (std::size_t at = 0; at < bytes->size(); at += sizeof(Sha256)) {
            Sha256 hash{};
            std::ranges::copy(std::string_view(*bytes).substr(at, sizeof(Sha256)), hash.begin());
            tree.append(hash);
        }
    }
    return tree.root() == head().root;
}

void ExportCheck::check_tile(const Tile& tile, std::string_view bytes) {
    const std::string path = tile_path(tile);
    const std::string wanted = tile_bytes(leaves_, tile);
    checker_.found().hashes += tile.width;
    if (bytes == wanted) return;
    if (bytes.size() != wanted.size()) return checker_.damage("export.tile_other", path, "last");
    const auto at = std::ranges::mismatch(bytes, wanted).in1 - bytes.begin();
    const std::uint64_t hash = static_cast<std::uint64_t>(at) / sizeof(Sha256);
    if (are_entries_signed_ || !are_tiles_signed_) {
        return checker_.damage("export.tile_other", path, std::to_string(hash));
    }
    if (tile.level != 0) return;
    const std::string index = std::to_string(tile.index * tile_width + hash);
    checker_.damage("export.entry_other", bundle_path(tile) + ", entry " + index);
}

Result<void> ExportCheck::check_tiles() {
    if (!are_entries_signed_) {
        TRY_ASSIGN(are_tiles_signed_, is_tree_of_tiles_signed());
    }
    for (const Tile& tile : tiles_of(head().size)) {
        TRY_ASSIGN(const Bytes bytes, file(tile_path(tile)));
        if (bytes) check_tile(tile, *bytes);
    }
    if (!are_entries_signed_ && checker_.found().damages.empty()) {
        checker_.damage("export.root_other", "checkpoint");
    }
    return {};
}

Result<void> ExportCheck::check_bodies() {
    for (const auto& [hash, state] : checker_.sequence().bodies()) {
        const std::string path = body_path(hash);
        Bytes bytes;
        expected_.insert(path);
        if (names_.contains(path)) {
            TRY_ASSIGN(bytes, files_.read(path));
        }
        checker_.check_body(state, bytes, path);
    }
    for (const auto& [index, state] : checker_.sequence().sealed()) {
        const std::string path = body_path(state.commitment);
        if (!state.disclosed_by || !names_.contains(path)) continue;
        TRY_ASSIGN(const std::string bytes, files_.read(path));
        checker_.check_disclosed(state, bytes, path);
    }
    return {};
}

Result<void> ExportCheck::check_rest() {
    const Sequence& sequence = checker_.sequence();
    checker_.check_signers(head_note_, "checkpoint");
    if (keys_page_ != keys_page(sequence.keys())) checker_.damage("export.keys_other", "keys");
    for (const KeyPeriod& one : std::span(sequence.keys()).subspan(1)) {
        const std::string path = rotation_path(one.entry + 1);
        TRY_ASSIGN(const Bytes bytes, file(path));
        checker_.check_rotation(one, bytes, path);
    }
    TRY_OK(check_bodies());
    for (const std::string& name : names_) {
        if (!expected_.contains(name)) checker_.damage("export.file_unknown", name);
    }
    return {};
}

Result<Verification> ExportCheck::run() {
    TRY_ASSIGN(const std::vector<std::string> names, files_.names());
    names_.insert(names.begin(), names.end());
    TRY_ASSIGN(const bool is_head_read, read_head());
    if (!is_head_read) return checker_.finish();
    if (head().size == 0) {
        checker_.damage("export.empty", "checkpoint");
        return checker_.finish();
    }
    // A head may promise more entries than there are files for: that is not worth counting.
    if (head().size / tile_width > names_.size()) {
        checker_.damage("export.file_missing", "tile/entries");
        return checker_.finish();
    }
    TRY_ASSIGN(const bool are_all_read, read_entries());
    if (!are_all_read) return checker_.finish();
    TRY_OK(check_tiles());
    if (is_in_sequence_ && are_entries_signed_) TRY_OK(check_rest());
    return checker_.finish();
}

}  // namespace

Result<Verification> verify_export(ExportFiles& files, const std::optional<VerifierKey>& trusted) {
    return ExportCheck(files, trusted).run();
}

}  // namespace travaux::record
