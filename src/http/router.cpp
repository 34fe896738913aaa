// SPDX-License-Identifier: MIT
#include "http/router.h"

#include <algorithm>

namespace travaux::http {
namespace {

std::unexpected<Error> refuse(std::string id, const Route& route) {
    return std::unexpected(
        Error{ErrorCode::invalid, std::move(id), {route.method + " " + route.pattern}});
}

std::vector<std::string> parts_of(const std::string& pattern) {
    Request request;
    VERIFY(read_target(pattern, request));
    return request.path;
}

}  // namespace

Result<Router> Router::of(std::vector<Route> routes) {
    std::ranges::sort(routes, {},
                      [](const Route& route) { return std::pair(route.pattern, route.method); });
    Router router;
    router.routes_ = std::move(routes);
    for (std::size_t index = 0; index < router.routes_.size(); ++index) {
        const Route& route = router.routes_[index];
        if (route.who.empty()) return refuse("route.for_nobody", route);
        Node* node = &router.root_;
        for (const std::string& part : parts_of(route.pattern)) {
            if (!part.starts_with('{')) {
                node = &node->parts[part];
                continue;
            }
            if (!node->any) node->any = std::make_unique<Node>();
            node = node->any.get();
            node->takes_rest = part.ends_with("…}");
            node->place = part.substr(1, part.size() - (node->takes_rest ? 5 : 2));
        }
        if (!node->methods.emplace(route.method, index).second) {
            return refuse("route.twice", route);
        }
    }
    return router;
}

Found Router::find(std::string_view method, const std::vector<std::string>& path) const {
    Found found;
    const Node* node = &root_;
    for (std::size_t at = 0; at < path.size(); ++at) {
        if (const auto part = node->parts.find(path[at]); part != node->parts.end()) {
            node = &part->second;
            continue;
        }
        if (!node->any || path[at].empty()) return {};
        node = node->any.get();
        std::string& place = found.places[node->place];
        place = path[at];
        if (!node->takes_rest) continue;
        while (++at < path.size()) place += "/" + path[at];
    }
    for (const auto& [name, index] : node->methods) {
        found.methods.push_back(name);
        if (name == "GET") found.methods.emplace_back("HEAD");
        const bool is_asked = name == method || (method == "HEAD" && name == "GET");
        if (is_asked) found.route = &routes_[index];
    }
    return found;
}

}  // namespace travaux::http
