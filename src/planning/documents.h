// When each paper of a session has to be called for, handed in, edited, translated and issued,
// counted backwards from the opening; and when it can be, counted forwards from the session before.
//
// What is between the two is slack. A paper that cannot be ready says why.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "planning/working_calendar.h"
#include "text/language.h"

namespace travaux::planning {

/// Kinds of papers; each has its own limit of words.
enum class PaperKind : std::uint8_t { secretariat, intergovernmental, in_session, stakeholder };

inline constexpr std::array<std::string_view, 4> paper_kind_names = {
    "secretariat", "intergovernmental", "in_session", "stakeholder"};

/// Who works on one language.
struct LanguageStaff {
    std::int32_t translators = 2;
    std::int32_t revisers = 1;

    bool operator==(const LanguageStaff&) const = default;
};

/// How documents are made. The figures are those of conference services; each may be set.
struct DocumentRules {
    // Ten weeks before the meeting a document is handed in, four weeks are for work on it, six
    // weeks before the meeting it is issued: instructions of the United Nations Office at Geneva.
    std::int32_t submit_weeks = 10;
    std::int32_t issue_weeks = 6;
    // Words a day of one translator whose work is revised, and of one reviser: A/57/289.
    std::int32_t translated_words_per_day = 1'650;
    std::int32_t revised_words_per_day = 3'960;
    // No figure is published; this one is to be set by the service that edits.
    std::int32_t edited_words_per_day = 5'000;
    // Less slack than this is worth a second look.
    std::int32_t amber_days = 7;
    std::array<LanguageStaff, text::languages.size()> staff = {};

    bool operator==(const DocumentRules&) const = default;
};

/// Returns the limit of words of a kind: 8,500, 10,700, 3,300 and 2,000, footnotes included
/// (instructions on the length of documents; the last one by the modalities of A/AC.291/6).
[[nodiscard]] std::int32_t word_limit(PaperKind kind);

/// What is done on a paper, in this order; each step is named by the day on which it is done.
enum class PaperStep : std::uint8_t {
    call,         ///< States are asked for their views
    deadline,     ///< they have sent them
    submission,   ///< the paper is handed in to be processed
    editing,      ///< it is edited
    translation,  ///< and translated and revised in all languages
    issue,        ///< and issued
};

inline constexpr std::array<std::string_view, 6> paper_step_names = {
    "call", "deadline", "submission", "editing", "translation", "issue"};

struct Paper {
    std::string id;
    PaperKind kind = PaperKind::secretariat;
    std::int32_t words = 0;
    text::Language original = text::Language::en;
    std::int32_t call_days = 0;      ///< from the call to the deadline
    std::int32_t drafting_days = 0;  ///< from the deadline to submission
    bool has_waiver = false;         ///< of the limit of words
    std::optional<Date> due;         ///< it is issued by then, where the rules do not say when
    std::map<PaperStep, Date> done;  ///< steps whose day is known, or expected on another day

    bool operator==(const Paper&) const = default;
};

/// A session with its days, and the papers that it needs.
struct DatedSession {
    std::string id;
    std::string body;
    Date opens;
    Date closes;
    DutyStation station = DutyStation::new_york;
    std::vector<Paper> papers;

    bool operator==(const DatedSession&) const = default;
};

struct StepDays {
    Date latest;    ///< by which the step has to be done
    Date expected;  ///< on which it can be done

    bool operator==(const StepDays&) const = default;
};

/// The work on one language, in working days.
struct LanguageWork {
    text::Language language = text::Language::en;
    std::int64_t translation_days = 0;
    std::int64_t revision_days = 0;

    bool operator==(const LanguageWork&) const = default;
};

/// `green`: there is slack. `amber`: there is little. `red`: the paper cannot be ready in time.
enum class PaperStanding : std::uint8_t { green, amber, red };

inline constexpr std::array<std::string_view, 3> paper_standing_names = {"green", "amber", "red"};

struct PaperWarning {
    enum class Kind : std::uint8_t {
        late_submission,  ///< `days` too late; `since`: from when it can be worked on
        long_processing,  ///< takes `days` working days of the `available` ones; the slowest
                          ///< language
        late_issue,       ///< `days` too late, for what came before is
        over_limit,       ///< `days` is words here, `available` the limit
    };

    Kind kind = Kind::late_submission;
    std::int64_t days = 0;
    std::int64_t available = 0;
    std::optional<Date> since;
    std::optional<text::Language> language;

    bool operator==(const PaperWarning&) const = default;
};

struct PaperPlan {
    std::string session;
    std::string paper;
    std::array<StepDays, paper_step_names.size()> steps;
    std::vector<LanguageWork> work;  ///< in the order of the languages, the original left out
    std::int64_t slack_days = 0;     ///< the smaller one at submission and at issue
    PaperStanding standing = PaperStanding::green;
    std::vector<PaperWarning> warnings;

    [[nodiscard]] const StepDays& at(PaperStep step) const {
        return steps[static_cast<std::size_t>(step)];
    }
    bool operator==(const PaperPlan&) const = default;
};

/// Where documents are planned.
struct DocumentGround {
    const DocumentRules& rules;
    const Calendars& calendars;
    std::optional<Date> starts;  ///< before which nothing is done for a first session
};

/// Returns the papers of all sessions, each body's in the order of its sessions. A paper is worked
/// on from the day on which the preceding session of its body closes. REQUIRES: positive rates.
[[nodiscard]] std::vector<PaperPlan> plan_documents(std::span<const DatedSession> sessions,
                                                    const DocumentGround& ground);

/// A step that moves when something else does.
struct Slip {
    std::string session;
    std::string paper;
    PaperStep step = PaperStep::call;
    Date from;
    Date to;
    PaperStanding standing = PaperStanding::green;  ///< of the paper then

    bool operator==(const Slip&) const = default;
};

/// Returns the steps whose expected day is another one afterwards, in the order of the papers.
/// REQUIRES: the same papers in both.
[[nodiscard]] std::vector<Slip> slips(std::span<const PaperPlan> before,
                                      std::span<const PaperPlan> after);

}  // namespace travaux::planning
