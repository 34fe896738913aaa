// The proposals as a list, by what the query asks for.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/negotiation.h"
#include "site/history.h"
#include "site/pages.h"
#include "site/proposal_filter.h"

namespace travaux::site {
namespace {

using committee::Proposal;

constexpr std::size_t shown_at_once = 100;

}  // namespace

Result<SitePage> proposals_page(const Visit& visit) {
    TRY_ASSIGN(const ProposalFilter filter, proposal_filter_of(visit.asked.request));
    AmendedTexts texts(visit);
    TRY_ASSIGN(const auto ids, find_proposals(visit, filter, texts));
    TRY_ASSIGN(const std::string form, proposal_filter_form(visit, filter, texts));
    std::string rows;
    const std::size_t end = std::min<std::size_t>(ids.size(), filter.from + shown_at_once);
    for (std::size_t at = filter.from; at < end; ++at) {
        const Proposal& one = visit.state().proposals.at(ids[at]);
        TRY_ASSIGN(const std::string on, texts.changed_by(ids[at], one));
        const std::string status =
            "proposal_status." +
            std::string(committee::name_of(committee::status_of(visit.state(), one)));
        rows += "<tr><th scope=\"row\">" + proposal_link(visit, ids[at]) + "</th><td>" +
                sponsors_of(visit, one) + "</td><td>" + on + "</td><td>" + visit.say(status) +
                "</td><td>" + visit.day(one.submitted_ms) + "</td></tr>\n";
    }
    std::string body =
        "<div class=\"wrap\">" +
        title_block(
            {}, visit.say("site.proposals"),
            "<p role=\"status\">" + visit.say("site.proposals_found", std::to_string(ids.size())) +
                "</p>\n<p>" + link(visit.to("/calendar") + "#calls", visit.say("site.calls")) +
                "</p>\n") +
        form;
    if (!rows.empty()) {
        body += table(visit.say("site.proposals"),
                      {visit.say("site.proposal"), visit.say("site.sponsors"), visit.say("site.on"),
                       visit.say("site.status"), visit.say("site.submitted")},
                      rows);
    }
    if (end < ids.size()) {
        body += "<p>" + link(visit.to("/proposals?" + filter.query(end)), visit.say("site.older")) +
                "</p>\n";
    }
    return SitePage{visit.in.words("site.proposals"),
                    body + "</div>\n",
                    Section::proposals,
                    filter.query(filter.from),
                    200,
                    true};
}

}  // namespace travaux::site
