// The sessions to come: what their dates are read as, which days suit them all, and which papers
// would be ready. A session can be moved to see what moves with it; nothing is entered by that.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>

#include "formats/html_sink.h"
#include "host/committee_plan.h"
#include "host/counted_sessions.h"
#include "host/plan_words.h"
#include "lang/dates.h"
#include "planning/report.h"
#include "site/document_parts.h"
#include "site/duty_station.h"
#include "site/forms.h"
#include "site/pages.h"
#include "site/plan_forms.h"
#include "site/plan_papers.h"
#include "site/precedents.h"
#include "site/resources.h"
#include "site/session_parts.h"
#include "site/time_line.h"

namespace travaux::site {
namespace {

using namespace planning;

constexpr std::int64_t days_moved_most = 364;
constexpr std::int64_t days_of_a_step = 14;
constexpr std::int64_t days_of_a_slip = 7;

/// What the query asks to try out: that a session is moved, or that a paper is handed in late.
struct AskedMove {
    std::string session;
    std::int64_t days = 0;
    bool is_with_later = false;  ///< the sessions after it move as far
    std::string paper;           ///< the one of the session that is late; the session stays

    [[nodiscard]] bool is_of_session() const { return !session.empty() && paper.empty(); }
    [[nodiscard]] std::string query() const {
        if (session.empty()) return {};
        return (paper.empty() ? "move=" + session : "late=" + session + "&paper=" + paper) +
               "&days=" + std::to_string(days) + (is_with_later ? "&along=yes" : "");
    }
};

Result<AskedMove> asked_move(const Visit& visit) {
    AskedMove asked;
    for (const auto& [name, value] : visit.asked.request.query) {
        if (name == "paper") asked.paper = value;
        if ((name == "move" || name == "late") && visit.state().sessions.contains(value)) {
            asked.session = value;
        } else if (name == "days") {
            const char* const end = value.data() + value.size();
            const auto read = std::from_chars(value.data(), end, asked.days);
            const bool is_number = read.ec == std::errc{} && read.ptr == end;
            if (!is_number || asked.days > days_moved_most || asked.days < -days_moved_most) {
                return http::refuse_request("request.parameter_value", {name, value});
            }
        } else if (name == "along" && value == "yes") {
            asked.is_with_later = true;
        } else if (name == "move" || name == "late" || name == "along") {
            return http::refuse_request("request.parameter_value", {name, value});
        }
    }
    return asked;
}

OnTimeLine::Shape shape_of(PaperStanding standing) {
    switch (standing) {
        case PaperStanding::green: return OnTimeLine::Shape::published;
        case PaperStanding::amber: return OnTimeLine::Shape::awaited;
        case PaperStanding::red: return OnTimeLine::Shape::late;
    }
    return OnTimeLine::Shape::late;
}

/// The page for a plan, beside the plan as it is on record where a session is moved.
class PlanPage {
public:
    PlanPage(const Visit& visit, AskedMove asked, std::int32_t words)
        : visit_(visit), asked_(std::move(asked)), tried_{{}, words} {
        const host::CommitteePlan recorded = host::plan_of(visit.state(), tried_);
        if (asked_.is_of_session() && asked_.days != 0 && !recorded.held.contains(asked_.session)) {
            move(recorded);
            if (!recorded.plan.sessions.empty()) before_ = report_on(recorded.plan);
        }
        found_ = host::plan_of(visit.state(), tried_);
        if (!found_.plan.sessions.empty()) report_ = report_on(found_.plan);
    }

    /// Returns what slips with a paper that is late; nothing where none is. Error:
    /// `plan.delay_unknown`.
    [[nodiscard]] Result<std::string> slip() const {
        if (asked_.paper.empty() || !report_) return std::string();
        return slipped(visit_, found_.plan, *report_, {asked_.session, asked_.paper, asked_.days});
    }

    /// Returns the page, with what is told first, and what the sessions take.
    [[nodiscard]] std::string print(const std::string& told, const std::string& resources) const {
        const bool has_some = std::ranges::any_of(
            found_.plan.sessions, [&](const WantedSession& one) { return is_to_come(one.id); });
        std::string out = unread();
        if (!has_some) {
            out += "<p class=\"none-yet\">" + visit_.say("site.nothing_planned") + "</p>\n";
        } else {
            out += told + moved() + picture() + windows() + proposed() + papers() + resources;
        }
        return out + beside_precedents(visit_, course());
    }

private:
    // Sessions of a plan stand in the order of their days.
    void move(const host::CommitteePlan& recorded) {
        bool is_later = false;
        for (const WantedSession& one : recorded.plan.sessions) {
            const bool is_moved = one.id == asked_.session || (is_later && asked_.is_with_later);
            if (is_moved && !recorded.held.contains(one.id)) tried_.moved[one.id] = asked_.days;
            is_later = is_later || one.id == asked_.session;
        }
    }

    [[nodiscard]] bool is_to_come(const std::string& id) const { return !found_.held.contains(id); }
    [[nodiscard]] text::Language language() const { return visit_.in.language; }
    [[nodiscard]] std::string title_of(const std::string& id) const {
        return "<bdi>" + html(visit_.said_of(visit_.state().sessions.at(id).title)) + "</bdi>";
    }
    [[nodiscard]] std::string days(const Date& first, const Date& last) const {
        return "<span class=\"nb\">" + html(lang::date_in_words(first, language())) +
               "</span> \xE2\x80\x93 <span class=\"nb\">" +
               html(lang::date_in_words(last, language())) + "</span>";
    }

    // Sessions whose dates give no window are said, and left out.
    [[nodiscard]] std::string unread() const {
        std::string out;
        for (const host::Unread& one : found_.unread) {
            out += "<p class=\"told\">" + html(lang::sentence_of(one.error, language())) + "</p>\n";
        }
        return out;
    }

    // What a move changes: papers that were on time and are not, or the other way round.
    [[nodiscard]] std::string moved() const {
        if (!before_) return {};
        std::string items;
        for (const PaperPlan& now : report_->papers) {
            const auto then = std::ranges::find_if(before_->papers, [&](const PaperPlan& one) {
                return one.session == now.session && one.paper == now.paper;
            });
            if (then == before_->papers.end() || then->standing == now.standing) continue;
            items += "<li>" + title_of_paper(visit_, now.session, now.paper) + ": " +
                     html(host::standing_in_words(then->standing, language())) +
                     " \xE2\x86\x92 <b class=\"" + class_of(now.standing) + "\">" +
                     html(host::standing_in_words(now.standing, language())) + "</b>" +
                     reasons_of(visit_, now) + "</li>\n";
        }
        return "<div class=\"told\" role=\"status\"><p>" +
               visit_.say(asked_.is_with_later ? "site.plan_moved_along" : "site.plan_moved",
                          visit_.said_of(visit_.state().sessions.at(asked_.session).title),
                          std::to_string(asked_.days)) +
               "</p>\n" + along() +
               (items.empty() ? "<p>" + visit_.say("site.plan_no_paper_changes") + "</p>\n"
                              : "<ul>\n" + items + "</ul>\n") +
               "<p>" + link(visit_.to("/plan"), visit_.say("site.plan_as_recorded")) +
               "</p></div>\n";
    }

    // The same with the sessions that come after it, or without them.
    [[nodiscard]] std::string along() const {
        const auto& sessions = found_.plan.sessions;
        if (sessions.back().id == asked_.session) return {};
        const AskedMove other{asked_.session, asked_.days, !asked_.is_with_later, {}};
        return "<p>" +
               link(visit_.to("/plan?" + other.query()),
                    visit_.say(asked_.is_with_later ? "site.plan_move_alone"
                                                    : "site.plan_move_along")) +
               "</p>\n";
    }

    [[nodiscard]] std::string falls_on(std::string_view name, const Date& date,
                                       std::string_view remark) const {
        std::string said = html(host::feast_in_words(name, language())) +
                           " <bdi class=\"nb dim\" dir=\"ltr\">" + date.text() + "</bdi>";
        return remark.empty() ? said : said + " (" + visit_.say(remark) + ")";
    }

    [[nodiscard]] std::string falls_into(const SessionReport& report) const {
        std::vector<std::string> said;
        for (const FeastDay& one : report.feasts) {
            const bool is_sighted = certainty_of(one.feast) == Certainty::subject_to_sighting;
            said.push_back(falls_on(name_of(one.feast), one.date,
                                    is_sighted ? "plan.subject_to_sighting" : ""));
        }
        for (const Holiday& one : report.holidays) {
            const bool is_said = std::ranges::any_of(report.feasts, [&](const FeastDay& feast) {
                return feast.date == one.date && name_of(feast.feast) == one.name;
            });
            if (!is_said) said.push_back(falls_on(one.name, one.date, "plan.official_holiday"));
        }
        return listed(said, language());
    }

    [[nodiscard]] std::string way(const std::string& session, std::int64_t days,
                                  std::string_view words) const {
        const bool is_same = asked_.is_of_session() && asked_.session == session;
        const AskedMove move{session, days + (is_same ? asked_.days : 0), asked_.is_with_later, {}};
        return link(visit_.to("/plan?" + move.query()), "<span class=\"nb\">" + visit_.say(words) +
                                                            "</span><span class=\"vh\"> (" +
                                                            title_of(session) + ")</span>");
    }

    [[nodiscard]] std::string windows() const {
        std::string rows;
        for (std::size_t at = 0; at < found_.plan.sessions.size(); ++at) {
            const WantedSession& one = found_.plan.sessions[at];
            if (!is_to_come(one.id)) continue;
            std::string read = days(one.window.first, one.window.last);
            if (one.window.exactness == Exactness::doubtful) {
                read += " (" + visit_.say("plan.doubtful") + ")";
            }
            rows += "<tr id=\"" + one.id + "\"><th scope=\"row\">" + title_of(one.id) +
                    " <span class=\"dim\">" + one.id + "</span></th><td><bdi>" +
                    html(one.window.words) + "</bdi></td><td>" + read + "</td><td>" +
                    falls_into(report_->sessions[at]) + "</td><td>" +
                    way(one.id, -days_of_a_step, "site.plan_sooner") + "<br>" +
                    way(one.id, days_of_a_step, "site.plan_later") + "</td></tr>\n";
        }
        return section_head(visit_.say("site.plan_windows")) +
               table(visit_.say("site.plan_windows"),
                     {visit_.say("site.session"), visit_.say("site.plan_said"),
                      visit_.say("site.plan_read"), visit_.say("site.plan_falls"),
                      visit_.say("site.plan_move")},
                     rows);
    }

    [[nodiscard]] std::string picture() const {
        using Shape = OnTimeLine::Shape;
        std::vector<OnTimeLine> all;
        for (const WantedSession& one : found_.plan.sessions) {
            if (!is_to_come(one.id)) continue;
            all.push_back(
                {visit_.said_of(visit_.state().sessions.at(one.id).title), one.window.first,
                 one.window.last,
                 one.window.exactness == Exactness::exact ? Shape::tentative : Shape::window,
                 one.id, tried_.moved.contains(one.id) ? asked_.days : 0});
        }
        for (const PaperPlan& one : report_->papers) {
            if (!is_to_come(one.session)) continue;
            const Date day = one.at(PaperStep::issue).latest;
            const std::string what = one.paper == host::draft_paper
                                         ? host::step_in_words(PaperStep::issue, language())
                                         : name_of_paper(visit_, one.paper);
            all.push_back(
                {what + " \xE2\x80\x93 " + host::standing_in_words(one.standing, language()), day,
                 day, shape_of(one.standing)});
        }
        return time_line(visit_, std::move(all), 1);
    }

    // A form that enters the days of a schedule, where they are not on record already.
    [[nodiscard]] std::string fix(const ScheduledSession& one) const {
        const committee::SessionDates& held = visit_.state().sessions.at(one.id).dates();
        const bool is_same = held.opens && held.closes && held.opens->local.date == one.opens &&
                             held.closes->local.date == one.closes;
        if (is_same || !may(visit_, "session.fix_dates", one.id)) return {};
        const auto english = text::Language::en;
        const Seat seat = seat_of(held);
        return act_form(visit_, "session.fix_dates",
                        {{"session", one.id},
                         {"words", lang::date_in_words(one.opens, english) + " to " +
                                       lang::date_in_words(one.closes, english)},
                         {"standing", "tentative"},
                         {"opens", moment_at(one.opens, opening_hour, seat.zone)},
                         {"closes", moment_at(one.closes, closing_hour, seat.zone)},
                         {"place", seat.place}},
                        line("reason-" + one.id, "reason", visit_.say("site.reason")),
                        visit_.say("site.plan_enter"));
    }

    [[nodiscard]] std::string schedule(std::size_t number, bool is_best) const {
        const Schedule& one = report_->scheduling.schedules[number];
        std::string items;
        for (const ScheduledSession& session : one.sessions) {
            if (!is_to_come(session.id)) continue;
            items += "<li>" + title_of(session.id) + " <span class=\"dim\">" + session.id +
                     "</span>: " +
                     listed({days(session.opens, session.closes),
                             place_of(visit_, visit_.state().sessions.at(session.id).dates())},
                            language()) +
                     (number == 0 ? fix(session) : std::string{}) + "</li>\n";
        }
        std::string reasons;
        for (const Reason& reason : one.reasons) {
            if (!is_to_come(reason.session)) continue;
            reasons += "<li>" + html(host::reason_text(reason, language())) + "</li>\n";
        }
        const std::vector<std::string> of = {std::to_string(number + 1), std::to_string(one.cost)};
        const std::string head = lang::capitalized(
            lang::words(language(), is_best ? "plan.schedule_best" : "plan.schedule", of),
            language());
        const std::string body = "<ul class=\"list\">\n" + items + "</ul>\n" +
                                 "<ul class=\"small dim\">\n" + reasons + "</ul>\n";
        return number == 0
                   ? "<h3>" + html(head) + "</h3>\n" + body
                   : "<details><summary>" + html(head) + "</summary>" + body + "</details>\n";
    }

    [[nodiscard]] std::string proposed() const {
        const Scheduling& scheduling = report_->scheduling;
        std::string out = section_head(visit_.say("site.plan_proposed"), "proposed");
        if (scheduling.outcome == Outcome::undecided) {
            return out + "<p>" + visit_.say("plan.undecided") + "</p>\n";
        }
        if (scheduling.outcome == Outcome::clash) {
            out += "<p class=\"told\" role=\"alert\">" + visit_.say("plan.clash") + "</p>\n<ul>\n";
            for (const Demand& one : scheduling.clash) {
                out += "<li>" + html(host::demand_text(one, language())) + "</li>\n";
            }
            return out + "</ul>\n";
        }
        for (std::size_t at = 0; at < scheduling.schedules.size(); ++at) {
            out += schedule(at, at == 0 && scheduling.is_best);
        }
        return out;
    }

    // Its symbol, where the registry has the paper.
    [[nodiscard]] std::string document_of(const PaperPlan& paper) const {
        for (const auto& [id, document] : visit_.state().documents) {
            if (document.symbol.text() == paper.paper) {
                return "<br>" + symbol_link(visit_, paper.paper, id) + " <span class=\"dim\">" +
                       formats::isolated(document.title) + "</span>";
            }
        }
        if (!visit_.state().document_requests.contains(paper.paper)) return {};
        return "<br>" + link(visit_.to("/documents#" + paper.paper),
                             "<bdi>" + html(name_of_paper(visit_, paper.paper)) + "</bdi>");
    }

    // The same plan with a paper handed in a week later than it has to be, or one more week.
    [[nodiscard]] std::string late(const PaperPlan& one) const {
        const bool is_same = asked_.session == one.session && asked_.paper == one.paper;
        const AskedMove more{one.session, days_of_a_slip + (is_same ? asked_.days : 0), false,
                             one.paper};
        return "<td>" +
               link(visit_.to("/plan?" + more.query()),
                    visit_.say("site.plan_week_late") + "<span class=\"vh\"> (" +
                        title_of_paper(visit_, one.session, one.paper) + ")</span>") +
               "</td>";
    }

    [[nodiscard]] std::string papers() const {
        std::string rows;
        for (const PaperPlan& one : report_->papers) {
            if (!is_to_come(one.session)) continue;
            rows += "<tr><th scope=\"row\">" + title_of(one.session) + document_of(one) +
                    "</th><td class=\"" + class_of(one.standing) + "\">" +
                    html(host::standing_in_words(one.standing, language())) + "</td>";
            for (std::size_t step = 0; step < one.steps.size(); ++step) {
                const bool is_asked = step >= static_cast<std::size_t>(PaperStep::submission) ||
                                      one.steps[step].latest < one.at(PaperStep::submission).latest;
                rows += "<td class=\"nb\">" +
                        (is_asked ? one.steps[step].latest.text() : std::string{}) + "</td>";
            }
            rows += late(one) + "</tr>\n";
            for (const PaperWarning& warning : one.warnings) {
                rows += "<tr><td colspan=\"9\" class=\"small\">" +
                        html(host::warning_text(one, warning, language())) + "</td></tr>\n";
            }
        }
        if (rows.empty()) return {};
        std::vector<std::string> columns = {visit_.say("site.session"), visit_.say("site.status")};
        for (std::size_t step = 0; step < paper_step_names.size(); ++step) {
            columns.push_back(html(host::step_in_words(static_cast<PaperStep>(step), language())));
        }
        columns.push_back(visit_.say("site.plan_late"));
        return section_head(visit_.say("site.plan_papers")) +
               table(visit_.say("site.plan_papers"), columns, rows);
    }

    // The days of the sessions as the first schedule has them, or as they are on record.
    [[nodiscard]] std::vector<HeldDays> course() const {
        std::vector<HeldDays> days;
        if (report_ && !report_->scheduling.schedules.empty()) {
            for (const ScheduledSession& one : report_->scheduling.schedules.front().sessions) {
                days.push_back({one.opens, one.closes});
            }
            return days;
        }
        for (const WantedSession& one : found_.plan.sessions) {
            if (one.window.exactness != Exactness::exact) continue;
            days.push_back({one.window.first, one.window.last});
        }
        return days;
    }

    const Visit& visit_;
    AskedMove asked_;
    host::TriedPlan tried_;
    host::CommitteePlan found_;
    std::optional<PlanReport> report_;  // of the plan, with the session moved
    std::optional<PlanReport> before_;  // as on record, where one is moved
};

}  // namespace

Result<SitePage> plan_page(const Visit& visit) {
    TRY_ASSIGN(AskedMove asked, asked_move(visit));
    const std::string basis = committee::basis_of(visit.state(), committee::Subject::convention);
    std::int32_t words = 0;
    if (!basis.empty()) {
        TRY_ASSIGN(words, host::words_of_text(visit.state(), visit.committee.committee().library(),
                                              basis));
    }
    std::string query = asked.query();
    const PlanPage page(visit, std::move(asked), words);
    TRY_ASSIGN(const std::string told, page.slip());
    TRY_ASSIGN(const std::string resources, resources_section(visit, Counted::to_come));
    return SitePage{
        visit.in.words("site.plan"),
        "<div class=\"wrap\">" +
            title_block({}, visit.say("site.plan"),
                        "<p>" + visit.say("site.plan_intro") + "</p>\n<p>" +
                            link(visit.to("/resources"), visit.say("site.resources")) + "</p>\n") +
            done_note(visit) + page.print(told, resources) + plan_session_form(visit) +
            rules_section(visit) + "</div>\n",
        Section::calendar,
        std::move(query),
        200,
        true};
}

}  // namespace travaux::site
