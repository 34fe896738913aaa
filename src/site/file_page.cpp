// SPDX-License-Identifier: MIT
#include "site/file_page.h"

#include "base/base64.h"
#include "base/limits.h"
#include "crypto/random.h"
#include "host/understood_file.h"
#include "http/sent_file.h"
#include "site/forms.h"
#include "site/text_state.h"
#include "understanding/report.h"

namespace travaux::site {
namespace {

const std::string& text_of(const Visit& visit) { return visit.asked.places.at("text"); }

std::string choose_form(const Visit& visit, const std::string& text) {
    return "<form method=\"post\" enctype=\"multipart/form-data\" action=\"" +
           visit.to("/texts/" + text + "/file") + "\">\n<label for=\"file\">" +
           visit.say("site.word_file") +
           "</label><input id=\"file\" name=\"file\" type=\"file\" accept=\".docx\" required>\n"
           "<label class=\"check\"><input type=\"checkbox\" name=\"rebase\" value=\"yes\">" +
           visit.say("site.rebase") + "</label>\n" +
           line("author", "author", visit.say("site.author"), {}, false) + "<p><button>" +
           visit.say("site.understand") + "</button></p></form>\n";
}

SitePage page_of(const Visit& visit, const std::string& text, const std::string& body,
                 int status = 200) {
    return {visit.in.words("site.send_file"),
            "<div class=\"wrap\"><div class=\"flow\">" +
                title_block({"<bdi>" + html(symbol_of(visit.state(), text)) + "</bdi>"},
                            visit.say("site.send_file"),
                            "<p>" + visit.say("site.send_file_words") + "</p>\n") +
                body + "</div></div>\n",
            Section::text, "text=" + text, status};
}

http::Response refused_page(const Visit& visit, const Error& error) {
    return answer(visit, page_of(visit, text_of(visit),
                                 "<p class=\"told\" role=\"alert\">" +
                                     html(lang::sentence_of(error, visit.in.language)) + "</p>\n" +
                                     choose_form(visit, text_of(visit)),
                                 http::status_of(error)));
}

std::string sentences_of(const std::vector<std::string>& sentences) {
    std::string out;
    for (const std::string& one : sentences) out += (out.empty() ? "" : "<br>") + html(one);
    return out;
}

std::string change_item(const Visit& visit, const understanding::ReportedChange& one) {
    const bool is_certain = one.confidence == understanding::Confidence::certain;
    return "<li><label class=\"check\"><input type=\"checkbox\" name=\"change\" value=\"" +
           html(one.id) + "\"" + (is_certain ? " checked" : "") + ">" +
           sentences_of(one.sentences) + "</label>" +
           (is_certain ? std::string{}
                       : "<p class=\"told\">" + visit.say("site.look_twice") + "</p>") +
           "</li>\n";
}

// The report, as a form whose boxes say what is submitted. The file comes along: nothing is kept
// until then.
std::string report_form(const Visit& visit, const host::AskedFile& asked,
                        const host::UnderstoodFile& understood) {
    const auto report =
        understanding::report_on(understood.on.text->draft, understood.file, visit.in.language);
    const auto hidden = [](std::string_view name, std::string_view value) {
        return "<input type=\"hidden\" name=\"" + std::string(name) + "\" value=\"" + html(value) +
               "\">\n";
    };
    std::string out = "<p role=\"status\">" + sentences_of(report.head) + "</p>\n";
    if (!understood.is_sound) {
        out += "<p class=\"told\" role=\"alert\">" +
               html(lang::sentence_of(understood.is_sound.error(), visit.in.language)) + "</p>\n";
    }
    out += "<form method=\"post\" action=\"" + visit.to("/texts/" + asked.text + "/confirm") +
           "\">\n" + hidden("name", asked.name) + hidden("file", base64(asked.bytes)) +
           hidden("seen", understood.seen) + hidden("once", hex(crypto::random_bytes())) +
           (asked.reading.rebase == understanding::Rebase::yes ? hidden("rebase", "yes")
                                                               : std::string{});
    for (const std::string& author : asked.reading.authors) out += hidden("author", author);
    out += "<h2>" + html(report.understood) + "</h2>\n<ul class=\"list\">\n";
    for (const auto& one : report.changes) out += change_item(visit, one);
    out += "</ul>\n";
    if (!report.doubts.empty()) {
        out += "<h2>" + html(report.doubtful) + "</h2>\n<ul class=\"list\">\n";
        for (const auto& one : report.doubts) out += "<li>" + html(one.sentence) + "</li>\n";
        out += "</ul>\n";
    }
    if (report.changes.empty()) return out + "</form>\n";
    out += "<label for=\"reason\">" + visit.say("site.reasons") +
           "</label><textarea id=\"reason\" name=\"reason\" rows=\"3\" dir=\"auto\">\n" +
           html(understood.file.proposal.reason) + "</textarea>\n";
    if (visit.identity.caller.delegation.empty()) {
        out +=
            chooser("member", "member", visit.say("site.for_member"), member_options(visit, {})) +
            line("consent", "consent", visit.say("site.consent"), visit.in.words("site.by_file"));
    }
    return out + "<p><button class=\"main-act\">" + visit.say("site.submit") +
           "</button></p>\n<p class=\"small dim\">" + visit.say("site.file_public") +
           "</p></form>\n";
}

Result<http::Response> show_report(const Visit& visit, const host::AskedFile& asked,
                                   const std::string& before = {}) {
    const auto understood = host::understand_file(visit.committee.committee(), asked);
    if (!understood) return refused_page(visit, understood.error());
    return answer(visit,
                  page_of(visit, asked.text, before + report_form(visit, asked, *understood)));
}

/// What comes back from the report.
struct Returned {
    std::string bytes;
    http::SentFile sent;
};

Result<Returned> returned(const Visit& visit, const http::Request& form) {
    Returned result;
    const auto bytes = parse_base64(form.parameter("file"));
    if (!bytes) return http::refuse_request("request.file_missing");
    result.bytes = *bytes;
    result.sent.file.text = text_of(visit);
    result.sent.file.name = form.parameter("name");
    if (form.parameter("rebase") == "yes") {
        result.sent.file.reading.rebase = understanding::Rebase::yes;
    }
    result.sent.file.reading.unpacked_bytes = limits::sent_file_unpacked_bytes;
    result.sent.confirmed.seen = form.parameter("seen");
    for (const auto& [name, value] : form.query) {
        if (name == "author") result.sent.file.reading.authors.insert(value);
        if (name == "change") result.sent.confirmed.changes.push_back(value);
    }
    result.sent.said["reason"] = form.parameter("reason");
    for (const char* name : {"member", "consent"}) {
        if (const auto value = form.parameter(name); !value.empty()) result.sent.said[name] = value;
    }
    return result;
}

Result<host::DoneAct> submit(const Visit& visit, const http::Request& form,
                             const http::SentFile& sent) {
    TRY_ASSIGN(const auto understood,
               host::understand_file(visit.committee.committee(), sent.file));
    host::AttemptedAct attempt{visit.identity.caller, "proposal.submit", {}, {}, {}};
    TRY_ASSIGN(attempt.fields, http::fields_to_submit(sent, understood));
    TRY_ASSIGN(attempt.once, http::once_of(visit.identity, form.parameter("once"), attempt));
    return visit.committee.committee().act(attempt);
}

}  // namespace

Result<SitePage> file_page(const Visit& visit) {
    const std::string text(visit.asked.request.parameter("text").empty()
                               ? current_text(visit.state())
                               : std::string(visit.asked.request.parameter("text")));
    if (!visit.state().texts.contains(text)) {
        return http::refuse_request("text.unknown", {text}, ErrorCode::not_found);
    }
    if (!may(visit, "proposal.submit", {})) {
        return page_of(visit, text,
                       "<p class=\"told\">" + visit.say("site.only_delegations") + " " +
                           link(html(visit.in.path("/log_in")), visit.say("page.log_in")) +
                           "</p>\n");
    }
    return page_of(visit, text, choose_form(visit, text));
}

Result<http::Response> understand_sent_file(const Visit& visit) {
    const auto sent = http::read_sent_file(visit.asked, {});
    if (!sent) return refused_page(visit, sent.error());
    return show_report(visit, sent->file);
}

Result<http::Response> submit_confirmed(const Visit& visit) {
    TRY_ASSIGN(const http::Request form, http::form_of(visit.asked.request));
    TRY_ASSIGN(Returned back, returned(visit, form));
    back.sent.file.bytes = back.bytes;
    const auto done = submit(visit, form, back.sent);
    if (!done) {
        // What would be understood now is shown with why it was refused.
        return show_report(visit, back.sent.file,
                           "<p class=\"told\" role=\"alert\">" +
                               html(lang::sentence_of(done.error(), visit.in.language)) + "</p>\n");
    }
    VERIFY(!done->born.empty());
    return http::go_to(visit.in.path("/committees/" + visit.committee.name() + "/proposals/" +
                                     done->born.front() + "?done=" + std::to_string(done->entry)));
}

}  // namespace travaux::site
