// proposal.revise: a proposal in the place of another. Nobody's name stands at words they did not
// accept: who revises goes with it, the other sponsors stay until they choose.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/submission.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string proposal;
    std::string text;
    BodyReference parts;
    std::optional<BodyReference> reason;
    std::optional<BodyReference> file;
    std::optional<std::string> language;
    std::optional<std::string> member;
    std::optional<std::string> consent;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (proposal, text, parts, reason, file, language, member, consent))

Result<Events> decide_revise(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Speaker by, speaker(state, context, act.member, act.consent));
    TRY_ASSIGN(const Proposal* before, undecided_proposal(state, act.proposal));
    if (!before->sponsors.contains(by.member)) {
        return refuse("proposal.sponsor_not", {act.proposal, by.member});
    }
    const auto optional = [](const std::string& text) {
        return text.empty() ? std::nullopt : std::optional(text);
    };
    TRY_ASSIGN(Events events, submit(state,
                                     {act.text, act.parts, act.reason, optional(before->amends),
                                      optional(before->group), act.proposal, act.file},
                                     by, context));
    events.emplace_back(ProposalWithdrawn{act.proposal, by.member, by.consent});
    return events;
}

}  // namespace

Act proposal_revise() {
    return declare<Fields>(
        {
            .name = "proposal.revise",
            .sentence = "Submits a proposal in the place of another that the member stands behind.",
            .who = {{Capacity::delegate, Whose::own},
                    {Capacity::head, Whose::own},
                    {Capacity::secretariat}},
            .on = "proposal",
            .reads = {"proposal", "text"},
            .fields =
                {
                    {"proposal", "The proposal that is revised."},
                    {"text", "The published text that the revision amends."},
                    {"parts", "The changes, as docs/proposal-lines.md lays down."},
                    {"reason", "Why."},
                    {"file", "The file that the changes were read from, for all to compare."},
                    {"language", "The language of the parts; the working language without it."},
                    {"member", "The member for which the Secretariat acts."},
                    {"consent", "How that member asked for it."},
                },
            .acting = Acting::member_states,
        },
        decide_revise);
}

}  // namespace travaux::committee
