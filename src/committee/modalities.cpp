// SPDX-License-Identifier: MIT
#include "committee/modalities.h"

#include <algorithm>

#include "committee/state.h"

namespace travaux::committee {

void apply(State& state, const ModalitiesApplied& event, const Entered& /*when*/) {
    state.modalities = {event.text,
                        event.languages,
                        event.delegation_size_max,
                        event.stakeholders,
                        event.stakeholder_words_max,
                        event.documents_weeks_before,
                        event.session_gap_weeks_min,
                        event.sources};
}

void apply(State& state, const CommitteeSeated& event, const Entered& /*when*/) {
    state.duty_station = DutyStation{event.place, event.zone};
}

std::string source_of(const Modalities& modalities, Setting setting) {
    const auto found = std::ranges::find(modalities.sources, setting, &SettingSource::setting);
    return found == modalities.sources.end() ? std::string{} : found->source;
}

}  // namespace travaux::committee
