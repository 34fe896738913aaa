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

Result<std::vector<PartFate>> fates_on(const State& state, const Library& library,
                                       const std::string& text) {
    const PublishedText& published = state.texts.at(text);
    if (!published.verdicts) return std::vector<PartFate>{};
    TRY_ASSIGN(const std::string content, library.content(*published.verdicts));
    TRY_ASSIGN(const auto value, record::read_canonical(content));
    return list_from_json<std::vector<PartFate>>(value, {text, "verdicts"});
}

Result<void> add_carry_over(const State& state, const Library& library,
                            std::vector<DueLetter>& due) {
    for (const Subject subject : all_of<Subject>()) {
        const std::string text = basis_of(state, subject);
        if (text.empty()) continue;
        TRY_ASSIGN(const auto fates, fates_on(state, library, text));
        std::set<std::string> members;
        for (const PartFate& fate : fates) {
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

Result<std::vector<PartFate>> fates_of(const State& state, const Library& library,
                                       const DueLetter& letter) {
    TRY_ASSIGN(auto fates, fates_on(state, library, letter.about));
    std::erase_if(fates, [&](const PartFate& fate) {
        const Proposal* proposal = find(state.proposals, fate.proposal);
        return proposal == nullptr || !proposal->sponsors.contains(letter.member);
    });
    return fates;
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

Result<LetterContent> content_of(const State& state, const Library& library,
                                 const DueLetter& letter) {
    LetterContent content{.kind = letter.kind,
                          .about = letter.about,
                          .member = letter.member,
                          .name = state.members.at(letter.member).name,
                          .committee = state.mandate->title,
                          .subject = {},
                          .deadline = {},
                          .symbol = {},
                          .parts = {}};
    if (letter.kind == LetterKind::reminder) {
        const Call& call = state.calls.at(letter.about);
        content.subject = call.subject;
        content.deadline = call.deadline;
        return content;
    }
    const std::string& symbol = state.texts.at(letter.about).symbol;
    if (!symbol.empty()) content.symbol = symbol;
    TRY_ASSIGN(content.parts, fates_of(state, library, letter));
    return content;
}

}  // namespace travaux::committee
