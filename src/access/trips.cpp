// Trips to a provider of OpenID Connect and back. The browser keeps the trip, sealed under a secret
// of the server; state, nonce and verifier are hashes of it under the same secret. So nothing is
// kept here of trips that are never ended, and one ends in the browser in which it began.
// SPDX-License-Identifier: MIT
#include "access/accounts.h"
#include "access/internal.h"
#include "base/base64.h"
#include "committee/described.h"
#include "record/canonical_json.h"

namespace travaux::access {

using namespace internal;

namespace {

constexpr std::int64_t good_for_ms = 10 * minute_ms;
constexpr std::size_t sealed_bytes_max = 4'000;  // what every browser keeps in a cookie

// Hashes for one purpose are of no use for another: each begins with its own line.
std::string hash_for(const std::string& secret, std::string_view purpose, std::string_view text) {
    return base64_url(
        crypto::keyed_hash(secret, "openid " + std::string(purpose) + "\n" + std::string(text)));
}

std::optional<Trip> opened(const std::string& secret, std::string_view sealed) {
    const std::size_t dot = sealed.find('.');
    if (sealed.size() > sealed_bytes_max || dot == std::string_view::npos) return std::nullopt;
    const std::string_view body = sealed.substr(0, dot);
    if (sealed.substr(dot + 1) != hash_for(secret, "seal", body)) return std::nullopt;
    const auto json = record::parse_json(parse_base64_url(body).value_or(""));
    if (!json || !json->is_object()) return std::nullopt;
    auto trip = committee::from_object<Trip>(json->get_object(), "trip");
    return trip ? std::optional(*std::move(trip)) : std::nullopt;
}

}  // namespace

Result<BegunTrip> Accounts::begin_trip(Trip trip, std::int64_t time_ms) {
    if (trip.errand == Errand::accept) {
        TRY_ASSIGN(const Link given, link(trip.secret.value_or(""), time_ms));
        if (given.kind != LinkKind::invitation) return refuse("link.unknown");
        TRY_OK(
            check_person({trip.address.value_or(""), trip.name.value_or(""), trip.language, {}}));
    }
    trip.began_ms = time_ms;
    trip.chance = secret();
    const auto fresh = chance_();
    TRY_ASSIGN(const std::string key,
               working(store_, [&](Work& work) { return server_secret(work, fresh); }));
    TRY_ASSIGN(const std::string bytes, record::write_canonical(committee::to_json(trip)));
    std::string sealed = base64_url(bytes);
    sealed += "." + hash_for(key, "seal", sealed);
    VERIFY(sealed.size() <= sealed_bytes_max);
    return BegunTrip{sealed, hash_for(key, "state", sealed), hash_for(key, "nonce", sealed),
                     hash_for(key, "verifier", sealed)};
}

Result<EndedTrip> Accounts::end_trip(std::string_view sealed, std::string_view state,
                                     std::int64_t time_ms) {
    const auto fresh = chance_();
    return working(store_, [&](Work& work) -> Result<EndedTrip> {
        TRY_ASSIGN(const std::string key, server_secret(work, fresh));
        const auto trip = opened(key, sealed);
        const bool is_ours = trip && state == hash_for(key, "state", sealed);
        if (!is_ours || time_ms < trip->began_ms || time_ms >= trip->began_ms + good_for_ms) {
            return refuse("openid.not_begun");
        }
        TRY_ASSIGN(const bool is_fresh,
                   use_once(work, std::string(sealed), trip->began_ms + good_for_ms, time_ms));
        if (!is_fresh) return refuse("openid.not_begun");
        return EndedTrip{*trip, hash_for(key, "nonce", sealed), hash_for(key, "verifier", sealed)};
    });
}

}  // namespace travaux::access
