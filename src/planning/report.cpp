// SPDX-License-Identifier: MIT
#include "planning/report.h"

#include <algorithm>

namespace travaux::planning {
namespace {

// The sessions of a schedule with their papers.
std::vector<DatedSession> scheduled_sessions(const Plan& plan, const Schedule& schedule) {
    VERIFY(plan.sessions.size() == schedule.sessions.size());
    std::vector<DatedSession> result;
    for (std::size_t at = 0; at < plan.sessions.size(); ++at) {
        const WantedSession& wanted = plan.sessions[at];
        const ScheduledSession& held = schedule.sessions[at];
        result.push_back(
            {wanted.id, wanted.body, held.opens, held.closes, held.station, wanted.papers});
    }
    return result;
}

// Where no days suit all, the sessions whose days are settled still need their papers.
std::vector<DatedSession> settled_sessions(const Plan& plan) {
    std::vector<DatedSession> result;
    for (const WantedSession& one : plan.sessions) {
        if (one.window.exactness != Exactness::exact) continue;
        result.push_back(
            {one.id, one.body, one.window.first, one.window.last, one.places.front(), one.papers});
    }
    return result;
}

// The sessions whose papers are planned.
std::vector<DatedSession> dated_sessions(const Plan& plan, const Scheduling& scheduling) {
    return scheduling.schedules.empty() ? settled_sessions(plan)
                                        : scheduled_sessions(plan, scheduling.schedules.front());
}

}  // namespace

PlanReport report_on(const Plan& plan) {
    const Calendars calendars = calendars_for(plan);
    PlanReport report;
    report.scheduling = schedule(plan, calendars);
    for (const WantedSession& one : plan.sessions) {
        SessionReport& session = report.sessions.emplace_back();
        session.id = one.id;
        session.feasts = calendars.feasts_between(one.window.first, one.window.last);
        const WorkingCalendar& calendar = calendars.at(one.places.front());
        for (const Holiday& holiday :
             calendar.holidays_between(one.window.first, one.window.last)) {
            if (holiday.kind == HolidayKind::official) session.holidays.push_back(holiday);
        }
    }
    report.papers = plan_documents(dated_sessions(plan, report.scheduling),
                                   {plan.documents, calendars, plan.starts});
    if (report.scheduling.schedules.empty()) return report;
    const Schedule& first = report.scheduling.schedules.front();
    for (std::size_t at = 0; at < plan.sessions.size(); ++at) {
        const ScheduledSession& held = first.sessions[at];
        report.sessions[at].meetings =
            meetings_of(calendars.at(held.station), held.opens, held.closes);
    }
    return report;
}

Result<std::vector<PaperPlan>> papers_with(const Plan& plan, const PlanReport& report,
                                           const Delay& delay) {
    const auto unknown = [](const std::string& what) {
        return std::unexpected(Error{ErrorCode::not_found, "plan.delay_unknown", {what}});
    };
    auto sessions = dated_sessions(plan, report.scheduling);
    const auto session = std::ranges::find(sessions, delay.session, &DatedSession::id);
    if (session == sessions.end()) return unknown(delay.session);
    const auto paper = std::ranges::find(session->papers, delay.paper, &Paper::id);
    if (paper == session->papers.end()) return unknown(delay.paper);
    paper->done[delay.step] = delay.date;
    return plan_documents(sessions, {plan.documents, calendars_for(plan), plan.starts});
}

}  // namespace travaux::planning
