// Signatures on the web: JWS, RFC 7515, checked with public keys as JSON has them, RFC 7517.
//
// An algorithm counts only with a key that is for it, so that no key is used in two ways, and none
// counts that whoever checks could use to sign too.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <string_view>

namespace travaux::crypto {

/// Whether a key checks signatures by an algorithm: `RS256` (RSA of 2048 to 8192 bits), `ES256`
/// (P-256), `EdDSA` or `Ed25519`; RFC 7518, 8037, 9864. The key says nothing else of itself.
[[nodiscard]] bool is_key_for(const boost::json::object& key, std::string_view algorithm);

/// Whether a signature of bytes was made by an algorithm with the private key of `key`. False for
/// everything that is not in order.
[[nodiscard]] bool is_web_signed(const boost::json::object& key, std::string_view algorithm,
                                 std::string_view bytes, std::string_view signature);

}  // namespace travaux::crypto
