// Word files over HTTP: understood without being taken in, and submitted as a proposal once it is
// confirmed what was understood.
// SPDX-License-Identifier: MIT
#include "committee/act.h"
#include "http/representation.h"
#include "http/sent_file.h"

namespace travaux::http {
namespace {

constexpr auto submitting = "proposal.submit";

const std::vector<committee::Right>& submitters() {
    return committee::find_act(submitting)->declaration.who;
}

const FieldsOfFile& nothing_more() {
    static const FieldsOfFile none;
    return none;
}

const FieldsOfFile& confirmed_and_said() {
    static const FieldsOfFile fields = {
        {"seen", "What the report of the proposal gave as `seen`."},
        {"change", "The id of a change that is wanted. May be sent several times."},
        {"reason", "Why; else what comments of the file give as the reason."},
        {"amends", "The proposal whose words it amends."},
        {"group", "The group for which the member speaks."},
        {"member", "The member on whose behalf the Secretariat enters it."},
        {"consent", "How that member gave it to the Secretariat."},
    };
    return fields;
}

Result<Response> understand(const Service& service, const Asked& asked) {
    TRY_ASSIGN(const Sender sender, sender_of(service, asked, submitters(), nothing_more()));
    TRY_ASSIGN(const auto understood,
               host::understand_file(sender.committee.committee(), sender.sent.file));
    Response response =
        json_answer(report_of(sender.committee, sender.sent.file, understood, sender.language));
    response.with("Content-Language", std::string(code_of(sender.language)));
    response.with("Record-Length", std::to_string(understood.front().on.entries));
    return response;
}

Result<host::DoneAct> submit_understood(const Asked& asked, const Sender& sender) {
    TRY_ASSIGN(const auto understood,
               host::understand_file(sender.committee.committee(), sender.sent.file));
    host::AttemptedAct attempt{sender.identity.caller, submitting, {}, {}, {}};
    TRY_ASSIGN(attempt.fields, fields_to_submit(sender.sent, understood));
    TRY_ASSIGN(attempt.seen, entries_seen(asked.request.field("If-Match")));
    TRY_ASSIGN(attempt.once,
               once_of(sender.identity, asked.request.field("Idempotency-Key"), attempt));
    return sender.committee.committee().act(attempt);
}

Result<Response> submit(const Service& service, const Asked& asked) {
    TRY_ASSIGN(const Sender sender, sender_of(service, asked, submitters(), confirmed_and_said()));
    const auto done = submit_understood(asked, sender);
    return done ? receipt(*done) : refusal_with_report(sender, done.error());
}

}  // namespace

std::vector<Route> file_routes(const Service& service) {
    const auto make = [&](const char* name, const char* sentence, const FieldsOfFile& fields,
                          auto answer) {
        Route route;
        route.method = "POST";
        route.pattern = std::string("/api/v1/committees/{committee}/texts/{text}/") + name;
        route.who = submitters();
        route.description.id = name;
        route.description.sentence = sentence;
        route.description.body = sent_file_schema(fields);
        route.description.body_type = "multipart/form-data";
        route.description.answer = object_or_list_schema();
        route.answer = answering(
            service, [&service, answer](const Asked& asked) { return answer(service, asked); });
        route.lane = [](const Asked& /*asked*/) { return Lane::files; };
        return route;
    };
    return {make("understand_file", "Says what a Word file wants of a text; nothing is taken in.",
                 nothing_more(), understand),
            make("submit_file",
                 "Submits what is confirmed of a Word file as a proposal, by the act "
                 "proposal.submit, with the file beside the record.",
                 confirmed_and_said(), submit)};
}

}  // namespace travaux::http
