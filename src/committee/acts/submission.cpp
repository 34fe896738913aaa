// SPDX-License-Identifier: MIT
#include "committee/acts/submission.h"

#include <algorithm>

#include "committee/known_proposals.h"

namespace travaux::committee {
namespace {

Result<void> check_text(const State& state, const std::string& id) {
    const PublishedText* text = find(state.texts, id);
    if (text == nullptr) return refuse("text.unknown", {id}, ErrorCode::not_found);
    if (!text->superseded_by.empty()) {
        return refuse("text.superseded", {id, text->superseded_by}, ErrorCode::conflict);
    }
    if (text->standing != TextStanding::basis_of_work) return refuse("text.not_negotiated", {id});
    return {};
}

// A group's proposal is brought by one of its members, who speaks for it.
Result<void> check_group(const State& state, const Submission& submission, const Speaker& by) {
    if (!submission.group) return {};
    const Group* group = find(state.groups, *submission.group);
    if (group == nullptr) return refuse("group.unknown", {*submission.group}, ErrorCode::not_found);
    if (!group->members.contains(by.member)) {
        return refuse("group.not_a_member", {by.member, *submission.group});
    }
    return {};
}

// What is proposed has to fit the text that it amends.
Result<void> check_parts(const State& state, const Submission& submission, const Context& context) {
    TRY_ASSIGN(const KnownOnText* on,
               context.library.known().on(state, context.library, submission.text));
    TRY_ASSIGN(auto proposal, context.library.proposal(submission.parts, on->text->draft));
    const Modalities modalities = state.modalities.value_or(Modalities{});
    const std::string language(text::code_of(proposal.language));
    const auto& admitted = modalities.languages;
    if (!admitted.empty() && std::ranges::find(admitted, language) == admitted.end()) {
        return refuse("proposal.language_not_admitted",
                      {language, source_of(modalities, Setting::languages)});
    }
    proposal.id = next_id('P', state.proposals);
    proposal.amends = submission.amends.value_or("");
    auto sound = on->sound.check(proposal);
    if (!sound) sound.error().args.insert(sound.error().args.begin(), submission.text);
    return sound;
}

}  // namespace

Result<Events> submit(const State& state, const Submission& submission, const Speaker& by,
                      const Context& context) {
    TRY_OK(check_is_state(state, by.member));
    TRY_OK(check_text(state, submission.text));
    TRY_OK(check_group(state, submission, by));
    TRY_OK(check_parts(state, submission, context));
    const Answer answer = answer_at(state, context.time_ms);
    return Events{ProposalSubmitted{next_id('P', state.proposals), submission.text,
                                    submission.amends, by.member, by.consent, submission.parts,
                                    submission.reason, answer.call, answer.timing, submission.group,
                                    submission.revises, submission.file}};
}

}  // namespace travaux::committee
