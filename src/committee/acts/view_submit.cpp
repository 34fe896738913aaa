// view.submit: a comment without wording. It stands in the compilation and never alters the text.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/checks.h"

namespace travaux::committee {
namespace {

struct Fields {
    BodyReference body;
    std::vector<std::string> provisions;
    std::vector<std::string> proposals;
    std::optional<std::string> member;
    std::optional<std::string> consent;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (body, provisions, proposals, member, consent))

Result<Events> decide_view(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Speaker by, speaker(state, context, act.member, act.consent));
    TRY_OK(check_provisions(state, context, act.provisions));
    for (const std::string& proposal : act.proposals) TRY_OK(known_proposal(state, proposal));
    const Answer answer = answer_at(state, context.time_ms);
    return Events{ViewSubmitted{next_id('V', state.views), by.member, answer.call, answer.timing,
                                act.body, act.provisions, act.proposals, by.consent}};
}

}  // namespace

Act view_submit() {
    return declare<Fields>(
        {
            .name = "view.submit",
            .sentence = "Submits a view: a comment without wording.",
            .who = {{Capacity::delegate}, {Capacity::head}, {Capacity::secretariat}},
            .on = {},
            .reads = {},
            .fields =
                {
                    {"body", "The words of the comment."},
                    {"provisions", "The permanent ids of the provisions that it is about."},
                    {"proposals", "The proposals that it is about."},
                    {"member", "The member on whose behalf the Secretariat enters it."},
                    {"consent", "How that member gave it to the Secretariat."},
                },
        },
        decide_view);
}

}  // namespace travaux::committee
