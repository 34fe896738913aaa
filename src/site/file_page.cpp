// SPDX-License-Identifier: MIT
#include "site/file_page.h"

#include <algorithm>

#include "base/base64.h"
#include "base/file_limits.h"
#include "site/file_queue.h"
#include "site/forms.h"
#include "site/history.h"
#include "site/text_state.h"
#include "understanding/report.h"

namespace travaux::site {
namespace {

const std::string& text_of(const Visit& visit) { return visit.asked.places.at("text"); }

std::string several_note(const Visit& visit) {
    if (!may_send_several(visit)) return {};
    constexpr std::size_t bytes_in_megabyte = 1U << 20U;
    return "<p class=\"small dim\">" +
           visit.say("site.files_most", std::to_string(limits::sent_files),
                     std::to_string(limits::sent_files_bytes / bytes_in_megabyte)) +
           "</p>\n";
}

std::string choose_form(const Visit& visit, const std::string& text) {
    return "<form method=\"post\" enctype=\"multipart/form-data\" action=\"" +
           visit.to("/texts/" + text + "/file") + "\">\n<label for=\"file\">" +
           visit.say("site.word_file") +
           "</label><input id=\"file\" name=\"file\" type=\"file\" accept=\".docx\" required" +
           (may_send_several(visit) ? " multiple>" : ">") + several_note(visit) +
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

std::string told(const Visit& visit, const Error& error) {
    return "<p class=\"told\" role=\"alert\">" + html(lang::sentence_of(error, visit.in.language)) +
           "</p>\n";
}

/// The report on one proposal that waits: its boxes say what is submitted.
class FileReport {
public:
    FileReport(const Visit& visit, const FileQueue& queue, std::size_t at)
        : visit_(visit), queue_(queue), place_(at), waiting_(queue.waiting[at]),
          at_("-" + std::to_string(at)),
          understood_(host::understand_file(visit.committee.committee(), waiting_.file)) {}

    // The file comes along: nothing is kept until it is confirmed.
    [[nodiscard]] std::string print() const {
        std::string out = "<section aria-labelledby=\"name" + at_ + "\">\n" + "<h2 id=\"name" +
                          at_ + "\">" + name() + "</h2>\n" +
                          (waiting_.error ? told(visit_, *waiting_.error) : "");
        out += hidden("name" + at_, waiting_.file.name) + bytes() +
               hidden("once" + at_, waiting_.once);
        const host::UnderstoodProposal* const one = proposal();
        if (!understood_) {
            out += told(visit_, understood_.error());
        } else if (one != nullptr) {
            out += report(*one);
        } else if (!waiting_.error) {
            out += told(visit_,
                        {ErrorCode::conflict, "understanding.not_as_seen", {waiting_.file.name}});
        }
        return out + button("set_aside", visit_.say("site.file_set_aside"), "quiet") +
               "</section>\n";
    }

private:
    // The one that was seen, where there are several; nothing where that is not there any more.
    [[nodiscard]] const host::UnderstoodProposal* proposal() const {
        if (!understood_) return nullptr;
        if (understood_->size() == 1) return &understood_->front();
        const auto found =
            std::ranges::find(*understood_, waiting_.seen, &host::UnderstoodProposal::seen);
        return found == understood_->end() ? nullptr : &*found;
    }

    // The name of the file, and of several proposals which it is.
    [[nodiscard]] std::string name() const {
        std::string file = "<bdi>" + html(waiting_.file.name) + "</bdi>";
        const host::UnderstoodProposal* const one = proposal();
        if (one == nullptr || understood_->size() == 1) return file;
        return file + ", " + visit_.say("site.proposal") + " " +
               std::to_string(one - understood_->data() + 1);
    }

    // The proposals of one file carry it once.
    [[nodiscard]] std::string bytes() const {
        for (std::size_t before = 0; before < place_; ++before) {
            if (queue_.waiting[before].file.bytes.data() == waiting_.file.bytes.data()) {
                return hidden("of" + at_, std::to_string(before));
            }
        }
        return hidden("file" + at_, base64(waiting_.file.bytes));
    }

    [[nodiscard]] std::string button(const std::string& go, const std::string& words,
                                     const std::string& kind) const {
        return "<button name=\"go\" value=\"" + go + ":" + at_.substr(1) + "\" class=\"" + kind +
               "\">" + words + " " + name() + "</button>\n";
    }

    [[nodiscard]] std::string report(const host::UnderstoodProposal& one) const {
        const auto report =
            understanding::report_on(one.on.text->draft, one.file, visit_.in.language);
        std::string out = "<p>" + sentences_of(report.head) + "</p>\n";
        if (!one.is_sound) out += told(visit_, one.is_sound.error());
        out += hidden("seen" + at_, one.seen) + "<h3>" + html(report.understood) +
               "</h3>\n<ul class=\"list\">\n";
        for (const auto& change : report.changes) out += change_item(one, change);
        out += "</ul>\n";
        if (!report.doubts.empty()) {
            out += "<h3>" + html(report.doubtful) + "</h3>\n<ul class=\"list\">\n";
            for (const auto& doubt : report.doubts) {
                out += "<li>" + html(doubt.sentence) + "</li>\n";
            }
            out += "</ul>\n";
        }
        return report.changes.empty() ? out : out + amended(one) + to_submit(one);
    }

    // Whether it is of whoever visits, as far as one can tell: a proposal of others is not chosen
    // for them.
    [[nodiscard]] bool is_own(const host::UnderstoodProposal& one) const {
        const std::string& code = visit_.identity.caller.delegation;
        return understood_->size() == 1 || code.empty() || recognized(one) == code;
    }

    [[nodiscard]] std::string change_item(const host::UnderstoodProposal& of,
                                          const understanding::ReportedChange& one) const {
        const bool is_certain = one.confidence == understanding::Confidence::certain;
        const bool is_ticked =
            waiting_.said ? waiting_.said->changes.contains(one.id) : is_certain && is_own(of);
        return "<li><label class=\"check\"><input type=\"checkbox\" name=\"change" + at_ +
               "\" value=\"" + html(one.id) + "\"" + (is_ticked ? " checked" : "") + ">" +
               sentences_of(one.sentences) + "</label>" +
               (is_certain ? std::string{}
                           : "<p class=\"told\">" + visit_.say("site.look_twice") + "</p>") +
               "</li>\n";
    }

    // Which proposal on record it amends, where it amends another of the file.
    [[nodiscard]] std::string amended(const host::UnderstoodProposal& one) const {
        if (!one.file.amends) return {};
        const auto first = std::ranges::find(
            queue_.submitted, (*understood_)[*one.file.amends].seen, &SubmittedFile::seen);
        const bool is_known = first != queue_.submitted.end();
        const std::string said = waiting_.said ? waiting_.said->amends : "";
        return (is_known ? "" : "<p class=\"told\">" + visit_.say("site.amends_first") + "</p>\n") +
               line("amends" + at_, "amends" + at_, visit_.say("site.amended_proposal"),
                    is_known && said.empty() ? first->proposal : said, false);
    }

    [[nodiscard]] std::string to_submit(const host::UnderstoodProposal& one) const {
        const auto& said = waiting_.said;
        std::string out = "<label for=\"reason" + at_ + "\">" + visit_.say("site.reasons") +
                          "</label><textarea id=\"reason" + at_ + "\" name=\"reason" + at_ +
                          "\" rows=\"3\" dir=\"auto\">\n" +
                          html(said ? said->reason : one.file.proposal.reason) + "</textarea>\n";
        if (visit_.identity.caller.delegation.empty()) {
            out += chooser("member" + at_, "member" + at_, visit_.say("site.for_member"),
                           member_options(visit_, said ? said->member : recognized(one))) +
                   line("consent" + at_, "consent" + at_, visit_.say("site.consent"),
                        said ? said->consent : visit_.in.words("site.by_file"), false);
        }
        return out + "<p>" + button("submit", visit_.say("site.submit"), "main-act") +
               "</p>\n<p class=\"small dim\">" + visit_.say("site.file_public") + "</p>\n";
    }

    // The member that the file names: one, or nobody is chosen.
    [[nodiscard]] std::string recognized(const host::UnderstoodProposal& one) const {
        const auto codes = http::members_named(visit_.committee, one.file.sponsors.names);
        return codes.size() == 1 ? codes.front() : std::string{};
    }

    const Visit& visit_;
    const FileQueue& queue_;
    std::size_t place_;
    const WaitingFile& waiting_;
    std::string at_;  ///< behind the names of its fields
    Result<host::UnderstoodFile> understood_;
};

std::string submitted_list(const Visit& visit, const FileQueue& queue) {
    if (queue.submitted.empty()) return {};
    std::string items;
    for (const SubmittedFile& one : queue.submitted) {
        items += "<li><bdi>" + html(one.name) + "</bdi>: " + proposal_link(visit, one.proposal) +
                 "</li>\n";
    }
    return "<h2>" + visit.say("site.submitted") + "</h2>\n<ul class=\"list\">\n" + items +
           "</ul>\n";
}

// What was done and what is left stand on one page, which alone carries them.
std::string queue_form(const Visit& visit, const FileQueue& queue) {
    const std::string& text = text_of(visit);
    if (queue.waiting.empty()) return choose_form(visit, text);
    const understanding::Reading& reading = queue.waiting.front().file.reading;
    std::string out = "<form method=\"post\" enctype=\"multipart/form-data\" action=\"" +
                      visit.to("/texts/" + text + "/confirm") + "\">\n";
    if (reading.rebase == understanding::Rebase::yes) out += hidden("rebase", "yes");
    for (const std::string& author : reading.authors) out += hidden("author", author);
    for (const SubmittedFile& one : queue.submitted) {
        out += hidden("submitted", one.proposal + " " + one.seen + " " + one.name);
    }
    for (std::size_t at = 0; at < queue.waiting.size(); ++at) {
        out += FileReport(visit, queue, at).print();
    }
    return out + "</form>\n";
}

http::Response queue_page(const Visit& visit, const FileQueue& queue,
                          std::optional<std::uint64_t> entry = std::nullopt, int status = 200) {
    std::string body;
    if (entry) {
        body += "<p class=\"told\" role=\"status\">" +
                visit.say("site.entered", std::to_string(*entry)) + "</p>\n";
    }
    const std::size_t left = queue.waiting.size();
    if (left > 1 || !queue.submitted.empty()) {
        body += "<p>" + visit.say("site.files_left", std::to_string(left)) + "</p>\n";
    }
    body += submitted_list(visit, queue) + queue_form(visit, queue);
    return answer(visit, page_of(visit, text_of(visit), body, status));
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
        return page_of(visit, text, why_none_is_submitted(visit));
    }
    return page_of(visit, text, choose_form(visit, text));
}

Result<http::Response> understand_sent_files(const Visit& visit) {
    const auto queue = sent_queue(visit);
    if (!queue) return refused_page(visit, queue.error());
    return queue_page(visit, *queue);
}

Result<http::Response> submit_confirmed(const Visit& visit) {
    auto returned = returned_queue(visit);
    if (!returned) return refused_page(visit, returned.error());
    FileQueue& queue = returned->queue;
    if (returned->go == "set_aside") {
        if (returned->at < queue.waiting.size()) {
            queue.waiting.erase(queue.waiting.begin() + static_cast<std::ptrdiff_t>(returned->at));
        }
        return queue_page(visit, queue);
    }
    const auto entry = submit_waiting(visit, queue, returned->at);
    if (!entry) {
        const bool is_refused =
            returned->at < queue.waiting.size() && queue.waiting[returned->at].error;
        return queue_page(visit, queue, {},
                          is_refused ? http::status_of(*queue.waiting[returned->at].error) : 200);
    }
    if (queue.waiting.empty() && queue.submitted.size() == 1) {
        return http::go_to(visit.in.path("/committees/" + visit.committee.name() + "/proposals/" +
                                         queue.submitted.front().proposal +
                                         "?done=" + std::to_string(*entry)));
    }
    return queue_page(visit, queue, entry);
}

}  // namespace travaux::site
