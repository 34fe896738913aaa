// The routes of accounts for programs: log-in and what it lasts, links, people.
// SPDX-License-Identifier: MIT
#include <boost/json.hpp>

#include "committee/described.h"
#include "http/account_maker.h"
#include "http/account_service.h"
#include "http/outbox_list.h"

namespace travaux::http {
namespace {

namespace json = boost::json;
using access::Asker;
using access::Operation;

struct PersonSaid {
    static constexpr std::string_view type_name = "person";

    std::string address;
    std::string name;
    std::optional<std::string> language;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(PersonSaid, (), (address, name, language, password))

struct LogInSaid {
    std::string address;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(LogInSaid, (), (address, password))

struct FoundSaid {
    std::string secret;
    PersonSaid administrator;
    PersonSaid secretariat;
};
BOOST_DESCRIBE_STRUCT(FoundSaid, (), (secret, administrator, secretariat))

struct AcceptSaid {
    std::string secret;
    std::optional<PersonSaid> person;
};
BOOST_DESCRIBE_STRUCT(AcceptSaid, (), (secret, person))

/// A part, and where its link goes by e-mail.
struct InvitationSaid {
    std::optional<std::string> committee;
    access::Capacity capacity = access::Capacity::visitor;
    std::optional<std::string> delegation;
    std::optional<Date> from;
    std::optional<Date> until;
    std::optional<std::string> address;
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(InvitationSaid, (),
                      (committee, capacity, delegation, from, until, address, language))

struct RecoverySaid {
    std::string account;
};
BOOST_DESCRIBE_STRUCT(RecoverySaid, (), (account))

struct RecoveredSaid {
    std::string secret;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(RecoveredSaid, (), (secret, password))

struct PasswordSaid {
    std::string old;
    std::string fresh;
};
BOOST_DESCRIBE_STRUCT(PasswordSaid, (), (old, fresh))

struct LanguageSaid {
    std::string language;
};
BOOST_DESCRIBE_STRUCT(LanguageSaid, (), (language))

struct TokenSaid {
    std::string name;
    std::int64_t until_ms = 0;
};
BOOST_DESCRIBE_STRUCT(TokenSaid, (), (name, until_ms))

access::NewAccount person_of(const PersonSaid& said) {
    return {said.address, said.name, said.language, said.password};
}

json::object link_as_json(const access::GivenLink& link) {
    json::object shown{{"secret", link.secret}, {"id", link.id}};
    if (link.actor) shown["actor"] = hex(link.actor->bytes);
    return shown;
}

void add_log_in(AccountRouteMaker& maker) {
    maker.with_body<LogInSaid>(
        {"POST", "log_in", Operation::log_in, "log_in"},
        [](const AccountTurn& turn, const LogInSaid& said) -> Result<Response> {
            TRY_ASSIGN(const std::string secret, trying(turn.service, [&] {
                           return turn.accounts().log_in(said.address, said.password, turn.now());
                       }));
            return logged_in(turn.service, secret);
        });
    maker.without({"POST", "log_out", Operation::end_log_in, "log_out"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_OK(turn.accounts().end_log_in(asker, asker.key));
                      return logged_in(turn.service, {});
                  });
    maker.with_body<PasswordSaid>(
        {"POST", "password", Operation::change_password, "change_password"},
        [](const AccountTurn& turn, const PasswordSaid& said) -> Result<Response> {
            TRY_ASSIGN(const Asker asker, turn.asker());
            TRY_ASSIGN(const std::string secret, trying(turn.service, [&] {
                           return turn.accounts().change_password(asker, said.old, said.fresh);
                       }));
            return logged_in(turn.service, secret);
        });
    maker.with_body<LanguageSaid>(
        {"POST", "language", Operation::choose_language, "choose_language"},
        [](const AccountTurn& turn, const LanguageSaid& said) -> Result<Response> {
            TRY_ASSIGN(const Asker asker, turn.asker());
            TRY_OK(turn.accounts().choose_language(asker, said.language));
            return done();
        });
}

void add_own(AccountRouteMaker& maker) {
    maker.without({"GET", "account", Operation::see_log_ins, "account"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_ASSIGN(const access::Account own, turn.accounts().own(asker));
                      json::object shown = committee::to_json(own).as_object();
                      shown["id"] = asker.account;
                      return json_answer(shown);
                  });
    maker.without({"GET", "log_ins", Operation::see_log_ins, "log_ins"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_ASSIGN(const auto all, turn.accounts().log_ins(asker));
                      return json_answer(as_json(all));
                  });
    maker.without({"DELETE", "log_ins/{id}", Operation::end_log_in, "end_log_in"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_OK(turn.accounts().end_log_in(asker, place(turn.asked, "id")));
                      return done();
                  });
    maker.without({"GET", "tokens", Operation::see_tokens, "tokens"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_ASSIGN(const auto all, turn.accounts().tokens(asker));
                      return json_answer(as_json(all));
                  });
    maker.with_body<TokenSaid>(
        {"POST", "tokens", Operation::make_token, "make_token"},
        [](const AccountTurn& turn, const TokenSaid& said) -> Result<Response> {
            TRY_ASSIGN(const Asker asker, turn.asker());
            TRY_ASSIGN(const auto token,
                       turn.accounts().make_token(asker, said.name, said.until_ms));
            return json_answer(json::object{{"secret", token.secret}, {"id", token.id}});
        });
    maker.without({"DELETE", "tokens/{id}", Operation::end_token, "end_token"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_OK(turn.accounts().end_token(asker, place(turn.asked, "id")));
                      return done();
                  });
}

void add_links(AccountRouteMaker& maker) {
    maker.with_body<InvitationSaid>(
        {"POST", "invitations", Operation::invite, "invite"},
        [](const AccountTurn& turn, const InvitationSaid& said) -> Result<Response> {
            TRY_ASSIGN(const Asker asker, turn.asker());
            if (said.address) TRY_OK(outbox_of(turn.service));
            const access::Part part{said.committee, said.capacity, said.delegation, said.from,
                                    said.until};
            TRY_ASSIGN(const auto link, turn.accounts().invite(asker, part));
            if (said.address) {
                TRY_OK(send_link(turn.service, {access::NoticeKind::invitation,
                                                link,
                                                {},
                                                said.address,
                                                said.language,
                                                &part}));
            }
            return json_answer(link_as_json(link));
        });
    const auto list = [](const AccountTurn& turn,
                         const std::optional<std::string>& committee) -> Result<Response> {
        TRY_ASSIGN(const Asker asker, turn.asker());
        TRY_ASSIGN(const auto all, turn.accounts().links(asker, committee));
        return json_answer(as_json(all));
    };
    maker.without({"GET", "invitations", Operation::see_links, "links_of_server"},
                  [list](const AccountTurn& turn) { return list(turn, std::nullopt); });
    maker.without(
        {"GET", "committees/{committee}/invitations", Operation::see_links, "links"},
        [list](const AccountTurn& turn) { return list(turn, place(turn.asked, "committee")); });
    maker.without({"DELETE", "invitations/{id}", Operation::revoke_link, "revoke_link"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_OK(turn.accounts().revoke_link(asker, place(turn.asked, "id")));
                      return done();
                  });
    maker.with_body<RecoverySaid>(
        {"POST", "recoveries", Operation::recover, "recover"},
        [](const AccountTurn& turn, const RecoverySaid& said) -> Result<Response> {
            TRY_ASSIGN(const Asker asker, turn.asker());
            TRY_ASSIGN(const auto link, turn.accounts().recover(asker, said.account));
            if (turn.service.outbox != nullptr) {
                TRY_OK(send_link(turn.service,
                                 {access::NoticeKind::recovery, link, said.account, {}, {}, {}}));
            }
            return json_answer(link_as_json(link));
        });
}

void add_acceptance(AccountRouteMaker& maker) {
    maker.with_body<FoundSaid>(
        {"POST", "found", Operation::found, "found"},
        [](const AccountTurn& turn, const FoundSaid& said) -> Result<Response> {
            TRY_OK(trying(turn.service, [&] {
                return turn.accounts().found(
                    said.secret, {person_of(said.administrator), person_of(said.secretariat)},
                    turn.now());
            }));
            return done();
        });
    maker.with_body<AcceptSaid>(
        {"POST", "accept", Operation::accept, "accept"},
        [](const AccountTurn& turn, const AcceptSaid& said) -> Result<Response> {
            if (!said.person) {
                TRY_ASSIGN(const Asker asker, turn.asker());
                TRY_OK(turn.accounts().accept_as(said.secret, asker));
                return done();
            }
            TRY_OK(trying(turn.service, [&] {
                return turn.accounts().accept(said.secret, person_of(*said.person), turn.now());
            }));
            return done();
        });
    maker.with_body<RecoveredSaid>(
        {"POST", "accept_recovery", Operation::accept, "accept_recovery"},
        [](const AccountTurn& turn, const RecoveredSaid& said) -> Result<Response> {
            TRY_OK(trying(turn.service, [&] {
                return turn.accounts().accept_recovery(said.secret, said.password, turn.now());
            }));
            return done();
        });
}

void add_people(AccountRouteMaker& maker) {
    maker.without({"GET", "committees/{committee}/people", Operation::see_people, "people"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_ASSIGN(const auto all,
                                 turn.accounts().people(asker, place(turn.asked, "committee")));
                      json::array list;
                      for (const access::Person& one : all) {
                          list.push_back({{"actor", hex(one.actor.bytes)},
                                          {"account", one.account},
                                          {"name", one.name},
                                          {"part", committee::to_json(one.part)}});
                      }
                      return json_answer(list);
                  });
    maker.without({"GET", "accounts", Operation::see_accounts, "accounts"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_ASSIGN(const auto all, turn.accounts().accounts(asker));
                      return json_answer(as_json(all));
                  });
    maker.without({"DELETE", "accounts/{id}", Operation::erase_person, "erase_person"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_OK(turn.accounts().erase_person(asker, place(turn.asked, "id")));
                      return done();
                  });
    maker.without(
        {"DELETE", "accounts/{id}/log_ins", Operation::end_all_log_ins, "end_all_log_ins"},
        [](const AccountTurn& turn) -> Result<Response> {
            TRY_ASSIGN(const Asker asker, turn.asker());
            TRY_OK(turn.accounts().end_all_log_ins(asker, place(turn.asked, "id")));
            return done();
        });
    maker.without({"DELETE", "accounts/{id}/roles/{actor}", Operation::end_role, "end_role"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      const auto actor = parse_id(place(turn.asked, "actor"));
                      TRY_OK(turn.accounts().end_role(asker, place(turn.asked, "id"),
                                                      ActorId{actor.value_or(ActorId{}.bytes)}));
                      return done();
                  });
    maker.without({"GET", "audit", Operation::see_audit, "audit"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      const std::string after(turn.asked.request.parameter("after"));
                      TRY_ASSIGN(const auto all, turn.accounts().audit(asker, after));
                      return json_answer(as_json(all));
                  });
    maker.routes.back().description.query = {{"after", "The id after which the list begins."}};
}

}  // namespace

std::vector<Route> account_routes(const Service& service, AccountService& accounts) {
    AccountRouteMaker maker(service, accounts);
    add_log_in(maker);
    add_own(maker);
    add_links(maker);
    add_acceptance(maker);
    add_people(maker);
    return std::move(maker.routes);
}

}  // namespace travaux::http
