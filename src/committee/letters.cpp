// SPDX-License-Identifier: MIT
#include "committee/letters.h"

#include <algorithm>
#include <set>

#include "committee/act.h"
#include "committee/state.h"
#include "record/canonical_json.h"

namespace travaux::committee {
namespace {

constexpr std::int64_t day_ms = 86'400'000;

bool is_sent(const State& state, const DueLetter& letter) {
    return std::ranges::any_of(state.letters, [&](const auto& one) {
        const SentLetter& sent = one.second;
        return sent.kind == letter.kind && sent.about == letter.about && sent.days <= letter.days &&
               std::ranges::find(sent.members, letter.member) != sent.members.end();
    });
}

// The day of the latest reminder has the fewest days left.
std::optional<std::uint32_t> reminder_at(const Call& call, std::int64_t time_ms) {
    std::optional<std::uint32_t> latest;
    for (const std::uint32_t days : call.reminders) {
        const bool has_come = time_ms >= call.deadline.at_ms - days * day_ms;
        if (has_come && (!latest || days < *latest)) latest = days;
    }
    return latest;
}

void add_reminders(const State& state, const LetterDay& when, std::vector<DueLetter>& due) {
    for (const auto& [id, call] : state.calls) {
        if (call.closed_ms) continue;
        const auto days = reminder_at(call, when.time_ms);
        if (!days) continue;
        for (const auto& [code, member] : state.members) {
            if (member.status == MemberStatus::stakeholder || !sits_on(member, when.today))
                continue;
            if (call.answered.contains(code)) continue;
            const DueLetter letter{LetterKind::reminder, id, *days, code};
            if (!is_sent(state, letter)) due.push_back(letter);
        }
    }
}

struct Fate {
    static constexpr std::string_view type_name = "verdict";

    std::string proposal;
    std::uint32_t part = 0;
    std::string verdict;
    std::optional<std::string> by;
};
BOOST_DESCRIBE_STRUCT(Fate, (), (proposal, part, verdict, by))

Result<std::vector<Fate>> fates_on(const State& state, const Library& library,
                                   const std::string& text) {
    const PublishedText& published = state.texts.at(text);
    if (!published.verdicts) return std::vector<Fate>{};
    TRY_ASSIGN(const std::string content, library.content(*published.verdicts));
    TRY_ASSIGN(const auto value, record::read_canonical(content));
    return list_from_json<std::vector<Fate>>(value, {text, "verdicts"});
}

Result<void> add_carry_over(const State& state, const Library& library,
                            std::vector<DueLetter>& due) {
    for (const Subject subject : all_of<Subject>()) {
        const std::string text = basis_of(state, subject);
        if (text.empty()) continue;
        TRY_ASSIGN(const auto fates, fates_on(state, library, text));
        std::set<std::string> members;
        for (const Fate& fate : fates) {
            const Proposal* proposal = find(state.proposals, fate.proposal);
            if (proposal == nullptr) continue;
            for (const auto& [member, sponsorship] : proposal->sponsors) members.insert(member);
        }
        for (const std::string& member : members) {
            const DueLetter letter{LetterKind::carry_over, text, 0, member};
            if (!is_sent(state, letter)) due.push_back(letter);
        }
    }
    return {};
}

std::string greeting(const State& state, const DueLetter& letter) {
    return "The Secretariat of the " + state.mandate->title + " presents its compliments to " +
           state.members.at(letter.member).name;
}

std::string sentence_on(const Fate& fate) {
    const std::string by = fate.by ? " by " + *fate.by : "";
    if (fate.verdict == "applied") return "stays open on the new text, with the same words";
    if (fate.verdict == "already_satisfied")
        return "is satisfied: the new text says what it proposed";
    if (fate.verdict == "moved")
        return "stays open on the new text, at the place to which its words moved";
    if (fate.verdict == "contested")
        return "is contested" + by + ": the words that it amends were changed by what was adopted";
    return "has lost its place" + by + ": what it stood on is not in the new text";
}

std::string reminder(const State& state, const DueLetter& letter) {
    const Call& call = state.calls.at(letter.about);
    return greeting(state, letter) + " and recalls its call: " + call.subject +
           ".\n\nProposals and views are awaited by " + call.deadline.local.text() + " (" +
           call.deadline.zone + "). What comes later is accepted and marked as late.\n";
}

Result<std::string> carry_over(const State& state, const Library& library,
                               const DueLetter& letter) {
    const PublishedText& text = state.texts.at(letter.about);
    TRY_ASSIGN(const auto fates, fates_on(state, library, letter.about));
    std::string words = greeting(state, letter) + " and informs it that the text " +
                        (text.symbol.empty() ? letter.about : text.symbol) +
                        " was published. Of its proposals that were open:\n\n";
    for (const Fate& fate : fates) {
        const Proposal* proposal = find(state.proposals, fate.proposal);
        if (proposal == nullptr || !proposal->sponsors.contains(letter.member)) continue;
        words += "- " + fate.proposal + ", part " + std::to_string(fate.part) + ", " +
                 sentence_on(fate) + ".\n";
    }
    return words;
}

}  // namespace

void apply(State& state, const LetterSent& event, const Entered& when) {
    state.letters[event.id] = {event.kind,    event.about, event.days.value_or(0),
                               event.members, event.how,   when.time_ms};
}

Result<std::vector<DueLetter>> due_letters(const State& state, const Library& library,
                                           const LetterDay& when) {
    std::vector<DueLetter> due;
    add_reminders(state, when, due);
    TRY_OK(add_carry_over(state, library, due));
    return due;
}

Result<std::string> words_of(const State& state, const Library& library, const DueLetter& letter) {
    if (letter.kind == LetterKind::reminder) return reminder(state, letter);
    return carry_over(state, library, letter);
}

}  // namespace travaux::committee
