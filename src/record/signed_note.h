// Texts signed by one or more keys: C2SP signed-note, with Ed25519.
//
// A key has a name, which for the key of a record is the record's origin. Names are printable
// ASCII without blanks and plus signs.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "crypto/ed25519.h"

namespace travaux::record {

/// A key that checks signatures.
struct VerifierKey {
    std::string name;
    crypto::PublicKey key{};

    bool operator==(const VerifierKey&) const = default;
};

/// A key that signs; its seed is secret.
struct SigningKey {
    std::string name;
    crypto::Seed seed{};
};

/// Returns the key that checks what another signs.
[[nodiscard]] VerifierKey verifier_of(const SigningKey& key);

/// Returns the number by which signatures refer to a key.
[[nodiscard]] std::uint32_t key_id(const VerifierKey& key);

/// Returns a key as text: `name+id+base64`, and for a signing key `PRIVATE+KEY+name+id+base64`.
[[nodiscard]] std::string text_of(const VerifierKey& key);
[[nodiscard]] std::string text_of(const SigningKey& key);

/// Reads a key from its text. Errors: `key.malformed`.
[[nodiscard]] Result<VerifierKey> parse_verifier_key(std::string_view text);
[[nodiscard]] Result<SigningKey> parse_signing_key(std::string_view text);

/// Whether a text may be the name of a key and the origin of a record.
[[nodiscard]] bool is_key_name(std::string_view name);

/// One signature under a text, by whomever.
struct NoteSignature {
    std::string name;
    std::uint32_t key_id = 0;
    std::string bytes;

    bool operator==(const NoteSignature&) const = default;
};

/// A text, which ends with a line's end, and its signatures.
struct Note {
    std::string text;
    std::vector<NoteSignature> signatures;

    bool operator==(const Note&) const = default;
};

/// Signs a text with every key. REQUIRES: `text` is lines of ASCII, each with its end.
[[nodiscard]] Note sign_note(std::string text, std::span<const SigningKey> keys);

/// Returns a note's bytes.
[[nodiscard]] std::string print(const Note& note);

/// Reads a note; its signatures are not checked. Errors: `note.malformed`.
[[nodiscard]] Result<Note> read_note(std::string_view bytes);

/// Whether a note bears a signature by `key`, and none that names the key falsely.
[[nodiscard]] bool is_signed_by(const Note& note, const VerifierKey& key);

}  // namespace travaux::record
