// translation.enter: how a name or a title of the record is said in other languages.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string words;
    std::vector<Translation> translations;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (words, translations))

Result<Events> decide_enter(const State& state, const Fields& act, const Context& /*context*/) {
    std::set<text::Language> languages;
    for (const Translation& one : act.translations) {
        if (!languages.insert(one.language).second) {
            return refuse("translation.language_twice", {std::string(code_of(one.language))},
                          ErrorCode::invalid);
        }
    }
    const auto* known = find(state.translations, act.words);
    const bool is_same = std::ranges::all_of(act.translations, [&](const Translation& one) {
        if (known == nullptr) return false;
        const auto said = known->find(one.language);
        return said != known->end() && said->second == one.words;
    });
    if (is_same) return refuse("translation.same", {act.words});
    return Events{TranslationEntered{act.words, act.translations}};
}

}  // namespace

Act translation_enter() {
    return declare<Fields>(
        {
            .name = "translation.enter",
            .sentence = "Enters how a name or a title of the record is said in other languages.",
            .who = {{Capacity::secretariat}},
            .on = {},
            .reads = {},
            .fields = {{"words", "The words as the record has them."},
                       {"translations",
                        "What they are in other languages: each with the language "
                        "and the words. What was entered last holds."}},
        },
        decide_enter);
}

}  // namespace travaux::committee
