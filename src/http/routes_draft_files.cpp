// A Word file that becomes a private draft: what is chosen of it, with the file for later.
// SPDX-License-Identifier: MIT
#include "http/draft_routes.h"
#include "http/draft_work.h"
#include "http/sent_file.h"
#include "record/canonical_json.h"

namespace travaux::http {
namespace {

const FieldsOfFile& confirmed_and_said() {
    static const FieldsOfFile fields = {
        {"seen", "What the report of the proposal gave as `seen`."},
        {"change", "The id of a change that is wanted. May be sent several times."},
        {"title", "Of the draft; else the name of the file."},
        {"reason", "Why; else what comments of the file give as the reason."},
    };
    return fields;
}

Result<std::string> make(const Sender& sender, access::Drafts& drafts) {
    const SentFile& sent = sender.sent;
    TRY_ASSIGN(const auto understood,
               host::understand_file(sender.committee.committee(), sent.file));
    TRY_ASSIGN(boost::json::object fields, fields_to_submit(sent, understood));
    access::DraftWords words;
    const auto title = sent.said.find("title");
    words.title = title == sent.said.end() ? sent.file.name : title->second;
    words.text = sent.file.text;
    TRY_ASSIGN(words.parts, record::write_canonical(fields.at("parts")));
    if (const auto* reason = fields.if_contains("reason")) words.reason = reason->as_string();
    words.language = fields.at("language").as_string();
    words.file =
        access::DraftFile{sent.file.name, std::string(fields.at("file").at("base64").as_string())};
    return drafts.make({sender.committee.name(), sender.identity.caller}, words);
}

Result<Response> draft(const Service& service, const Asked& asked, access::Drafts& drafts) {
    TRY_ASSIGN(const Sender sender,
               sender_of(service, asked, of_delegations(), confirmed_and_said()));
    const auto id = make(sender, drafts);
    if (!id) return refusal_with_report(sender, id.error());
    return json_answer(boost::json::object{{"id", *id}});
}

}  // namespace

Route draft_file_route(const Service& service, access::Drafts& drafts) {
    Route route;
    route.method = "POST";
    route.pattern = "/api/v1/committees/{committee}/texts/{text}/draft_file";
    route.who = of_delegations();
    route.description.id = "make_draft_of_file";
    route.description.sentence = "Keeps what is chosen of a Word file as a draft, with the file.";
    route.description.body = sent_file_schema(confirmed_and_said());
    route.description.body_type = "multipart/form-data";
    route.description.answer = object_or_list_schema();
    route.answer = answering(
        service, [&service, &drafts](const Asked& asked) { return draft(service, asked, drafts); });
    route.lane = [](const Asked& /*asked*/) { return Lane::files; };
    return route;
}

}  // namespace travaux::http
