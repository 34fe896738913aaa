// Pages that lead to a provider of OpenID Connect, and the one at which somebody comes back.
//
// A trip begins with a form, which other sites cannot send, and a page from which the browser goes
// on: so the policy of the pages names no other site. It ends in the browser that has its cookie.
// SPDX-License-Identifier: MIT
#include <array>

#include "formats/html_sink.h"
#include "http/account_pages.h"
#include "lang/dates.h"

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
Response leading_to(const std::string& address, const OpenIdProvider& provider,
                    const PageLanguage& in) {
    Response response =
        page({in, provider.title,
              "<p><a href=\"" + escaped(address) + "\">" +
                  escaped(in.words("page.go_on", std::array{provider.title})) + "</a></p>\n"});
    response.with("Refresh", "0; url=" + address);
    return response;
}

/// A request about a provider, with all that answers it.
struct Turn {
    PageTurn page;
    const OpenIdProvider& provider;

    [[nodiscard]] access::Accounts& accounts() const { return page.accounts.accounts; }
    [[nodiscard]] std::int64_t now() const { return page.accounts.clock(); }
    [[nodiscard]] const Request& request() const { return page.asked.request; }
};

Result<Response> begin(const Turn& turn, Trip trip) {
    AccountService& service = turn.page.accounts;
    trip.provider = turn.provider.name;
    TRY_ASSIGN(const access::BegunTrip begun,
               turn.accounts().begin_trip(std::move(trip), turn.now()));
    TRY_ASSIGN(const std::string address, service.openid->asking([&] {
        return service.openid->address(turn.provider,
                                       {{},
                                        redirect_of(service, turn.request(), turn.provider),
                                        begun.state,
                                        begun.nonce,
                                        begun.verifier});
    }));
    Response response = leading_to(address, turn.provider, turn.page.in());
    response.with("Set-Cookie", trip_cookie(service, begun.sealed));
    return response;
}

Result<Response> begin_log_in(const Turn& turn) {
    auto begun = begin(turn, Trip{});
    return begun ? begun : log_in_page(turn.page, Request{}, begun.error());
}

Result<Response> begin_link(const Turn& turn) {
    TRY_ASSIGN(const access::Asker asker, asker_of(turn.page.accounts, turn.request()));
    Trip trip;
    trip.errand = Errand::link;
    trip.account = asker.account;
    trip.log_in = asker.key;
    auto begun = begin(turn, std::move(trip));
    return begun ? begun : account_page(turn.page, asker, begun.error());
}

Result<Response> begin_accept(const Turn& turn) {
    TRY_ASSIGN(const Request form, form_of(turn.request()));
    Trip trip;
    trip.errand = Errand::accept;
    trip.secret = turn.page.asked.places.at("secret");
    trip.language = code_of(turn.page.in().language);
    trip.name = form.parameter("name");
    trip.address = form.parameter("address");
    auto begun = begin(turn, std::move(trip));
    return begun ? begun : link_page(turn.page, form, begun.error());
}

// Somebody who comes back says either a code or why there is none.
Result<access::OpenIdentity> identity_of(const Turn& turn, const access::EndedTrip& ended) {
    const std::string& title = turn.provider.title;
    if (const auto refused = turn.request().parameter("error"); !refused.empty()) {
        return refused == "access_denied"
                   ? refuse_request("openid.cancelled", {title}, ErrorCode::refused)
                   : refuse_request("openid.provider_refused", {title, std::string(refused)},
                                    ErrorCode::refused);
    }
    const AccountService& service = turn.page.accounts;
    return service.openid->identity(
        turn.provider,
        {std::string(turn.request().parameter("code")),
         std::string(turn.request().parameter("iss"))},
        {{}, redirect_of(service, turn.request(), turn.provider), {}, ended.nonce, ended.verifier});
}

// The account is that of the log-in in which the trip began.
Result<Response> link(const Turn& turn, const Trip& trip, const access::OpenIdentity& identity) {
    TRY_ASSIGN(const access::Asker asker, asker_of(turn.page.accounts, turn.request()));
    if (asker.account != trip.account || asker.key != trip.log_in) {
        return refuse_request("openid.not_begun", {}, ErrorCode::refused);
    }
    TRY_OK(turn.accounts().link_identity(asker, identity));
    return go_to(turn.page.in().path("/account"));
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
    Response response = go_to(turn.page.in().path("/account"));
    response.with("Set-Cookie", cookie_of(turn.page.accounts, secret));
    return response;
}

// Shows a refusal where the trip began, as far as that is still open.
Response refused(const Turn& turn, const Trip& trip, const Error& error) {
    if (trip.errand == Errand::accept) {
        Request form;
        form.query = {{"name", trip.name.value_or("")}, {"address", trip.address.value_or("")}};
        Asked asked{turn.request(), {{"secret", trip.secret.value_or("")}}};
        return link_page({turn.page.service, turn.page.accounts, asked}, form, error);
    }
    const auto asker = trip.errand == Errand::link
                           ? asker_of(turn.page.accounts, turn.request())
                           : refuse_request("identity.unknown", {}, ErrorCode::refused);
    return asker ? account_page(turn.page, *asker, error)
                 : log_in_page(turn.page, Request{}, error);
}

Result<Response> come_back(const Turn& turn) {
    AccountService& service = turn.page.accounts;
    const auto outcome = service.openid->asking([&]() -> Result<Response> {
        TRY_ASSIGN(const access::EndedTrip ended,
                   turn.accounts().end_trip(trip_of(service, turn.request()),
                                            turn.request().parameter("state"), turn.now()));
        auto done = ended.trip.provider == turn.provider.name
                        ? run(turn, ended)
                        : refuse_request("openid.not_begun", {}, ErrorCode::refused);
        Response response = done ? *std::move(done) : refused(turn, ended.trip, done.error());
        response.with("Set-Cookie", trip_cookie(service, {}));
        return response;
    });
    return outcome ? outcome : log_in_page(turn.page, Request{}, outcome.error());
}

Result<Response> end_identity(const PageTurn& turn) {
    TRY_ASSIGN(const access::Asker asker, asker_of(turn.accounts, turn.asked.request));
    const auto ended = turn.accounts.accounts.end_identity(asker, turn.asked.places.at("id"));
    return ended ? go_to(turn.in().path("/account")) : account_page(turn, asker, ended.error());
}

/// Makes routes that are pages.
class Maker {
public:
    Maker(const Service& service, AccountService& accounts)
        : service_(service), accounts_(accounts) {}

    template <typename Answer>
    void add(std::string method, std::string pattern, Operation operation, Answer answer) {
        Route route;
        route.method = std::move(method);
        route.pattern = std::move(pattern);
        route.who = open_to(operation);
        route.description.sentence = access::rule_of(operation).sentence;
        route.description.media_type = "text/html; charset=utf-8";
        route.answer = answering(
            service_, [&service = service_, &accounts = accounts_, answer](const Asked& asked) {
                return answer(PageTurn{service, accounts, asked});
            });
        routes.push_back(std::move(route));
    }

    /// Adds a route of which a provider is one of the places.
    template <typename Answer>
    void at_provider(std::string method, std::string pattern, Operation operation, Answer answer) {
        add(std::move(method), std::move(pattern), operation,
            [answer](const PageTurn& turn) -> Result<Response> {
                TRY_ASSIGN(const OpenIdProvider* provider, provider_of(turn.accounts, turn.asked));
                return answer(Turn{turn, *provider});
            });
    }

    void name(std::string id) { routes.back().description.id = "page." + std::move(id); }

    std::vector<Route> routes;

private:
    const Service& service_;
    AccountService& accounts_;
};

std::string title_of(const AccountService& accounts, const std::string& issuer) {
    for (const OpenIdProvider& one : accounts.openid->all()) {
        if (one.issuer == issuer) return one.title;
    }
    return issuer;
}

}  // namespace

std::string log_in_buttons(const AccountService& accounts, const PageLanguage& in) {
    std::string html;
    if (accounts.openid == nullptr) return html;
    for (const OpenIdProvider& one : accounts.openid->all()) {
        html += form(in.path("/log_in/with/" + one.name), "",
                     in.words("page.log_in_with", std::array{one.title}));
    }
    return html;
}

std::string accept_buttons(const AccountService& accounts, const std::string& secret,
                           const PageLanguage& in) {
    std::string html;
    if (accounts.openid == nullptr) return html;
    for (const OpenIdProvider& one : accounts.openid->all()) {
        const std::string path = in.path("/accept/" + secret + "/with/" + one.name);
        html += "<p><button formaction=\"" + escaped(path) + "\" formnovalidate>" +
                escaped(in.words("page.accept_with", std::array{one.title})) + "</button></p>\n";
    }
    return html;
}

std::string identities_section(const AccountService& accounts, const access::Asker& asker,
                               const PageLanguage& in) {
    if (accounts.openid == nullptr) return {};
    const auto all = accounts.accounts.identities(asker);
    std::string html = "<h2>" + escaped(in.words("page.identities")) + "</h2>\n<ul>\n";
    for (const auto& [id, one] : all.value_or(access::ById<access::KeptIdentity>{})) {
        const std::array since = {title_of(accounts, one.issuer),
                                  lang::date_in_words(date_of(one.made_ms), in.language)};
        html += "<li>" + escaped(in.words("page.identity_since", since)) +
                form(in.path("/end_identity/" + id), "",
                     in.words("page.take_away", std::array{since.front()})) +
                "</li>\n";
    }
    html += "</ul>\n";
    for (const OpenIdProvider& one : accounts.openid->all()) {
        html += form(in.path("/link_identity/" + one.name), "",
                     in.words("page.link_identity", std::array{one.title}));
    }
    return html;
}

std::vector<Route> openid_pages(const Service& service, AccountService& accounts) {
    Maker maker(service, accounts);
    maker.at_provider("POST", "/log_in/with/{provider}", Operation::log_in, begin_log_in);
    maker.name("log_in_with.sent");
    maker.at_provider("POST", "/link_identity/{provider}", Operation::link_identity, begin_link);
    maker.name("link_identity.sent");
    maker.at_provider("POST", "/accept/{secret}/with/{provider}", Operation::accept, begin_accept);
    maker.name("accept_with.sent");
    maker.at_provider("GET", "/log_in/from/{provider}", Operation::log_in, come_back);
    maker.name("log_in_from");
    maker.routes.back().description.query = {
        {"state", "What the provider was given when the trip began."},
        {"code", "What the provider gives an ID token for."},
        {"error", "Why there is no code."},
        {"iss", "The issuer, where the provider says it."}};
    maker.add("POST", "/end_identity/{id}", Operation::end_identity, end_identity);
    maker.name("end_identity.sent");
    return std::move(maker.routes);
}

}  // namespace travaux::http
