// SPDX-License-Identifier: MIT
#include "site/file_page.h"

#include <algorithm>
#include <map>

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

std::string hidden(std::string_view name, std::string_view value) {
    return "<input type=\"hidden\" name=\"" + std::string(name) + "\" value=\"" + html(value) +
           "\">\n";
}

// The proposals of a file that are submitted: their ids by what their reports gave as `seen`.
using Submitted = std::map<std::string, std::string, std::less<>>;

// One of the proposals of a file, as it is shown. Fields that all have are told apart by what its
// report gave as `seen`.
class ProposalSection {
public:
    ProposalSection(const Visit& visit, const host::UnderstoodFile& all, std::size_t at)
        : visit_(visit), all_(all), one_(all[at]), is_alone_(all.size() == 1),
          number_(std::to_string(at + 1)),
          report_(understanding::report_on(one_.on.text->draft, one_.file, visit.in.language)) {}

    [[nodiscard]] std::string print(const Submitted& submitted) const {
        const std::string opening = "<section aria-labelledby=\"proposal-" + number_ +
                                    "\">\n<h2 id=\"proposal-" + number_ + "\">" +
                                    visit_.say("site.proposal") + " " + number_ + "</h2>\n";
        std::string out = (is_alone_ ? std::string{} : opening) + "<p role=\"status\">" +
                          sentences_of(report_.head) + "</p>\n";
        if (const auto found = submitted.find(one_.seen); found != submitted.end()) {
            out += "<p class=\"told\">" + visit_.say("site.submitted_already") + " " +
                   link(visit_.to("/proposals/" + found->second), html(found->second)) + "</p>\n";
        } else {
            out += wishes(submitted);
        }
        return out + (is_alone_ ? "" : "</section>\n");
    }

private:
    [[nodiscard]] std::string heading(const std::string& words) const {
        const std::string level = is_alone_ ? "h2>" : "h3>";
        return "<" + level + html(words) + "</" + level + "\n";
    }

    [[nodiscard]] std::string field(const char* name) const {
        return std::string(name) + "_" + one_.seen;
    }

    // Whether it is of whoever visits, as far as one can tell: a proposal of others is not chosen
    // for them.
    [[nodiscard]] bool is_own() const {
        const std::string& code = visit_.identity.caller.delegation;
        if (is_alone_ || code.empty()) return true;
        const auto& names = one_.file.sponsors.names;
        const auto* member = committee::find(visit_.state().members, code);
        return member != nullptr && std::ranges::find(names, member->name) != names.end();
    }

    [[nodiscard]] std::string change_item(const understanding::ReportedChange& one) const {
        const bool is_certain = one.confidence == understanding::Confidence::certain;
        return "<li><label class=\"check\"><input type=\"checkbox\" name=\"" + field("change") +
               "\" value=\"" + html(one.id) + "\"" + (is_certain && is_own() ? " checked" : "") +
               ">" + sentences_of(one.sentences) + "</label>" +
               (is_certain ? std::string{}
                           : "<p class=\"told\">" + visit_.say("site.look_twice") + "</p>") +
               "</li>\n";
    }

    [[nodiscard]] std::string wishes(const Submitted& submitted) const {
        std::string out;
        if (!one_.is_sound) {
            out += "<p class=\"told\" role=\"alert\">" +
                   html(lang::sentence_of(one_.is_sound.error(), visit_.in.language)) + "</p>\n";
        }
        out += heading(report_.understood) + "<ul class=\"list\">\n";
        for (const auto& one : report_.changes) out += change_item(one);
        out += "</ul>\n";
        if (!report_.doubts.empty()) {
            out += heading(report_.doubtful) + "<ul class=\"list\">\n";
            for (const auto& one : report_.doubts) out += "<li>" + html(one.sentence) + "</li>\n";
            out += "</ul>\n";
        }
        return report_.changes.empty() ? out : out + amended(submitted) + words_and_button();
    }

    // Which proposal on record it amends, where it amends another of the file.
    [[nodiscard]] std::string amended(const Submitted& submitted) const {
        if (!one_.file.amends) return {};
        const auto found = submitted.find(all_[*one_.file.amends].seen);
        const bool is_known = found != submitted.end();
        return (is_known ? "" : "<p class=\"told\">" + visit_.say("site.amends_first") + "</p>\n") +
               line("amends-" + number_, field("amends"), visit_.say("site.amended_proposal"),
                    is_known ? found->second : "", false);
    }

    [[nodiscard]] std::string words_and_button() const {
        const std::string id = "reason-" + number_;
        std::string out = "<label for=\"" + id + "\">" + visit_.say("site.reasons") +
                          "</label><textarea id=\"" + id + "\" name=\"" + field("reason") +
                          "\" rows=\"3\" dir=\"auto\">\n" + html(one_.file.proposal.reason) +
                          "</textarea>\n";
        if (visit_.identity.caller.delegation.empty()) {
            out += chooser("member-" + number_, field("member"), visit_.say("site.for_member"),
                           member_options(visit_, is_alone_ ? "" : sponsor())) +
                   line("consent-" + number_, field("consent"), visit_.say("site.consent"),
                        visit_.in.words("site.by_file"));
        }
        const std::string told_apart =
            is_alone_ ? "" : " aria-describedby=\"proposal-" + number_ + "\"";
        return out + "<p><button class=\"main-act\" name=\"seen\" value=\"" + one_.seen + "\"" +
               told_apart + ">" + visit_.say("site.submit") + "</button></p>\n";
    }

    // The member that the file names first.
    [[nodiscard]] std::string sponsor() const {
        for (const auto& [code, member] : visit_.state().members) {
            const auto& names = one_.file.sponsors.names;
            if (!names.empty() && member.name == names.front()) return code;
        }
        return {};
    }

    const Visit& visit_;
    const host::UnderstoodFile& all_;
    const host::UnderstoodProposal& one_;
    bool is_alone_;
    std::string number_;
    understanding::Report report_;
};

// The report, as a form whose boxes say what is submitted. The file comes along: nothing is kept
// until then. Of several proposals each has a button; the return key presses none of them.
std::string report_form(const Visit& visit, const host::AskedFile& asked,
                        const host::UnderstoodFile& understood, const Submitted& submitted) {
    std::string out = "<form method=\"post\" action=\"" +
                      visit.to("/texts/" + asked.text + "/confirm") + "\">\n" +
                      hidden("name", asked.name) + hidden("file", base64(asked.bytes)) +
                      hidden("once", hex(crypto::random_bytes())) +
                      (asked.reading.rebase == understanding::Rebase::yes ? hidden("rebase", "yes")
                                                                          : std::string{});
    for (const std::string& author : asked.reading.authors) out += hidden("author", author);
    for (const auto& [seen, id] : submitted) out += hidden("submitted", seen + " " + id);
    if (understood.size() > 1) {
        out += "<button disabled hidden></button>\n<p>" +
               visit.say("understood.proposals", std::to_string(understood.size())) + "</p>\n";
    }
    for (std::size_t at = 0; at < understood.size(); ++at) {
        out += ProposalSection(visit, understood, at).print(submitted);
    }
    return out + "<p class=\"small dim\">" + visit.say("site.file_public") + "</p></form>\n";
}

Result<http::Response> show_report(const Visit& visit, const host::AskedFile& asked,
                                   const std::string& before = {},
                                   const Submitted& submitted = {}) {
    const auto understood = host::understand_file(visit.committee.committee(), asked);
    if (!understood) return refused_page(visit, understood.error());
    return answer(visit, page_of(visit, asked.text,
                                 before + report_form(visit, asked, *understood, submitted)));
}

/// What comes back from the report.
struct Returned {
    std::string bytes;
    http::SentFile sent;
    Submitted submitted;
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
    const std::string of_it = "_" + result.sent.confirmed.seen;
    for (const auto& [name, value] : form.query) {
        if (name == "author") result.sent.file.reading.authors.insert(value);
        if (name == "change" + of_it) result.sent.confirmed.changes.push_back(value);
        const std::size_t blank = value.find(' ');
        if (name != "submitted" || blank == std::string::npos) continue;
        const std::string id = value.substr(blank + 1);
        if (visit.state().proposals.contains(id)) {
            result.submitted.emplace(value.substr(0, blank), id);
        }
    }
    result.sent.said["reason"] = form.parameter("reason" + of_it);
    for (const char* name : {"member", "consent", "amends"}) {
        const auto value = form.parameter(name + of_it);
        if (!value.empty()) result.sent.said[name] = value;
    }
    return result;
}

struct Entered {
    host::DoneAct done;
    std::size_t proposals = 0;  // that the file holds
};

// Each of the proposals on a page is submitted once, however often it is sent.
Result<Entered> submit(const Visit& visit, const http::Request& form, const http::SentFile& sent) {
    TRY_ASSIGN(const auto understood,
               host::understand_file(visit.committee.committee(), sent.file));
    host::AttemptedAct attempt{visit.identity.caller, "proposal.submit", {}, {}, {}};
    TRY_ASSIGN(attempt.fields, http::fields_to_submit(sent, understood));
    std::string once(form.parameter("once"));
    if (!once.empty()) once = hex(sha256(once + sent.confirmed.seen));
    TRY_ASSIGN(attempt.once, http::once_of(visit.identity, once, attempt));
    TRY_ASSIGN(host::DoneAct done, visit.committee.committee().act(attempt));
    VERIFY(!done.born.empty());
    return Entered{std::move(done), understood.size()};
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
                               html(lang::sentence_of(done.error(), visit.in.language)) + "</p>\n",
                           back.submitted);
    }
    const std::string& id = done->done.born.front();
    const std::string entry = std::to_string(done->done.entry);
    if (done->proposals > 1) {
        back.submitted.emplace(back.sent.confirmed.seen, id);
        return show_report(
            visit, back.sent.file,
            "<p class=\"told\" role=\"status\">" + visit.say("site.entered", entry) + " " +
                link(visit.to("/entries/" + entry), visit.say("site.see_receipt")) + "</p>\n",
            back.submitted);
    }
    return http::go_to(visit.in.path("/committees/" + visit.committee.name() + "/proposals/" + id +
                                     "?done=" + entry));
}

}  // namespace travaux::site
