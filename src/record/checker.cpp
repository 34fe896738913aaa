// SPDX-License-Identifier: MIT
#include "record/checker.h"

#include <algorithm>

namespace travaux::record {

void Checker::damage(std::string id, std::string place, std::string detail) {
    const auto is_named = [&](const Error& one) { return one.args.front() == place; };
    if (is_full() || std::ranges::any_of(found_.damages, is_named)) return;
    found_.damages.push_back(
        {ErrorCode::corrupt, std::move(id), {std::move(place), std::move(detail)}});
}

void Checker::damage(const Error& error, std::string place) {
    damage(error.id, std::move(place), error.args.empty() ? "" : error.args.front());
}

std::optional<Note> Checker::read_head(std::string_view bytes, const std::string& place) {
    auto note = read_note(bytes);
    if (!note) {
        damage(note.error(), place);
        return std::nullopt;
    }
    auto checkpoint = read_checkpoint(note->text);
    if (!checkpoint) {
        damage(checkpoint.error(), place);
        return std::nullopt;
    }
    found_.checkpoint = *std::move(checkpoint);
    return *std::move(note);
}

bool Checker::take_entry(std::string_view bytes, const std::string& place) {
    const auto entry = sequence_.add(bytes);
    if (!entry) {
        damage(entry.error(), place);
        return false;
    }
    if (entry->index == 0) found_.first_ms = entry->time_ms;
    return true;
}

void Checker::check_signers(const Note& head, const std::string& place) {
    if (found_.checkpoint.origin != sequence_.origin()) {
        damage("export.origin_other", place, sequence_.origin());
    }
    for (const KeyPeriod& signer : sequence_.signers(found_.checkpoint.head.size)) {
        if (!is_signed_by(head, signer.key)) {
            damage("export.not_signed", place, text_of(signer.key));
            return;
        }
        found_.key = signer.key;
    }
    if (trusted_ &&
        std::ranges::find(sequence_.keys(), *trusted_, &KeyPeriod::key) == sequence_.keys().end()) {
        damage("export.key_other", place, text_of(*trusted_));
    }
}

void Checker::check_rotation(const KeyPeriod& period, const std::optional<std::string>& bytes,
                             const std::string& place) {
    if (!bytes) return damage("export.file_missing", place);
    const auto note = read_note(*bytes);
    if (!note) return damage(note.error(), place);
    const std::uint64_t size = period.entry + 1;
    if (note->text != text_of({sequence_.origin(), {size, sequence_.tree().root(size)}})) {
        return damage("export.root_other", place);
    }
    for (const KeyPeriod& signer : sequence_.signers(size)) {
        if (!is_signed_by(*note, signer.key)) {
            return damage("export.not_signed", place, text_of(signer.key));
        }
    }
    ++found_.rotations;
}

void Checker::check_body(const BodyState& state, const std::optional<std::string>& bytes,
                         const std::string& place) {
    if (state.withheld_by) {
        found_.withheld.push_back(state.reference.hash);
        if (bytes) damage("export.body_withheld", place, std::to_string(*state.withheld_by));
        return;
    }
    const std::string entry = std::to_string(state.entry);
    if (!bytes) return damage("export.body_missing", place, entry);
    if (sha256(*bytes) != state.reference.hash ||
        bytes->size() != sizeof(Salt) + state.reference.size) {
        return damage("export.body_other", place, entry);
    }
    ++found_.bodies;
}

void Checker::check_disclosed(const SealedState& state, std::string_view bytes,
                              const std::string& place) {
    if (sha256(bytes) != state.commitment || bytes.size() < sizeof(Salt)) return;
    const auto act = decode_act(content_of(bytes));
    if (!act) return damage(act.error(), place);
    for (const BodyReference& body : act->bodies) {
        const auto found = sequence_.bodies().find(body.hash);
        if (found == sequence_.bodies().end() || found->second.reference != body) {
            return damage("export.disclosure_other", place, hex(body.hash));
        }
    }
}

Verification Checker::finish() {
    found_.entries = sequence_.size();
    found_.last_ms = sequence_.time_ms();
    for (const auto& [index, state] : sequence_.sealed()) {
        ++(state.disclosed_by ? found_.disclosed : found_.sealed);
    }
    return std::move(found_);
}

}  // namespace travaux::record
