// SPDX-License-Identifier: MIT
#include "formats/plan_json.h"

#include <span>

namespace travaux::formats {
namespace {

using namespace planning;
namespace json = boost::json;

template <typename Value>
json::string name_in(std::span<const std::string_view> names, Value value) {
    return json::string(names[static_cast<std::size_t>(value)]);
}

std::string_view certainty_name(Certainty certainty) {
    switch (certainty) {
        case Certainty::fixed: return "fixed";
        case Certainty::reckoned: return "reckoned";
        case Certainty::subject_to_sighting: return "subject_to_sighting";
    }
    return {};
}

std::string_view exactness_name(Exactness exactness) {
    switch (exactness) {
        case Exactness::exact: return "exact";
        case Exactness::within: return "within";
        case Exactness::doubtful: return "doubtful";
    }
    return {};
}

std::string_view outcome_name(Outcome outcome) {
    switch (outcome) {
        case Outcome::feasible: return "feasible";
        case Outcome::clash: return "clash";
        case Outcome::undecided: return "undecided";
    }
    return {};
}

std::string_view reason_name(Reason::Kind kind) {
    switch (kind) {
        case Reason::Kind::feast: return "feast";
        case Reason::Kind::holiday: return "holiday";
        case Reason::Kind::month: return "month";
        case Reason::Kind::place: return "place";
        case Reason::Kind::precedent: return "precedent";
        case Reason::Kind::slack: return "slack";
    }
    return {};
}

// What an amount is of depends on the kind.
void add_amount(json::object& object, const Reason& reason) {
    using Kind = Reason::Kind;
    if (reason.kind == Kind::month) object["month"] = reason.amount;
    if (reason.kind == Kind::precedent || reason.kind == Kind::slack) {
        object["days"] = reason.amount;
    }
}

std::string_view warning_name(PaperWarning::Kind kind) {
    switch (kind) {
        case PaperWarning::Kind::late_submission: return "late_submission";
        case PaperWarning::Kind::long_processing: return "long_processing";
        case PaperWarning::Kind::late_issue: return "late_issue";
        case PaperWarning::Kind::over_limit: return "over_limit";
    }
    return {};
}

void add_date(json::object& object, std::string_view name, const std::optional<Date>& date) {
    if (date) object[name] = date->text();
}

void add_text(json::object& object, std::string_view name, std::string_view text) {
    if (!text.empty()) object[name] = text;
}

json::object session_json(const WantedSession& wanted, const SessionReport& report) {
    json::object window;
    window["words"] = wanted.window.words;
    window["first"] = wanted.window.first.text();
    window["last"] = wanted.window.last.text();
    window["exactness"] = exactness_name(wanted.window.exactness);
    const bool is_weeks = wanted.length.unit == SessionLength::Unit::weeks;
    window[is_weeks ? "weeks" : "days"] = wanted.length.count;
    json::array feasts;
    for (const FeastDay& one : report.feasts) {
        feasts.push_back({{"date", one.date.text()},
                          {"feast", name_of(one.feast)},
                          {"certainty", certainty_name(certainty_of(one.feast))}});
    }
    json::array holidays;
    for (const Holiday& one : report.holidays) {
        holidays.push_back({{"date", one.date.text()},
                            {"holiday", one.name},
                            {"certainty", certainty_name(one.certainty)}});
    }
    json::object result;
    result["id"] = wanted.id;
    result["body"] = wanted.body;
    add_text(result, "title", wanted.title);
    result["window"] = std::move(window);
    result["feasts"] = std::move(feasts);
    result["holidays"] = std::move(holidays);
    if (report.meetings > 0) result["meetings"] = report.meetings;
    return result;
}

json::object schedule_json(const Schedule& schedule) {
    json::array sessions;
    for (const ScheduledSession& one : schedule.sessions) {
        sessions.push_back({{"id", one.id},
                            {"opens", one.opens.text()},
                            {"closes", one.closes.text()},
                            {"place", name_of(one.station)}});
    }
    json::array reasons;
    for (const Reason& one : schedule.reasons) {
        json::object reason;
        reason["kind"] = reason_name(one.kind);
        reason["session"] = one.session;
        add_date(reason, "date", one.date);
        add_text(reason, "name", one.name);
        add_amount(reason, one);
        reason["cost"] = one.cost;
        reasons.push_back(std::move(reason));
    }
    json::object result;
    result["cost"] = schedule.cost;
    if (schedule.slack_days) result["slack_days"] = *schedule.slack_days;
    result["sessions"] = std::move(sessions);
    result["reasons"] = std::move(reasons);
    return result;
}

json::object demand_json(const Demand& demand) {
    json::object result;
    result["kind"] = name_in(demand_names, demand.kind);
    add_text(result, "session", demand.session);
    add_text(result, "before", demand.before);
    if (demand.station) result["place"] = name_of(*demand.station);
    add_date(result, "first", demand.first);
    add_date(result, "last", demand.last);
    if (demand.limit != 0) result["limit"] = demand.limit;
    add_text(result, "words", demand.words);
    return result;
}

json::object warning_json(const PaperWarning& warning) {
    json::object result;
    result["kind"] = warning_name(warning.kind);
    const bool is_of_words = warning.kind == PaperWarning::Kind::over_limit;
    result[is_of_words ? "words" : "days"] = warning.days;
    if (warning.available != 0) result[is_of_words ? "limit" : "available"] = warning.available;
    add_date(result, "since", warning.since);
    if (warning.language) result["language"] = text::code_of(*warning.language);
    return result;
}

json::object paper_json(const PaperPlan& paper) {
    json::object steps;
    for (std::size_t step = 0; step < paper_step_names.size(); ++step) {
        steps[paper_step_names[step]] = {{"latest", paper.steps[step].latest.text()},
                                         {"expected", paper.steps[step].expected.text()}};
    }
    json::array work;
    for (const LanguageWork& one : paper.work) {
        work.push_back({{"language", text::code_of(one.language)},
                        {"translation_days", one.translation_days},
                        {"revision_days", one.revision_days}});
    }
    json::array warnings;
    for (const PaperWarning& one : paper.warnings) warnings.push_back(warning_json(one));
    json::object result;
    result["session"] = paper.session;
    result["paper"] = paper.paper;
    result["standing"] = name_in(paper_standing_names, paper.standing);
    result["slack_days"] = paper.slack_days;
    result["steps"] = std::move(steps);
    result["work"] = std::move(work);
    result["warnings"] = std::move(warnings);
    return result;
}

}  // namespace

json::object report_json(const Plan& plan, const PlanReport& report) {
    json::array sessions;
    for (std::size_t at = 0; at < plan.sessions.size(); ++at) {
        sessions.push_back(session_json(plan.sessions[at], report.sessions[at]));
    }
    json::array schedules;
    for (const Schedule& one : report.scheduling.schedules) {
        schedules.push_back(schedule_json(one));
    }
    json::array clash;
    for (const Demand& one : report.scheduling.clash) clash.push_back(demand_json(one));
    json::array papers;
    for (const PaperPlan& one : report.papers) papers.push_back(paper_json(one));
    json::object result;
    add_text(result, "title", plan.title);
    result["sessions"] = std::move(sessions);
    result["outcome"] = outcome_name(report.scheduling.outcome);
    result["is_best"] = report.scheduling.is_best;
    result["schedules"] = std::move(schedules);
    result["clash"] = std::move(clash);
    result["papers"] = std::move(papers);
    return result;
}

json::array slips_json(const std::vector<Slip>& slips) {
    json::array result;
    for (const Slip& one : slips) {
        result.push_back({{"session", one.session},
                          {"paper", one.paper},
                          {"step", name_in(paper_step_names, one.step)},
                          {"from", one.from.text()},
                          {"to", one.to.text()},
                          {"standing", name_in(paper_standing_names, one.standing)}});
    }
    return result;
}

}  // namespace travaux::formats
