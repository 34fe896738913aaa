// What the routes of accounts stand on, and who asks, as the accounts know it.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <semaphore>
#include <string>
#include <vector>

#include "access/accounts.h"
#include "access/outbox.h"
#include "http/identities.h"
#include "http/openid.h"
#include "http/service.h"

namespace travaux::http {

/// Whether browsers send the cookie over TLS only. Without TLS a server is for its own machine.
enum class CookieKind : std::uint8_t { secure, loopback };

struct AccountService {
    /// How many passwords are tried at a time: each takes a thread and 64 MiB, and what is left of
    /// both is for everything else.
    static constexpr int log_ins_at_once = 3;

    access::Accounts& accounts;
    std::function<std::int64_t()> clock;  ///< milliseconds since 1970, UTC
    CookieKind cookie = CookieKind::secure;
    std::string host;  ///< the name of the server, with its port where it is not 443
    std::counting_semaphore<log_ins_at_once> log_ins{log_ins_at_once};
    OpenIdProviders* openid = nullptr;  ///< none: nobody logs in by OpenID Connect
    access::Outbox* outbox = nullptr;   ///< none: no mail is sent
};

/// Knows who asks by the cookie of a log-in or by `Authorization: Bearer` with a token. As which of
/// several parts somebody acts they say in `Acting-As`, with its id on the record.
class AccountIdentities final : public Identities {
public:
    explicit AccountIdentities(AccountService& service) : service_(service) {}

    Result<Identity> who(const Request& request, std::string_view committee) override;
    std::optional<text::Language> language(const Request& request) override;
    Result<std::vector<ActingPerson>> people(const Request& request,
                                             std::string_view committee) override;

private:
    AccountService& service_;
};

/// Returns who asks. Errors: `identity.unknown`, also where a request has no credential.
[[nodiscard]] Result<access::Asker> asker_of(const AccountService& service, const Request& request);

/// Returns the value of the field `Set-Cookie` that gives, or with no secret takes away, a log-in.
[[nodiscard]] std::string cookie_of(const AccountService& service, std::string_view secret);

/// The cookie of a trip to a provider: its field `Set-Cookie`, which with nothing sealed takes it
/// away, and its value in a request.
[[nodiscard]] std::string trip_cookie(const AccountService& service, std::string_view sealed);
[[nodiscard]] std::string_view trip_of(const AccountService& service, const Request& request);

/// Returns the scheme and the host under which a browser knows the server; without a proxy the
/// server is for its own machine, which has several names.
[[nodiscard]] std::string site_of(const AccountService& service, const Request& request);

/// Runs what tries a password, and refuses it where too many are tried. Error: `log_in.busy`.
template <typename Try>
[[nodiscard]] auto trying(AccountService& service, Try tries) -> decltype(tries()) {
    if (!service.log_ins.try_acquire()) {
        return refuse_request("log_in.busy", {}, ErrorCode::storage);
    }
    struct Release {
        AccountService& service;
        ~Release() { service.log_ins.release(); }
    } const release{service};
    return tries();
}

/// Returns the routes of the interface for programs, and those of the pages for people. Both
/// services outlive them.
[[nodiscard]] std::vector<Route> account_routes(const Service& service, AccountService& accounts);
[[nodiscard]] std::vector<Route> passkey_routes(const Service& service, AccountService& accounts);
[[nodiscard]] std::vector<Route> openid_routes(const Service& service, AccountService& accounts);
[[nodiscard]] std::vector<Route> account_pages(const Service& service, AccountService& accounts);
[[nodiscard]] std::vector<Route> openid_pages(const Service& service, AccountService& accounts);
[[nodiscard]] std::vector<Route> notice_routes(const Service& service, AccountService& accounts);
[[nodiscard]] std::vector<Route> notice_pages(const Service& service, AccountService& accounts);
[[nodiscard]] std::vector<Route> people_pages(const Service& service, AccountService& accounts);

/// Returns all of them.
[[nodiscard]] std::vector<Route> all_account_routes(const Service& service,
                                                    AccountService& accounts);

/// Returns for a route who may do an operation.
[[nodiscard]] std::vector<committee::Right> open_to(access::Operation operation);

}  // namespace travaux::http
