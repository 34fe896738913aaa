// The views, by what they are about.
// SPDX-License-Identifier: MIT
#pragma once

#include "committee/view.h"

namespace travaux::committee {

View agendas_view();
View allowed_acts_view();
View calls_view();
View committee_view();
View decisions_view();
View delegation_view();
View document_requests_view();
View document_view();
View documents_view();
View edits_view();
View facilitators_view();
View groups_view();
View instruments_view();
View letter_view();
View meetings_view();
View members_view();
View modalities_view();
View officers_view();
View paper_view();
View papers_view();
View plan_rules_view();
View positions_view();
View progress_view();
View progress_by_session_view();
View proposals_view();
View rates_view();
View session_history_view();
View sessions_view();
View texts_view();
View to_send_view();
View translations_view();
View verdicts_view();
View views_received_view();

}  // namespace travaux::committee
