// SPDX-License-Identifier: MIT
#include "site/history.h"

#include <algorithm>

#include "site/forms.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

using committee::Position;
using committee::StatedPosition;

/// Something that happened, for a history.
struct Happening {
    std::int64_t time_ms = 0;
    std::string words;  ///< HTML
};

std::string heading(const HistoryOf& of, const std::string& words) {
    const std::string element(of.heading);
    return "<" + element + ">" + words + "</" + element + ">\n";
}

std::vector<const StatedPosition*> positions_on(const Visit& visit, const HistoryOf& of) {
    std::vector<const StatedPosition*> found;
    for (const auto& [id, one] : visit.state().positions) {
        const bool is_here = (!one.provision.empty() && one.provision == of.provision) ||
                             std::ranges::find(of.proposals, one.proposal) != of.proposals.end();
        if (is_here) found.push_back(&one);
    }
    return found;
}

class History {
public:
    History(const Visit& visit, const HistoryOf& of) : visit_(visit), of_(of) {}

    std::string print() {
        for (const std::string& id : of_.proposals) happened_to(id);
        if (const auto found = visit_.state().standings.find(of_.provision);
            found != visit_.state().standings.end()) {
            for (const std::string& decision : found->second) decided(decision);
        }
        for (const StatedPosition* one : positions_on(visit_, of_)) {
            add(one->stated_ms,
                visit_.say("stated_position." + std::string(committee::name_of(one->position))) +
                    ": " + visit_.name_of(one->member));
        }
        if (!of_.provision.empty()) {
            add(visit_.state().texts.at(of_.text).published_ms,
                visit_.say("site.comes_with") + " <bdi>" +
                    html(symbol_of(visit_.state(), of_.text)) + "</bdi>");
        }
        std::ranges::stable_sort(all_, std::ranges::greater{}, &Happening::time_ms);
        std::string out = heading(of_, visit_.say("site.history")) + "<ol class=\"hist\">\n";
        for (const Happening& one : all_) {
            out += "<li><span class=\"dim\">" + in_session(visit_, one.time_ms) + "</span><br>" +
                   one.words + "</li>\n";
        }
        return out + "</ol>\n";
    }

private:
    void add(std::int64_t time_ms, std::string words) {
        all_.push_back({time_ms, std::move(words)});
    }

    void happened_to(const std::string& id) {
        const auto found = visit_.state().proposals.find(id);
        if (found == visit_.state().proposals.end()) return;
        const committee::Proposal& proposal = found->second;
        add(proposal.submitted_ms, visit_.name_of(proposal.submitted_by) + " " +
                                       visit_.say("site.proposes") + " " +
                                       proposal_link(visit_, id));
        for (const auto& [code, sponsorship] : proposal.sponsors) {
            if (code == proposal.submitted_by) continue;
            add(sponsorship.since_ms, visit_.name_of(code) + " " + visit_.say("site.co_sponsors") +
                                          " " + proposal_link(visit_, id));
        }
        for (const std::string& decision : proposal.decisions) decided(decision);
    }

    void decided(const std::string& id) {
        const committee::Decision& one = visit_.state().decisions.at(id);
        std::string words = what_was_decided(visit_, one);
        if (one.is_reversed()) words = "<del>" + words + "</del>";
        add(one.decided_ms, words + "<br>" + decided_in_words(visit_, one));
    }

    const Visit& visit_;
    const HistoryOf& of_;
    std::vector<Happening> all_;
};

}  // namespace

std::string in_session(const Visit& visit, std::int64_t time_ms) {
    const auto session = committee::session_at(visit.state(), time_ms);
    if (!session) return visit.day(time_ms);
    return visit.day(time_ms) + ", " +
           html(visit.said_of(visit.state().sessions.at(*session).title));
}

std::string sponsors_of(const Visit& visit, const committee::Proposal& proposal) {
    std::vector<std::string> names;
    if (!proposal.group.empty()) names.push_back(visit.name_of(proposal.group));
    for (const auto& [code, since] : proposal.sponsors) names.push_back(visit.name_of(code));
    // Who withdrew it brought it all the same.
    if (names.empty()) return "<del>" + visit.name_of(proposal.submitted_by) + "</del>";
    return listed(names, visit.in.language);
}

std::string proposal_link(const Visit& visit, const std::string& id) {
    return link(visit.to("/proposals/" + id), "<bdi>" + html(id) + "</bdi>");
}

std::string positions_list(const Visit& visit, const HistoryOf& of) {
    std::string items;
    for (const Position position : committee::all_of<Position>()) {
        std::vector<std::string> names;
        for (const StatedPosition* one : positions_on(visit, of)) {
            if (one->position == position) names.push_back(visit.name_of(one->member));
        }
        if (names.empty()) continue;
        const std::string name(committee::name_of(position));
        items += "<li class=\"" + name + "\"><b aria-hidden=\"true\">" +
                 position_sign(position, visit.in.language) + "</b><span><b>" +
                 visit.say("stated_position." + name) + " " + std::to_string(names.size()) +
                 ".</b> " + listed(names, visit.in.language) + "</span></li>\n";
    }
    if (items.empty()) return {};
    return heading(of, visit.say("site.positions")) + "<ul class=\"pos\">\n" + items + "</ul>\n";
}

std::string what_was_decided(const Visit& visit, const committee::Decision& decision) {
    if (decision.kind == committee::DecisionKind::set_standing) {
        return visit.say("provision_standing." +
                         std::string(committee::name_of(decision.standing)));
    }
    return visit.say("decision_kind." + std::string(committee::name_of(decision.kind))) + " " +
           proposal_link(visit, decision.proposal);
}

std::string decided_in_words(const Visit& visit, const committee::Decision& decision) {
    std::string words = visit.day(decision.decided_ms);
    const auto meeting = visit.state().meetings.find(decision.basis.meeting);
    if (meeting != visit.state().meetings.end()) {
        words += ", " + visit.say("site.meeting_number", std::to_string(meeting->second.number));
        const auto session = visit.state().sessions.find(meeting->second.session);
        if (session != visit.state().sessions.end())
            words += ", " + html(visit.said_of(session->second.title));
    }
    return words + " &#183; " + html(decision.basis.authority);
}

std::string history_list(const Visit& visit, const HistoryOf& of) {
    return History(visit, of).print();
}

}  // namespace travaux::site
