// text.submit: an agreed text goes to a session of the parent organ.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string text;
    std::string to;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (text, to))

Result<Events> decide_submit(const State& state, const Fields& act, const Context& /*context*/) {
    const PublishedText* text = find(state.texts, act.text);
    if (text == nullptr) return refuse("text.unknown", {act.text}, ErrorCode::not_found);
    if (!text->agreed) return refuse("text.not_agreed", {act.text});
    if (!text->submitted_to.empty()) return refuse("text.submitted_already", {act.text});
    return Events{TextSubmitted{act.text, act.to}};
}

}  // namespace

Act text_submit() {
    return declare<Fields>(
        {
            .name = "text.submit",
            .sentence = "Enters that an agreed text was submitted to the parent organ.",
            .who = {{Capacity::secretariat}},
            .on = "text",
            .reads = {"text"},
            .fields = {{"text", "The text that was agreed."},
                       {"to", "The session, such as the General Assembly at its 75th session."}},
        },
        decide_submit);
}

}  // namespace travaux::committee
