// paper.disclose: a paper that was for some becomes public, with the proof that it is the one
// circulated then.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/deciding.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string paper;
    std::string authority;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (paper, authority))

Result<Events> decide_disclose(const State& state, const Fields& act, const Context& /*context*/) {
    const Paper* paper = find(state.papers, act.paper);
    if (paper == nullptr) return refuse("paper.unknown", {act.paper}, ErrorCode::not_found);
    if (paper->is_disclosed) return refuse("paper.disclosed_already", {act.paper});
    std::optional<std::string> meeting;
    if (!paper->meeting.empty()) meeting = paper->meeting;
    return Events{PaperDisclosed{act.paper, paper->entry, paper->title, paper->body, meeting,
                                 paper->provisions, paper->distribution, act.authority}};
}

}  // namespace

Act paper_disclose() {
    return declare<Fields>(
        {
            .name = "paper.disclose",
            .sentence = "Makes a circulated paper public.",
            .who = those_who_enter_decisions(),
            .on = "paper",
            .reads = {"paper"},
            .fields = {{"paper", "The id of the paper."},
                       {"authority", "Who decided, such as the Bureau."}},
        },
        decide_disclose);
}

}  // namespace travaux::committee
