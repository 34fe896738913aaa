// How routes of accounts are made: of the operation that declares who may, and of what answers.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "committee/described.h"
#include "http/account_service.h"

namespace travaux::http {

/// Answers that something was done.
[[nodiscard]] inline Response done() { return json_answer(boost::json::object{{"done", true}}); }

/// Answers with a log-in, or with none any more.
[[nodiscard]] inline Response logged_in(const AccountService& service, const std::string& secret) {
    Response response = done();
    response.with("Set-Cookie", cookie_of(service, secret));
    return response;
}

/// Returns things with their ids.
template <typename T>
[[nodiscard]] boost::json::array as_json(const access::ById<T>& all) {
    boost::json::array list;
    for (const auto& [id, one] : all) {
        boost::json::object shown = committee::to_json(one).as_object();
        shown["id"] = id;
        list.push_back(std::move(shown));
    }
    return list;
}

/// Returns what stands in a place of the path.
[[nodiscard]] inline const std::string& place(const Asked& asked, std::string_view name) {
    const auto found = asked.places.find(name);
    VERIFY(found != asked.places.end());
    return found->second;
}

/// A request about accounts, with all that answers it.
struct AccountTurn {
    const Asked& asked;
    AccountService& service;

    [[nodiscard]] Result<access::Asker> asker() const { return asker_of(service, asked.request); }
    [[nodiscard]] std::int64_t now() const { return service.clock(); }
    [[nodiscard]] access::Accounts& accounts() const { return service.accounts; }
};

/// What a route is made of, beside what answers it.
struct AccountRouteHead {
    std::string_view method;
    std::string pattern;
    access::Operation operation{};
    std::string id;
};

class AccountRouteMaker {
public:
    AccountRouteMaker(const Service& service, AccountService& accounts)
        : service_(service), accounts_(accounts) {}

    /// Adds a route that takes a body; `answer(turn, body)` gives a response.
    template <typename Said, typename Answer>
    void with_body(AccountRouteHead head, Answer answer) {
        Route route = begin(head, schema<Said>());
        const std::string id = head.id;
        route.answer = answering(
            service_, [&accounts = accounts_, answer, id](const Asked& asked) -> Result<Response> {
                TRY_ASSIGN(const boost::json::object object, sent_object(asked.request));
                TRY_ASSIGN(const Said said, committee::from_object<Said>(object, id));
                return answer(AccountTurn{asked, accounts}, said);
            });
        routes.push_back(std::move(route));
    }

    /// Adds a route that takes none.
    template <typename Answer>
    void without(const AccountRouteHead& head, Answer answer) {
        Route route = begin(head, nullptr);
        route.answer = answering(service_, [&accounts = accounts_, answer](const Asked& asked) {
            return answer(AccountTurn{asked, accounts});
        });
        routes.push_back(std::move(route));
    }

    std::vector<Route> routes;

private:
    template <typename Said>
    static boost::json::object schema() {
        boost::json::object schema = committee::schema_of<Said>();
        schema["additionalProperties"] = false;
        return schema;
    }

    static Route begin(const AccountRouteHead& head, boost::json::value body) {
        Route route;
        route.method = head.method;
        route.pattern = "/api/v1/" + head.pattern;
        route.who = open_to(head.operation);
        route.description.id = head.id;
        route.description.sentence = access::rule_of(head.operation).sentence;
        route.description.body = std::move(body);
        route.description.answer = object_or_list_schema();
        return route;
    }

    const Service& service_;
    AccountService& accounts_;
};

}  // namespace travaux::http
