// The routes of OpenID Connect for programs: which providers there are, and one's identities. One
// goes to a provider by the pages alone, since one comes back to a page.
// SPDX-License-Identifier: MIT
#include "http/account_maker.h"

namespace travaux::http {

using access::Asker;
using access::Operation;

std::vector<Route> openid_routes(const Service& service, AccountService& accounts) {
    AccountRouteMaker maker(service, accounts);
    maker.without({"GET", "providers", Operation::log_in, "providers"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      boost::json::array list;
                      if (turn.service.openid == nullptr) return json_answer(list);
                      for (const OpenIdProvider& one : turn.service.openid->all()) {
                          list.push_back({{"name", one.name}, {"title", one.title}});
                      }
                      return json_answer(list);
                  });
    maker.routes.back().description.sentence =
        "Lists the providers of OpenID Connect to log in with.";
    maker.without({"GET", "identities", Operation::see_identities, "identities"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_ASSIGN(const auto all, turn.accounts().identities(asker));
                      return json_answer(as_json(all));
                  });
    maker.without({"DELETE", "identities/{id}", Operation::end_identity, "end_identity"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_OK(turn.accounts().end_identity(asker, place(turn.asked, "id")));
                      return done();
                  });
    return std::move(maker.routes);
}

}  // namespace travaux::http
