// SPDX-License-Identifier: MIT
#include "host/written_paper.h"

namespace travaux::host {

Result<WrittenPaper> write_paper(const KeptCommittee& committee, paperwork::AskedPaper asked,
                                 PaperForm form) {
    const committee::State state = committee.state();
    const IcuZones zones;
    if (asked.session.empty()) asked.session = paperwork::usual_session(state);
    TRY_ASSIGN(const formats::OfficialDocument document,
               paperwork::write_paper({state, committee.library(), &zones}, asked));
    WrittenPaper written{{}, asked.session, state.entries};
    switch (form) {
        case PaperForm::html: written.bytes = formats::print_official_html(document); break;
        case PaperForm::docx: written.bytes = formats::write_official_word(document); break;
    }
    return written;
}

}  // namespace travaux::host
