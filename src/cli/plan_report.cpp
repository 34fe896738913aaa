// SPDX-License-Identifier: MIT
#include "cli/plan_report.h"

#include "lang/messages.h"

namespace travaux::cli {
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

std::string place_in_words(DutyStation station, Language language) {
    return name_in_words("duty_station.", name_of(station), language);
}

std::string days_text(const Date& first, const Date& last) {
    return first.text() + " to " + last.text();
}

std::string window_text(const WantedSession& session, const SessionReport& report,
                        Language language) {
    std::string text = session.id + "  " + session.window.words + "\n    " +
                       days_text(session.window.first, session.window.last);
    const bool is_weeks = session.length.unit == SessionLength::Unit::weeks;
    text += ", " + std::to_string(session.length.count) + (is_weeks ? " w" : " d");
    if (session.window.exactness == Exactness::exact) text += ", exact";
    if (session.window.exactness == Exactness::doubtful) text += ", doubtful";
    text += "\n";
    const auto add = [&](const Date& date, std::string_view name, Certainty certainty) {
        text += "    " + date.text() + "  " + name_in_words("holiday.", name, language);
        if (certainty == Certainty::subject_to_sighting) {
            text += " (" + lang::words(language, "plan.subject_to_sighting") + ")";
        }
        text += "\n";
    };
    for (const FeastDay& one : report.feasts) {
        add(one.date, name_of(one.feast), certainty_of(one.feast));
    }
    for (const Holiday& one : report.holidays) {
        bool is_feast = false;
        for (const FeastDay& feast : report.feasts) {
            is_feast = is_feast || (feast.date == one.date && name_of(feast.feast) == one.name);
        }
        if (!is_feast) add(one.date, one.name, one.certainty);
    }
    return text;
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
        case Kind::slack:
            return said("plan.reason_slack", {reason.session, std::to_string(reason.amount), date},
                        language);
    }
    return {};
}

std::string schedule_text(const Schedule& schedule, Language language) {
    std::string text;
    for (const ScheduledSession& one : schedule.sessions) {
        text += "  " + one.id + "  " + days_text(one.opens, one.closes) + "  " +
                place_in_words(one.station, language) + "\n";
    }
    for (const Reason& one : schedule.reasons) text += "    " + reason_text(one, language) + "\n";
    return text;
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

std::string paper_text(const PaperPlan& paper, Language language) {
    std::string text = "  " + paper.session + "  " + paper.paper + "  " +
                       std::string(paper_standing_names[static_cast<std::size_t>(paper.standing)]) +
                       ", slack " + std::to_string(paper.slack_days) + " d\n";
    for (std::size_t step = 0; step < paper_step_names.size(); ++step) {
        std::string name(paper_step_names[step]);
        name.resize(12, ' ');
        text += "    " + name + paper.steps[step].latest.text() + "  (" +
                paper.steps[step].expected.text() + ")\n";
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

std::string slips_text(const std::vector<Slip>& slips) {
    std::string text;
    for (const Slip& one : slips) {
        text += one.session + "  " + one.paper + "  " +
                std::string(paper_step_names[static_cast<std::size_t>(one.step)]) + "  " +
                one.from.text() + " -> " + one.to.text() + "  " +
                std::string(paper_standing_names[static_cast<std::size_t>(one.standing)]) + "\n";
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
        text += "\nschedule " + std::to_string(at + 1) + ": cost " + std::to_string(one.cost);
        if (at == 0 && scheduling.is_best) text += ", the least there is";
        text += "\n" + schedule_text(one, language);
    }
    if (!report.papers.empty()) text += "\npapers of schedule 1, latest day (expected day)\n";
    for (const PaperPlan& one : report.papers) text += paper_text(one, language);
    return text;
}

}  // namespace travaux::cli
