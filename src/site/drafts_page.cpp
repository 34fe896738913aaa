// SPDX-License-Identifier: MIT
#include "site/drafts_page.h"

#include <algorithm>

#include "site/forms.h"
#include "site/history.h"
#include "site/said_parts.h"
#include "site/text_state.h"
#include "understanding/in_words.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

using access::Drafts;
using access::PrivateDraft;
using access::SponsorRequest;

bool is_in(const std::vector<std::string>& list, const std::string& one) {
    return std::ranges::find(list, one) != list.end();
}

std::string told(const std::string& words) { return "<p class=\"told\">" + words + "</p>\n"; }

std::string refusal_of(const Visit& visit, const Error& error) {
    return told(html(lang::sentence_of(error, visit.in.language)));
}

// A form with its buttons, each of which says what is to be done.
std::string small_form(const Visit& visit, const std::string& page, const Hidden& hidden,
                       const std::string& inside) {
    std::string out = "<form class=\"row\" method=\"post\" action=\"" + visit.to(page) + "\">";
    for (const auto& [name, value] : hidden) {
        out += "<input type=\"hidden\" name=\"" + html(name) + "\" value=\"" + html(value) + "\">";
    }
    return out + inside + "</form>\n";
}

std::string button(std::string_view go, const std::string& words, std::string_view kind = "quiet") {
    return "<button name=\"go\" value=\"" + std::string(go) + "\" class=\"" + std::string(kind) +
           "\">" + words + "</button>";
}

// All members but some, to choose from.
std::string others(const Visit& visit, const std::vector<std::string>& without) {
    std::set<std::string> codes;
    for (const auto& [code, member] : visit.state().members) {
        if (!is_in(without, code)) codes.insert(code);
    }
    std::string options;
    for (const auto& [name, code] : sorted_names(visit, codes)) options += option(code, html(name));
    return options;
}

// What a draft asks for, in words, or why it cannot be said.
std::string in_words(const Visit& visit, const PrivateDraft& draft, const std::string& parts) {
    const auto text = text_of_draft(visit, draft, draft.text);
    if (!text) return refusal_of(visit, text.error());
    const auto proposal = proposal_of(json::parse(parts).as_array(), **text);
    if (!proposal) return refusal_of(visit, proposal.error());
    const text::Language language = (*text)->language;
    std::string items;
    for (const auto& one : understanding::in_words((*text)->draft, *proposal, language)) {
        items += "<li>" + html(one) + "</li>\n";
    }
    return "<ol class=\"say\"" + http::marked(language) + ">\n" + items + "</ol>\n" +
           (draft.reason ? "<p class=\"serif\" dir=\"auto\">" + html(*draft.reason) + "</p>\n"
                         : std::string{});
}

class List {
public:
    List(const Visit& visit, http::DraftWork work) : visit_(visit), work_(std::move(work)) {}

    Result<std::string> print() {
        TRY_ASSIGN(const auto drafts, work_.drafts.list(work_.visit()));
        TRY_ASSIGN(const auto requests, work_.drafts.requests(work_.visit()));
        std::string own;
        std::string invited;
        for (const auto& [id, draft] : drafts) {
            TRY_ASSIGN(const auto opened, work_.drafts.read(work_.visit(), id));
            (draft.member == mine() ? own : invited) += item(id, draft, opened.second);
        }
        std::string asked;
        std::string asking;
        for (const auto& [id, request] : requests) {
            (request.to == mine() ? asked : asking) += request_item(id, request);
        }
        return section("site.drafts_own", own, "site.drafts_none") +
               section("site.drafts_invited", invited + asked, "site.drafts_not_invited") +
               (asking.empty() ? asking : section("site.drafts_asked", asking, {}));
    }

private:
    [[nodiscard]] const std::string& mine() const { return work_.caller.delegation; }

    std::string section(std::string_view head, const std::string& items, std::string_view none) {
        return section_head(visit_.say(head)) +
               (items.empty() ? "<p class=\"none-yet\">" + visit_.say(none) + "</p>\n"
                              : "<ul class=\"list\">\n" + items + "</ul>\n");
    }

    std::string item(const std::string& id, const PrivateDraft& draft, const std::string& parts) {
        const bool is_own = draft.member == mine();
        return "<li id=\"draft-" + id + "\"><h3>" +
               link(visit_.to("/propose?draft=" + id), "<bdi>" + html(draft.title) + "</bdi>") +
               "</h3>\n<p class=\"small dim\">" +
               (is_own ? std::string{} : visit_.name_of(draft.member) + " \xC2\xB7 ") +
               visit_.say("site.on_text") + " <bdi>" + html(symbol_of(visit_.state(), draft.text)) +
               "</bdi></p>\n" + in_words(visit_, draft, parts) +
               (is_own ? guests(id, draft) + own_forms(id, draft) : answer_form(id, draft)) +
               "</li>\n";
    }

    std::string guests(const std::string& id, const PrivateDraft& draft) {
        std::string out;
        for (const std::string& guest : draft.guests) {
            out += small_form(visit_, "/drafts/" + id, {{"member", guest}},
                              "<span>" + visit_.name_of(guest) + ": " +
                                  visit_.say(is_in(draft.agreed, guest) ? "site.draft_agreed"
                                                                        : "site.draft_unanswered") +
                                  "</span> " +
                                  button("let_out", visit_.say("site.draft_let_out") + " " +
                                                        visit_.name_of(guest)));
        }
        return out;
    }

    std::string own_forms(const std::string& id, const PrivateDraft& draft) {
        std::vector<std::string> without = draft.guests;
        without.push_back(draft.member);
        const std::string place = "/drafts/" + id;
        std::string out =
            small_form(visit_, place, {},
                       chooser("guest-" + id, "member", visit_.say("site.draft_invite"),
                               others(visit_, without)) +
                           button("invite", visit_.say("site.draft_invite_button")));
        const Hidden seen = {{"edition", std::to_string(draft.edition)}};
        if (may(visit_, "proposal.submit", {})) {
            out += small_form(visit_, place, seen,
                              button("submit",
                                     visit_.say("site.submit_for") + " " + visit_.name_of(mine()),
                                     "main-act")) +
                   "<p class=\"small dim\">" + visit_.say("site.submit_note") + "</p>\n";
        }
        return out + "<details><summary>" + visit_.say("site.draft_erase") + "</summary><p>" +
               visit_.say("site.draft_erase_note") + "</p>" +
               small_form(visit_, place, {}, button("erase", visit_.say("site.draft_erase"))) +
               "</details>\n";
    }

    std::string answer_form(const std::string& id, const PrivateDraft& draft) {
        const bool agreed = is_in(draft.agreed, mine());
        return told(visit_.say(agreed ? "site.draft_you_agreed" : "site.draft_invited_note")) +
               small_form(visit_, "/drafts/" + id, {{"edition", std::to_string(draft.edition)}},
                          (agreed ? std::string{}
                                  : button("agree", visit_.say("site.draft_agree"), "main-act")) +
                              button("decline", visit_.say("site.decline")));
    }

    std::string request_item(const std::string& id, const SponsorRequest& request) {
        const bool is_asked = request.to == mine();
        std::string buttons = is_asked
                                  ? button("accept", visit_.say("site.co_sponsor"), "main-act") +
                                        button("end", visit_.say("site.decline"))
                                  : button("end", visit_.say("site.take_back"));
        return "<li id=\"request-" + id + "\"><h3>" + proposal_link(visit_, request.proposal) +
               " \xC2\xB7 " + visit_.name_of(is_asked ? request.from : request.to) + "</h3>\n" +
               (request.note ? "<p dir=\"auto\">" + html(*request.note) + "</p>\n"
                             : std::string{}) +
               small_form(visit_, "/sponsor_requests", {{"request", id}}, buttons) + "</li>\n";
    }

    const Visit& visit_;
    http::DraftWork work_;
};

http::Response go_to_proposal(const Visit& visit, const std::string& proposal,
                              const host::DoneAct& done) {
    return http::go_to(visit.in.path("/committees/" + visit.committee.name() + "/proposals/" +
                                     proposal + "?done=" + std::to_string(done.entry)));
}

// Does what a button says, and returns where that leads.
Result<http::Response> done_on_draft(const Visit& visit, const http::DraftWork& work,
                                     const http::Request& form) {
    const std::string& id = visit.asked.places.at("draft");
    const std::string_view go = form.parameter("go");
    const std::string member(form.parameter("member"));
    const auto seen = http::number_of(form.parameter("edition")).value_or(0);
    const auto edition = static_cast<std::int64_t>(seen);
    if (go == "submit") {
        TRY_ASSIGN(const host::DoneAct done, work.submit(id, {.edition = edition}));
        return go_to_proposal(visit, done.born.front(), done);
    }
    if (go == "invite") {
        TRY_OK(work.invite(id, member));
    } else if (go == "let_out") {
        TRY_OK(work.drafts.share(work.visit(), id, member, Drafts::Guest::out));
    } else if (go == "agree") {
        TRY_OK(work.drafts.answer(work.visit(), id, edition, Drafts::Answer::agree));
    } else if (go == "decline") {
        TRY_OK(work.drafts.answer(work.visit(), id, edition, Drafts::Answer::decline));
    } else if (go == "erase") {
        TRY_OK(work.drafts.erase(work.visit(), id));
    } else {
        return http::refuse_request("request.parameter_value", {"go", std::string(go)});
    }
    return go_to_drafts(visit, go == "erase" || go == "decline" ? std::string{} : id);
}

Result<http::Response> done_on_request(const Visit& visit, const http::DraftWork& work,
                                       const http::Request& form) {
    const std::string_view go = form.parameter("go");
    const std::string request(form.parameter("request"));
    if (go == "ask") {
        SponsorRequest asked{
            std::string(form.parameter("proposal")), {}, std::string(form.parameter("to")), {}};
        if (const auto note = form.parameter("note"); !note.empty()) asked.note = note;
        TRY_OK(work.ask(asked));
        return go_to_drafts(visit);
    }
    if (go == "accept") {
        TRY_ASSIGN(const auto all, work.drafts.requests(work.visit()));
        TRY_ASSIGN(const host::DoneAct done, work.accept(request));
        const auto found =
            std::ranges::find(all, request, &std::pair<std::string, SponsorRequest>::first);
        VERIFY(found != all.end());
        return go_to_proposal(visit, found->second.proposal, done);
    }
    if (go != "end")
        return http::refuse_request("request.parameter_value", {"go", std::string(go)});
    TRY_OK(work.drafts.end_request(work.visit(), request));
    return go_to_drafts(visit);
}

using Do = Result<http::Response> (*)(const Visit&, const http::DraftWork&, const http::Request&);

Result<http::Response> done_or_said(const Visit& visit, Do take) {
    TRY_ASSIGN(const http::Request form, http::form_of(visit.asked.request));
    TRY_ASSIGN(const http::DraftWork work, visit.drafts());
    auto done = take(visit, work, form);
    if (done) return done;
    return not_done_page(visit, done.error(),
                         visit.in.path("/committees/" + visit.committee.name() + "/drafts"));
}

}  // namespace

Result<std::shared_ptr<const host::ConsolidatedText>> text_of_draft(const Visit& visit,
                                                                    const PrivateDraft& draft,
                                                                    const std::string& text) {
    host::AskedText asked;
    asked.id = text;
    // Without a language the words are in the one that the text is negotiated in.
    if (const auto language = text::parse_language(draft.language.value_or(""))) {
        asked.languages = {*language};
    }
    return visit.site.text(visit.committee, asked, {});
}

http::Response go_to_drafts(const Visit& visit, const std::string& draft) {
    return http::go_to(visit.in.path("/committees/" + visit.committee.name() + "/drafts?told=yes" +
                                     (draft.empty() ? draft : "#draft-" + draft)));
}

Result<SitePage> drafts_page(const Visit& visit) {
    TRY_ASSIGN(http::DraftWork work, visit.drafts());
    TRY_ASSIGN(const std::string list, List(visit, std::move(work)).print());
    const bool is_told = visit.asked.request.parameter("told") == "yes";
    return SitePage{visit.in.words("site.drafts"),
                    "<div class=\"wrap\"><div class=\"flow\">" +
                        title_block({}, visit.say("site.drafts"),
                                    "<p>" + visit.say("site.drafts_words") + "</p>\n") +
                        (is_told ? "<p class=\"told\" role=\"status\">" +
                                       visit.say("site.draft_done") + "</p>\n"
                                 : std::string{}) +
                        list + "<p><a class=\"btn\" href=\"" + visit.to("/propose") + "\">" +
                        visit.say("site.propose") + "</a></p>\n</div></div>\n",
                    Section::none};
}

Result<http::Response> change_draft(const Visit& visit) {
    return done_or_said(visit, done_on_draft);
}

Result<http::Response> take_sponsor_request(const Visit& visit) {
    return done_or_said(visit, done_on_request);
}

std::string ask_form(const Visit& visit, const std::string& proposal) {
    const auto owners = committee::owners_of(visit.state(), proposal);
    if (!visit.drafts() || !is_in(owners, visit.identity.caller.delegation)) return {};
    return "<details><summary>" + visit.say("site.ask_co_sponsor") + "</summary>" +
           small_form(visit, "/sponsor_requests", {{"proposal", proposal}},
                      chooser("to", "to", visit.say("site.for_member"), others(visit, owners)) +
                          line("note", "note", visit.say("site.ask_note"), {}, false) +
                          button("ask", visit.say("site.ask_co_sponsor"))) +
           "</details>\n";
}

Result<std::string> asked_of(const Visit& visit) {
    const auto work = visit.drafts();
    if (!work) return std::string();
    const std::string& mine = work->caller.delegation;
    const auto item = [&](const std::string& place, std::string_view words,
                          const std::string& from) {
        return "<li>" + link(visit.to("/drafts" + place), visit.say(words)) +
               "<span class=\"more\">" + visit.name_of(from) + "</span></li>\n";
    };
    std::string items;
    TRY_ASSIGN(const auto drafts, work->drafts.list(work->visit()));
    for (const auto& [id, draft] : drafts) {
        if (draft.member == mine || is_in(draft.agreed, mine)) continue;
        items += item("#draft-" + id, "site.draft_needs_answer", draft.member);
    }
    TRY_ASSIGN(const auto requests, work->drafts.requests(work->visit()));
    for (const auto& [id, request] : requests) {
        if (request.to != mine) continue;
        items += item("#request-" + id, "site.request_needs_answer", request.from);
    }
    return items;
}

}  // namespace travaux::site
