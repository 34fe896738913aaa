// SPDX-License-Identifier: MIT
#include "http/openid.h"

#include <algorithm>

#include "base/account_limits.h"
#include "base/base64.h"

namespace travaux::http {
namespace {

constexpr std::int64_t kept_ms = 3'600'000;
constexpr std::int64_t keys_again_ms = 60'000;  // for a key that nobody knows
constexpr std::size_t name_bytes_max = 32;
constexpr int fine = 200;
constexpr int refused = 400;
constexpr int not_known = 401;

Error away(const OpenIdProvider& provider, std::string reason) {
    return {ErrorCode::storage, "openid.away", {provider.title, std::move(reason)}};
}

// Puts the title of the provider before what else a refusal says.
Error titled(const OpenIdProvider& provider, Error error) {
    if (error.id != "openid.away") error.args.insert(error.args.begin(), provider.title);
    return error;
}

// RFC 6749 section 2.3.1: both are escaped before they are put together.
ClientRequest token_request(const OpenIdProvider& provider,
                            const access::ProviderMetadata& metadata, std::string form) {
    ClientRequest request{metadata.token_endpoint, {"Accept: application/json"}, {}};
    const std::string client = access::form_escaped(provider.client);
    const std::string secret = access::form_escaped(provider.secret);
    const bool is_in_head = metadata.secret_in == access::ProviderMetadata::SecretIn::head;
    if (provider.secret.empty()) {
        form += "&client_id=" + client;
    } else if (is_in_head) {
        request.fields.push_back("Authorization: Basic " + base64(client + ":" + secret));
    } else {
        form += "&client_id=" + client + "&client_secret=" + secret;
    }
    request.body = std::move(form);
    return request;
}

}  // namespace

bool is_provider_name(std::string_view name) {
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !name.empty() && name.size() <= name_bytes_max && std::ranges::all_of(name, is_plain);
}

OpenIdProviders::OpenIdProviders(std::vector<OpenIdProvider> providers, Ask ask, Clock clock)
    : providers_(std::move(providers)), ask_(std::move(ask)), clock_(std::move(clock)) {}

Result<const OpenIdProvider*> OpenIdProviders::find(std::string_view name) const {
    const auto found = std::ranges::find(providers_, name, &OpenIdProvider::name);
    if (found != providers_.end()) return &*found;
    return std::unexpected(Error{ErrorCode::not_found, "openid.provider_unknown", {}});
}

// Returns what a provider answers where all is well.
Result<std::string> OpenIdProviders::read(const OpenIdProvider& provider,
                                          const ClientRequest& request) const {
    auto answer = ask_(request);
    if (!answer) return std::unexpected(away(provider, answer.error().args.back()));
    if (answer->status == fine) return std::move(answer->body);
    return std::unexpected(away(provider, "HTTP " + std::to_string(answer->status)));
}

Result<access::ProviderMetadata> OpenIdProviders::metadata(const OpenIdProvider& provider) {
    {
        const std::scoped_lock lock(mutex_);
        const Known& known = known_[provider.name];
        if (known.metadata && clock_() < known.metadata_ms + kept_ms) return *known.metadata;
    }
    TRY_ASSIGN(const std::string bytes,
               read(provider, {access::metadata_address(provider.issuer), {}, {}}));
    auto metadata = access::read_metadata(bytes, provider.issuer);
    if (!metadata) return std::unexpected(away(provider, metadata.error().args.front()));
    const std::scoped_lock lock(mutex_);
    Known& known = known_[provider.name];
    known.metadata = *metadata;
    known.metadata_ms = clock_();
    return metadata;
}

// Whoever makes up names of keys has the provider asked once a minute.
Result<access::WebKeys> OpenIdProviders::keys(const OpenIdProvider& provider,
                                              const std::string& address, Keys wanted) {
    {
        const std::scoped_lock lock(mutex_);
        Known& known = known_[provider.name];
        const std::int64_t now = clock_();
        const bool is_good = known.keys && now < known.keys_ms + kept_ms;
        const bool may_ask_again = wanted == Keys::fresh && now >= known.again_ms + keys_again_ms;
        if (is_good && !may_ask_again) return *known.keys;
        if (wanted == Keys::fresh) known.again_ms = now;
    }
    TRY_ASSIGN(const std::string bytes, read(provider, {address, {}, {}}));
    TRY_ASSIGN(access::WebKeys fresh, access::read_web_keys(bytes));
    const std::scoped_lock lock(mutex_);
    Known& known = known_[provider.name];
    known.keys = fresh;
    known.keys_ms = clock_();
    return fresh;
}

Result<std::string> OpenIdProviders::address(const OpenIdProvider& provider,
                                             access::AuthorizationRequest request) {
    TRY_ASSIGN(const access::ProviderMetadata known, metadata(provider));
    request.client = provider.client;
    return access::authorization_address(known, request);
}

// Gives a code back for an ID token. A refusal has a body that says why.
Result<std::string> OpenIdProviders::redeem(const OpenIdProvider& provider,
                                            const access::ProviderMetadata& metadata,
                                            const std::string& form) const {
    auto answer = ask_(token_request(provider, metadata, form));
    if (!answer) return std::unexpected(away(provider, answer.error().args.back()));
    const bool is_answer =
        answer->status == fine || answer->status == refused || answer->status == not_known;
    if (is_answer) return access::id_token_in(answer->body);
    return std::unexpected(away(provider, "HTTP " + std::to_string(answer->status)));
}

Result<std::string> OpenIdProviders::subject(const OpenIdProvider& provider,
                                             const std::string& token,
                                             const access::ProviderMetadata& metadata,
                                             const std::string& nonce) {
    const access::TokenTerms terms{provider.issuer, provider.client, nonce, clock_()};
    TRY_ASSIGN(const access::WebKeys known, keys(provider, metadata.keys, Keys::known));
    const auto subject = access::subject_of(token, known, terms);
    if (subject || subject.error().id != "openid.key_unknown") return subject;
    TRY_ASSIGN(const access::WebKeys fresh, keys(provider, metadata.keys, Keys::fresh));
    return access::subject_of(token, fresh, terms);
}

Result<access::OpenIdentity> OpenIdProviders::identity(const OpenIdProvider& provider,
                                                       const Brought& brought,
                                                       access::AuthorizationRequest request) {
    TRY_ASSIGN(const access::ProviderMetadata known, metadata(provider));
    const bool is_from_it =
        brought.issuer.empty() ? !known.names_itself : brought.issuer == provider.issuer;
    if (!is_from_it) {
        return std::unexpected(
            Error{ErrorCode::refused, "openid.answer_refused", {provider.title, "iss"}});
    }
    request.client = provider.client;
    const auto token = redeem(provider, known, access::token_form(brought.code, request));
    if (!token) return std::unexpected(titled(provider, token.error()));
    auto found = subject(provider, *token, known, request.nonce);
    if (!found) return std::unexpected(titled(provider, found.error()));
    return access::OpenIdentity{provider.issuer, *std::move(found)};
}

Result<ClientAnswer> ask_provider(const ClientRequest& request) {
    constexpr ClientLimits limits{.answer_bytes = travaux::limits::openid_answer_bytes,
                                  .connect = std::chrono::seconds(5),
                                  .silence = std::chrono::seconds(5),
                                  .whole = std::chrono::seconds(10)};
    return ask_server(request, limits);
}

}  // namespace travaux::http
