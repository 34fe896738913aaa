// SPDX-License-Identifier: MIT
#include "host/plan_words.h"

#include <algorithm>

#include "lang/messages.h"
#include "planning/precedents.h"

namespace travaux::host {
namespace {

using namespace planning;
using text::Language;

std::string said(std::string_view id, std::vector<std::string> args, Language language) {
    return lang::capitalized(lang::words(language, id, args), language);
}

std::string name_in_words(std::string_view beginning, std::string_view name, Language language) {
    const std::string id = std::string(beginning) + std::string(name);
    const auto words = lang::find_words(language, id);
    return words ? std::string(*words) : std::string(name);
}

std::string days_text(const Date& first, const Date& last, Language language) {
    return lang::words(language, "plan.days_from_to",
                       std::vector<std::string>{first.text(), last.text()});
}

std::string length_text(const SessionLength& length, Language language) {
    const std::vector<std::string> count = {std::to_string(length.count)};
    return length.unit == SessionLength::Unit::weeks
               ? lang::words(language, "plan.weeks", count)
               : lang::words(language, "plan.working_days", count);
}

/// A day that falls into a window: a feast, a holiday, or both.
struct MarkedDay {
    Date date;
    std::string_view name;
    Certainty certainty = Certainty::fixed;
    bool is_holiday = false;
};

std::vector<MarkedDay> marked_days(const SessionReport& report) {
    std::vector<MarkedDay> days;
    for (const FeastDay& one : report.feasts) {
        days.push_back({one.date, name_of(one.feast), certainty_of(one.feast), false});
    }
    for (const Holiday& one : report.holidays) {
        const auto same = std::ranges::find_if(days, [&](const MarkedDay& day) {
            return day.date == one.date && day.name == one.name;
        });
        if (same == days.end()) {
            days.push_back({one.date, one.name, one.certainty, true});
        } else {
            same->is_holiday = true;
        }
    }
    std::ranges::stable_sort(days, {}, &MarkedDay::date);
    return days;
}

std::string window_text(const WantedSession& session, const SessionReport& report,
                        Language language) {
    std::string text = session.id + "  " + session.window.words + "\n    " +
                       days_text(session.window.first, session.window.last, language) + "; " +
                       length_text(session.length, language);
    if (session.window.exactness == Exactness::doubtful) {
        text += "; " + lang::words(language, "plan.doubtful");
    }
    text += "\n";
    for (const MarkedDay& one : marked_days(report)) {
        text += "    " + one.date.text() + "  " + feast_in_words(one.name, language);
        if (one.is_holiday) text += "; " + lang::words(language, "plan.official_holiday");
        if (one.certainty == Certainty::subject_to_sighting) {
            text += "; " + lang::words(language, "plan.subject_to_sighting");
        }
        text += "\n";
    }
    return text;
}

std::string schedule_text(const Schedule& schedule, Language language) {
    std::string text;
    for (const ScheduledSession& one : schedule.sessions) {
        text += "  " + one.id + "  " + days_text(one.opens, one.closes, language) + "  " +
                place_in_words(one.station, language) + "\n";
    }
    for (const Reason& one : schedule.reasons) text += "    " + reason_text(one, language) + "\n";
    return text;
}

std::string paper_text(const PaperPlan& paper, Language language) {
    std::string text = "  " + paper.session + "  " + paper.paper + "  " +
                       standing_in_words(paper.standing, language) + "\n";
    for (std::size_t step = 0; step < paper_step_names.size(); ++step) {
        text += "    " + paper.steps[step].latest.text() + "  (" +
                paper.steps[step].expected.text() + ")  " +
                step_in_words(static_cast<PaperStep>(step), language) + "\n";
    }
    for (const PaperWarning& one : paper.warnings) {
        text += "    " + warning_text(paper, one, language) + "\n";
    }
    return text;
}

std::string clash_text(const Scheduling& scheduling, Language language) {
    std::string text = said("plan.clash", {}, language) + "\n";
    for (const Demand& one : scheduling.clash) text += "  " + demand_text(one, language) + "\n";
    return text;
}

}  // namespace

std::string feast_in_words(std::string_view name, Language language) {
    return name_in_words("holiday.", name, language);
}

std::string place_in_words(DutyStation station, Language language) {
    return name_in_words("duty_station.", name_of(station), language);
}

std::string reason_text(const Reason& reason, Language language) {
    using Kind = Reason::Kind;
    const std::string date = reason.date ? reason.date->text() : std::string();
    switch (reason.kind) {
        case Kind::feast:
            return said("plan.reason_feast",
                        {reason.session, name_in_words("holiday.", reason.name, language), date},
                        language);
        case Kind::holiday:
            return said("plan.reason_holiday",
                        {reason.session, name_in_words("holiday.", reason.name, language), date},
                        language);
        case Kind::month:
            return said("plan.reason_month", {reason.session, std::to_string(reason.amount)},
                        language);
        case Kind::place:
            return said("plan.reason_place",
                        {reason.session, name_in_words("duty_station.", reason.name, language)},
                        language);
        case Kind::precedent: {
            const IntervalRange& usual = usual_interval();
            return said("plan.reason_precedent",
                        {reason.session, std::to_string(reason.amount),
                         std::to_string(usual.shortest), std::to_string(usual.longest)},
                        language);
        }
        case Kind::slack:
            return said("plan.reason_slack", {reason.session, std::to_string(reason.amount), date},
                        language);
    }
    return {};
}

std::string warning_text(const PaperPlan& paper, const PaperWarning& warning, Language language) {
    const std::string days = std::to_string(warning.days);
    switch (warning.kind) {
        case PaperWarning::Kind::late_submission:
            return said("plan.paper_submitted_late",
                        {paper.paper, paper.session, days,
                         warning.since ? warning.since->text() : std::string("-")},
                        language);
        case PaperWarning::Kind::long_processing:
            return said("plan.paper_processed_long",
                        {paper.paper, paper.session, days, std::to_string(warning.available),
                         name_in_words("language.", code_of(*warning.language), language)},
                        language);
        case PaperWarning::Kind::late_issue:
            return said("plan.paper_issued_late", {paper.paper, paper.session, days}, language);
        case PaperWarning::Kind::over_limit:
            return said("plan.paper_over_limit",
                        {paper.paper, paper.session, days, std::to_string(warning.available)},
                        language);
    }
    return {};
}

std::string standing_in_words(PaperStanding standing, Language language) {
    return name_in_words("paper_standing.",
                         paper_standing_names[static_cast<std::size_t>(standing)], language);
}

std::string step_in_words(PaperStep step, Language language) {
    return name_in_words("paper_step.", paper_step_names[static_cast<std::size_t>(step)], language);
}

std::string demand_text(const Demand& demand, Language language) {
    const std::string first = demand.first ? demand.first->text() : std::string();
    const std::string last = demand.last ? demand.last->text() : std::string();
    const std::string limit = std::to_string(demand.limit);
    const std::string place =
        demand.station ? place_in_words(*demand.station, language) : std::string();
    switch (demand.kind) {
        case DemandKind::window:
            return said("plan.clash_window", {demand.session, first, last}, language);
        case DemandKind::order:
            return said("plan.clash_order", {demand.session, demand.before}, language);
        case DemandKind::interval:
            return said("plan.clash_interval", {demand.before, demand.session, limit}, language);
        case DemandKind::preparation:
            return said("plan.clash_preparation", {demand.session, demand.before, limit}, language);
        case DemandKind::blackout:
            if (place.empty()) {
                return said("plan.clash_blackout", {first, last, demand.words}, language);
            }
            return said("plan.clash_blackout_at", {first, last, demand.words, place}, language);
        case DemandKind::rooms: return said("plan.clash_rooms", {place, limit}, language);
        case DemandKind::teams: return said("plan.clash_teams", {place, limit}, language);
        case DemandKind::words: return said("plan.clash_words", {limit}, language);
        case DemandKind::assembly:
            return said("plan.clash_assembly", {demand.session, last, limit}, language);
    }
    return {};
}

std::string slips_text(const std::vector<Slip>& slips, Language language) {
    std::string text = said("plan.slips", {}, language) + "\n";
    for (const Slip& one : slips) {
        text += "  " + one.session + "  " + one.paper + "  " + one.from.text() + " -> " +
                one.to.text() + "  " + step_in_words(one.step, language) + "  " +
                standing_in_words(one.standing, language) + "\n";
    }
    return text;
}

std::string report_text(const Plan& plan, const PlanReport& report, Language language) {
    std::string text = plan.title.empty() ? std::string() : plan.title + "\n\n";
    for (std::size_t at = 0; at < plan.sessions.size(); ++at) {
        text += window_text(plan.sessions[at], report.sessions[at], language);
    }
    const Scheduling& scheduling = report.scheduling;
    if (scheduling.outcome == Outcome::clash) return text + "\n" + clash_text(scheduling, language);
    if (scheduling.outcome == Outcome::undecided) {
        return text + "\n" + said("plan.undecided", {}, language) + "\n";
    }
    for (std::size_t at = 0; at < scheduling.schedules.size(); ++at) {
        const Schedule& one = scheduling.schedules[at];
        const bool is_best = at == 0 && scheduling.is_best;
        text += "\n" +
                said(is_best ? "plan.schedule_best" : "plan.schedule",
                     {std::to_string(at + 1), std::to_string(one.cost)}, language) +
                "\n" + schedule_text(one, language);
    }
    if (!report.papers.empty()) text += "\n" + said("plan.papers", {}, language) + "\n";
    for (const PaperPlan& one : report.papers) text += paper_text(one, language);
    return text;
}

}  // namespace travaux::host
