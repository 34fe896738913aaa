// A route for each view: its fields come in the query, and what it shows goes back as JSON.
// SPDX-License-Identifier: MIT
#include "committee/view.h"

#include <algorithm>

#include "http/representation.h"
#include "http/said_value.h"
#include "http/service.h"

namespace travaux::http {
namespace {

namespace json = boost::json;

Result<json::object> fields_of(const committee::View& view, const Request& request) {
    json::object fields;
    for (const auto& [name, text] : request.query) {
        const auto known = std::ranges::find(view.fields, name, &committee::FieldOfAct::name);
        const bool is_known = known != view.fields.end();
        if (is_known && known->type.starts_with("list of ")) {
            json::value& list = fields[name];
            if (list.is_null()) list = json::array();
            list.as_array().emplace_back(text);
        } else if (fields.contains(name)) {
            return refuse_request("request.parameter_twice", {name});
        } else {
            // The view itself refuses a field that it does not know.
            fields[name] = is_known ? value_of(*known, text) : json::value(text);
        }
    }
    return fields;
}

Result<Response> show(const Service& service, const Asked& asked, const committee::View& view) {
    TRY_ASSIGN(ServedCommittee* const committee, committee_of(service, asked));
    TRY_ASSIGN(const Identity identity, identity_of(service, asked));
    TRY_ASSIGN(auto fields, fields_of(view, asked.request));
    TRY_ASSIGN(const host::ShownView shown,
               committee->committee().view(
                   {identity.caller, std::string(view.declaration.name), std::move(fields)}));
    Representation representation =
        represent(json::serialize(shown.value) + "\n", "application/json", Kept::no,
                  asked.request.field("Accept-Encoding"));
    representation.entries = shown.entries;
    return answer_with(asked.request, representation, Sharing::by_rights);
}

std::vector<Parameter> parameters_of(const committee::View& view) {
    std::vector<Parameter> parameters;
    for (const committee::FieldOfAct& field : view.fields) {
        parameters.push_back({field.name, field.sentence, field.schema, field.is_required});
    }
    return parameters;
}

}  // namespace

std::vector<Route> view_routes(const Service& service) {
    std::vector<Route> routes;
    for (const committee::View& one : committee::views()) {
        const std::string name(one.declaration.name);
        auto answer = answering(
            service, [&service, &one](const Asked& asked) { return show(service, asked, one); });
        routes.push_back(
            {"GET",
             "/api/v1/committees/{committee}/views/" + name,
             one.declaration.who,
             {"view." + name, std::string(one.declaration.sentence), parameters_of(one), nullptr,
              one.shown},
             {},
             std::move(answer),
             {},
             [&service](const Asked& asked) { return wait_for_min_length(service, asked); }});
    }
    return routes;
}

}  // namespace travaux::http
