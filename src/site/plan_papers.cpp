// SPDX-License-Identifier: MIT
#include "site/plan_papers.h"

#include <algorithm>

#include "base/days.h"
#include "formats/html_sink.h"
#include "host/committee_plan.h"
#include "host/plan_words.h"
#include "lang/dates.h"

namespace travaux::site {
namespace {

using namespace planning;

std::string day_of(const Visit& visit, const Date& date) {
    return "<span class=\"nb\">" + html(lang::date_in_words(date, visit.in.language)) + "</span>";
}

const PaperPlan* find_paper(const std::vector<PaperPlan>& papers, const std::string& session,
                            const std::string& paper) {
    const auto found = std::ranges::find_if(
        papers, [&](const PaperPlan& one) { return one.session == session && one.paper == paper; });
    return found == papers.end() ? nullptr : &*found;
}

// The steps that come on other days, a line for each, and why their paper is not ready then.
std::string steps_that_slip(const Visit& visit, const std::vector<Slip>& all,
                            const std::vector<PaperPlan>& after) {
    std::string items;
    for (std::size_t at = 0; at < all.size(); ++at) {
        const Slip& one = all[at];
        items += "<li>" + title_of_paper(visit, one.session, one.paper) + ", " +
                 html(host::step_in_words(one.step, visit.in.language)) + ": " +
                 day_of(visit, one.from) + " \xE2\x86\x92 " + day_of(visit, one.to);
        const bool is_last = at + 1 == all.size() || all[at + 1].session != one.session ||
                             all[at + 1].paper != one.paper;
        if (is_last) {
            items += "<br><b class=\"" + class_of(one.standing) + "\">" +
                     html(host::standing_in_words(one.standing, visit.in.language)) + "</b>" +
                     reasons_of(visit, *find_paper(after, one.session, one.paper));
        }
        items += "</li>\n";
    }
    return items;
}

}  // namespace

std::string class_of(PaperStanding standing) {
    return "paper-" + std::string(paper_standing_names[static_cast<std::size_t>(standing)]);
}

std::string name_of_paper(const Visit& visit, const std::string& paper) {
    const auto* request = committee::find(visit.state().document_requests, paper);
    return request == nullptr ? paper : visit.said_of(request->title);
}

std::string title_of_paper(const Visit& visit, const std::string& session,
                           const std::string& paper) {
    const std::string title =
        formats::isolated(visit.said_of(visit.state().sessions.at(session).title));
    return paper == host::draft_paper
               ? title
               : title + " " + formats::isolated(name_of_paper(visit, paper));
}

std::string reasons_of(const Visit& visit, const PaperPlan& paper) {
    std::string out;
    for (const PaperWarning& one : paper.warnings) {
        out += "<br><span class=\"small\">" +
               html(host::warning_text(paper, one, visit.in.language)) + "</span>";
    }
    return out;
}

Result<std::string> slipped(const Visit& visit, const Plan& plan, const PlanReport& report,
                            const AskedSlip& asked) {
    const PaperPlan* paper = find_paper(report.papers, asked.session, asked.paper);
    if (paper == nullptr) {
        return http::refuse_request("plan.delay_unknown", {asked.paper}, ErrorCode::not_found);
    }
    const Date latest = paper->at(PaperStep::submission).latest;
    TRY_ASSIGN(const auto after, papers_with(plan, report,
                                             {asked.session, asked.paper, PaperStep::submission,
                                              plus_days(latest, asked.days)}));
    const std::string items = steps_that_slip(visit, slips(report.papers, after), after);
    return "<div class=\"told\" role=\"status\"><p>" +
           visit.say("site.plan_slipped", std::to_string(asked.days)) + "</p>\n" +
           (items.empty() ? "<p>" + visit.say("site.plan_no_paper_changes") + "</p>\n"
                          : "<ul>\n" + items + "</ul>\n") +
           "<p>" + link(visit.to("/plan"), visit.say("site.plan_as_recorded")) + "</p></div>\n";
}

}  // namespace travaux::site
