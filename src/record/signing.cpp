// SPDX-License-Identifier: MIT
#include "record/signing.h"

#include <algorithm>

namespace travaux::record {
namespace {

Result<std::vector<SigningKey>> keys_for(std::span<const KeyPeriod> signers,
                                         std::span<const SigningKey> keys) {
    std::vector<SigningKey> result;
    for (const KeyPeriod& signer : signers) {
        const auto found = std::ranges::find_if(
            keys, [&](const SigningKey& key) { return verifier_of(key) == signer.key; });
        if (found == keys.end()) {
            return std::unexpected(
                Error{ErrorCode::not_found, "key.not_there", {text_of(signer.key)}});
        }
        result.push_back(*found);
    }
    return result;
}

// The head of a size as the store has it, where every key that has to sign it has done so.
Result<std::optional<Note>> signed_already(Store& store, const Sequence& sequence,
                                           std::uint64_t size) {
    TRY_ASSIGN(const auto bytes, store.checkpoint(size));
    if (!bytes) return std::nullopt;
    TRY_ASSIGN(Note note, read_note(*bytes));
    const bool is_of_this =
        note.text == text_of({sequence.origin(), {size, sequence.tree().root(size)}});
    const bool is_signed = std::ranges::all_of(
        sequence.signers(size), [&](const auto& signer) { return is_signed_by(note, signer.key); });
    if (!is_of_this || !is_signed) return std::nullopt;
    return std::optional(std::move(note));
}

}  // namespace

Result<Note> sign_pending(Store& store, const Sequence& sequence, std::span<const SigningKey> keys,
                          HeadMemory& memory) {
    VERIFY(sequence.size() > 0);
    std::vector<std::uint64_t> sizes;
    for (const KeyPeriod& one : std::span(sequence.keys()).subspan(1)) {
        sizes.push_back(one.entry + 1);
    }
    if (sizes.empty() || sizes.back() != sequence.size()) sizes.push_back(sequence.size());
    Note head;
    for (const std::uint64_t size : sizes) {
        TRY_ASSIGN(auto done, signed_already(store, sequence, size));
        if (done) {
            head = *std::move(done);
            continue;
        }
        TRY_ASSIGN(const auto signers, keys_for(sequence.signers(size), keys));
        TRY_ASSIGN(const auto text, memory.last());
        std::optional<Checkpoint> last;
        if (text) {
            TRY_ASSIGN(last, read_checkpoint(*text));
        }
        TRY_ASSIGN(head, sign_head(sequence.tree(), size, last, signers));
        TRY_OK(memory.remember(head.text));
        TRY_OK(store.save_checkpoint(size, print(head)));
    }
    return head;
}

}  // namespace travaux::record
