// Routes about the server itself: whether it lives, whether it can work, what it counts, and which
// committees it serves.
// SPDX-License-Identifier: MIT
#include "committee/view.h"
#include "http/service.h"

namespace travaux::http {
namespace {

Response plain(std::string text) {
    Response response;
    response.media_type = "text/plain; charset=utf-8";
    response.body = share(std::move(text));
    response.with("Cache-Control", "no-store");
    return response;
}

Route health(const Service& /*service*/) {
    return {"GET",
            "/healthz",
            committee::everybody(),
            {"health",
             "Tells whether the server runs.",
             {},
             nullptr,
             nullptr,
             "text/plain; charset=utf-8"},
            [](const Asked&) { return std::optional(plain("ok\n")); },
            {},
            {},
            {}};
}

Route readiness(const Service& service) {
    return {"GET",
            "/readyz",
            committee::everybody(),
            {"readiness",
             "Tells whether the stores of the committees answer.",
             {},
             nullptr,
             nullptr,
             "text/plain; charset=utf-8"},
            {},
            answering(service,
                      [&service](const Asked&) -> Result<Response> {
                          for (const ServedCommittee* one : service.committees) {
                              TRY_OK(one->check_store());
                          }
                          return plain("ready\n");
                      }),
            {},
            {}};
}

Route counts(const Service& service) {
    return {"GET",
            "/metrics",
            committee::everybody(),
            {"metrics",
             "Returns counts in the text form of Prometheus.",
             {},
             nullptr,
             nullptr,
             "text/plain; version=0.0.4; charset=utf-8"},
            {},
            [&service](const Asked&) {
                std::map<std::string, std::uint64_t> lengths;
                for (const ServedCommittee* one : service.committees) {
                    lengths[one->name()] = one->live()->length();
                }
                Response response = plain(service.metrics.page(lengths));
                response.media_type = "text/plain; version=0.0.4; charset=utf-8";
                return response;
            },
            {},
            {}};
}

boost::json::object committee_as_json(const ServedCommittee& committee) {
    boost::json::object shown{{"name", committee.name()},
                              {"entries", committee.committee().length()}};
    return shown;
}

Route committees(const Service& service) {
    const boost::json::object one{
        {"type", "object"},
        {"properties", {{"name", {{"type", "string"}}}, {"entries", {{"type", "integer"}}}}},
        {"required", {"name", "entries"}}};
    return {"GET",
            "/api/v1/committees",
            committee::everybody(),
            {"committees",
             "Lists the committees of this server.",
             {},
             nullptr,
             boost::json::object{{"type", "array"}, {"items", one}}},
            {},
            [&service](const Asked& /*asked*/) {
                boost::json::array list;
                for (const ServedCommittee* each : service.committees) {
                    list.push_back(committee_as_json(*each));
                }
                return json_answer(list);
            },
            {},
            {}};
}

}  // namespace

std::vector<Route> system_routes(const Service& service) {
    return {health(service), readiness(service), counts(service), committees(service)};
}

}  // namespace travaux::http
