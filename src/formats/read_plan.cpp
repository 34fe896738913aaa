// SPDX-License-Identifier: MIT
#include <algorithm>

#include "formats/json_fields.h"
#include "formats/plan_json.h"

namespace travaux::formats {
namespace {

using namespace planning;

// The years that calendars are computed for, with room for papers before and after.
constexpr std::int32_t first_year = 1910;
constexpr std::int32_t last_year = 2190;
constexpr std::size_t sessions_max = 200;
constexpr std::int64_t window_days_max = 3'700;
constexpr std::size_t papers_max = 100;  // of one session
constexpr std::size_t blackouts_max = 1'000;
constexpr std::uint32_t paper_words_max = 1'000'000;
constexpr std::uint32_t month_words_max = 10'000'000;
constexpr std::uint32_t days_max = 1'000;

/// A number between two others; the default where the field is missing.
struct Range {
    std::uint32_t least = 0;
    std::uint32_t most = 0;
};

std::unexpected<Error> refuse(const JsonFields& fields, std::string id,
                              std::vector<std::string> details) {
    details.insert(details.begin(), fields.place());
    return std::unexpected(Error{ErrorCode::invalid, std::move(id), std::move(details)});
}

Result<std::int32_t> number_in(const JsonFields& fields, std::string_view name, Range range) {
    TRY_ASSIGN(const std::uint32_t value, fields.number(name));
    if (value < range.least || value > range.most) {
        return refuse(fields, "plan.number_out_of_range",
                      {std::string(name), std::to_string(range.least), std::to_string(range.most)});
    }
    return static_cast<std::int32_t>(value);
}

// Reads a number into its place, which keeps what it has where the field is missing.
Result<void> read_number(const JsonFields& fields, std::string_view name, Range range,
                         std::int32_t& place) {
    if (!fields.has(name)) return {};
    TRY_ASSIGN(place, number_in(fields, name, range));
    return {};
}

Result<Date> date_in(const JsonFields& fields, std::string_view name) {
    TRY_ASSIGN(const std::string words, fields.text(name));
    const auto date = Date::parse(words);
    if (!date) return refuse(fields, "plan.date_malformed", {std::string(name), words});
    if (date->year < first_year || date->year > last_year) {
        return refuse(fields, "plan.year_far", {std::to_string(date->year)});
    }
    return *date;
}

// Finds a name in a list of names; the place in it is the value.
template <typename Value, typename Names>
Result<Value> value_in(const JsonFields& fields, std::string_view name, const Names& names,
                       const std::string& word) {
    const auto found = std::ranges::find(names, word);
    if (found != names.end()) return static_cast<Value>(found - names.begin());
    std::string known;
    for (const std::string_view one : names) {
        known += (known.empty() ? "" : ", ") + std::string(one);
    }
    return refuse(fields, "plan.value_unknown", {std::string(name), word, known});
}

Result<text::Language> language_in(const JsonFields& fields, std::string_view name,
                                   text::Language otherwise) {
    if (!fields.has(name)) return otherwise;
    TRY_ASSIGN(const std::string code, fields.text(name));
    const auto language = text::parse_language(code);
    if (!language) {
        return refuse(fields, "plan.value_unknown",
                      {std::string(name), code, "ar, zh, en, fr, ru, es"});
    }
    return *language;
}

Result<DutyStation> station_in(const JsonFields& fields, std::string_view name) {
    TRY_ASSIGN(const std::string word, fields.text(name));
    return value_in<DutyStation>(fields, name, duty_station_names, word);
}

// The objects of a list, each with its number in its place; none where the field is missing.
Result<std::vector<JsonFields>> objects_in(const JsonFields& fields, std::string_view name,
                                           std::size_t most) {
    std::vector<JsonFields> result;
    if (!fields.has(name)) return result;
    TRY_ASSIGN(const auto objects, fields.objects(name));
    if (objects.size() > most) return fields.refuse("json.list_too_long", std::string(name));
    for (std::size_t at = 0; at < objects.size(); ++at) {
        result.push_back(objects[at].under(std::string(name) + "[" + std::to_string(at + 1) + "]"));
    }
    return result;
}

Result<Paper> paper_of(const JsonFields& fields) {
    TRY_OK(fields.only({"id", "kind", "words", "original", "call_days", "drafting_days", "waiver",
                        "due", "done"}));
    Paper paper;
    TRY_ASSIGN(paper.id, fields.text("id"));
    if (fields.has("kind")) {
        TRY_ASSIGN(const std::string kind, fields.text("kind"));
        TRY_ASSIGN(paper.kind, value_in<PaperKind>(fields, "kind", paper_kind_names, kind));
    }
    TRY_ASSIGN(paper.words, number_in(fields, "words", {0, paper_words_max}));
    TRY_ASSIGN(paper.original, language_in(fields, "original", paper.original));
    TRY_OK(read_number(fields, "call_days", {0, days_max}, paper.call_days));
    TRY_OK(read_number(fields, "drafting_days", {0, days_max}, paper.drafting_days));
    TRY_ASSIGN(const std::string waiver, fields.text_or_empty("waiver"));
    paper.has_waiver = !waiver.empty();
    if (fields.has("due")) {
        TRY_ASSIGN(paper.due, date_in(fields, "due"));
    }
    if (!fields.has("done")) return paper;
    TRY_ASSIGN(const JsonFields plain_done, fields.object("done"));
    const JsonFields done = plain_done.under("done");
    TRY_OK(done.only({"call", "deadline", "submission", "editing", "translation", "issue"}));
    for (std::size_t step = 0; step < paper_step_names.size(); ++step) {
        if (!done.has(paper_step_names[step])) continue;
        TRY_ASSIGN(paper.done[static_cast<PaperStep>(step)], date_in(done, paper_step_names[step]));
    }
    return paper;
}

Result<DateWindow> window_of(const JsonFields& fields, text::Language otherwise) {
    DateWords words;
    words.place = fields.place();
    TRY_ASSIGN(words.words, fields.text("dates"));
    TRY_ASSIGN(words.language, language_in(fields, "language", otherwise));
    if (fields.has("year")) {
        TRY_ASSIGN(words.year, number_in(fields, "year", {first_year, last_year}));
    }
    TRY_ASSIGN(DateWindow window, read_dates(words));
    for (const Date& day : {window.first, window.last}) {
        if (day.year >= first_year && day.year <= last_year) continue;
        return refuse(fields, "plan.year_far", {std::to_string(day.year)});
    }
    if (days_between(window.first, window.last) > window_days_max) {
        return refuse(fields, "plan.window_long",
                      {window.words, window.first.text(), window.last.text()});
    }
    return window;
}

// The length by a field of its own, by the words of the dates, or by the days themselves.
Result<SessionLength> length_of(const JsonFields& fields, const DateWindow& window) {
    using Unit = SessionLength::Unit;
    SessionLength length = window.length.value_or(SessionLength{0, Unit::weeks});
    if (fields.has("weeks")) {
        TRY_ASSIGN(length.count, number_in(fields, "weeks", {1, 52}));
        length.unit = Unit::weeks;
    } else if (fields.has("days")) {
        TRY_ASSIGN(length.count, number_in(fields, "days", {1, 250}));
        length.unit = Unit::working_days;
    } else if (length.count == 0 && window.exactness != Exactness::within) {
        const std::int64_t days = days_between(window.first, window.last) + 1;
        length.count = static_cast<std::int32_t>((days + 6) / 7);
    }
    if (length.count == 0) return refuse(fields, "plan.length_missing", {window.words});
    if (calendar_days(length) > days_between(window.first, window.last) + 1 &&
        window.exactness == Exactness::within) {
        return refuse(fields, "plan.window_short",
                      {window.words, window.first.text(), window.last.text()});
    }
    return length;
}

Result<WantedSession> session_of(const JsonFields& fields, text::Language language) {
    TRY_OK(fields.only({"id", "body", "title", "dates", "year", "language", "weeks", "days",
                        "places", "rooms", "teams", "after", "papers"}));
    WantedSession session;
    TRY_ASSIGN(session.id, fields.text("id"));
    TRY_ASSIGN(session.body, fields.text("body"));
    TRY_ASSIGN(session.title, fields.text_or_empty("title"));
    TRY_ASSIGN(session.window, window_of(fields, language));
    TRY_ASSIGN(session.length, length_of(fields, session.window));
    TRY_ASSIGN(const auto places, fields.texts("places"));
    for (const std::string& place : places) {
        TRY_ASSIGN(const auto station,
                   value_in<DutyStation>(fields, "places", duty_station_names, place));
        if (std::ranges::find(session.places, station) != session.places.end()) {
            return refuse(fields, "plan.id_twice", {place});
        }
        session.places.push_back(station);
    }
    if (session.places.empty()) return refuse(fields, "plan.list_empty", {"places"});
    TRY_OK(read_number(fields, "rooms", {0, 1'000}, session.rooms));
    TRY_OK(read_number(fields, "teams", {0, 1'000}, session.teams));
    if (fields.has("after")) {
        TRY_ASSIGN(session.after, fields.texts("after"));
    }
    TRY_ASSIGN(const auto papers, objects_in(fields, "papers", papers_max));
    for (const JsonFields& one : papers) {
        TRY_ASSIGN(Paper paper, paper_of(one));
        if (std::ranges::find(session.papers, paper.id, &Paper::id) != session.papers.end()) {
            return refuse(one, "plan.id_twice", {paper.id});
        }
        session.papers.push_back(std::move(paper));
    }
    return session;
}

Result<Body> body_of(const JsonFields& fields) {
    TRY_OK(fields.only({"id", "title", "interval_weeks", "general_assembly", "weeks_before"}));
    Body body;
    TRY_ASSIGN(body.id, fields.text("id"));
    TRY_ASSIGN(body.title, fields.text_or_empty("title"));
    TRY_OK(read_number(fields, "interval_weeks", {0, 520}, body.interval_weeks));
    if (!fields.has("general_assembly")) return body;
    AssemblyReport report;
    TRY_ASSIGN(report.session, number_in(fields, "general_assembly", {1, 245}));
    TRY_OK(read_number(fields, "weeks_before", {0, 104}, report.weeks_before));
    body.reports_to = report;
    return body;
}

Result<Blackout> blackout_of(const JsonFields& fields) {
    TRY_OK(fields.only({"first", "last", "reason", "place"}));
    Blackout blackout;
    TRY_ASSIGN(blackout.first, date_in(fields, "first"));
    TRY_ASSIGN(blackout.last, date_in(fields, "last"));
    TRY_ASSIGN(blackout.reason, fields.text("reason"));
    if (blackout.last < blackout.first) {
        return refuse(fields, "plan.window_reversed",
                      {blackout.reason, blackout.first.text(), blackout.last.text()});
    }
    if (fields.has("place")) {
        TRY_ASSIGN(blackout.station, station_in(fields, "place"));
    }
    return blackout;
}

Result<void> read_capacity(const JsonFields& fields, Plan& plan) {
    TRY_OK(fields.only({"place", "rooms", "teams"}));
    TRY_ASSIGN(const DutyStation station, station_in(fields, "place"));
    if (plan.capacities.contains(station)) {
        return refuse(fields, "plan.id_twice", {std::string(name_of(station))});
    }
    Capacity& capacity = plan.capacities[station];
    if (fields.has("rooms")) {
        TRY_ASSIGN(capacity.rooms, number_in(fields, "rooms", {0, 1'000}));
    }
    if (fields.has("teams")) {
        TRY_ASSIGN(capacity.teams, number_in(fields, "teams", {0, 1'000}));
    }
    return {};
}

Result<void> read_documents(const JsonFields& fields, DocumentRules& rules) {
    TRY_OK(fields.only({"submit_weeks", "issue_weeks", "translated_words_per_day",
                        "revised_words_per_day", "edited_words_per_day", "amber_days", "staff"}));
    TRY_OK(read_number(fields, "issue_weeks", {0, 52}, rules.issue_weeks));
    const auto issue_weeks = static_cast<std::uint32_t>(rules.issue_weeks);
    rules.submit_weeks = std::max(rules.submit_weeks, rules.issue_weeks);
    TRY_OK(read_number(fields, "submit_weeks", {issue_weeks, 52}, rules.submit_weeks));
    const Range rate{100, 1'000'000};
    TRY_OK(read_number(fields, "translated_words_per_day", rate, rules.translated_words_per_day));
    TRY_OK(read_number(fields, "revised_words_per_day", rate, rules.revised_words_per_day));
    TRY_OK(read_number(fields, "edited_words_per_day", rate, rules.edited_words_per_day));
    TRY_OK(read_number(fields, "amber_days", {0, days_max}, rules.amber_days));
    TRY_ASSIGN(const auto staff, objects_in(fields, "staff", text::languages.size()));
    for (const JsonFields& one : staff) {
        TRY_OK(one.only({"language", "translators", "revisers"}));
        if (!one.has("language")) return one.refuse("json.field_missing", "language");
        TRY_ASSIGN(const auto language, language_in(one, "language", text::Language::en));
        LanguageStaff& hands = rules.staff[static_cast<std::size_t>(language)];
        TRY_OK(read_number(one, "translators", {1, 1'000}, hands.translators));
        TRY_OK(read_number(one, "revisers", {1, 1'000}, hands.revisers));
    }
    return {};
}

Result<void> read_shared(const JsonFields& fields, Plan& plan) {
    TRY_ASSIGN(const auto capacities, objects_in(fields, "capacities", duty_station_names.size()));
    for (const JsonFields& one : capacities) TRY_OK(read_capacity(one, plan));
    if (fields.has("words_per_month")) {
        TRY_ASSIGN(plan.words_per_month,
                   number_in(fields, "words_per_month", {0, month_words_max}));
    }
    TRY_ASSIGN(const auto blackouts, objects_in(fields, "blackouts", blackouts_max));
    for (const JsonFields& one : blackouts) {
        TRY_ASSIGN(Blackout blackout, blackout_of(one));
        plan.blackouts.push_back(std::move(blackout));
    }
    if (fields.has("months_avoided")) {
        TRY_ASSIGN(const auto months, fields.numbers("months_avoided"));
        for (const std::uint32_t month : months) {
            if (month < 1 || month > 12) {
                return refuse(fields, "plan.number_out_of_range", {"months_avoided", "1", "12"});
            }
            plan.months_avoided.insert(static_cast<std::int32_t>(month));
        }
    }
    if (fields.has("documents")) {
        TRY_ASSIGN(const JsonFields documents, fields.object("documents"));
        TRY_OK(read_documents(documents.under("documents"), plan.documents));
    }
    return {};
}

Result<Plan> plan_of(const JsonFields& fields) {
    TRY_OK(
        fields.only({"title", "language", "starts", "alternatives", "bodies", "sessions",
                     "capacities", "words_per_month", "blackouts", "months_avoided", "documents"}));
    Plan plan;
    TRY_ASSIGN(plan.title, fields.text_or_empty("title"));
    TRY_ASSIGN(const auto language, language_in(fields, "language", text::Language::en));
    if (fields.has("starts")) {
        TRY_ASSIGN(plan.starts, date_in(fields, "starts"));
    }
    TRY_OK(read_number(fields, "alternatives", {1, 20}, plan.alternatives));
    TRY_ASSIGN(const auto bodies, objects_in(fields, "bodies", sessions_max));
    for (const JsonFields& one : bodies) {
        TRY_ASSIGN(Body body, body_of(one));
        plan.bodies.push_back(std::move(body));
    }
    TRY_ASSIGN(const auto sessions, objects_in(fields, "sessions", sessions_max));
    for (const JsonFields& one : sessions) {
        TRY_ASSIGN(WantedSession session, session_of(one, language));
        plan.sessions.push_back(std::move(session));
    }
    if (plan.sessions.empty()) return refuse(fields, "plan.list_empty", {"sessions"});
    TRY_OK(read_shared(fields, plan));
    TRY_OK(check(plan, fields.place()));
    return plan;
}

}  // namespace

Result<planning::Plan> read_plan(std::string_view bytes, const std::string& file) {
    TRY_ASSIGN(const boost::json::value value, parse_json(bytes, file));
    if (!value.is_object()) {
        return std::unexpected(Error{ErrorCode::invalid, "json.not_an_object", {file, ""}});
    }
    return plan_of(JsonFields(value.get_object(), file));
}

}  // namespace travaux::formats
