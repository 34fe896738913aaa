// SPDX-License-Identifier: MIT
#include "access/openid.h"

#include <algorithm>
#include <array>
#include <optional>

#include "access/internal.h"
#include "base/account_limits.h"
#include "base/base64.h"
#include "crypto/web_signature.h"
#include "record/canonical_json.h"

namespace travaux::access {

using namespace internal;
namespace json = boost::json;

namespace {

constexpr std::int64_t leeway_s = 60;         // clocks differ
constexpr std::int64_t oldest_token_s = 600;  // it is made while somebody waits for it
constexpr std::array<std::string_view, 3> loopback = {"127.0.0.1", "localhost", "[::1]"};

std::unexpected<Error> wrong(std::string_view rule) {
    return refuse("openid.answer_refused", {std::string(rule)});
}

// An address without a name of a person, a fragment, blanks or control characters.
bool is_address(std::string_view text, std::string_view scheme) {
    if (!text.starts_with(scheme) || text.size() > limits::openid_address_bytes) return false;
    const std::string_view rest = text.substr(scheme.size());
    const std::string_view host = rest.substr(0, rest.find_first_of("/?"));
    const auto is_plain = [](char c) { return c > ' ' && c < 0x7F && c != '#' && c != '\\'; };
    return !host.empty() && host.find('@') == std::string_view::npos &&
           std::ranges::all_of(text, is_plain);
}

bool is_on_this_machine(std::string_view text) {
    constexpr std::string_view scheme = "http://";
    if (!is_address(text, scheme)) return false;
    std::string_view host = text.substr(scheme.size());
    host = host.substr(0, host.find_first_of("/?"));
    const std::size_t colon = host.rfind(':');
    const bool has_port = colon != std::string_view::npos && !host.ends_with(']');
    return std::ranges::find(loopback, has_port ? host.substr(0, colon) : host) != loopback.end();
}

const json::string* text_in(const json::object& object, std::string_view name) {
    const auto* const found = object.if_contains(name);
    return found == nullptr ? nullptr : found->if_string();
}

bool is_text(const json::object& object, std::string_view name, std::string_view wanted) {
    const auto* const found = text_in(object, name);
    return found != nullptr && *found == wanted;
}

bool has_text(const json::array& list, std::string_view wanted) {
    return std::ranges::any_of(list, [&](const json::value& one) {
        const auto* const text = one.if_string();
        return text != nullptr && *text == wanted;
    });
}

std::optional<json::object> object_of(std::string_view bytes) {
    auto read = record::parse_json(bytes);
    if (!read || !read->is_object()) return std::nullopt;
    return std::move(read->get_object());
}

/// A token in its three parts, RFC 7515 section 7.1.
struct TokenParts {
    json::object head;
    json::object claims;
    std::string_view signed_bytes;
    std::string signature;
};

std::optional<TokenParts> parts_of(std::string_view token) {
    const std::size_t first = token.find('.');
    const std::size_t last = token.rfind('.');
    if (token.size() > limits::id_token_bytes || first == std::string_view::npos ||
        token.find('.', first + 1) != last || first == last) {
        return std::nullopt;
    }
    const auto head = parse_base64_url(token.substr(0, first));
    const auto claims = parse_base64_url(token.substr(first + 1, last - first - 1));
    auto signature = parse_base64_url(token.substr(last + 1));
    if (!head || !claims || !signature) return std::nullopt;
    auto head_object = object_of(*head);
    auto claims_object = object_of(*claims);
    if (!head_object || !claims_object) return std::nullopt;
    return TokenParts{*std::move(head_object), *std::move(claims_object), token.substr(0, last),
                      *std::move(signature)};
}

// Keys stand in the key set alone: what a token says of keys beside a name is not looked at.
Result<const json::object*> key_for(const json::object& head, const WebKeys& keys) {
    const auto* const algorithm = text_in(head, "alg");
    constexpr std::array<std::string_view, 4> known = {"RS256", "ES256", "EdDSA", "Ed25519"};
    if (algorithm == nullptr || std::ranges::find(known, *algorithm) == known.end()) {
        return wrong("alg");
    }
    if (head.contains("crit")) return wrong("crit");
    const auto* const name = text_in(head, "kid");
    const json::object* found = nullptr;
    for (const json::object& one : keys) {
        if (!crypto::is_key_for(one, *algorithm)) continue;
        if (name != nullptr && !is_text(one, "kid", *name)) continue;
        if (found != nullptr) return wrong("kid");
        found = &one;
    }
    if (found == nullptr) return refuse("openid.key_unknown");
    return found;
}

// Seconds since 1970, which may have a fraction, RFC 7519 section 2.
std::optional<std::int64_t> seconds_in(const json::object& claims, std::string_view name) {
    constexpr double most = 1e12;
    const auto* const found = claims.if_contains(name);
    if (found == nullptr) return std::nullopt;
    if (found->is_int64()) {
        const std::int64_t whole = found->get_int64();
        return whole >= 0 && whole <= static_cast<std::int64_t>(most) ? std::optional(whole)
                                                                      : std::nullopt;
    }
    const bool is_sound =
        found->is_double() && found->get_double() >= 0 && found->get_double() <= most;
    if (!is_sound) return std::nullopt;
    return static_cast<std::int64_t>(found->get_double());
}

// One audience, ours; or several and the token made for us.
bool is_for(const json::object& claims, const std::string& client) {
    const auto* const audience = claims.if_contains("aud");
    if (audience == nullptr) return false;
    const auto* const list = audience->if_array();
    const bool is_ours = list != nullptr ? has_text(*list, client) : is_text(claims, "aud", client);
    const bool is_to_several = list != nullptr && list->size() > 1;
    if (!is_ours) return false;
    return claims.contains("azp") ? is_text(claims, "azp", client) : !is_to_several;
}

Result<void> check_times(const json::object& claims, std::int64_t time_ms) {
    const std::int64_t now = time_ms / 1000;
    const auto expires = seconds_in(claims, "exp");
    const auto issued = seconds_in(claims, "iat");
    if (!expires || *expires + leeway_s <= now) return wrong("exp");
    const bool is_of_now =
        issued && *issued <= now + leeway_s && *issued + oldest_token_s + leeway_s > now;
    if (!is_of_now) return wrong("iat");
    if (!claims.contains("nbf")) return {};
    const auto from = seconds_in(claims, "nbf");
    if (!from || *from > now + leeway_s) return wrong("nbf");
    return {};
}

bool is_subject(const json::string* text) {
    return text != nullptr && !text->empty() && text->size() <= limits::subject_bytes &&
           std::ranges::all_of(*text, [](char c) { return c >= ' ' && c < 0x7F; });
}

std::unexpected<Error> malformed(std::string_view what) {
    return refuse("openid.metadata_malformed", {std::string(what)}, ErrorCode::storage);
}

// A provider on this machine may be asked without TLS; no other leads anywhere without.
Result<std::string> endpoint_in(const json::object& object, std::string_view name,
                                const std::string& issuer) {
    const auto* const text = text_in(object, name);
    const bool is_sound =
        text != nullptr && (is_address(*text, "https://") ||
                            (is_on_this_machine(issuer) && is_on_this_machine(*text)));
    if (!is_sound) return malformed(name);
    return std::string(*text);
}

}  // namespace

bool is_sound_issuer(std::string_view issuer) {
    return issuer.find('?') == std::string_view::npos &&
           (is_address(issuer, "https://") || is_on_this_machine(issuer));
}

std::string metadata_address(std::string_view issuer) {
    while (issuer.ends_with('/')) issuer.remove_suffix(1);
    return std::string(issuer) + "/.well-known/openid-configuration";
}

Result<ProviderMetadata> read_metadata(std::string_view bytes, const std::string& issuer) {
    const auto object = object_of(bytes);
    if (!object) return malformed("json");
    if (!is_text(*object, "issuer", issuer)) return malformed("issuer");
    ProviderMetadata metadata;
    TRY_ASSIGN(metadata.authorization_endpoint,
               endpoint_in(*object, "authorization_endpoint", issuer));
    TRY_ASSIGN(metadata.token_endpoint, endpoint_in(*object, "token_endpoint", issuer));
    TRY_ASSIGN(metadata.keys, endpoint_in(*object, "jwks_uri", issuer));
    const auto* const ways = object->if_contains("token_endpoint_auth_methods_supported");
    if (ways != nullptr && ways->is_array()) {
        const auto& list = ways->get_array();
        const bool is_in_body =
            !has_text(list, "client_secret_basic") && has_text(list, "client_secret_post");
        if (is_in_body) metadata.secret_in = ProviderMetadata::SecretIn::body;
    }
    const auto* const says = object->if_contains("authorization_response_iss_parameter_supported");
    metadata.names_itself = says != nullptr && says->is_bool() && says->get_bool();
    return metadata;
}

std::string form_escaped(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "-._~";
    std::string escaped;
    for (const char sign : text) {
        const bool is_letter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
        const bool is_digit = sign >= '0' && sign <= '9';
        if (is_letter || is_digit || plain.find(sign) != std::string_view::npos) {
            escaped += sign;
            continue;
        }
        const auto byte = static_cast<unsigned char>(sign);
        escaped += '%';
        escaped += digits[byte >> 4U];
        escaped += digits[byte & 15U];
    }
    return escaped;
}

std::string authorization_address(const ProviderMetadata& metadata,
                                  const AuthorizationRequest& request) {
    const std::string& endpoint = metadata.authorization_endpoint;
    const Sha256 hash = sha256(request.verifier);
    const std::string challenge = base64_url(std::string(hash.begin(), hash.end()));
    std::string address = endpoint + (endpoint.find('?') == std::string::npos ? "?" : "&");
    address += "response_type=code&scope=openid&code_challenge_method=S256";
    address += "&client_id=" + form_escaped(request.client);
    address += "&redirect_uri=" + form_escaped(request.redirect);
    address += "&state=" + form_escaped(request.state);
    address += "&nonce=" + form_escaped(request.nonce);
    return address + "&code_challenge=" + challenge;
}

std::string token_form(std::string_view code, const AuthorizationRequest& request) {
    return "grant_type=authorization_code&code=" + form_escaped(code) +
           "&redirect_uri=" + form_escaped(request.redirect) +
           "&code_verifier=" + form_escaped(request.verifier);
}

Result<std::string> id_token_in(std::string_view answer) {
    const auto object = object_of(answer);
    if (!object) return wrong("json");
    if (const auto* const refused = text_in(*object, "error"); refused != nullptr) {
        return refuse("openid.provider_refused", {std::string(*refused)});
    }
    const auto* const token = text_in(*object, "id_token");
    if (token == nullptr) return wrong("id_token");
    return std::string(*token);
}

Result<WebKeys> read_web_keys(std::string_view bytes) {
    const auto object = object_of(bytes);
    const auto* const list = object ? object->if_contains("keys") : nullptr;
    const bool is_sound =
        list != nullptr && list->is_array() && list->get_array().size() <= limits::web_keys;
    if (!is_sound) return wrong("jwks");
    WebKeys keys;
    for (const json::value& one : list->get_array()) {
        if (one.is_object()) keys.push_back(one.get_object());
    }
    return keys;
}

Result<std::string> subject_of(std::string_view token, const WebKeys& keys,
                               const TokenTerms& terms) {
    const auto parts = parts_of(token);
    if (!parts) return wrong("jwt");
    TRY_ASSIGN(const json::object* key, key_for(parts->head, keys));
    if (!crypto::is_web_signed(*key, *text_in(parts->head, "alg"), parts->signed_bytes,
                               parts->signature)) {
        return wrong("signature");
    }
    const json::object& claims = parts->claims;
    if (!is_text(claims, "iss", terms.issuer)) return wrong("iss");
    if (!is_for(claims, terms.client)) return wrong("aud");
    TRY_OK(check_times(claims, terms.time_ms));
    if (!is_text(claims, "nonce", terms.nonce)) return wrong("nonce");
    const auto* const subject = text_in(claims, "sub");
    if (!is_subject(subject)) return wrong("sub");
    return std::string(*subject);
}

}  // namespace travaux::access
