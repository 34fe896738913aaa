// paper.circulate: a paper goes to those whom it is for. The public record has a commitment and a
// time.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/checks.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string title;
    BodyReference body;
    Distribution distribution = Distribution::members;
    std::optional<std::string> meeting;
    std::vector<std::string> provisions;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (title, body, distribution, meeting, provisions))

Result<Events> decide_circulate(const State& state, const Fields& act, const Context& context) {
    if (act.meeting && find(state.meetings, *act.meeting) == nullptr) {
        return refuse("meeting.unknown", {*act.meeting}, ErrorCode::not_found);
    }
    TRY_OK(check_provisions(state, context, act.provisions));
    return Events{PaperCirculated{next_id('W', state.papers), act.title, act.body, act.meeting,
                                  act.provisions, act.distribution}};
}

}  // namespace

Act paper_circulate() {
    return declare<Fields>(
        {
            .name = "paper.circulate",
            .sentence = "Circulates a paper to the members or to the Bureau alone.",
            .who = {{Capacity::secretariat},
                    {Capacity::officer},
                    {Capacity::facilitator},
                    {Capacity::delegate},
                    {Capacity::head}},
            .on = {},
            .reads = {},
            .fields = {{"title", "The title."},
                       {"body", "The words."},
                       {"distribution", "For whom it is."},
                       {"meeting", "The meeting, often an informal one, that it is for."},
                       {"provisions", "The permanent ids of the provisions that it is about."}},
            .publicity = Publicity::sealed,
        },
        decide_circulate);
}

}  // namespace travaux::committee
