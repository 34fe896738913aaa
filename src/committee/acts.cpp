// The registry: every act stands in this list, and in a file of its own.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"

namespace travaux::committee {

const std::vector<Act>& acts() {
    static const std::vector<Act> all = {
        agenda_adopt(),         agenda_propose(),
        call_close(),           call_open(),
        committee_found(),      committee_seat(),
        decision_reverse(),     delegation_accredit(),
        document_add_version(), document_enter(),
        document_release(),     document_request(),
        document_waive_limit(), facilitator_name(),
        facilitator_release(),  group_declare(),
        instrument_enter(),     instrument_link(),
        letter_send(),          meeting_close(),
        meeting_open(),         meeting_resume(),
        meeting_suspend(),      member_admit(),
        member_end(),           modalities_apply(),
        officer_enter(),        officer_leave(),
        paper_circulate(),      paper_disclose(),
        plan_set_rates(),       plan_set_rules(),
        position_state(),       proposal_adopt(),
        proposal_co_sponsor(),  proposal_confirm(),
        proposal_dissociate(),  proposal_drop(),
        proposal_revise(),      proposal_submit(),
        proposal_withdraw(),    provision_adopt(),
        provision_agree(),      provision_agree_ad_referendum(),
        provision_bracket(),    provision_reopen(),
        session_fix_dates(),    session_plan(),
        task_complete(),        text_agree(),
        text_approve(),         text_edit(),
        text_publish(),         text_submit(),
        translation_enter(),    view_submit(),
        work_organize(),
    };
    return all;
}

}  // namespace travaux::committee
