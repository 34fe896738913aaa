// SPDX-License-Identifier: MIT
#include "crypto/passkey.h"

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>
#include <sodium.h>
#include <boost/json.hpp>

#include <array>
#include <functional>
#include <memory>

#include "base/base64.h"
#include "base/id.h"
#include "base/result.h"

namespace travaux::crypto {
namespace {

constexpr std::uint8_t present = 0x01;  // WebAuthn section 6.1, flags
constexpr std::uint8_t verified = 0x04;
constexpr std::size_t site_hash_bytes = 32;
constexpr std::size_t flags_at = 32;
constexpr std::size_t answer_bytes = 16U << 10U;

using Credential = std::unique_ptr<fido_cred_t, void (*)(fido_cred_t*)>;
using Assertion = std::unique_ptr<fido_assert_t, void (*)(fido_assert_t*)>;

const unsigned char* start_of(const std::string& bytes) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the C interface takes bytes.
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string text_of(const unsigned char* start, std::size_t size) {
    return start == nullptr ? std::string() : std::string(start, start + size);
}

bool is_text(const boost::json::object& object, std::string_view name, std::string_view wanted) {
    const auto* found = object.if_contains(name);
    return found != nullptr && found->is_string() && found->get_string() == wanted;
}

// WebAuthn sections 7.1 and 7.2: what was done, in answer to what, and where.
bool is_to(const PasskeyPlace& place, std::string_view type, const PasskeyAnswer& answer) {
    boost::system::error_code failure;
    const auto json = boost::json::parse(answer.client_data, failure);
    if (failure || !json.is_object()) return false;
    const auto& said = json.get_object();
    const auto* const crossed = said.if_contains("crossOrigin");
    const bool is_here = crossed == nullptr || (crossed->is_bool() && !crossed->get_bool());
    return is_here && is_text(said, "type", type) && is_text(said, "origin", place.origin) &&
           is_text(said, "challenge", base64_url(place.challenge));
}

// The hash of the site stands first, then whether somebody was there and is who they are.
bool is_of_person_at(const std::string& site, const std::string& data) {
    if (data.size() <= flags_at) return false;
    const Sha256 hash = sha256(site);
    const auto flags = static_cast<std::uint8_t>(data[flags_at]);
    return data.substr(0, site_hash_bytes) == std::string(hash.begin(), hash.end()) &&
           (flags & present) != 0 && (flags & verified) != 0;
}

bool is_sound(const PasskeyPlace& place, std::string_view type, const PasskeyAnswer& answer) {
    const bool is_small = answer.client_data.size() <= answer_bytes &&
                          answer.authenticator_data.size() <= answer_bytes &&
                          answer.signature.size() <= answer_bytes;
    return is_small && is_to(place, type, answer) &&
           is_of_person_at(place.site, answer.authenticator_data);
}

void begin() {
    static const bool once = [] {
        fido_init(0);
        return true;
    }();
    VERIFY(once);
}

std::optional<Passkey> key_in(const std::string& data, int algorithm) {
    const Credential made(fido_cred_new(), [](fido_cred_t* one) { fido_cred_free(&one); });
    if (fido_cred_set_type(made.get(), algorithm) != FIDO_OK ||
        fido_cred_set_authdata_raw(made.get(), start_of(data), data.size()) != FIDO_OK) {
        return std::nullopt;
    }
    Passkey key{text_of(fido_cred_id_ptr(made.get()), fido_cred_id_len(made.get())), algorithm,
                text_of(fido_cred_pubkey_ptr(made.get()), fido_cred_pubkey_len(made.get())),
                static_cast<std::int64_t>(fido_cred_sigcount(made.get()))};
    if (key.credential.empty() || key.key.empty()) return std::nullopt;
    return key;
}

// Verifies with a key that one of libfido2's families of functions makes, reads and frees.
template <typename Key>
int verify_as(const fido_assert_t* assertion, const Passkey& key, Key* (*make)(),
              void (*free)(Key**), int (*read)(Key*, const void*, std::size_t)) {
    const std::unique_ptr<Key, std::function<void(Key*)>> held(make(),
                                                               [free](Key* one) { free(&one); });
    if (read(held.get(), key.key.data(), key.key.size()) != FIDO_OK) {
        return FIDO_ERR_INVALID_ARGUMENT;
    }
    return fido_assert_verify(assertion, 0, static_cast<int>(key.algorithm), held.get());
}

int verify(const fido_assert_t* shown, const Passkey& key) {
    switch (key.algorithm) {
        case COSE_ES256:
            return verify_as(shown, key, es256_pk_new, es256_pk_free, es256_pk_from_ptr);
        case COSE_EDDSA:
            return verify_as(shown, key, eddsa_pk_new, eddsa_pk_free, eddsa_pk_from_ptr);
        case COSE_RS256:
            return verify_as(shown, key, rs256_pk_new, rs256_pk_free, rs256_pk_from_ptr);
        default: return FIDO_ERR_INVALID_ARGUMENT;
    }
}

}  // namespace

std::optional<Passkey> made_passkey(const PasskeyPlace& place, const PasskeyAnswer& answer) {
    begin();
    if (!is_sound(place, "webauthn.create", answer)) return std::nullopt;
    for (const int algorithm : {COSE_ES256, COSE_EDDSA, COSE_RS256}) {
        if (auto key = key_in(answer.authenticator_data, algorithm)) return key;
    }
    return std::nullopt;
}

std::optional<std::int64_t> shown_passkey(const PasskeyPlace& place, const PasskeyAnswer& answer,
                                          const Passkey& key) {
    begin();
    if (!is_sound(place, "webauthn.get", answer)) return std::nullopt;
    const Assertion shown(fido_assert_new(), [](fido_assert_t* one) { fido_assert_free(&one); });
    fido_assert_t* const one = shown.get();
    const bool is_read =
        fido_assert_set_rp(one, place.site.c_str()) == FIDO_OK &&
        fido_assert_set_clientdata(one, start_of(answer.client_data), answer.client_data.size()) ==
            FIDO_OK &&
        fido_assert_set_count(one, 1) == FIDO_OK &&
        fido_assert_set_up(one, FIDO_OPT_TRUE) == FIDO_OK &&
        fido_assert_set_uv(one, FIDO_OPT_TRUE) == FIDO_OK &&
        fido_assert_set_authdata_raw(one, 0, start_of(answer.authenticator_data),
                                     answer.authenticator_data.size()) == FIDO_OK &&
        fido_assert_set_sig(one, 0, start_of(answer.signature), answer.signature.size()) == FIDO_OK;
    if (!is_read || verify(one, key) != FIDO_OK) return std::nullopt;
    const auto count = static_cast<std::int64_t>(fido_assert_sigcount(one, 0));
    const bool counts = count != 0 || key.count != 0;
    if (counts && count <= key.count) return std::nullopt;
    return count;
}

std::string keyed_hash(std::string_view secret, std::string_view bytes) {
    VERIFY(sodium_init() >= 0 && secret.size() == crypto_auth_hmacsha256_KEYBYTES);
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> hash{};
    const std::string all(bytes);
    const std::string key(secret);
    crypto_auth_hmacsha256(hash.data(), start_of(all), all.size(), start_of(key));
    return {hash.begin(), hash.end()};
}

}  // namespace travaux::crypto
