// OpenID Connect Core 1.0 with the authorization code flow: what is asked of a provider, and what
// its answers have to be like. Nothing here asks anybody: answers come in as bytes.
//
// Of a person only the subject is taken, under which a provider knows them. Neither their name nor
// their address of e-mail is asked for, and none would decide anything.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace travaux::access {

/// Who somebody is to a provider: nobody else ever has this pair.
struct OpenIdentity {
    std::string issuer;
    std::string subject;

    bool operator==(const OpenIdentity&) const = default;
};

/// Where a provider is asked what, as it says itself.
struct ProviderMetadata {
    enum class SecretIn : std::uint8_t { head, body };

    std::string authorization_endpoint;
    std::string token_endpoint;
    std::string keys;                     ///< the address of its key set
    SecretIn secret_in = SecretIn::head;  ///< where the token endpoint wants the client's secret
    bool names_itself = false;            ///< whether it says `iss` when somebody comes back
};

/// Whether a text is an issuer that can be trusted: `https`, or `http` on this machine.
[[nodiscard]] bool is_sound_issuer(std::string_view issuer);

/// Returns the address of the metadata of an issuer.
[[nodiscard]] std::string metadata_address(std::string_view issuer);

/// Reads the metadata of an issuer. Error: `openid.metadata_malformed`, with what is wrong.
[[nodiscard]] Result<ProviderMetadata> read_metadata(std::string_view bytes,
                                                     const std::string& issuer);

/// What somebody takes along to a provider.
struct AuthorizationRequest {
    std::string client;
    std::string redirect;  ///< where they come back, exactly
    std::string state;
    std::string nonce;
    std::string verifier;  ///< RFC 7636; the provider sees its hash
};

/// Returns the address at which a provider asks who somebody is.
[[nodiscard]] std::string authorization_address(const ProviderMetadata& metadata,
                                                const AuthorizationRequest& request);

/// Returns what the token endpoint is sent for a code, as a form.
[[nodiscard]] std::string token_form(std::string_view code, const AuthorizationRequest& request);

/// Returns a text as it stands in a form or a query.
[[nodiscard]] std::string form_escaped(std::string_view text);

/// Returns the ID token of what the token endpoint answered. Errors: `openid.answer_refused`,
/// `openid.provider_refused` with the code of the refusal.
[[nodiscard]] Result<std::string> id_token_in(std::string_view answer);

using WebKeys = std::vector<boost::json::object>;

/// Reads a key set. Error: `openid.answer_refused`.
[[nodiscard]] Result<WebKeys> read_web_keys(std::string_view bytes);

/// What an ID token has to say.
struct TokenTerms {
    std::string issuer;
    std::string client;
    std::string nonce;
    std::int64_t time_ms = 0;
};

/// Checks an ID token, OpenID Connect Core section 3.1.3.7, and returns its subject. Errors:
/// `openid.answer_refused`, with the rule that it breaks; `openid.key_unknown` where it names a key
/// that is not among those given.
[[nodiscard]] Result<std::string> subject_of(std::string_view token, const WebKeys& keys,
                                             const TokenTerms& terms);

}  // namespace travaux::access
