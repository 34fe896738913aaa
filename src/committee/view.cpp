// SPDX-License-Identifier: MIT
#include "committee/view.h"

#include <algorithm>

#include "committee/views/views.h"

namespace travaux::committee {

std::vector<Right> everybody() {
    std::vector<Right> rights;
    for (const Capacity capacity : all_of<Capacity>()) rights.push_back({capacity, Whose::any});
    return rights;
}

const std::vector<View>& views() {
    static const std::vector<View> all = {
        agendas_view(),         allowed_acts_view(),
        calls_view(),           committee_view(),
        decisions_view(),       delegation_view(),
        document_view(),        document_requests_view(),
        documents_view(),       edits_view(),
        facilitators_view(),    groups_view(),
        instruments_view(),     letter_view(),
        meetings_view(),        members_view(),
        modalities_view(),      officers_view(),
        paper_view(),           papers_view(),
        plan_rules_view(),      positions_view(),
        progress_view(),        progress_by_session_view(),
        proposals_view(),       rates_view(),
        session_history_view(), sessions_view(),
        texts_view(),           to_send_view(),
        translations_view(),    verdicts_view(),
        views_received_view(),
    };
    return all;
}

const View* find_view(std::string_view name) {
    const auto found = std::ranges::find(
        views(), name, [](const View& view) -> std::string_view { return view.declaration.name; });
    return found == views().end() ? nullptr : &*found;
}

Result<boost::json::value> show(const State& state, const View& view,
                                const boost::json::object& fields, const Context& context) {
    TRY_OK(check_rights(state, context.caller, view.declaration.who, {}));
    return view.show(state, fields, context);
}

}  // namespace travaux::committee
