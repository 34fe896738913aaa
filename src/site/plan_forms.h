// What the Secretariat sets for the plan: its rules and the rates, as forms and as lists.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "site/visit.h"

namespace travaux::site {

/// Returns the section of the rules: those on record, and the form for who may set them.
[[nodiscard]] std::string rules_section(const Visit& visit);

/// Returns the section of the rates, likewise.
[[nodiscard]] std::string rates_section(const Visit& visit);

}  // namespace travaux::site
