// SPDX-License-Identifier: MIT
#include <boost/json.hpp>

#include "base/base64.h"
#include "committee/described.h"
#include "formats/word_document.h"
#include "http/draft_routes.h"
#include "http/draft_work.h"
#include "record/canonical_json.h"

namespace travaux::http {
namespace {

namespace json = boost::json;
using access::Drafts;

constexpr auto drafts_at = "/api/v1/committees/{committee}/drafts";
constexpr auto requests_at = "/api/v1/committees/{committee}/sponsor_requests";

struct DraftSaid {
    std::string title;
    std::string text;
    std::optional<std::string> reason;
    std::optional<std::int64_t> edition;  // that was seen
};
BOOST_DESCRIBE_STRUCT(DraftSaid, (), (title, text, reason, edition))

struct GuestSaid {
    std::string member;
};
BOOST_DESCRIBE_STRUCT(GuestSaid, (), (member))

struct AnswerSaid {
    std::int64_t edition = 0;
    std::string answer;  // `agree`, `decline`
};
BOOST_DESCRIBE_STRUCT(AnswerSaid, (), (edition, answer))

struct RequestSaid {
    std::string proposal;
    std::string to;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(RequestSaid, (), (proposal, to, note))

/// Somebody of a delegation whom the record knows, with what they ask for.
struct Turn {
    const Asked& asked;
    DraftWork work;

    [[nodiscard]] access::Visit visit() const { return work.visit(); }
    [[nodiscard]] Drafts& drafts() const { return work.drafts; }
    [[nodiscard]] const std::string& id() const { return asked.places.find("id")->second; }
};

Result<Turn> turn_of(const Service& service, const Asked& asked, Drafts& drafts) {
    TRY_ASSIGN(ServedCommittee* const committee, committee_of(service, asked));
    TRY_ASSIGN(Identity identity, identity_of(service, asked));
    if (identity.caller.capacity == committee::Capacity::visitor && identity.account.empty()) {
        return refuse_request("identity.unknown", {}, ErrorCode::refused);
    }
    TRY_OK(committee->committee().read([&](const committee::State& state) {
        return committee::check_rights(state, identity.caller, of_delegations(), {});
    }));
    return Turn{asked, {drafts, *committee, std::move(identity.caller)}};
}

// The file that a draft was made of, as it was sent.
Result<Response> file(const Turn& turn) {
    TRY_ASSIGN(const auto file, turn.drafts().file(turn.visit(), turn.id()));
    if (!file) return refuse_request("private_draft.no_file", {}, ErrorCode::not_found);
    Response response;
    response.media_type = formats::word_media_type;
    response.body = share(parse_base64(file->base64).value_or(""));
    response.with("Cache-Control", "no-store");
    response.with("Content-Disposition", "attachment");
    return response;
}

Response json_of_id(const std::string& id) { return json_answer(json::object{{"id", id}}); }
Response done() { return json_answer(json::object{{"done", true}}); }

template <typename T>
json::object with_id(const std::string& id, const T& one) {
    json::object shown = committee::to_json(one).as_object();
    shown["id"] = id;
    return shown;
}

template <typename T>
Response list_of(const std::vector<std::pair<std::string, T>>& all) {
    json::array list;
    for (const auto& [id, one] : all) list.push_back(with_id(id, one));
    return json_answer(list);
}

// The changes are kept as they are sent; whether they are sound is asked when they are submitted.
struct SentDraft {
    access::DraftWords words;
    std::int64_t seen = 0;
};

Result<SentDraft> sent_draft(const Asked& asked) {
    TRY_ASSIGN(json::object object, sent_object(asked.request));
    const json::value parts = object["parts"];
    if (!parts.is_array()) return committee::refuse_field("json.not_a_list", "draft", "parts");
    object.erase("parts");
    TRY_ASSIGN(const auto said, committee::from_object<DraftSaid>(object, "draft"));
    TRY_ASSIGN(std::string canonical, record::write_canonical(parts));
    return SentDraft{{said.title, said.text, std::move(canonical), said.reason},
                     said.edition.value_or(0)};
}

json::object draft_schema() {
    json::object schema = committee::schema_of<DraftSaid>();
    schema["properties"].as_object()["parts"] = {
        {"type", "array"},
        {"items", {{"type", "object"}}},
        {"description", "The changes, as docs/proposal-lines.md lays down."}};
    schema["required"].as_array().emplace_back("parts");
    schema["additionalProperties"] = false;
    return schema;
}

Result<Response> read(const Turn& turn) {
    TRY_ASSIGN(const auto read, turn.drafts().read(turn.visit(), turn.id()));
    json::object shown = with_id(turn.id(), read.first);
    shown["parts"] = json::parse(read.second);
    return json_answer(shown);
}

Result<Response> make(const Turn& turn) {
    TRY_ASSIGN(const SentDraft sent, sent_draft(turn.asked));
    TRY_ASSIGN(const std::string id, turn.drafts().make(turn.visit(), sent.words));
    return json_of_id(id);
}

Result<Response> change(const Turn& turn) {
    TRY_ASSIGN(const SentDraft sent, sent_draft(turn.asked));
    TRY_ASSIGN(const auto edition,
               turn.drafts().change(turn.visit(), turn.id(), sent.seen, sent.words));
    return json_answer(json::object{{"edition", edition}});
}

Result<Response> let_in(const Turn& turn, const GuestSaid& said) {
    TRY_OK(turn.work.invite(turn.id(), said.member));
    return done();
}

Result<Response> let_out(const Turn& turn) {
    const std::string& member = turn.asked.places.find("member")->second;
    TRY_OK(turn.drafts().share(turn.visit(), turn.id(), member, Drafts::Guest::out));
    return done();
}

Result<Response> answer_invitation(const Turn& turn, const AnswerSaid& said) {
    const bool agrees = said.answer == "agree";
    if (!agrees && said.answer != "decline") {
        return refuse_request("request.parameter_value", {"answer", said.answer});
    }
    TRY_OK(turn.drafts().answer(turn.visit(), turn.id(), said.edition,
                                agrees ? Drafts::Answer::agree : Drafts::Answer::decline));
    return done();
}

Result<Response> submit(const Turn& turn, const DraftSubmission& said) {
    TRY_ASSIGN(const host::DoneAct done, turn.work.submit(turn.id(), said));
    return receipt(done);
}

Result<Response> ask(const Turn& turn, const RequestSaid& said) {
    TRY_ASSIGN(const std::string id, turn.work.ask({said.proposal, {}, said.to, said.note}));
    return json_of_id(id);
}

Result<Response> accept(const Turn& turn) {
    TRY_ASSIGN(const host::DoneAct done, turn.work.accept(turn.id()));
    return receipt(done);
}

class Maker {
public:
    Maker(const Service& service, Drafts& drafts) : service_(service), drafts_(drafts) {}

    /// Adds a route; `answer(turn)` gives a response.
    template <typename Answer>
    Route& add(std::string_view method, std::string pattern, std::string_view id,
               std::string_view sentence, Answer answer) {
        Route route;
        route.method = method;
        route.pattern = std::move(pattern);
        route.who = of_delegations();
        route.description.id = id;
        route.description.sentence = sentence;
        route.description.answer = object_or_list_schema();
        route.answer =
            answering(service_,
                      [&service = service_, &drafts = drafts_,
                       answer = std::move(answer)](const Asked& asked) -> Result<Response> {
                          TRY_ASSIGN(const Turn turn, turn_of(service, asked, drafts));
                          return answer(turn);
                      });
        return routes.emplace_back(std::move(route));
    }

    /// The same with a body, `answer(turn, body)`.
    template <typename Said, typename Answer>
    void add_with(std::string pattern, std::string_view id, std::string_view sentence,
                  Answer answer) {
        Route& route =
            add("POST", std::move(pattern), id, sentence,
                [answer, place = std::string(id)](const Turn& turn) -> Result<Response> {
                    TRY_ASSIGN(const auto object, sent_object(turn.asked.request));
                    TRY_ASSIGN(const auto said, committee::from_object<Said>(object, place));
                    return answer(turn, said);
                });
        json::object schema = committee::schema_of<Said>();
        schema["additionalProperties"] = false;
        route.description.body = std::move(schema);
    }

    std::vector<Route> routes;

private:
    const Service& service_;
    Drafts& drafts_;
};

void add_drafts(Maker& maker) {
    const std::string all = drafts_at;
    const std::string one = all + "/{id}";
    maker.add("GET", all, "drafts", "Lists a delegation's drafts and those shared with it.",
              [](const Turn& turn) -> Result<Response> {
                  TRY_ASSIGN(const auto drafts, turn.drafts().list(turn.visit()));
                  return list_of(drafts);
              });
    maker.add("POST", all, "make_draft", "Keeps a draft of a proposal.", make).description.body =
        draft_schema();
    maker.add("GET", one, "draft", "Shows a draft with the changes that it makes.", read);
    maker
        .add("PUT", one, "change_draft", "Changes a draft, as it is in the edition that was seen.",
             change)
        .description.body = draft_schema();
    RouteDescription& of_file = maker
                                    .add("GET", one + "/file", "draft_file",
                                         "Returns the file that a draft was made of.", file)
                                    .description;
    of_file.answer = nullptr;
    of_file.media_type = formats::word_media_type;
    maker.add("DELETE", one, "erase_draft", "Erases a draft.",
              [](const Turn& turn) -> Result<Response> {
                  TRY_OK(turn.drafts().erase(turn.visit(), turn.id()));
                  return done();
              });
    maker.add_with<GuestSaid>(one + "/guests", "share_draft",
                              "Shares a draft with another delegation.", let_in);
    maker.add("DELETE", one + "/guests/{member}", "unshare_draft",
              "Shares a draft with another delegation no more.", let_out);
    maker.add_with<AnswerSaid>(one + "/answer", "answer_draft",
                               "Says whether a guest would put its name to a draft: `agree`, or "
                               "`decline`.",
                               answer_invitation);
    maker.add_with<DraftSubmission>(one + "/submit", "submit_draft",
                                    "Submits a draft as a proposal, by the act proposal.submit, "
                                    "and erases it.",
                                    submit);
}

void add_requests(Maker& maker) {
    const std::string all = requests_at;
    maker.add("GET", all, "sponsor_requests",
              "Lists the requests to co-sponsor that a delegation has and made.",
              [](const Turn& turn) -> Result<Response> {
                  TRY_ASSIGN(const auto requests, turn.drafts().requests(turn.visit()));
                  return list_of(requests);
              });
    maker.add_with<RequestSaid>(all, "ask_to_sponsor",
                                "Asks another delegation to co-sponsor a proposal.", ask);
    maker.add("POST", all + "/{id}/accept", "accept_sponsor_request",
              "Co-sponsors as was asked, by the act proposal.co_sponsor.", accept);
    maker.add("DELETE", all + "/{id}", "end_sponsor_request",
              "Declines a request, or takes it back.", [](const Turn& turn) -> Result<Response> {
                  TRY_OK(turn.drafts().end_request(turn.visit(), turn.id()));
                  return done();
              });
}

}  // namespace

std::vector<Route> draft_routes(const Service& service, access::Drafts& drafts) {
    Maker maker(service, drafts);
    add_drafts(maker);
    add_requests(maker);
    maker.routes.push_back(draft_file_route(service, drafts));
    return std::move(maker.routes);
}

}  // namespace travaux::http
