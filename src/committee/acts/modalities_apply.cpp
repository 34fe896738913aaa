// modalities.apply: what the approved modalities lay down takes effect, each thing with its source.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

using Fields = Modalities;

// Whether something is said of a setting.
bool is_set(const Modalities& modalities, Setting setting) {
    switch (setting) {
        case Setting::languages: return !modalities.languages.empty();
        case Setting::delegation_size_max: return modalities.delegation_size_max.has_value();
        case Setting::stakeholders: return modalities.stakeholders.has_value();
        case Setting::stakeholder_words_max: return modalities.stakeholder_words_max.has_value();
        case Setting::documents_weeks_before: return modalities.documents_weeks_before.has_value();
        case Setting::session_gap_weeks_min: return modalities.session_gap_weeks_min.has_value();
    }
    return false;
}

Result<Events> decide_apply(const State& state, const Fields& act, const Context& /*context*/) {
    const PublishedText* text = find(state.texts, act.text);
    if (text == nullptr) return refuse("text.unknown", {act.text}, ErrorCode::not_found);
    if (text->subject != Subject::modalities) {
        return refuse("text.other_subject", {act.text, "modalities"});
    }
    if (text->approved_by.empty()) return refuse("modalities.not_approved", {act.text});
    for (const std::string& code : act.languages) {
        if (!text::parse_language(code)) return refuse("modalities.language", {code});
    }
    for (const Setting setting : all_of<Setting>()) {
        const bool has_source = !source_of(act, setting).empty();
        if (is_set(act, setting) != has_source) {
            return refuse("modalities.source", {std::string(name_of(setting))});
        }
    }
    if (state.modalities == act) return refuse("modalities.applied_already", {act.text});
    return Events{ModalitiesApplied{act.text, act.languages, act.delegation_size_max,
                                    act.stakeholders, act.stakeholder_words_max,
                                    act.documents_weeks_before, act.session_gap_weeks_min,
                                    act.sources}};
}

}  // namespace

Act modalities_apply() {
    return declare<Fields>(
        {
            .name = "modalities.apply",
            .sentence = "Gives effect to what approved modalities lay down, in the place of what "
                        "held before.",
            .who = {{Capacity::secretariat}},
            .on = "text",
            .reads = {"text"},
            .fields = {{"text", "The text of the modalities, as it was approved."},
                       {"languages", "The languages of submissions, by code; any without them."},
                       {"delegation_size_max", "How many representatives a delegation may have."},
                       {"stakeholders", "What organizations other than members may do."},
                       {"stakeholder_words_max", "How many words a submission of theirs may have."},
                       {"documents_weeks_before",
                        "How many weeks before a session its documents are due."},
                       {"session_gap_weeks_min", "How many weeks lie between two sessions."},
                       {"sources",
                        "For each of these the document and paragraph that lays it down."}},
        },
        decide_apply);
}

}  // namespace travaux::committee
