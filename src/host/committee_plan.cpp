// SPDX-License-Identifier: MIT
#include "host/committee_plan.h"

#include <algorithm>

namespace travaux::host {
namespace {

using committee::DocumentKind;
using committee::SessionDates;
using planning::DateWindow;
using planning::DutyStation;
using planning::Exactness;

constexpr std::int32_t years_ahead = 3;
// Calendars go from 1900 to 2200, a plan needs some years around it, and a session may be moved.
constexpr std::int32_t first_year = 1910;
constexpr std::int32_t last_year = 2190;
constexpr std::int32_t window_years = 10;

// In whichever language they are said.
Result<DateWindow> read_in_any_language(planning::DateWords words) {
    std::optional<Error> first;
    for (const text::Language language :
         {text::Language::en, text::Language::fr, text::Language::es, text::Language::ru,
          text::Language::zh, text::Language::ar}) {
        words.language = language;
        auto window = planning::read_dates(words);
        if (window) return window;
        if (!first) first = window.error();
    }
    return std::unexpected(*first);
}

class Reader {
public:
    Reader(const committee::State& state, const TriedPlan& tried) : state_(state), tried_(tried) {
        for (const auto& [id, meeting] : state.meetings) {
            if (!meeting.session.empty()) result_.held.insert(meeting.session);
        }
    }

    CommitteePlan read() {
        planning::Plan& plan = result_.plan;
        plan.bodies = {{"committee", state_.mandate ? state_.mandate->title : "", 0, {}}};
        set_rules();
        for (const auto& [id, session] : state_.sessions) add(id, session);
        // Sessions are held in the order of their dates, in whichever order they were planned.
        std::ranges::stable_sort(
            plan.sessions, {}, [](const planning::WantedSession& one) { return one.window.first; });
        for (const auto& [id, request] : state_.document_requests) add_requested(id, request);
        spare_held();
        return std::move(result_);
    }

private:
    // What is on record takes the place of what the engine has: the modalities, then the rules.
    void set_rules() {
        const auto set = [](std::int32_t& to, const std::optional<std::uint32_t>& given) {
            if (given) to = static_cast<std::int32_t>(*given);
        };
        planning::Plan& plan = result_.plan;
        if (state_.modalities) {
            set(plan.bodies.front().interval_weeks, state_.modalities->session_gap_weeks_min);
        }
        if (state_.plan_rules.empty()) return;
        rules_ = state_.plan_rules.back().what;
        set(plan.bodies.front().interval_weeks, rules_.interval_weeks);
        set(plan.documents.submit_weeks, rules_.submit_weeks);
        set(plan.documents.issue_weeks, rules_.issue_weeks);
        set(plan.documents.translated_words_per_day, rules_.translated_words_per_day);
        set(plan.documents.revised_words_per_day, rules_.revised_words_per_day);
        set(plan.documents.edited_words_per_day, rules_.edited_words_per_day);
        set(call_days_, rules_.call_days);
        set(drafting_days_, rules_.drafting_days);
        for (const std::uint32_t month : rules_.months_avoided) {
            plan.months_avoided.insert(static_cast<std::int32_t>(month));
        }
        for (const committee::ClosedDays& one : rules_.closed_days) {
            plan.blackouts.push_back({one.first, one.last, one.reason, {}});
        }
    }

    // It serves the session that comes after the day by which it was asked for.
    void add_requested(const std::string& id, const committee::DocumentRequest& request) {
        const committee::Document* answer = committee::find(state_.documents, request.document);
        if (request.delivered_ms || (answer != nullptr && !is_awaited(*answer))) return;
        auto& sessions = result_.plan.sessions;
        const auto served = std::ranges::find_if(sessions, [&](const auto& one) {
            return !result_.held.contains(one.id) && request.due < one.window.first;
        });
        if (served == sessions.end()) return;
        planning::Paper paper;
        paper.id = id;
        paper.words = planning::word_limit(planning::PaperKind::secretariat);
        paper.has_waiver = true;
        if (answer != nullptr) {
            paper = registered(*answer);
            for (planning::WantedSession& one : sessions) {
                std::erase_if(one.papers, [&](const auto& had) { return had.id == paper.id; });
            }
        }
        paper.due = request.due;
        served->papers.push_back(std::move(paper));
    }

    // What was held was held, whatever rules came later: only the last of these sessions is kept at
    // a distance from those to come, and no day of them is closed.
    void spare_held() {
        planning::Plan& plan = result_.plan;
        planning::WantedSession* last = nullptr;
        for (planning::WantedSession& one : plan.sessions) {
            if (!result_.held.contains(one.id)) continue;
            if (last != nullptr) last->body = "held";
            last = &one;
            std::erase_if(plan.blackouts, [&](const planning::Blackout& blackout) {
                return blackout.first <= one.window.last && one.window.first <= blackout.last;
            });
        }
        plan.bodies.push_back({"held", plan.bodies.front().title, 0, {}});
    }

    // What the duty stations of its sessions have, each day.
    void set_capacity(DutyStation station) {
        if (!rules_.rooms && !rules_.teams) return;
        planning::Capacity& capacity = result_.plan.capacities[station];
        if (rules_.rooms) capacity.rooms = static_cast<std::int32_t>(*rules_.rooms);
        if (rules_.teams) capacity.teams = static_cast<std::int32_t>(*rules_.teams);
    }

    void add(const std::string& id, const committee::Session& session) {
        const SessionDates& dates = session.dates();
        auto window = window_of(session);
        const auto beyond =
            window ? beyond_calendars(session, *window) : std::optional(window.error());
        if (beyond) {
            result_.unread.push_back({id, *beyond});
            return;
        }
        if (const auto moved = tried_.moved.find(id); moved != tried_.moved.end()) {
            window->first = plus_days(window->first, moved->second);
            window->last = plus_days(window->last, moved->second);
        }
        planning::WantedSession wanted;
        wanted.id = id;
        wanted.body = "committee";
        wanted.title = session.title;
        wanted.length = length_of(*window);
        wanted.places = {station_of(dates)};
        set_capacity(wanted.places.front());
        if (!result_.held.contains(id)) wanted.papers = papers_of(id);
        last_ = window->last;
        wanted.window = *std::move(window);
        result_.plan.sessions.push_back(std::move(wanted));
    }

    // What no calendar is computed for, or would take too long to search.
    [[nodiscard]] static std::optional<Error> beyond_calendars(const committee::Session& session,
                                                               const DateWindow& window) {
        for (const std::int32_t year : {window.first.year, window.last.year}) {
            if (year >= first_year && year <= last_year) continue;
            return Error{
                ErrorCode::invalid, "plan.year_far", {session.title, std::to_string(year)}};
        }
        if (window.last.year - window.first.year <= window_years) return std::nullopt;
        return Error{ErrorCode::invalid,
                     "plan.window_long",
                     {session.title, window.words, window.first.text(), window.last.text()}};
    }

    [[nodiscard]] Result<DateWindow> window_of(const committee::Session& session) const {
        const SessionDates& dates = session.dates();
        if (dates.opens && dates.closes) {
            return DateWindow{dates.words,
                              dates.opens->local.date,
                              dates.closes->local.date,
                              Exactness::exact,
                              {}};
        }
        planning::DateWords words{session.title, dates.words, {}, text::Language::en};
        auto window = read_in_any_language(words);
        const std::int32_t from = last_ ? last_->year : 0;
        for (std::int32_t year = from; last_ && !window && year <= from + years_ahead; ++year) {
            words.year = year;
            auto in_year = read_in_any_language(words);
            if (in_year && in_year->first > *last_) window = std::move(in_year);
        }
        return window;
    }

    [[nodiscard]] static planning::SessionLength length_of(const DateWindow& window) {
        if (window.length) return *window.length;
        const std::int64_t days = days_between(window.first, window.last) + 1;
        return {static_cast<std::int32_t>((days + 6) / 7), planning::SessionLength::Unit::weeks};
    }

    // The draft, and what the registry has for the session and is not out in all languages.
    [[nodiscard]] std::vector<planning::Paper> papers_of(const std::string& session) const {
        std::vector<planning::Paper> papers;
        bool has_draft = false;
        for (const auto& [id, document] : state_.documents) {
            if (document.session != session) continue;
            has_draft = has_draft || document.kind == DocumentKind::draft_text;
            if (is_awaited(document)) papers.push_back(registered(document));
        }
        if (!has_draft) papers.insert(papers.begin(), draft());
        return papers;
    }

    // Before a session, that is: what is made in it or after it has other days.
    static bool is_awaited(const committee::Document& document) {
        return document.distribution == committee::DocumentDistribution::general &&
               document.kind != DocumentKind::report &&
               document.kind != DocumentKind::list_of_participants &&
               document.released != committee::ReleaseStanding::official;
    }

    // As long as its original, or as it may be; an advance version was handed in when it came out.
    [[nodiscard]] planning::Paper registered(const committee::Document& document) const {
        const bool is_draft = document.kind == DocumentKind::draft_text;
        planning::Paper paper = is_draft ? draft() : planning::Paper{};
        paper.id = document.symbol.text();
        paper.original = document.original;
        paper.has_waiver = true;  // the registry watches over its limits
        if (!is_draft) {
            const auto limit = word_limit(document.symbol, document.author, state_.modalities);
            paper.words = static_cast<std::int32_t>(limit.words_max);
        }
        for (const committee::DocumentVersion& one : document.versions) {
            if (one.language == document.original && one.words) {
                paper.words = static_cast<std::int32_t>(*one.words);
            }
        }
        if (document.released) {
            paper.done[planning::PaperStep::submission] = date_of(document.released_ms);
        }
        return paper;
    }

    // A draft convention is as long as it is; no limit of words holds for it.
    [[nodiscard]] planning::Paper draft() const {
        planning::Paper paper;
        paper.id = draft_paper;
        paper.words = tried_.words > 0 ? tried_.words
                                       : planning::word_limit(planning::PaperKind::secretariat);
        paper.call_days = call_days_;
        paper.drafting_days = drafting_days_;
        paper.has_waiver = true;
        return paper;
    }

    const committee::State& state_;
    const TriedPlan& tried_;
    committee::PlanRules rules_;
    std::int32_t call_days_ = 14;
    std::int32_t drafting_days_ = 14;
    CommitteePlan result_;
    std::optional<Date> last_;  // on which the session before closes, at the latest
};

}  // namespace

// "New York" is `new_york`.
std::optional<DutyStation> station_named(const SessionDates& dates) {
    if (dates.place.value_or("").empty()) return DutyStation::new_york;
    std::string name = *dates.place;
    for (char& sign : name) {
        if (sign == ' ') sign = '_';
        if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign - 'A' + 'a');
    }
    return planning::parse_duty_station(name);
}

DutyStation station_of(const SessionDates& dates) {
    return station_named(dates).value_or(DutyStation::new_york);
}

CommitteePlan plan_of(const committee::State& state, const TriedPlan& tried) {
    return Reader(state, tried).read();
}

}  // namespace travaux::host
