// SPDX-License-Identifier: MIT
#include "planning/documents.h"

#include <algorithm>

#include "base/result.h"

namespace travaux::planning {
namespace {

using enum PaperStep;

std::int64_t days_for(std::int64_t words, std::int64_t words_per_day) {
    VERIFY(words_per_day > 0);
    return (words + words_per_day - 1) / words_per_day;
}

std::vector<LanguageWork> work_on(const Paper& paper, const DocumentRules& rules) {
    std::vector<LanguageWork> work;
    for (const text::Language language : text::languages) {
        if (language == paper.original) continue;
        const LanguageStaff& staff = rules.staff[static_cast<std::size_t>(language)];
        VERIFY(staff.translators > 0 && staff.revisers > 0);
        const std::int64_t translated =
            std::int64_t{rules.translated_words_per_day} * staff.translators;
        const std::int64_t revised = std::int64_t{rules.revised_words_per_day} * staff.revisers;
        work.push_back(
            {language, days_for(paper.words, translated), days_for(paper.words, revised)});
    }
    return work;
}

std::int64_t days_of(const LanguageWork& work) {
    return work.translation_days + work.revision_days;
}

class Planning {
public:
    Planning(const DatedSession& session, const Paper& paper, const DocumentGround& ground)
        : session_(session), paper_(paper), rules_(ground.rules),
          calendar_(ground.calendars.at(session.station)) {
        plan_.session = session.id;
        plan_.paper = paper.id;
        plan_.work = work_on(paper, rules_);
        slowest_ = *std::ranges::max_element(plan_.work, {}, days_of);
        editing_days_ = days_for(paper.words, rules_.edited_words_per_day);
    }

    PaperPlan plan(const std::optional<Date>& from) {
        count_backwards();
        count_forwards(from);
        judge(from);
        return std::move(plan_);
    }

private:
    StepDays& at(PaperStep step) { return plan_.steps[static_cast<std::size_t>(step)]; }

    void count_backwards() {
        const std::int64_t weeks_of_work = rules_.submit_weeks - rules_.issue_weeks;
        at(issue).latest =
            paper_.due.value_or(plus_days(session_.opens, -7 * std::int64_t{rules_.issue_weeks}));
        at(translation).latest = at(issue).latest;
        at(submission).latest = plus_days(at(issue).latest, -7 * weeks_of_work);
        // However long the work is, a paper is not edited before it is handed in.
        at(editing).latest =
            std::max(calendar_.plus_working_days(at(translation).latest, -days_of(slowest_)),
                     at(submission).latest);
        at(deadline).latest = plus_days(at(submission).latest, -paper_.drafting_days);
        at(call).latest = plus_days(at(deadline).latest, -paper_.call_days);
    }

    // A day that is known stands; what follows is counted from it.
    void expect(PaperStep step, const Date& computed) {
        const auto known = paper_.done.find(step);
        at(step).expected = known == paper_.done.end() ? computed : known->second;
    }

    void count_forwards(const std::optional<Date>& from) {
        expect(call, from ? *from : at(call).latest);
        expect(deadline, plus_days(at(call).expected, paper_.call_days));
        expect(submission, plus_days(at(deadline).expected, paper_.drafting_days));
        expect(editing, calendar_.plus_working_days(at(submission).expected, editing_days_));
        expect(translation, calendar_.plus_working_days(at(editing).expected, days_of(slowest_)));
        expect(issue, at(translation).expected);
    }

    void warn(const PaperWarning& warning) { plan_.warnings.push_back(warning); }

    void judge(const std::optional<Date>& from) {
        const std::int64_t at_submission =
            days_between(at(submission).expected, at(submission).latest);
        const std::int64_t at_issue = days_between(at(issue).expected, at(issue).latest);
        plan_.slack_days = std::min(at_submission, at_issue);
        const std::int64_t processing = editing_days_ + days_of(slowest_);
        const std::int64_t available =
            calendar_.working_days(plus_days(at(submission).latest, 1), at(issue).latest);
        using Kind = PaperWarning::Kind;
        if (at_submission < 0) warn({Kind::late_submission, -at_submission, 0, from, {}});
        if (at_issue < 0 && processing > available) {
            warn({Kind::long_processing, processing, available, {}, slowest_.language});
        }
        if (at_issue < 0) warn({Kind::late_issue, -at_issue, 0, {}, {}});
        const std::int32_t limit = word_limit(paper_.kind);
        const bool is_over = paper_.words > limit && !paper_.has_waiver;
        if (is_over) warn({Kind::over_limit, paper_.words, limit, {}, {}});
        const bool has_little =
            is_over || (from && plan_.slack_days < rules_.amber_days) || plan_.slack_days < 0;
        if (has_little) plan_.standing = PaperStanding::amber;
        if (plan_.slack_days < 0) plan_.standing = PaperStanding::red;
    }

    const DatedSession& session_;
    const Paper& paper_;
    const DocumentRules& rules_;
    const WorkingCalendar& calendar_;
    PaperPlan plan_;
    LanguageWork slowest_;
    std::int64_t editing_days_ = 0;
};

}  // namespace

std::int32_t word_limit(PaperKind kind) {
    switch (kind) {
        case PaperKind::secretariat: return 8'500;
        case PaperKind::intergovernmental: return 10'700;
        case PaperKind::in_session: return 3'300;
        case PaperKind::stakeholder: return 2'000;
    }
    return 0;
}

std::vector<PaperPlan> plan_documents(std::span<const DatedSession> sessions,
                                      const DocumentGround& ground) {
    std::vector<const DatedSession*> ordered;
    for (const DatedSession& one : sessions) ordered.push_back(&one);
    std::ranges::stable_sort(ordered, [](const DatedSession* one, const DatedSession* other) {
        return std::tie(one->body, one->opens) < std::tie(other->body, other->opens);
    });
    std::vector<PaperPlan> plans;
    const DatedSession* before = nullptr;
    for (const DatedSession* session : ordered) {
        std::optional<Date> from = ground.starts;
        if (before != nullptr && before->body == session->body) from = before->closes;
        for (const Paper& paper : session->papers) {
            plans.push_back(Planning(*session, paper, ground).plan(from));
        }
        before = session;
    }
    return plans;
}

std::vector<Slip> slips(std::span<const PaperPlan> before, std::span<const PaperPlan> after) {
    VERIFY(before.size() == after.size());
    std::vector<Slip> result;
    for (std::size_t at = 0; at < before.size(); ++at) {
        VERIFY(before[at].session == after[at].session && before[at].paper == after[at].paper);
        for (std::size_t step = 0; step < paper_step_names.size(); ++step) {
            const Date& from = before[at].steps[step].expected;
            const Date& to = after[at].steps[step].expected;
            if (from == to) continue;
            result.push_back({after[at].session, after[at].paper, static_cast<PaperStep>(step),
                              from, to, after[at].standing});
        }
    }
    return result;
}

}  // namespace travaux::planning
