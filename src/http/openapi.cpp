// The description of the interface, made of the declarations that serve it.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/described.h"
#include "http/service.h"

namespace travaux::http {
namespace {

namespace json = boost::json;

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::string who_may(const Route& route) {
    if (route.who.size() == committee::all_of<committee::Capacity>().size()) return "everybody";
    std::vector<std::string> names;
    for (const committee::Right& right : route.who) {
        names.push_back(std::string(committee::name_of(right.capacity)) +
                        (right.whose == committee::Whose::own ? " (their own)" : ""));
    }
    return joined(names);
}

json::object parameter(const Parameter& one, std::string_view in) {
    return {{"name", one.name},
            {"in", in},
            {"required", one.is_required},
            {"description", one.sentence},
            {"schema", one.schema}};
}

json::object header(std::string_view name, std::string_view sentence) {
    return {{"name", name},
            {"in", "header"},
            {"description", sentence},
            {"schema", {{"type", "string"}}}};
}

json::array parameters_of(const Route& route) {
    json::array all;
    std::string_view rest = route.pattern;
    for (std::size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        rest.remove_prefix(open + 1);
        std::string name(rest.substr(0, rest.find('}')));
        if (name.ends_with("…")) name.resize(name.size() - std::string_view("…").size());
        all.push_back(parameter({name, "The " + name + ".", {{"type", "string"}}, true}, "path"));
    }
    for (const Parameter& one : route.description.query) all.push_back(parameter(one, "query"));
    if (route.method == "POST") {
        all.push_back(header("If-Match",
                             "The tag of the page from which this is done: it is refused "
                             "where something that it depends on has changed since."));
        all.push_back(
            header("Idempotency-Key", "With the same key, what is sent again is done once."));
    } else if (route.wait && !route.subscribe) {
        all.push_back(header("Min-Length", "How many entries the answer has to be made of."));
    }
    return all;
}

json::object answers_of(const Route& route) {
    const RouteDescription& description = route.description;
    json::object content;
    const bool is_json = !description.answer.is_null();
    content["schema"] = is_json ? description.answer : json::value{{"type", "string"}};
    json::object answers;
    answers["200"] = {{"description", "What was asked for."},
                      {"content", {{description.media_type, content}}}};
    if (route.method == "GET") answers["304"] = {{"description", "It has not changed."}};
    answers["default"] = {
        {"description", "A refusal."},
        {"content",
         {{"application/json", {{"schema", {{"$ref", "#/components/schemas/refusal"}}}}}}}};
    return answers;
}

json::object operation(const Route& route) {
    const RouteDescription& description = route.description;
    std::string tag = description.id.substr(0, description.id.find('.'));
    const bool is_known = tag == "act" || tag == "view";
    json::object result{{"operationId", description.id},
                        {"summary", description.sentence},
                        {"description", description.sentence + " Open to: " + who_may(route) + "."},
                        {"tags", json::array{is_known ? tag + "s" : std::string("reading")}},
                        {"parameters", parameters_of(route)},
                        {"responses", answers_of(route)}};
    const bool is_open = std::ranges::find(route.who, committee::Capacity::visitor,
                                           &committee::Right::capacity) != route.who.end();
    if (is_open) {
        result["security"] = json::array{json::object{}, {{"bearer", json::array{}}}};
    }
    if (!description.body.is_null()) {
        result["requestBody"] = {
            {"required", true},
            {"content", {{description.body_type, {{"schema", description.body}}}}}};
    }
    return result;
}

std::string path_of(std::string pattern) {
    const std::size_t rest = pattern.find("…}");
    if (rest != std::string::npos) pattern.erase(rest, std::string_view("…").size());
    return pattern;
}

std::string lower(std::string text) {
    for (char& sign : text) {
        if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign + 32);
    }
    return text;
}

json::object tag(std::string_view name, std::string_view sentence) {
    return {{"name", name}, {"description", sentence}};
}

}  // namespace

json::object refusal_schema() {
    const json::object text{{"type", "string"}};
    return {{"type", "object"},
            {"properties",
             {{"id", {{"type", "string"}, {"description", "What is refused, for programs."}}},
              {"args", {{"type", "array"}, {"items", text}, {"description", "What it is about."}}},
              {"rule", {{"type", "string"}, {"description", "The rule that stands behind it."}}},
              {"message", {{"type", "string"}, {"description", "The same, for people."}}}}},
            {"required", {"id", "args", "message"}}};
}

std::string openapi(const std::vector<Route>& routes, std::string_view version) {
    json::object paths;
    for (const Route& route : routes) {
        json::value& path = paths[path_of(route.pattern)];
        if (path.is_null()) path = json::object();
        path.as_object()[lower(route.method)] = operation(route);
    }
    const json::object document{
        {"openapi", "3.1.0"},
        {"info",
         {{"title", "Travaux"},
          {"version", version},
          {"description", "Runs the making of a treaty: acts go in, views come out."},
          {"license", {{"name", "MIT"}, {"url", "https://opensource.org/license/mit"}}},
          {"contact", {{"name", "The Secretariat of the committee"}}}}},
        {"servers", {{{"url", "/"}}}},
        {"tags",
         {tag("acts", "What somebody does; each is an entry of the record."),
          tag("reading", "The record, texts, news, and the server itself."),
          tag("views", "What the committee shows.")}},
        {"security", {{{"bearer", json::array{}}}}},
        {"paths", std::move(paths)},
        {"components",
         {{"schemas", {{"refusal", refusal_schema()}}},
          {"securitySchemes", {{"bearer", {{"type", "http"}, {"scheme", "bearer"}}}}}}}};
    return json::serialize(document) + "\n";
}

}  // namespace travaux::http
