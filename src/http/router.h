// Routes: what is served where and to whom, declared once. The router, the description of the
// interface and the check of rights all read the one declaration.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "committee/rights.h"
#include "http/live.h"
#include "http/message.h"

namespace travaux::http {

/// A request with what the path's places in braces stand for.
struct Asked {
    const Request& request;
    std::map<std::string, std::string, std::less<>> places;
};

/// A stream of news that a request turns into.
struct Subscription {
    std::shared_ptr<Live> live;
    std::uint64_t next = 0;  ///< the first entry that it wants to hear of
};

/// What a request has to wait for before it is answered.
struct Wait {
    std::shared_ptr<Live> live;
    std::uint64_t length = 0;  ///< of the record
    std::chrono::milliseconds at_most{0};
    bool is_needed = true;  ///< whether it is refused where the length is not reached
};

/// A place in the query, or in a path, with its meaning.
struct Parameter {
    std::string name;
    std::string sentence;
    boost::json::value schema = boost::json::object{{"type", "string"}};
    bool is_required = false;
};

/// What the description of the interface says of a route.
struct RouteDescription {
    std::string id;        ///< `act.proposal.submit`
    std::string sentence;  ///< what it does
    std::vector<Parameter> query;
    boost::json::value body;    ///< the schema of what is sent; null for none
    boost::json::value answer;  ///< the schema of what is answered; null where it is no JSON
    std::string media_type = "application/json";  ///< of the answer
    std::string body_type = "application/json";   ///< of what is sent
};

/// Which threads answer. Each lane has some of its own and a place for so many that wait, so that
/// what takes long holds up nothing else.
enum class Lane : std::uint8_t {
    answers,    ///< all that is answered in a moment
    files,      ///< files that are sent in, to be understood
    documents,  ///< documents that are made, PDF among them
};
inline constexpr std::size_t lane_count = 3;

struct Route {
    std::string method;
    std::string pattern;  ///< `/api/v1/committees/{committee}`; a last `{rest…}` takes all parts
    std::vector<committee::Right> who;  ///< nobody: the server does not start
    RouteDescription description;

    /// Answers at once, without waiting for anything, or leaves it to `answer`.
    std::function<std::optional<Response>(const Asked&)> at_once;
    /// Answers on a thread that may wait for the store.
    std::function<Response(const Asked&)> answer;
    /// Returns the stream that the request turns into, if it does.
    std::function<Result<std::optional<Subscription>>(const Asked&)> subscribe;
    /// Returns what is to be waited for first, if anything is.
    std::function<Result<std::optional<Wait>>(const Asked&)> wait;
    /// Returns the lane in which `answer` is called; without it, `answers`.
    std::function<Lane(const Asked&)> lane{};
};

/// What a request leads to.
struct Found {
    const Route* route = nullptr;  ///< null where the path or the method is not served
    std::map<std::string, std::string, std::less<>> places;
    std::vector<std::string>
        methods;  ///< that the path is served with, sorted; empty: unknown path
};

class Router {
public:
    /// Takes routes. Errors: `route.for_nobody` where one does not say who may, `route.twice`.
    [[nodiscard]] static Result<Router> of(std::vector<Route> routes);

    /// Returns the route of a method and the parts of a path. HEAD is served as GET.
    [[nodiscard]] Found find(std::string_view method, const std::vector<std::string>& path) const;

    /// Returns all routes, by pattern and method.
    [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

private:
    struct Node {
        std::map<std::string, Node, std::less<>> parts;
        std::unique_ptr<Node> any;  // a place in braces
        std::string place;
        bool takes_rest = false;
        std::map<std::string, std::size_t, std::less<>> methods;  // routes by method
    };

    std::vector<Route> routes_;
    Node root_;
};

}  // namespace travaux::http
