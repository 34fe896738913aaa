// Checks a store: its entries are read once, and everything else is held against them.
// SPDX-License-Identifier: MIT
#include "record/checker.h"
#include "record/tiles.h"

namespace travaux::record {
namespace {

// Whether every entry is in order.
Result<bool> read_entries(Store& store, Checker& checker) {
    TRY_ASSIGN(const std::uint64_t length, store.length());
    while (checker.sequence().size() < length) {
        TRY_ASSIGN(const auto entries, store.read(checker.sequence().size(), tile_width));
        if (entries.empty()) {
            const std::string place = "entry " + std::to_string(checker.sequence().size());
            checker.damage("export.entry_missing", place);
            return false;
        }
        for (const std::string& entry : entries) {
            const std::string place = "entry " + std::to_string(checker.sequence().size());
            if (!checker.take_entry(entry, place)) return false;
        }
    }
    return true;
}

void check_head(const std::optional<std::string>& bytes, Checker& checker) {
    if (!bytes) return checker.damage("export.file_missing", "checkpoint");
    const auto note = checker.read_head(*bytes, "checkpoint");
    if (!note) return;
    const TreeHead& head = checker.found().checkpoint.head;
    const Sequence& sequence = checker.sequence();
    if (head.size == 0 || head.size > sequence.size() ||
        sequence.tree().root(head.size) != head.root) {
        return checker.damage("export.root_other", "checkpoint");
    }
    checker.found().entries_unsigned = sequence.size() - head.size;
    checker.check_signers(*note, "checkpoint");
}

Result<void> check_rotations(Store& store, Checker& checker) {
    for (const KeyPeriod& one : std::span(checker.sequence().keys()).subspan(1)) {
        const std::uint64_t size = one.entry + 1;
        if (size > checker.found().checkpoint.head.size) break;
        TRY_ASSIGN(const auto bytes, store.checkpoint(size));
        checker.check_rotation(one, bytes, "checkpoint of " + std::to_string(size) + " entries");
    }
    return {};
}

Result<void> check_bodies(Store& store, Checker& checker) {
    for (const auto& [hash, state] : checker.sequence().bodies()) {
        TRY_ASSIGN(const auto bytes, store.body(hash));
        checker.check_body(state, bytes, "body " + hex(hash));
    }
    // What confidential entries keep is in a store, but not in an export, before its disclosure.
    for (const auto& [index, state] : checker.sequence().sealed()) {
        const std::string place = "body " + hex(state.commitment);
        TRY_ASSIGN(const auto bytes, store.body(state.commitment));
        if (!bytes) continue;
        if (state.withheld_by) {
            checker.damage("export.body_withheld", place, std::to_string(*state.withheld_by));
        } else if (sha256(*bytes) != state.commitment) {
            checker.damage("export.body_other", place, std::to_string(index));
        } else if (state.disclosed_by) {
            checker.check_disclosed(state, *bytes, place);
        }
    }
    return {};
}

}  // namespace

Result<Verification> verify_store(Store& store, const std::optional<VerifierKey>& trusted) {
    Checker checker(trusted);
    // The head comes first: a record in use may have grown, and its head too, before the end.
    TRY_ASSIGN(const auto head, store.checkpoint(std::nullopt));
    TRY_ASSIGN(const bool is_in_order, read_entries(store, checker));
    if (is_in_order && checker.sequence().size() == 0) {
        checker.damage("export.empty", "record");
        return checker.finish();
    }
    if (!is_in_order) return checker.finish();
    check_head(head, checker);
    TRY_OK(check_rotations(store, checker));
    TRY_OK(check_bodies(store, checker));
    return checker.finish();
}

}  // namespace travaux::record
