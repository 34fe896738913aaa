// A route for each act: its fields come as JSON, its entry or its refusal goes back.
// SPDX-License-Identifier: MIT
#include "committee/act.h"

#include "http/representation.h"
#include "http/service.h"

namespace travaux::http {
namespace {

namespace json = boost::json;

Result<Response> act(const Service& service, const Asked& asked, const std::string& name) {
    TRY_ASSIGN(ServedCommittee* const committee, committee_of(service, asked));
    TRY_ASSIGN(const Identity identity, identity_of(service, asked));
    host::AttemptedAct attempt{identity.caller, name, {}, {}, {}};
    TRY_ASSIGN(attempt.fields, sent_object(asked.request));
    TRY_ASSIGN(attempt.seen, entries_seen(asked.request.field("If-Match")));
    TRY_ASSIGN(attempt.once, once_of(identity, asked.request.field("Idempotency-Key"), attempt));
    const auto done = committee->committee().act(attempt);
    if (done) return receipt(*done);
    Response response = refusal_to(service, asked.request, done.error());
    const bool is_visitor = identity.caller.capacity == committee::Capacity::visitor;
    if (is_visitor && response.status == 403) {
        response.status = 401;
        response.with("WWW-Authenticate", "Bearer");
    }
    return response;
}

// Contents stand in the place of bodies, so a field of a body is wider than its description.
json::value sent_schema(const committee::FieldOfAct& field) {
    json::object schema = field.schema;
    const bool holds_body = field.type == "body" || field.type == "list of file";
    if (holds_body) {
        schema = {
            {"anyOf",
             {field.schema,
              {{"type", "string"}, {"description", "The content itself."}},
              {{"type", "array"},
               {"items", {{"type", "object"}}},
               {"description", "The parts of a proposal."}},
              {{"type", "object"},
               {"description", "A text to import, the next draft, or a Word file as base64."}}}}};
    }
    schema["description"] = field.sentence;
    return schema;
}

json::object body_schema(const committee::Act& act) {
    json::object properties;
    json::array required;
    for (const committee::FieldOfAct& field : act.fields) {
        properties[field.name] = sent_schema(field);
        if (field.is_required) required.emplace_back(field.name);
    }
    json::object schema{
        {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = std::move(required);
    return schema;
}

json::object done_schema() {
    return {{"type", "object"},
            {"properties",
             {{"entry", {{"type", "integer"}, {"description", "The entry of the record."}}},
              {"born",
               {{"type", "array"},
                {"items", {{"type", "string"}}},
                {"description", "The ids that the act gave."}}}}},
            {"required", {"entry", "born"}}};
}

}  // namespace

std::vector<Route> act_routes(const Service& service) {
    std::vector<Route> routes;
    for (const committee::Act& one : committee::acts()) {
        const std::string name(one.declaration.name);
        auto answer = answering(
            service, [&service, name](const Asked& asked) { return act(service, asked, name); });
        routes.push_back({"POST",
                          "/api/v1/committees/{committee}/acts/" + name,
                          one.declaration.who,
                          {"act." + name,
                           std::string(one.declaration.sentence),
                           {},
                           body_schema(one),
                           done_schema()},
                          {},
                          std::move(answer),
                          {},
                          {}});
    }
    return routes;
}

}  // namespace travaux::http
