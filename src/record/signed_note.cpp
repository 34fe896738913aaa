// SPDX-License-Identifier: MIT
#include "record/signed_note.h"

#include <algorithm>
#include <optional>

#include "base/base64.h"
#include "base/id.h"
#include "base/limits.h"

namespace travaux::record {
namespace {

constexpr char ed25519 = '\1';                      // the signature type of C2SP signed-note
constexpr std::string_view dash = "\xE2\x80\x94 ";  // an em dash and a blank begin a signature
constexpr std::string_view private_prefix = "PRIVATE+KEY+";

template <std::size_t size>
std::string bytes_of(const std::array<std::uint8_t, size>& array) {
    return {array.begin(), array.end()};
}

template <std::size_t size>
std::array<std::uint8_t, size> array_of(std::string_view bytes) {
    std::array<std::uint8_t, size> array{};
    std::ranges::transform(bytes.substr(0, size), array.begin(),
                           [](char sign) { return static_cast<std::uint8_t>(sign); });
    return array;
}

std::string big_endian(std::uint32_t number) {
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        bytes += static_cast<char>(number >> shift & 255U);
    }
    return bytes;
}

std::uint32_t first_number(std::string_view bytes) {
    std::uint32_t number = 0;
    for (const char sign : bytes.substr(0, 4)) {
        number = number << 8U | static_cast<unsigned char>(sign);
    }
    return number;
}

// The digits of a key's number in its text.
std::string digits_of(std::uint32_t number) {
    constexpr std::string_view all = "0123456789abcdef";
    std::string digits;
    for (int shift = 28; shift >= 0; shift -= 4) digits += all[number >> shift & 15U];
    return digits;
}

// Name, digits and the 32 bytes of a key's text.
struct KeyText {
    std::string name;
    std::string digits;
    std::string bytes;
};

std::optional<KeyText> parse_key_text(std::string_view text) {
    const std::size_t first = text.find('+');
    const std::size_t second = text.find('+', std::min(first, text.size() - 1) + 1);
    if (text.empty() || second == std::string_view::npos) return std::nullopt;
    const auto bytes = parse_base64(text.substr(second + 1));
    if (!bytes || bytes->size() != 33 || bytes->front() != ed25519) return std::nullopt;
    const std::string name(text.substr(0, first));
    if (!is_key_name(name)) return std::nullopt;
    return KeyText{name, std::string(text.substr(first + 1, second - first - 1)), bytes->substr(1)};
}

std::optional<NoteSignature> parse_signature(std::string_view line) {
    if (!line.starts_with(dash)) return std::nullopt;
    line.remove_prefix(dash.size());
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos || !is_key_name(line.substr(0, blank))) return std::nullopt;
    const auto bytes = parse_base64(line.substr(blank + 1));
    if (!bytes || bytes->size() <= 4) return std::nullopt;
    return NoteSignature{std::string(line.substr(0, blank)), first_number(*bytes),
                         bytes->substr(4)};
}

bool is_plain_text(std::string_view text) {
    return std::ranges::all_of(
        text, [](char sign) { return sign == '\n' || (sign >= ' ' && sign <= '~'); });
}

}  // namespace

bool is_key_name(std::string_view name) {
    return !name.empty() && name.size() <= limits::origin_bytes &&
           std::ranges::all_of(name,
                               [](char sign) { return sign > ' ' && sign <= '~' && sign != '+'; });
}

VerifierKey verifier_of(const SigningKey& key) {
    return {key.name, crypto::public_key_of(key.seed)};
}

std::uint32_t key_id(const VerifierKey& key) {
    const Sha256 hash = sha256(key.name + '\n' + ed25519 + bytes_of(key.key));
    return first_number(bytes_of(hash));
}

std::string text_of(const VerifierKey& key) {
    return key.name + "+" + digits_of(key_id(key)) + "+" + base64(ed25519 + bytes_of(key.key));
}

std::string text_of(const SigningKey& key) {
    return std::string(private_prefix) + key.name + "+" + digits_of(key_id(verifier_of(key))) +
           "+" + base64(ed25519 + bytes_of(key.seed));
}

Result<VerifierKey> parse_verifier_key(std::string_view text) {
    if (const auto parts = parse_key_text(text)) {
        VerifierKey key{parts->name, array_of<32>(parts->bytes)};
        if (digits_of(key_id(key)) == parts->digits) return key;
    }
    return std::unexpected(Error{ErrorCode::invalid, "key.malformed", {std::string(text)}});
}

Result<SigningKey> parse_signing_key(std::string_view text) {
    // The refusal does not repeat the text: it may be most of a secret.
    const std::unexpected refusal(Error{ErrorCode::invalid, "key.malformed", {}});
    if (!text.starts_with(private_prefix)) return refusal;
    const auto parts = parse_key_text(text.substr(private_prefix.size()));
    if (!parts) return refusal;
    SigningKey key{parts->name, array_of<32>(parts->bytes)};
    if (digits_of(key_id(verifier_of(key))) != parts->digits) return refusal;
    return key;
}

Note sign_note(std::string text, std::span<const SigningKey> keys) {
    VERIFY(is_plain_text(text) && text.ends_with('\n'));
    Note note{std::move(text), {}};
    for (const SigningKey& key : keys) {
        note.signatures.push_back(
            {key.name, key_id(verifier_of(key)), bytes_of(crypto::sign(key.seed, note.text))});
    }
    return note;
}

std::string print(const Note& note) {
    std::string bytes = note.text + "\n";
    for (const NoteSignature& one : note.signatures) {
        bytes += dash;
        bytes += one.name + " " + base64(big_endian(one.key_id) + one.bytes) + "\n";
    }
    return bytes;
}

Result<Note> read_note(std::string_view bytes) {
    const auto refuse = [](std::string_view place) {
        return std::unexpected(Error{ErrorCode::invalid, "note.malformed", {std::string(place)}});
    };
    if (bytes.size() > limits::note_bytes) return refuse("it is too long");
    // The last empty line parts the text from the signatures.
    const std::size_t part = bytes.rfind("\n\n");
    if (part == std::string_view::npos) return refuse("no empty line before the signatures");
    Note note{std::string(bytes.substr(0, part + 1)), {}};
    if (!is_plain_text(note.text)) return refuse("signs other than printable ASCII");
    std::string_view rest = bytes.substr(part + 2);
    if (!rest.ends_with('\n')) return refuse("the last line");
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(line.size() + 1);
        auto signature = parse_signature(line);
        if (!signature) return refuse(line);
        note.signatures.push_back(*std::move(signature));
    }
    return note;
}

bool is_signed_by(const Note& note, const VerifierKey& key) {
    bool found = false;
    for (const NoteSignature& one : note.signatures) {
        if (one.name != key.name || one.key_id != key_id(key)) continue;
        const bool holds = one.bytes.size() == 64 &&
                           crypto::is_signed(key.key, note.text, array_of<64>(one.bytes));
        if (!holds) return false;
        found = true;
    }
    return found;
}

}  // namespace travaux::record
