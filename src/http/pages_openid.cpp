// Pages that lead to a provider of OpenID Connect, and the one at which somebody comes back.
//
// A trip begins with a form, which other sites cannot send, and a page from which the browser goes
// on: so the policy of the pages names no other site. It ends in the browser that has its cookie.
// SPDX-License-Identifier: MIT
#include "formats/html_sink.h"
#include "http/account_pages.h"

namespace travaux::http {
namespace {

using access::Errand;
using access::Operation;
using access::Trip;
using formats::escaped;

Result<const OpenIdProvider*> provider_of(const AccountService& accounts, const Asked& asked) {
    if (accounts.openid == nullptr) {
        return refuse_request("openid.provider_unknown", {}, ErrorCode::not_found);
    }
    return accounts.openid->find(asked.places.at("provider"));
}

// Where a provider sends people back to: it knows the address and takes no other.
std::string redirect_of(const AccountService& accounts, const Request& request,
                        const OpenIdProvider& provider) {
    return site_of(accounts, request) + "/log_in/from/" + provider.name;
}

// Without a script, and without a form, which the policy would keep on this site.
Response leading_to(const std::string& address, const OpenIdProvider& provider) {
    const std::string link = escaped(address);
    Response response =
        page(provider.title,
             "<p><a href=\"" + link + "\">" + escaped("Go on to " + provider.title) + "</a></p>\n");
    response.with("Refresh", "0; url=" + address);
    return response;
}

/// A request about a provider, with all that answers it.
struct Turn {
    PageTurn page;
    const Request& request;
    const OpenIdProvider& provider;

    [[nodiscard]] access::Accounts& accounts() const { return page.accounts.accounts; }
    [[nodiscard]] std::int64_t now() const { return page.accounts.clock(); }
};

Result<Response> begin(const Turn& turn, Trip trip) {
    AccountService& service = turn.page.accounts;
    trip.provider = turn.provider.name;
    TRY_ASSIGN(const access::BegunTrip begun,
               turn.accounts().begin_trip(std::move(trip), turn.now()));
    TRY_ASSIGN(const std::string address, service.openid->asking([&] {
        return service.openid->address(turn.provider,
                                       {{},
                                        redirect_of(service, turn.request, turn.provider),
                                        begun.state,
                                        begun.nonce,
                                        begun.verifier});
    }));
    Response response = leading_to(address, turn.provider);
    response.with("Set-Cookie", trip_cookie(service, begun.sealed));
    return response;
}

Result<Response> begin_log_in(const Turn& turn) {
    auto begun = begin(turn, Trip{});
    return begun ? begun : log_in_page(turn.page, Request{}, begun.error());
}

Result<Response> begin_link(const Turn& turn) {
    TRY_ASSIGN(const access::Asker asker, asker_of(turn.page.accounts, turn.request));
    Trip trip;
    trip.errand = Errand::link;
    trip.account = asker.account;
    trip.log_in = asker.key;
    auto begun = begin(turn, std::move(trip));
    return begun ? begun : account_page(turn.page, asker, begun.error());
}

Result<Response> begin_accept(const Turn& turn, const std::string& secret) {
    TRY_ASSIGN(const Request form, form_of(turn.request));
    Trip trip;
    trip.errand = Errand::accept;
    trip.secret = secret;
    trip.name = form.parameter("name");
    trip.address = form.parameter("address");
    auto begun = begin(turn, std::move(trip));
    return begun ? begun : link_page(turn.page, secret, form, begun.error());
}

// Somebody who comes back says either a code or why there is none.
Result<access::OpenIdentity> identity_of(const Turn& turn, const access::EndedTrip& ended) {
    const std::string& title = turn.provider.title;
    if (const auto refused = turn.request.parameter("error"); !refused.empty()) {
        return refused == "access_denied"
                   ? refuse_request("openid.cancelled", {title}, ErrorCode::refused)
                   : refuse_request("openid.provider_refused", {title, std::string(refused)},
                                    ErrorCode::refused);
    }
    const AccountService& service = turn.page.accounts;
    return service.openid->identity(
        turn.provider,
        {std::string(turn.request.parameter("code")), std::string(turn.request.parameter("iss"))},
        {{}, redirect_of(service, turn.request, turn.provider), {}, ended.nonce, ended.verifier});
}

// The account is that of the log-in in which the trip began.
Result<Response> link(const Turn& turn, const Trip& trip, const access::OpenIdentity& identity) {
    TRY_ASSIGN(const access::Asker asker, asker_of(turn.page.accounts, turn.request));
    if (asker.account != trip.account || asker.key != trip.log_in) {
        return refuse_request("openid.not_begun", {}, ErrorCode::refused);
    }
    TRY_OK(turn.accounts().link_identity(asker, identity));
    return go_to("/account");
}

Result<Response> run(const Turn& turn, const access::EndedTrip& ended) {
    const Trip& trip = ended.trip;
    TRY_ASSIGN(const access::OpenIdentity identity, identity_of(turn, ended));
    if (trip.errand == Errand::link) return link(turn, trip, identity);
    TRY_ASSIGN(const std::string secret,
               trip.errand == Errand::log_in
                   ? turn.accounts().log_in_by_identity(identity, turn.now())
                   : turn.accounts().accept_by_identity(
                         trip.secret.value_or(""),
                         {trip.address.value_or(""), trip.name.value_or(""), trip.language, {}},
                         identity, turn.now()));
    Response response = go_to("/account");
    response.with("Set-Cookie", cookie_of(turn.page.accounts, secret));
    return response;
}

// Shows a refusal where the trip began, as far as that is still open.
Response refused(const Turn& turn, const Trip& trip, const Error& error) {
    if (trip.errand == Errand::accept) {
        Request form;
        form.query = {{"name", trip.name.value_or("")}, {"address", trip.address.value_or("")}};
        return link_page(turn.page, trip.secret.value_or(""), form, error);
    }
    const auto asker = trip.errand == Errand::link
                           ? asker_of(turn.page.accounts, turn.request)
                           : refuse_request("identity.unknown", {}, ErrorCode::refused);
    return asker ? account_page(turn.page, *asker, error)
                 : log_in_page(turn.page, Request{}, error);
}

Result<Response> come_back(const Turn& turn) {
    AccountService& service = turn.page.accounts;
    const auto outcome = service.openid->asking([&]() -> Result<Response> {
        TRY_ASSIGN(const access::EndedTrip ended,
                   turn.accounts().end_trip(trip_of(service, turn.request),
                                            turn.request.parameter("state"), turn.now()));
        auto done = ended.trip.provider == turn.provider.name
                        ? run(turn, ended)
                        : refuse_request("openid.not_begun", {}, ErrorCode::refused);
        Response response = done ? *std::move(done) : refused(turn, ended.trip, done.error());
        response.with("Set-Cookie", trip_cookie(service, {}));
        return response;
    });
    return outcome ? outcome : log_in_page(turn.page, Request{}, outcome.error());
}

Result<Response> end_identity(const PageTurn& turn, const Asked& asked) {
    TRY_ASSIGN(const access::Asker asker, asker_of(turn.accounts, asked.request));
    const auto ended = turn.accounts.accounts.end_identity(asker, asked.places.at("id"));
    return ended ? go_to("/account") : account_page(turn, asker, ended.error());
}

/// Makes routes that are pages.
class Maker {
public:
    explicit Maker(const PageTurn& turn) : turn_(turn) {}

    template <typename Answer>
    void add(std::string method, std::string pattern, Operation operation, Answer answer) {
        Route route;
        route.method = std::move(method);
        route.pattern = std::move(pattern);
        route.who = open_to(operation);
        route.description.sentence = access::rule_of(operation).sentence;
        route.description.media_type = "text/html; charset=utf-8";
        route.answer = answering(turn_.service, [turn = turn_, answer](const Asked& asked) {
            return answer(turn, asked);
        });
        routes.push_back(std::move(route));
    }

    /// Adds a route of which a provider is one of the places.
    template <typename Answer>
    void at_provider(std::string method, std::string pattern, Operation operation, Answer answer) {
        add(std::move(method), std::move(pattern), operation,
            [answer](const PageTurn& turn, const Asked& asked) -> Result<Response> {
                TRY_ASSIGN(const OpenIdProvider* provider, provider_of(turn.accounts, asked));
                return answer(Turn{turn, asked.request, *provider}, asked);
            });
    }

    void name(std::string id) { routes.back().description.id = "page." + std::move(id); }

    std::vector<Route> routes;

private:
    PageTurn turn_;
};

std::string title_of(const AccountService& accounts, const std::string& issuer) {
    for (const OpenIdProvider& one : accounts.openid->all()) {
        if (one.issuer == issuer) return one.title;
    }
    return issuer;
}

}  // namespace

std::string log_in_buttons(const AccountService& accounts) {
    std::string html;
    if (accounts.openid == nullptr) return html;
    for (const OpenIdProvider& one : accounts.openid->all()) {
        html += form("/log_in/with/" + one.name, "", "Log in with " + one.title);
    }
    return html;
}

std::string accept_buttons(const AccountService& accounts, const std::string& secret) {
    std::string html;
    if (accounts.openid == nullptr) return html;
    for (const OpenIdProvider& one : accounts.openid->all()) {
        html += "<p><button formaction=\"" + escaped("/accept/" + secret + "/with/" + one.name) +
                "\" formnovalidate>" + escaped("Accept with " + one.title) + "</button></p>\n";
    }
    return html;
}

std::string identities_section(const AccountService& accounts, const access::Asker& asker) {
    if (accounts.openid == nullptr) return {};
    const auto all = accounts.accounts.identities(asker);
    std::string html = "<h2>Identities</h2>\n<ul>\n";
    for (const auto& [id, one] : all.value_or(access::ById<access::KeptIdentity>{})) {
        const std::string title = title_of(accounts, one.issuer);
        html += "<li>" + escaped(title + ", since " + date_of(one.made_ms).text()) +
                form("/end_identity/" + id, "", "Take away " + title) + "</li>\n";
    }
    html += "</ul>\n";
    for (const OpenIdProvider& one : accounts.openid->all()) {
        html += form("/link_identity/" + one.name, "", "Link " + one.title);
    }
    return html;
}

std::vector<Route> openid_pages(const Service& service, AccountService& accounts) {
    Maker maker({service, accounts});
    maker.at_provider("POST", "/log_in/with/{provider}", Operation::log_in,
                      [](const Turn& turn, const Asked&) { return begin_log_in(turn); });
    maker.name("log_in_with.sent");
    maker.at_provider("POST", "/link_identity/{provider}", Operation::link_identity,
                      [](const Turn& turn, const Asked&) { return begin_link(turn); });
    maker.name("link_identity.sent");
    maker.at_provider("POST", "/accept/{secret}/with/{provider}", Operation::accept,
                      [](const Turn& turn, const Asked& asked) {
                          return begin_accept(turn, asked.places.at("secret"));
                      });
    maker.name("accept_with.sent");
    maker.at_provider("GET", "/log_in/from/{provider}", Operation::log_in,
                      [](const Turn& turn, const Asked&) { return come_back(turn); });
    maker.name("log_in_from");
    maker.routes.back().description.query = {
        {"state", "What the provider was given when the trip began."},
        {"code", "What the provider gives an ID token for."},
        {"error", "Why there is no code."},
        {"iss", "The issuer, where the provider says it."}};
    maker.add("POST", "/end_identity/{id}", Operation::end_identity,
              [](const PageTurn& turn, const Asked& asked) { return end_identity(turn, asked); });
    maker.name("end_identity.sent");
    return std::move(maker.routes);
}

}  // namespace travaux::http
