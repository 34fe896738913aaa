// SPDX-License-Identifier: MIT
#include "record/export.h"

#include "record/checkpoint.h"
#include "record/sequence.h"
#include "record/tiles.h"

namespace travaux::record {
namespace {

std::unexpected<Error> refuse(std::string id, std::string place) {
    return std::unexpected(Error{ErrorCode::refused, std::move(id), {std::move(place)}});
}

Result<void> write_entries(Store& store, Sequence& sequence, const ExportSink& sink) {
    TRY_ASSIGN(const std::uint64_t length, store.length());
    for (const Tile& tile : tiles_of(length)) {
        if (tile.level != 0) break;
        TRY_ASSIGN(const auto entries, store.read(tile.index * tile_width, tile.width));
        for (const std::string& entry : entries) TRY_OK(sequence.add(entry));
        TRY_OK(sink(bundle_path(tile), bundle_bytes(entries)));
    }
    for (const Tile& tile : tiles_of(length)) {
        TRY_OK(sink(tile_path(tile), tile_bytes(sequence.tree(), tile)));
    }
    return {};
}

// The signed head of a size, as the store keeps it.
Result<std::string> signed_head(Store& store, const Sequence& sequence, std::uint64_t size) {
    TRY_ASSIGN(const auto note, store.checkpoint(size));
    const std::string place = sequence.origin() + ", " + std::to_string(size) + " entries";
    if (!note) return refuse("export.not_signed", place);
    TRY_ASSIGN(const Note read, read_note(*note));
    for (const KeyPeriod& signer : sequence.signers(size)) {
        if (!is_signed_by(read, signer.key)) return refuse("export.not_signed", place);
    }
    return *note;
}

Result<void> write_bodies(Store& store, const Sequence& sequence, const ExportSink& sink) {
    for (const auto& [hash, state] : sequence.bodies()) {
        if (state.withheld_by) continue;
        TRY_ASSIGN(const auto bytes, store.body(hash));
        if (!bytes) return refuse("export.body_missing", hex(hash));
        TRY_OK(sink(body_path(hash), *bytes));
    }
    return {};
}

}  // namespace

std::string body_path(const Sha256& hash) {
    const std::string digits = hex(hash);
    return "bodies/" + digits.substr(0, 2) + "/" + digits;
}

std::string rotation_path(std::uint64_t size) { return "rotations/" + std::to_string(size); }

Result<void> write_export(Store& store, const ExportSink& sink) {
    Sequence sequence;
    TRY_OK(write_entries(store, sequence, sink));
    if (sequence.size() == 0) return refuse("export.empty", "record");
    TRY_OK(write_bodies(store, sequence, sink));
    TRY_OK(sink("keys", keys_page(sequence.keys())));
    for (const KeyPeriod& one : std::span(sequence.keys()).subspan(1)) {
        TRY_ASSIGN(const std::string note, signed_head(store, sequence, one.entry + 1));
        TRY_OK(sink(rotation_path(one.entry + 1), note));
    }
    TRY_ASSIGN(const std::string note, signed_head(store, sequence, sequence.size()));
    return sink("checkpoint", note);
}

}  // namespace travaux::record
