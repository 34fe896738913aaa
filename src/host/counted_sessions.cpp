// SPDX-License-Identifier: MIT
#include "host/counted_sessions.h"

#include <algorithm>

#include "committee/act.h"
#include "host/committee_plan.h"
#include "planning/report.h"
#include "text/word_count.h"

namespace travaux::host {
namespace {

using committee::Library;
using committee::State;

/// When the last meeting of a session was closed, or opened; 0 where none was.
std::int64_t end_of(const State& state, const std::string& session) {
    std::int64_t end = 0;
    for (const auto& [id, meeting] : state.meetings) {
        if (meeting.session != session) continue;
        end = std::max(end, meeting.closed_ms.value_or(meeting.opened_ms));
    }
    return end;
}

// Texts that came out from the end of the session before until the end of a session are its papers.
Result<std::int64_t> words_between(const State& state, const Library& library,
                                   std::int64_t after_ms, std::int64_t until_ms) {
    std::int64_t words = 0;
    for (const auto& [id, text] : state.texts) {
        if (text.published_ms <= after_ms || text.published_ms > until_ms) continue;
        TRY_ASSIGN(const std::int64_t count, words_of_text(state, library, id));
        words += count;
    }
    return words;
}

// The words of what is registered for a session, in its original language.
std::int64_t words_registered(const State& state, const std::string& session) {
    std::int64_t words = 0;
    for (const auto& [id, one] : state.documents) {
        if (one.session != session) continue;
        const auto original =
            std::ranges::find(one.versions, one.original, &committee::DocumentVersion::language);
        if (original != one.versions.end()) words += original->words.value_or(0);
    }
    return words;
}

}  // namespace

Result<std::vector<committee::CountedSession>> counted_sessions(const State& state,
                                                                const Library& library) {
    const CommitteePlan found = plan_of(state, {});
    std::vector<committee::CountedSession> sessions;
    if (found.plan.sessions.empty()) return sessions;
    const planning::PlanReport report = planning::report_on(found.plan);
    const planning::Calendars calendars = planning::calendars_for(found.plan);
    const std::string basis = committee::basis_of(state, committee::Subject::convention);
    std::int64_t words = 0;
    if (!basis.empty()) {
        TRY_ASSIGN(words, words_of_text(state, library, basis));
    }
    std::int64_t before_ms = 0;
    for (const planning::WantedSession& wanted : found.plan.sessions) {
        committee::CountedSession one{
            wanted.id, {wanted.window.first, wanted.window.last}, 0, words, 0};
        if (!report.scheduling.schedules.empty()) {
            const auto& days = report.scheduling.schedules.front().sessions;
            const auto at = std::ranges::find(days, wanted.id, &planning::ScheduledSession::id);
            if (at != days.end()) one.days = {at->opens, at->closes};
        }
        one.meetings = planning::meetings_of(calendars.at(wanted.places.front()), one.days.first,
                                             one.days.last);
        if (const std::int64_t end_ms = end_of(state, wanted.id); end_ms > 0) {
            TRY_ASSIGN(one.words_published, words_between(state, library, before_ms, end_ms));
            one.words_published += words_registered(state, wanted.id);
            before_ms = end_ms;
        }
        sessions.push_back(std::move(one));
    }
    return sessions;
}

Result<std::int32_t> words_of_text(const State& state, const Library& library,
                                   const std::string& text) {
    constexpr std::size_t most = 1'000'000;
    const committee::PublishedText* published = committee::find(state.texts, text);
    if (published == nullptr) return committee::refuse("text.unknown", {text});
    TRY_ASSIGN(const committee::TextWithProvenance* read, library.text(published->files));
    const text::Draft& draft = read->draft;
    const auto language = draft.written_in.empty() ? text::Language::en : *draft.written_in.begin();
    std::size_t count = 0;
    for (const text::Provision& one : draft.provisions) {
        const auto& said = one.in(language);
        count += text::count_words(said.heading) + text::count_words(said.text);
    }
    return static_cast<std::int32_t>(std::min(count, most));
}

}  // namespace travaux::host
