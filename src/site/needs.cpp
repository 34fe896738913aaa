// SPDX-License-Identifier: MIT
#include "site/needs.h"

#include <algorithm>

#include "lang/dates.h"
#include "site/drafts_page.h"
#include "site/near_section.h"

namespace travaux::site {
namespace {

using committee::Capacity;

std::string item(const std::string& to, const std::string& words, const std::string& more) {
    return "<li>" + link(to, words) + "<span class=\"more\">" + more + "</span></li>\n";
}

bool is_open(const committee::Call& call, std::int64_t now) {
    return !call.closed_ms && call.deadline.at_ms >= now;
}

// Calls that wait for an answer: of one's own delegation, or for the Secretariat of anybody.
std::string calls(const Visit& visit) {
    std::string items;
    const std::string& own = visit.identity.caller.delegation;
    for (const auto& [id, call] : visit.state().calls) {
        if (!is_open(call, visit.now_ms) || call.answered.contains(own)) continue;
        items += item(
            visit.to("/calendar#" + id), html(call.subject),
            visit.say("site.due", lang::time_in_words(call.deadline.local, visit.in.language)));
    }
    return items;
}

// Proposals that others made where one's own delegation has said nothing yet.
std::string open_proposals(const Visit& visit) {
    const std::string& own = visit.identity.caller.delegation;
    std::size_t without_position = 0;
    for (const auto& one : visit.state().proposals) {
        const committee::Proposal& proposal = one.second;
        const bool is_open =
            committee::has_open_parts(committee::status_of(visit.state(), proposal));
        if (!is_open || proposal.sponsors.contains(own)) continue;
        const bool is_said = std::ranges::any_of(visit.state().positions, [&](const auto& stated) {
            return stated.second.proposal == one.first && stated.second.member == own;
        });
        without_position += is_said ? 0U : 1U;
    }
    if (without_position == 0) return {};
    return item(visit.to("/proposals?status=open"),
                visit.say("site.open_proposals", std::to_string(without_position)),
                visit.say("site.without_your_position"));
}

// Own proposals whose words nearly agree with those of others: whether to take them is asked.
Result<std::string> near_agreement(const Visit& visit) {
    const std::string& own = visit.identity.caller.delegation;
    TRY_ASSIGN(const std::vector<std::string> near, near_proposals(visit, own));
    if (near.empty()) return std::string();
    std::vector<std::string> links;
    for (const std::string& id : near) {
        links.push_back(link(visit.to("/proposals/" + id) + "#near", html(id)));
    }
    return item(visit.to("/proposals?status=open&sponsor=" + own),
                visit.say("site.near_needs", std::to_string(near.size())),
                listed(links, visit.in.language));
}

Result<std::string> letters(const Visit& visit) {
    TRY_ASSIGN(const boost::json::value due, visit.view("to_send"));
    const std::size_t count = due.as_array().size();
    if (count == 0) return std::string();
    return item(visit.to("/desk#letters"), visit.say("site.letters_due", std::to_string(count)),
                "");
}

}  // namespace

Result<std::string> needs_section(const Visit& visit) {
    const Capacity capacity = visit.identity.caller.capacity;
    std::string head = "<h2 class=\"sec\" id=\"needs\">" +
                       visit.say(visit.is_visitor() ? "site.taking_part" : "site.needs_you") +
                       "</h2>\n";
    if (visit.is_visitor()) {
        return head + "<p>" + visit.say("site.everything_public") + "</p>\n<p>" +
               link(html(visit.in.path("/log_in")), visit.say("page.log_in")) + "</p>\n";
    }
    const bool speaks = capacity == Capacity::delegate || capacity == Capacity::head;
    std::string as = visit.say("capacity." + std::string(committee::name_of(capacity)));
    if (!visit.identity.caller.delegation.empty()) {
        as = visit.name_of(visit.identity.caller.delegation) + ", " + as;
    }
    std::string items = calls(visit);
    TRY_ASSIGN(const std::string asked, asked_of(visit));
    items += asked;
    if (speaks) {
        items += open_proposals(visit);
        TRY_ASSIGN(const std::string near, near_agreement(visit));
        items += near;
    }
    if (capacity == Capacity::secretariat) {
        TRY_ASSIGN(const std::string due, letters(visit));
        items += due;
    }
    return head + "<p class=\"small dim\">" + as + "</p>\n" +
           (items.empty() ? "<p class=\"none-yet\">" + visit.say("site.nothing_needs") + "</p>\n"
                          : "<ul class=\"list\">\n" + items + "</ul>\n") +
           (speaks ? "<p><a class=\"btn\" href=\"" + visit.to("/text") + "\">" +
                         visit.say("site.propose") + "</a> " +
                         link(visit.to("/drafts"), visit.say("site.drafts")) + "</p>\n"
                   : std::string{});
}

}  // namespace travaux::site
