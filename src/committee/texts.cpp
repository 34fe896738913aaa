// SPDX-License-Identifier: MIT
#include "committee/texts.h"

#include "committee/state.h"

namespace travaux::committee {

void apply(State& state, const TextPublished& event, const Entered& when) {
    PublishedText& text = state.texts[event.id];
    text.subject = event.subject;
    text.kind = event.kind;
    text.standing = event.standing;
    text.symbol = event.symbol.value_or("");
    text.mandate = event.mandate;
    text.files = event.files;
    text.open = event.open;
    text.verdicts = event.verdicts;
    text.supersedes = event.supersedes.value_or("");
    text.published_ms = when.time_ms;
    if (!event.supersedes) return;
    state.texts[*event.supersedes].superseded_by = event.id;
    state.changed[*event.supersedes] = when.entry;
}

void apply(State& state, const TextAgreed& event, const Entered& /*when*/) {
    state.texts[event.text].agreed = event.basis;
}

void apply(State& state, const TextSubmitted& event, const Entered& /*when*/) {
    state.texts[event.text].submitted_to = event.to;
}

void apply(State& state, const TextApproved& event, const Entered& /*when*/) {
    PublishedText& text = state.texts[event.text];
    text.approved_by = event.resolution;
    text.approved_as = event.approved_as.value_or("");
}

std::string basis_of(const State& state, Subject subject) {
    std::string basis;
    for (const auto& [id, text] : state.texts) {
        const bool is_basis = text.subject == subject &&
                              text.standing == TextStanding::basis_of_work &&
                              text.superseded_by.empty();
        if (is_basis) basis = id;
    }
    return basis;
}

}  // namespace travaux::committee
