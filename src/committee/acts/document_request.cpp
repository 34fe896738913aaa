// document.request: the committee asks for a document by a day, such as a background document on
// existing instruments. It is delivered when the document that answers it is released.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/deciding.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string title;
    Date due;
    std::string meeting;
    std::string authority;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (title, due, meeting, authority))

Result<Events> decide_request(const State& state, const Fields& act, const Context& context) {
    TRY_ASSIGN(const Basis basis, checked_basis(state, act.meeting, act.authority));
    const Date day = today(state, context);
    if (act.due < day) return refuse("document.due_past", {act.due.text(), day.text()});
    return Events{
        DocumentRequested{next_id('Q', state.document_requests), act.title, act.due, basis}};
}

}  // namespace

Act document_request() {
    return declare<Fields>(
        {
            .name = "document.request",
            .sentence = "Enters that the committee requests a document by a day.",
            .who = those_who_enter_decisions(),
            .on = {},
            .reads = {},
            .fields = {{"title", "What is requested."},
                       {"due", "The day by which it is due."},
                       {"meeting", "The meeting that requested it, or out_of_session."},
                       {"authority", "Who requested it, and how."}},
        },
        decide_request);
}

}  // namespace travaux::committee
