// SPDX-License-Identifier: MIT
#include "http/account_service.h"

#include <algorithm>

#include "committee/view.h"

namespace travaux::http {
namespace {

constexpr std::string_view bearer = "Bearer ";

std::string_view cookie_name(CookieKind kind) {
    // A browser takes a name with this beginning only over TLS, from this host and for all paths.
    return kind == CookieKind::secure ? "__Host-travaux" : "travaux";
}

std::string trip_cookie_name(CookieKind kind) { return std::string(cookie_name(kind)) + "-openid"; }

// Returns a cookie that lasts for some seconds, or with no value takes itself away.
std::string cookie_line(CookieKind kind, std::string_view name, std::string_view value,
                        int seconds) {
    std::string line(name);
    line += "=" + std::string(value) + "; Path=/; HttpOnly; SameSite=Lax";
    if (kind == CookieKind::secure) line += "; Secure";
    return line + "; Max-Age=" + std::to_string(value.empty() ? 0 : seconds);
}

// Returns the value of our cookie, or nothing.
std::string_view cookie_in(const Request& request, std::string_view name) {
    for (const HeaderField& field : request.fields) {
        if (!is_same_name(field.name, "Cookie")) continue;
        std::string_view rest = field.value;
        while (!rest.empty()) {
            const std::size_t end = rest.find(';');
            std::string_view one = rest.substr(0, end);
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
            while (one.starts_with(' ')) one.remove_prefix(1);
            if (one.starts_with(name) && one.substr(name.size()).starts_with('=')) {
                return one.substr(name.size() + 1);
            }
        }
    }
    return {};
}

bool has_credential(const AccountService& service, const Request& request) {
    return !request.field("Authorization").empty() ||
           !cookie_in(request, cookie_name(service.cookie)).empty();
}

}  // namespace

Result<access::Asker> asker_of(const AccountService& service, const Request& request) {
    const std::string_view token = request.field("Authorization");
    if (!token.empty()) {
        const bool is_bearer = is_same_name(token.substr(0, bearer.size()), bearer);
        return service.accounts.who(access::Credential::token,
                                    is_bearer ? token.substr(bearer.size()) : std::string_view(),
                                    service.clock());
    }
    return service.accounts.who(access::Credential::log_in,
                                cookie_in(request, cookie_name(service.cookie)), service.clock());
}

Result<Identity> AccountIdentities::who(const Request& request, std::string_view committee) {
    if (!has_credential(service_, request)) return Identity{};
    TRY_ASSIGN(const access::Asker asker, asker_of(service_, request));
    std::optional<ActorId> chosen;
    if (const std::string_view said = request.field("Acting-As"); !said.empty()) {
        const auto id = parse_id(said);
        if (!id) return refuse_request("account.no_such_role", {}, ErrorCode::refused);
        chosen = ActorId{*id};
    }
    TRY_ASSIGN(committee::Caller caller, service_.accounts.caller(asker, committee, chosen));
    return Identity{std::move(caller), asker.account};
}

std::optional<text::Language> AccountIdentities::language(const Request& request) {
    if (!has_credential(service_, request)) return std::nullopt;
    const auto asker = asker_of(service_, request);
    if (!asker) return std::nullopt;
    const auto own = service_.accounts.own(*asker);
    return own && own->language ? text::parse_language(*own->language) : std::nullopt;
}

Result<std::vector<ActingPerson>> AccountIdentities::people(const Request& request,
                                                            std::string_view committee) {
    TRY_ASSIGN(const access::Asker asker, asker_of(service_, request));
    TRY_ASSIGN(const auto all, service_.accounts.people(asker, std::string(committee)));
    std::vector<ActingPerson> people;
    for (const access::Person& one : all) {
        people.push_back(
            {one.actor, one.name, one.part.capacity, one.part.delegation.value_or("")});
    }
    return people;
}

std::string cookie_of(const AccountService& service, std::string_view secret) {
    constexpr int day = 86'400;
    return cookie_line(service.cookie, cookie_name(service.cookie), secret, day);
}

std::string trip_cookie(const AccountService& service, std::string_view sealed) {
    constexpr int ten_minutes = 600;
    return cookie_line(service.cookie, trip_cookie_name(service.cookie), sealed, ten_minutes);
}

std::string_view trip_of(const AccountService& service, const Request& request) {
    return cookie_in(request, trip_cookie_name(service.cookie));
}

std::string site_of(const AccountService& service, const Request& request) {
    return service.cookie == CookieKind::secure ? "https://" + service.host
                                                : "http://" + std::string(request.field("Host"));
}

std::vector<Route> all_account_routes(const Service& service, AccountService& accounts) {
    std::vector<Route> routes;
    for (const auto make : {account_routes, passkey_routes, openid_routes, account_pages,
                            openid_pages, notice_routes, notice_pages, people_pages}) {
        std::ranges::move(make(service, accounts), std::back_inserter(routes));
    }
    return routes;
}

std::vector<committee::Right> open_to(access::Operation operation) {
    using committee::Capacity;
    std::vector<committee::Right> rights;
    for (const committee::Right& one : committee::everybody()) {
        const bool is_known = one.capacity != Capacity::visitor;
        const bool gives = one.capacity == Capacity::administrator ||
                           one.capacity == Capacity::secretariat || one.capacity == Capacity::head;
        const bool is_open =
            std::ranges::any_of(access::rule_of(operation).who, [&](access::Whoever who) {
                switch (who) {
                    case access::Whoever::anyone:
                    case access::Whoever::holder: return true;
                    case access::Whoever::self: return is_known;
                    case access::Whoever::colleague:
                        return is_known && one.capacity != Capacity::administrator;
                    case access::Whoever::giver: return gives;
                    case access::Whoever::administrator: break;
                }
                return one.capacity == Capacity::administrator;
            });
        if (is_open) rights.push_back({one.capacity, committee::Whose::any});
    }
    return rights;
}

}  // namespace travaux::http
