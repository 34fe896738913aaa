// The names of member States, and of groups that speak together, in the six languages.
//
// They stand in rules/member_states.json, which names its source; the build compiles them in.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace travaux::lang {

/// The names of a State or a group: in English, Arabic, Chinese, French, Russian and Spanish.
struct StateNames {
    std::array<std::string_view, 6> names;

    [[nodiscard]] std::string_view in(text::Language language) const;
};

/// Returns the names of all member States.
[[nodiscard]] std::span<const StateNames> state_names();

/// Returns the names of groups that often speak as one; of some, the name holds that of a State.
[[nodiscard]] std::span<const StateNames> group_names();

/// Returns the name, in a language, of whoever is called so in English; that name itself where it
/// is neither a State nor a group.
[[nodiscard]] std::string name_in(std::string_view english, text::Language language);

/// Sorts names as a language does.
void sort_as_in(text::Language language, std::vector<std::string>& names);

}  // namespace travaux::lang
