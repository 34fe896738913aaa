// text.approve: the parent organ approves a text, as it was submitted or with changes.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string text;
    std::string resolution;
    Date adopted_on;
    std::optional<std::string> approved_as;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (text, resolution, adopted_on, approved_as))

Result<Events> decide_approve(const State& state, const Fields& act, const Context& context) {
    const PublishedText* text = find(state.texts, act.text);
    if (text == nullptr) return refuse("text.unknown", {act.text}, ErrorCode::not_found);
    if (text->submitted_to.empty()) return refuse("text.not_submitted", {act.text});
    if (!text->approved_by.empty()) return refuse("text.approved_already", {act.text});
    if (today(state, context) < act.adopted_on) {
        return refuse("committee.mandate_not_yet", {act.adopted_on.text()});
    }
    if (act.approved_as) {
        const PublishedText* changed = find(state.texts, *act.approved_as);
        if (changed == nullptr) {
            return refuse("text.unknown", {*act.approved_as}, ErrorCode::not_found);
        }
        if (changed->subject != text->subject) {
            return refuse("text.other_subject",
                          {*act.approved_as, std::string(name_of(text->subject))});
        }
    }
    return Events{TextApproved{act.text, act.resolution, act.adopted_on, act.approved_as}};
}

}  // namespace

Act text_approve() {
    return declare<Fields>(
        {
            .name = "text.approve",
            .sentence = "Enters that the parent organ approved a text.",
            .who = {{Capacity::secretariat}},
            .on = "text",
            .reads = {"text"},
            .fields = {{"text", "The text that was submitted."},
                       {"resolution", "The symbol of the resolution or decision."},
                       {"adopted_on", "The day on which it was adopted."},
                       {"approved_as",
                        "The published text with the changes, where there are any."}},
        },
        decide_approve);
}

}  // namespace travaux::committee
