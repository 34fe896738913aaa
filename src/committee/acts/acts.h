// The acts, one file each, named by the act.
// SPDX-License-Identifier: MIT
#pragma once

#include "committee/act.h"

namespace travaux::committee {

Act agenda_adopt();
Act agenda_propose();
Act call_close();
Act call_open();
Act committee_found();
Act committee_seat();
Act decision_reverse();
Act delegation_accredit();
Act document_add_version();
Act document_enter();
Act document_release();
Act document_request();
Act document_waive_limit();
Act facilitator_name();
Act facilitator_release();
Act group_declare();
Act instrument_enter();
Act instrument_link();
Act letter_send();
Act meeting_close();
Act meeting_open();
Act meeting_resume();
Act meeting_suspend();
Act member_admit();
Act member_end();
Act modalities_apply();
Act officer_enter();
Act officer_leave();
Act paper_circulate();
Act paper_disclose();
Act plan_set_rates();
Act plan_set_rules();
Act position_state();
Act proposal_adopt();
Act proposal_co_sponsor();
Act proposal_confirm();
Act proposal_dissociate();
Act proposal_drop();
Act proposal_revise();
Act proposal_submit();
Act proposal_withdraw();
Act provision_adopt();
Act provision_agree();
Act provision_agree_ad_referendum();
Act provision_bracket();
Act provision_reopen();
Act session_fix_dates();
Act session_plan();
Act task_complete();
Act text_agree();
Act text_approve();
Act text_edit();
Act text_publish();
Act text_submit();
Act translation_enter();
Act view_submit();
Act work_organize();

}  // namespace travaux::committee
