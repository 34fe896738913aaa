// The routes of notices by e-mail and of one's own calendars, for programs.
// SPDX-License-Identifier: MIT
#include <boost/json.hpp>

#include "host/calendar_feed.h"
#include "http/account_maker.h"
#include "http/outbox_list.h"
#include "http/representation.h"

namespace travaux::http {
namespace {

namespace json = boost::json;
using access::Asker;
using access::Operation;

struct FeedSaid {
    std::string committee;
};
BOOST_DESCRIBE_STRUCT(FeedSaid, (), (committee))

json::object as_json(const ListedMessage& one) {
    json::object shown{{"id", one.id},
                       {"to", one.to},
                       {"kinds", committee::to_json(one.kinds)},
                       {"since_ms", one.since_ms},
                       {"tries", one.tries}};
    if (!one.reason.empty()) shown["reason"] = one.reason;
    return shown;
}

Result<Response> outbox(const AccountTurn& turn) {
    TRY_ASSIGN(const Asker asker, turn.asker());
    json::object shown;
    for (const auto standing : committee::all_of<access::MessageStanding>()) {
        TRY_ASSIGN(const auto all, messages_for(turn.service, asker, standing));
        json::array list;
        for (const ListedMessage& one : all) list.push_back(as_json(one));
        shown[committee::name_of(standing)] = std::move(list);
    }
    return json_answer(shown);
}

void add_choice(AccountRouteMaker& maker) {
    maker.without(
        {"GET", "notices", Operation::see_notices, "notices"},
        [](const AccountTurn& turn) -> Result<Response> {
            TRY_ASSIGN(const Asker asker, turn.asker());
            TRY_OK(turn.accounts().check(asker, Operation::see_notices, {asker.account, nullptr}));
            TRY_ASSIGN(access::Outbox* const outbox, outbox_of(turn.service));
            TRY_ASSIGN(const auto choice, outbox->choice(asker.account));
            return json_answer(committee::to_json(choice).as_object());
        });
    maker.with_body<access::NoticeChoice>(
        {"POST", "notices", Operation::choose_notices, "choose_notices"},
        [](const AccountTurn& turn, const access::NoticeChoice& choice) -> Result<Response> {
            TRY_ASSIGN(const Asker asker, turn.asker());
            TRY_OK(choose_notices(turn.service, asker, choice));
            return done();
        });
    maker.without({"GET", "outbox", Operation::see_outbox, "outbox"}, outbox);
}

void add_feeds(AccountRouteMaker& maker) {
    maker.without({"GET", "calendars", Operation::see_feeds, "feeds"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_ASSIGN(const auto all, turn.accounts().feeds(asker));
                      return json_answer(http::as_json(all));
                  });
    maker.with_body<FeedSaid>(
        {"POST", "calendars", Operation::make_feed, "make_feed"},
        [](const AccountTurn& turn, const FeedSaid& said) -> Result<Response> {
            TRY_ASSIGN(const Asker asker, turn.asker());
            TRY_ASSIGN(const auto made, turn.accounts().make_feed(asker, said.committee));
            return json_answer(json::object{{"secret", made.secret}, {"id", made.id}});
        });
    maker.without({"DELETE", "calendars/{id}", Operation::end_feed, "end_feed"},
                  [](const AccountTurn& turn) -> Result<Response> {
                      TRY_ASSIGN(const Asker asker, turn.asker());
                      TRY_OK(turn.accounts().end_feed(asker, place(turn.asked, "id")));
                      return done();
                  });
}

// Who has the address is not logged in: what they see is what its owner may see.
Result<Response> own_calendar(const Service& service, const AccountTurn& turn) {
    TRY_ASSIGN(ServedCommittee* const served, committee_of(service, turn.asked));
    TRY_ASSIGN(const committee::Caller reader,
               turn.accounts().read_feed(place(turn.asked, "secret"), served->name(), turn.now()));
    const auto wanted = text::parse_language(turn.asked.request.parameter("language"));
    const text::Language language = wanted.value_or(language_of(service, turn.asked.request));
    TRY_ASSIGN(std::string feed,
               served->committee().read([&](const committee::State& state) -> Result<std::string> {
                   if (!state.mandate) {
                       return committee::refuse("committee.not_founded", {});
                   }
                   return host::own_calendar_feed(state, language, reader);
               }));
    Response response;
    response.media_type = "text/calendar; charset=utf-8";
    response.body = share(std::move(feed));
    response.with("Cache-Control", "no-store");
    response.with("Content-Language", std::string(code_of(language)));
    response.with("Content-Disposition", "attachment; filename=\"" + served->name() + ".ics\"");
    return response;
}

}  // namespace

std::vector<Route> notice_routes(const Service& service, AccountService& accounts) {
    AccountRouteMaker maker(service, accounts);
    add_choice(maker);
    add_feeds(maker);
    maker.without(
        {"GET", "committees/{committee}/calendars/{secret}", Operation::read_feed, "own_calendar"},
        [&service](const AccountTurn& turn) { return own_calendar(service, turn); });
    RouteDescription& described = maker.routes.back().description;
    described.answer = nullptr;
    described.media_type = "text/calendar";
    described.query = {
        {"language", "In which language; else in that of whoever asks.",
         json::object{{"type", "string"}, {"enum", {"ar", "en", "es", "fr", "ru", "zh"}}}}};
    return std::move(maker.routes);
}

}  // namespace travaux::http
