// SPDX-License-Identifier: MIT
#include "host/written_paper.h"

#include "host/counted_sessions.h"

namespace travaux::host {

Result<WrittenPaper> write_paper(const KeptCommittee& committee, paperwork::AskedPaper asked,
                                 PaperForm form) {
    const committee::State state = committee.state();
    const IcuZones zones;
    if (asked.session.empty()) asked.session = paperwork::usual_session(state);
    std::vector<committee::SessionCosts> costs;
    if (asked.kind == paperwork::PaperKind::budget_statement) {
        TRY_ASSIGN(const auto sessions, counted_sessions(state, committee.library()));
        costs = committee::costs_of(state, sessions);
    }
    TRY_ASSIGN(const formats::OfficialDocument document,
               paperwork::write_paper({state, committee.library(), &zones, costs}, asked));
    WrittenPaper written{{}, asked.session, state.entries};
    switch (form) {
        case PaperForm::html: written.bytes = formats::print_official_html(document); break;
        case PaperForm::docx: written.bytes = formats::write_official_word(document); break;
    }
    return written;
}

}  // namespace travaux::host
