// One proposal: what it changes, who stands behind it, what became of it.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/acts/checks.h"
#include "consolidation/consolidate.h"
#include "formats/html_parts.h"
#include "http/answers.h"
#include "site/drafts_page.h"
#include "site/forms.h"
#include "site/history.h"
#include "site/near_section.h"
#include "site/pages.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

using committee::Proposal;

std::string fact(const std::string& name, const std::string& value) {
    return value.empty() ? value : "<dt>" + name + "</dt><dd>" + value + "</dd>\n";
}

std::string facts(const Visit& visit, const Proposal& proposal) {
    const committee::State& state = visit.state();
    const auto status = committee::name_of(committee::status_of(state, proposal));
    std::vector<std::string> dissociated;
    for (const std::string& code : proposal.dissociated) dissociated.push_back(visit.name_of(code));
    const auto linked = [&](const std::string& id) {
        return id.empty() ? id : proposal_link(visit, id);
    };
    return "<dl class=\"facts\">\n" +
           fact(visit.say("site.sponsors"), sponsors_of(visit, proposal)) +
           fact(visit.say("site.dissociated"), listed(dissociated, visit.in.language)) +
           fact(visit.say("site.status"), visit.say("proposal_status." + std::string(status))) +
           fact(visit.say("site.on_text"),
                link(visit.to("/texts/" + proposal.text),
                     "<bdi>" + html(symbol_of(state, proposal.text)) + "</bdi>")) +
           fact(visit.say("site.submitted"), visit.moment(proposal.submitted_ms)) +
           fact(visit.say("site.timing"),
                visit.say("timing." + std::string(committee::name_of(proposal.timing)))) +
           fact(visit.say("site.amends"), linked(proposal.amends)) +
           fact(visit.say("site.revises"), linked(proposal.revises)) +
           fact(visit.say("site.revised_by"), linked(proposal.revised_by)) + "</dl>\n";
}

// What it changes, by itself, as tracked changes of the text that it amends.
std::string changes(const Visit& visit, const host::ConsolidatedText& text, const std::string& id) {
    const auto found = text.set.submitted.find(id);
    if (found == text.set.submitted.end()) return {};
    consolidation::ProposalSet alone;
    consolidation::Proposal one = found->second;
    one.sponsors = {"-"};
    one.amends.clear();
    alone.supports.insert({id, "-", {}});
    const std::string reason = one.reason;
    const auto language = one.language;
    alone.submitted.emplace(id, std::move(one));
    const auto shown = consolidation::consolidate(text.draft, alone, text.language);
    const formats::Printing printing{.view = formats::View::by_sponsor};
    const formats::HtmlPage page{text.draft, shown, printing};
    formats::HtmlBody body(page);
    std::string out = section_head(visit.say("site.changes"));
    for (const formats::Wants& wants : formats::wants_of(shown)) {
        out += "<div" + http::marked(text.language) + ">" + body.print(wants) + "</div>\n";
    }
    if (!reason.empty()) {
        out += section_head(visit.say("site.reasons")) + "<p class=\"serif\" lang=\"" +
               std::string(code_of(language)) + "\" dir=\"auto\">" + html(reason) + "</p>\n";
    }
    return out;
}

// What became of its parts: of each, what was said last.
Result<std::string> fates(const Visit& visit, const std::string& id, const Proposal& proposal) {
    std::map<std::int64_t, std::string> last;
    std::string text = proposal.text;
    while (true) {
        text = visit.state().texts.at(text).superseded_by;
        if (text.empty()) break;
        TRY_ASSIGN(const boost::json::value verdicts, visit.view("verdicts", {{"text", text}}));
        for (const auto& one : verdicts.as_array()) {
            if (one.at("proposal").as_string() != id) continue;
            const std::int64_t part = one.at("part").as_int64();
            const auto* by = one.as_object().if_contains("by");
            const std::array args = {id, std::to_string(part),
                                     by == nullptr ? std::string{} : std::string(by->as_string())};
            const std::string verdict = "letter.fate." +
                                        std::string(one.at("verdict").as_string()) +
                                        (by == nullptr ? "" : "_by");
            last[part] = "<li>" +
                         link(visit.to("/texts/" + text),
                              "<bdi>" + html(symbol_of(visit.state(), text)) + "</bdi>") +
                         " " + html(visit.in.words(verdict, args)) + "</li>\n";
        }
    }
    if (last.empty()) return std::string();
    std::string items;
    for (const auto& [part, item] : last) items += item;
    return section_head(visit.say("site.fate")) + "<ul class=\"list\">\n" + items + "</ul>\n";
}

// What a delegation may do that sponsors what is revised here, or is of the group that proposes.
std::string acts_of_related(const Visit& visit, const std::string& id, const Proposal& proposal,
                            const std::string& own) {
    std::string out;
    const auto& state = visit.state();
    const auto before = state.proposals.find(proposal.revises);
    const bool sponsors_before =
        before != state.proposals.end() && before->second.sponsors.contains(own);
    if (sponsors_before && may(visit, "proposal.confirm", {})) {
        out += act_form(visit, "proposal.confirm", {{"revision", id}}, {},
                        visit.say("do_act.proposal.confirm"));
    }
    const auto group = state.groups.find(proposal.group);
    const bool is_in_group = group != state.groups.end() && group->second.members.contains(own);
    const bool may_leave = is_in_group && !proposal.dissociated.contains(own);
    if (may_leave && may(visit, "proposal.dissociate", {})) {
        out += act_form(visit, "proposal.dissociate", {{"proposal", id}}, {},
                        visit.say("do_act.proposal.dissociate"));
    }
    return out;
}

// Of a delegation its own names; of the Secretariat with the member for which it acts.
std::string acts(const Visit& visit, const std::string& id, const Proposal& proposal) {
    std::string out;
    const bool is_open = committee::has_open_parts(committee::status_of(visit.state(), proposal));
    // Names come and go until something is decided.
    const bool is_undecided = committee::undecided_proposal(visit.state(), id).has_value();
    const std::string& own = visit.identity.caller.delegation;
    if (!own.empty() && is_open && !proposal.sponsors.contains(own)) {
        if (is_undecided && may(visit, "proposal.co_sponsor", id)) {
            out += act_form(visit, "proposal.co_sponsor", {{"proposal", id}}, {},
                            visit.say("site.co_sponsor"));
        }
        out += acts_of_related(visit, id, proposal, own) + position_forms(visit, "proposal", id);
    }
    if (is_open && is_undecided && may(visit, "proposal.revise", id)) {
        out += link(visit.to("/propose?revise=" + id), visit.say("site.revise"));
    }
    if (is_undecided && proposal.sponsors.contains(own) && may(visit, "proposal.withdraw", id)) {
        out += act_form(visit, "proposal.withdraw", {{"proposal", id}}, {},
                        visit.say("site.withdraw"));
    }
    if (is_open && may(visit, "proposal.adopt", id)) {
        out += link(visit.to("/desk?proposal=" + id), visit.say("site.decide"));
    }
    const std::string row = out.empty() ? out : "<div class=\"row\">" + out + "</div>\n";
    return is_open ? row + ask_form(visit, id) : row;
}

}  // namespace

Result<SitePage> proposal_page(const Visit& visit) {
    const std::string& id = visit.asked.places.at("proposal");
    const auto found = visit.state().proposals.find(id);
    if (found == visit.state().proposals.end()) {
        return http::refuse_request("proposal.unknown", {id}, ErrorCode::not_found);
    }
    host::AskedText asked;
    asked.id = found->second.text;
    asked.languages = {visit.in.language};
    TRY_ASSIGN(const auto text, visit.site.text(visit.committee, asked, {}));
    TRY_ASSIGN(const std::string became, fates(visit, id, found->second));
    TRY_ASSIGN(const std::string near, near_section(visit, current_text(visit.state()), id));
    const std::vector<std::string> ids = {id};
    const HistoryOf history{ids, {}, found->second.text, "h2"};
    const std::string title = visit.in.words("site.proposal_named", std::array{id});
    std::string body = "<div class=\"wrap\"><div class=\"flow\">" + title_block({}, html(title)) +
                       done_note(visit) + facts(visit, found->second) +
                       acts(visit, id, found->second) + changes(visit, *text, id) + near + became +
                       "<div class=\"sec past\">" + positions_list(visit, history) +
                       history_list(visit, history) + "</div></div></div>\n";
    return SitePage{title, std::move(body), Section::proposals, {}, 200, true};
}

}  // namespace travaux::site
