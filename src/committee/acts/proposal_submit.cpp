// proposal.submit: a member proposes other words. It is never refused for coming late.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/submission.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string text;
    BodyReference parts;
    std::optional<BodyReference> reason;
    std::optional<BodyReference> file;
    std::optional<std::string> language;
    std::optional<std::string> amends;
    std::optional<std::string> group;
    std::optional<std::string> member;
    std::optional<std::string> consent;
};
BOOST_DESCRIBE_STRUCT(Fields, (),
                      (text, parts, reason, file, language, amends, group, member, consent))

Result<Events> decide_submit(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Speaker by, speaker(state, context, act.member, act.consent));
    return submit(state, {act.text, act.parts, act.reason, act.amends, act.group, {}, act.file}, by,
                  context);
}

}  // namespace

Act proposal_submit() {
    return declare<Fields>(
        {
            .name = "proposal.submit",
            .sentence = "Submits a proposal on the text that is negotiated.",
            .who = {{Capacity::delegate}, {Capacity::head}, {Capacity::secretariat}},
            .on = {},
            .reads = {"text", "amends"},
            .fields =
                {
                    {"text", "The published text that it amends."},
                    {"parts", "The changes, as docs/proposal-lines.md lays down."},
                    {"reason", "Why."},
                    {"file", "The file that the changes were read from, for all to compare."},
                    {"language", "The language of the parts; the working language without it."},
                    {"amends", "The proposal whose words it amends."},
                    {"group", "The group for which the member speaks."},
                    {"member", "The member on whose behalf the Secretariat enters it."},
                    {"consent", "How that member gave it to the Secretariat."},
                },
            .acting = Acting::member_states,
        },
        decide_submit);
}

}  // namespace travaux::committee
