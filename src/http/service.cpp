// SPDX-License-Identifier: MIT
#include "http/service.h"

#include <algorithm>

#include "base/limits.h"
#include "http/assets.h"
#include "http/languages.h"
#include "http/representation.h"
#include "record/canonical_json.h"

namespace travaux::http {
namespace {

constexpr auto wait_for_length = std::chrono::milliseconds(1000);

std::string joined(std::string_view first, std::string_view second) {
    std::string both(first);
    both += '\0';
    both += second;
    return both;
}

}  // namespace

Result<ServedCommittee*> committee_of(const Service& service, const Asked& asked) {
    const auto place = asked.places.find("committee");
    VERIFY(place != asked.places.end());
    const auto found = std::ranges::find(
        service.committees, place->second,
        [](const ServedCommittee* one) -> const std::string& { return one->name(); });
    if (found != service.committees.end()) return *found;
    return refuse_request("committee.unknown", {place->second}, ErrorCode::not_found);
}

Result<Identity> identity_of(const Service& service, const Asked& asked) {
    const auto place = asked.places.find("committee");
    TRY_ASSIGN(Identity identity, service.identities.who(asked.request, place == asked.places.end()
                                                                            ? std::string_view()
                                                                            : place->second));
    if (identity.account.empty()) return identity;
    if (!service.rates.may_ask(identity.account, std::chrono::steady_clock::now())) {
        return refuse_request("request.rate", {}, ErrorCode::refused);
    }
    return identity;
}

text::Language language_of(const Service& service, const Request& request) {
    const auto chosen = service.identities.language(request);
    return chosen ? *chosen : accepted_language(request);
}

Response refusal_to(const Service& service, const Request& request, const Error& error) {
    const bool is_of_store = error.code == ErrorCode::storage || error.code == ErrorCode::corrupt;
    return refusal(error, is_of_store ? accepted_language(request) : language_of(service, request));
}

Result<std::optional<Wait>> wait_for_min_length(const Service& service, const Asked& asked) {
    const std::string_view field = asked.request.field("Min-Length");
    if (field.empty()) return std::nullopt;
    const auto length = number_of(field);
    if (!length) return refuse_request("request.length_malformed", {std::string(field)});
    TRY_ASSIGN(const ServedCommittee* committee, committee_of(service, asked));
    return Wait{committee->live(), *length, wait_for_length, true};
}

Result<std::optional<host::Once>> once_of(const Identity& identity, std::string_view key,
                                          const host::AttemptedAct& attempt) {
    if (key.empty()) return std::nullopt;
    if (key.size() > limits::idempotency_key_bytes) {
        return refuse_request("request.key_too_long",
                              {std::to_string(limits::idempotency_key_bytes)});
    }
    const std::string whose = joined(hex(identity.caller.actor.bytes), identity.account);
    TRY_ASSIGN(const std::string canonical, record::write_canonical(attempt.fields));
    return host::Once{hex(sha256(joined(whose, key))), sha256(joined(attempt.name, canonical))};
}

Response receipt(const host::DoneAct& done) {
    boost::json::object answer{{"entry", done.entry}};
    answer["born"] = boost::json::value_from(done.born);
    Response response = json_answer(answer);
    response.with("Record-Length", std::to_string(done.entry + 1));
    return response;
}

std::vector<Route> all_routes(const Service& service, std::vector<Route> more) {
    std::vector<Route> routes = std::move(more);
    for (const auto make :
         {system_routes, act_routes, view_routes, letter_routes, paper_routes, calendar_routes,
          text_routes, file_routes, comparison_routes, live_routes, record_routes}) {
        std::ranges::move(make(service), std::back_inserter(routes));
    }
    std::ranges::move(asset_routes(), std::back_inserter(routes));
    Route description{"GET",
                      "/api/v1/openapi.json",
                      committee::everybody(),
                      {"openapi",
                       "Describes this interface, as OpenAPI 3.1.",
                       {},
                       nullptr,
                       boost::json::object{{"type", "object"}}},
                      {},
                      {},
                      {},
                      {}};
    auto described = routes;
    described.push_back(description);
    const Representation page =
        represent(openapi(described, service.version), "application/json", Kept::yes, {});
    description.at_once = [page](const Asked& asked) {
        return std::optional(answer_with(asked.request, page, Sharing::everybody));
    };
    routes.push_back(std::move(description));
    return routes;
}

}  // namespace travaux::http
