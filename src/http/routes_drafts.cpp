// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/json.hpp>

#include "base/base64.h"
#include "committee/described.h"
#include "formats/word_document.h"
#include "host/understood_file.h"
#include "http/draft_routes.h"
#include "record/canonical_json.h"

namespace travaux::http {
namespace {

namespace json = boost::json;
using access::Drafts;
using committee::Capacity;
using committee::State;

constexpr auto drafts_at = "/api/v1/committees/{committee}/drafts";
constexpr auto requests_at = "/api/v1/committees/{committee}/sponsor_requests";

const std::vector<committee::Right>& delegations() {
    static const std::vector<committee::Right> who{{Capacity::delegate}, {Capacity::head}};
    return who;
}

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

struct SubmitSaid {
    std::int64_t edition = 0;
    std::optional<std::string> language;
    std::optional<std::string> amends;
    std::optional<std::string> group;
};
BOOST_DESCRIBE_STRUCT(SubmitSaid, (), (edition, language, amends, group))

struct RequestSaid {
    std::string proposal;
    std::string to;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(RequestSaid, (), (proposal, to, note))

/// Somebody of a delegation whom the record knows, with what they ask for.
struct Turn {
    const Asked& asked;
    Drafts& drafts;
    ServedCommittee& committee;
    committee::Caller caller;

    [[nodiscard]] access::Visit visit() const { return {committee.name(), caller}; }
    [[nodiscard]] const std::string& id() const { return asked.places.find("id")->second; }
    [[nodiscard]] host::KeptCommittee& kept() const { return committee.committee(); }
};

Result<Turn> turn_of(const Service& service, const Asked& asked, Drafts& drafts) {
    TRY_ASSIGN(ServedCommittee* const committee, committee_of(service, asked));
    TRY_ASSIGN(Identity identity, identity_of(service, asked));
    if (identity.caller.capacity == Capacity::visitor && identity.account.empty()) {
        return refuse_request("identity.unknown", {}, ErrorCode::refused);
    }
    TRY_OK(committee->committee().read([&](const State& state) {
        return committee::check_rights(state, identity.caller, delegations(), {});
    }));
    return Turn{asked, drafts, *committee, std::move(identity.caller)};
}

// The file that a draft was made of, as it was sent.
Result<Response> file(const Turn& turn) {
    TRY_ASSIGN(const auto file, turn.drafts.file(turn.visit(), turn.id()));
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

Result<void> check_member(const Turn& turn, const std::string& code) {
    return turn.kept().read([&](const State& state) -> Result<void> {
        if (state.members.contains(code)) return {};
        return refuse_request("member.unknown", {code}, ErrorCode::not_found);
    });
}

Result<Response> read(const Turn& turn) {
    TRY_ASSIGN(const auto read, turn.drafts.read(turn.visit(), turn.id()));
    json::object shown = with_id(turn.id(), read.first);
    shown["parts"] = json::parse(read.second);
    return json_answer(shown);
}

Result<Response> make(const Turn& turn) {
    TRY_ASSIGN(const SentDraft sent, sent_draft(turn.asked));
    TRY_ASSIGN(const std::string id, turn.drafts.make(turn.visit(), sent.words));
    return json_of_id(id);
}

Result<Response> change(const Turn& turn) {
    TRY_ASSIGN(const SentDraft sent, sent_draft(turn.asked));
    TRY_ASSIGN(const auto edition,
               turn.drafts.change(turn.visit(), turn.id(), sent.seen, sent.words));
    return json_answer(json::object{{"edition", edition}});
}

Result<Response> let_in(const Turn& turn, const GuestSaid& said) {
    TRY_OK(check_member(turn, said.member));
    TRY_OK(turn.drafts.share(turn.visit(), turn.id(), said.member, Drafts::Guest::in));
    return done();
}

Result<Response> let_out(const Turn& turn) {
    const std::string& member = turn.asked.places.find("member")->second;
    TRY_OK(turn.drafts.share(turn.visit(), turn.id(), member, Drafts::Guest::out));
    return done();
}

// Submitted twice, as after an answer that was lost, a draft becomes one proposal.
Result<Response> submit(const Turn& turn, const SubmitSaid& said) {
    TRY_ASSIGN(const access::DraftWords words,
               turn.drafts.to_submit(turn.visit(), turn.id(), said.edition));
    host::AttemptedAct attempt{turn.caller, "proposal.submit", {}, {}, {}};
    attempt.fields = {{"text", words.text}, {"parts", json::parse(words.parts)}};
    const auto& language = said.language ? said.language : words.language;
    if (words.file) attempt.fields["file"] = host::file_field(words.file->base64);
    for (const auto& [name, value] :
         {std::pair("reason", &words.reason), std::pair("language", &language),
          std::pair("amends", &said.amends), std::pair("group", &said.group)}) {
        if (*value) attempt.fields[name] = **value;
    }
    TRY_ASSIGN(const std::string canonical, record::write_canonical(attempt.fields));
    attempt.once = host::Once{hex(sha256("draft " + turn.id())), sha256(canonical)};
    TRY_ASSIGN(const host::DoneAct done, turn.kept().act(attempt));
    // The proposal stands. A draft that cannot be erased now stays its delegation's to erase.
    static_cast<void>(turn.drafts.erase(turn.visit(), turn.id()));
    return receipt(done);
}

Result<Response> ask(const Turn& turn, const RequestSaid& said) {
    TRY_OK(check_member(turn, said.to));
    std::vector<std::string> sponsors;
    TRY_OK(turn.kept().read([&](const State& state) -> Result<void> {
        if (!state.proposals.contains(said.proposal)) {
            return refuse_request("proposal.not_on_record", {said.proposal}, ErrorCode::not_found);
        }
        sponsors = committee::owners_of(state, said.proposal);
        if (std::ranges::find(sponsors, said.to) == sponsors.end()) return {};
        return refuse_request("proposal.sponsor_already", {said.proposal, said.to},
                              ErrorCode::refused);
    }));
    TRY_ASSIGN(const std::string id,
               turn.drafts.ask(turn.visit(), {said.proposal, {}, said.to, said.note}, sponsors));
    return json_of_id(id);
}

// Nobody's name comes to words without their own act: this is the act of who was asked.
Result<Response> accept(const Turn& turn) {
    TRY_ASSIGN(const auto all, turn.drafts.requests(turn.visit()));
    const auto found = std::ranges::find_if(all, [&](const auto& one) {
        return one.first == turn.id() && one.second.to == turn.caller.delegation;
    });
    if (found == all.end()) {
        return refuse_request("sponsor_request.unknown", {}, ErrorCode::not_found);
    }
    host::AttemptedAct attempt{turn.caller, "proposal.co_sponsor", {}, {}, {}};
    attempt.fields = {{"proposal", found->second.proposal}};
    TRY_ASSIGN(const host::DoneAct done, turn.kept().act(attempt));
    static_cast<void>(turn.drafts.end_request(turn.visit(), turn.id()));
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
        route.who = delegations();
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
                  TRY_ASSIGN(const auto drafts, turn.drafts.list(turn.visit()));
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
                  TRY_OK(turn.drafts.erase(turn.visit(), turn.id()));
                  return done();
              });
    maker.add_with<GuestSaid>(one + "/guests", "share_draft",
                              "Shares a draft with another delegation.", let_in);
    maker.add("DELETE", one + "/guests/{member}", "unshare_draft",
              "Shares a draft with another delegation no more.", let_out);
    maker.add_with<SubmitSaid>(one + "/submit", "submit_draft",
                               "Submits a draft as a proposal, by the act proposal.submit, "
                               "and erases it.",
                               submit);
}

void add_requests(Maker& maker) {
    const std::string all = requests_at;
    maker.add("GET", all, "sponsor_requests",
              "Lists the requests to co-sponsor that a delegation has and made.",
              [](const Turn& turn) -> Result<Response> {
                  TRY_ASSIGN(const auto requests, turn.drafts.requests(turn.visit()));
                  return list_of(requests);
              });
    maker.add_with<RequestSaid>(all, "ask_to_sponsor",
                                "Asks another delegation to co-sponsor a proposal.", ask);
    maker.add("POST", all + "/{id}/accept", "accept_sponsor_request",
              "Co-sponsors as was asked, by the act proposal.co_sponsor.", accept);
    maker.add("DELETE", all + "/{id}", "end_sponsor_request",
              "Declines a request, or takes it back.", [](const Turn& turn) -> Result<Response> {
                  TRY_OK(turn.drafts.end_request(turn.visit(), turn.id()));
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
