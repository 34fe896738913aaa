// The routes of passkeys: what an authenticator is asked, and what it answers. Bytes stand as
// base64 for addresses, as browsers have them in JSON.
// SPDX-License-Identifier: MIT
#include "base/base64.h"
#include "http/account_maker.h"

namespace travaux::http {
namespace {

namespace json = boost::json;
using access::Asker;
using access::Operation;

struct MadeSaid {
    std::string name;
    std::string challenge;
    std::string client_data;
    std::string authenticator_data;
};
BOOST_DESCRIBE_STRUCT(MadeSaid, (), (name, challenge, client_data, authenticator_data))

struct ShownSaid {
    std::string credential;
    std::string challenge;
    std::string client_data;
    std::string authenticator_data;
    std::string signature;
};
BOOST_DESCRIBE_STRUCT(ShownSaid, (),
                      (credential, challenge, client_data, authenticator_data, signature))

// Bytes that are no base64 are no answer to anything.
std::string bytes_of(const std::string& text) { return parse_base64_url(text).value_or(""); }

// Where the browser is: behind a proxy at the name of the server, otherwise on this machine, where
// a passkey needs the name `localhost`.
crypto::PasskeyPlace place_of(const AccountTurn& turn, const std::string& challenge) {
    const std::string& host = turn.service.host;
    const bool has_proxy = turn.service.cookie == CookieKind::secure;
    return {has_proxy ? host.substr(0, host.find(':')) : "localhost",
            site_of(turn.service, turn.asked.request), challenge};
}

json::object asked_of(const AccountTurn& turn, const std::string& challenge) {
    return {{"challenge", base64_url(challenge)}, {"site", place_of(turn, challenge).site}};
}

void add_own(AccountRouteMaker& maker) {
    maker.without({"POST", "passkeys/challenge", Operation::add_passkey, "challenge_passkey"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_ASSIGN(const std::string challenge,
                                 turn.accounts().challenge(asker.account, turn.now()));
                      json::object answer = asked_of(turn, challenge);
                      answer["account"] = asker.account;
                      return json_answer(answer);
                  });
    maker.with_body<MadeSaid>(
        {"POST", "passkeys", Operation::add_passkey, "add_passkey"},
        [](const AccountTurn& turn, const MadeSaid& said) -> Result<Response> {
            TRY_ASSIGN(const Asker asker, turn.asker());
            TRY_ASSIGN(const std::string id,
                       turn.accounts().add_passkey(
                           asker, said.name, place_of(turn, bytes_of(said.challenge)),
                           {bytes_of(said.client_data), bytes_of(said.authenticator_data), {}}));
            return json_answer(json::object{{"id", id}});
        });
    maker.without({"GET", "passkeys", Operation::see_passkeys, "passkeys"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_ASSIGN(const auto all, turn.accounts().passkeys(asker));
                      return json_answer(as_json(all));
                  });
    maker.without({"DELETE", "passkeys/{id}", Operation::end_passkey, "end_passkey"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_OK(turn.accounts().end_passkey(asker, place(turn.asked, "id")));
                      return done();
                  });
}

void add_log_in(AccountRouteMaker& maker) {
    maker.without({"POST", "log_in/challenge", Operation::log_in, "challenge_log_in"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const std::string challenge,
                                 turn.accounts().challenge("", turn.now()));
                      return json_answer(asked_of(turn, challenge));
                  });
    maker.with_body<ShownSaid>(
        {"POST", "log_in/passkey", Operation::log_in, "log_in_by_passkey"},
        [](const AccountTurn& turn, const ShownSaid& said) -> Result<Response> {
            const crypto::PasskeyAnswer answer{bytes_of(said.client_data),
                                               bytes_of(said.authenticator_data),
                                               bytes_of(said.signature)};
            TRY_ASSIGN(const std::string secret,
                       turn.accounts().log_in_by_passkey(bytes_of(said.credential),
                                                         place_of(turn, bytes_of(said.challenge)),
                                                         answer, turn.now()));
            return logged_in(turn.service, secret);
        });
}

}  // namespace

std::vector<Route> passkey_routes(const Service& service, AccountService& accounts) {
    AccountRouteMaker maker(service, accounts);
    add_own(maker);
    add_log_in(maker);
    return std::move(maker.routes);
}

}  // namespace travaux::http
