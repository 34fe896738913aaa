// SPDX-License-Identifier: MIT
#include "committee/translations.h"

#include "committee/state.h"

namespace travaux::committee {

void apply(State& state, const TranslationEntered& event, const Entered& /*when*/) {
    auto& by_language = state.translations[event.words];
    for (const Translation& one : event.translations) by_language[one.language] = one.words;
}

}  // namespace travaux::committee
