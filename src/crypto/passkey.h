// Passkeys, WebAuthn level 2: what an authenticator says when it makes a key for a site, and when
// it shows that it has one.
//
// Of whoever made the authenticator nothing is asked (attestation "none"): a key is as good as the
// account that it is added to. A person is present and was verified at both.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace travaux::crypto {

/// The site that a key is for, and what was asked.
struct PasskeyPlace {
    std::string site;    ///< the relying party's id, a host name: `localhost`
    std::string origin;  ///< `https://treaty.example.org`
    std::string challenge;
};

/// What an authenticator answers, as bytes.
struct PasskeyAnswer {
    std::string client_data;         ///< JSON, as the browser wrote it
    std::string authenticator_data;  ///< WebAuthn section 6.1
    std::string signature;           ///< of an assertion only
};

/// A key that somebody can show that they have.
struct Passkey {
    std::string credential;      ///< the id that the authenticator gave it
    std::int64_t algorithm = 0;  ///< of COSE: -7 ES256, -8 EdDSA, -257 RS256
    std::string key;             ///< as libfido2 spells public keys of the algorithm
    std::int64_t count = 0;      ///< of signatures; 0 where the authenticator counts none

    bool operator==(const Passkey&) const = default;
};

/// Returns the key that an authenticator made, or nothing where the answer is not one to what was
/// asked at this place.
[[nodiscard]] std::optional<Passkey> made_passkey(const PasskeyPlace& place,
                                                  const PasskeyAnswer& answer);

/// Returns the count of signatures with this one, or nothing where the answer is not one to what
/// was asked, not signed by the key, or counts no further than before: then the key may have been
/// copied.
[[nodiscard]] std::optional<std::int64_t> shown_passkey(const PasskeyPlace& place,
                                                        const PasskeyAnswer& answer,
                                                        const Passkey& key);

/// Returns HMAC-SHA-256, RFC 2104, of bytes under a secret of 32.
[[nodiscard]] std::string keyed_hash(std::string_view secret, std::string_view bytes);

}  // namespace travaux::crypto
