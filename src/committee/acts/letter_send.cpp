// letter.send: letters that were due are sent, and the record knows how and to whom.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"

#include <algorithm>

namespace travaux::committee {
namespace {

struct Fields {
    LetterKind kind = LetterKind::reminder;
    std::string about;
    std::optional<std::uint32_t> days;
    std::vector<std::string> members;
    std::string how;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (kind, about, days, members, how))

Result<Events> decide_send(const State& state, const Fields& act, const Context& context) {
    if (act.members.empty()) return refuse("member.none");
    TRY_ASSIGN(const auto due,
               due_letters(state, context.library, {context.time_ms, today(state, context)}));
    for (const std::string& member : act.members) {
        const DueLetter letter{act.kind, act.about, act.days.value_or(0), member};
        if (std::ranges::find(due, letter) == due.end()) {
            return refuse("letter.not_due", {act.about, member});
        }
    }
    return Events{LetterSent{next_id('L', state.letters), act.kind, act.about, act.days,
                             act.members, act.how}};
}

}  // namespace

Act letter_send() {
    return declare<Fields>(
        {
            .name = "letter.send",
            .sentence = "Enters that letters were sent.",
            .who = {{Capacity::secretariat}},
            .on = {},
            .reads = {"about"},
            .fields = {{"kind", "What kind of letter."},
                       {"about", "The call or the published text that it is about."},
                       {"days", "Of a reminder: how many days before the deadline it was due."},
                       {"members", "To whom."},
                       {"how", "How, such as by note verbale."}},
        },
        decide_send);
}

}  // namespace travaux::committee
