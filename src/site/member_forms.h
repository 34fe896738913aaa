// The forms by which officers, facilitators, groups and members are entered.
// SPDX-License-Identifier: MIT
#pragma once

#include "site/forms.h"

namespace travaux::site {

/// Returns a form that enters an officer, names a facilitator, declares a group; empty for who may
/// not.
[[nodiscard]] std::string officer_form(const Visit& visit);
[[nodiscard]] std::string facilitator_form(const Visit& visit);
[[nodiscard]] std::string group_form(const Visit& visit);

/// Returns forms that admit a member and end a membership.
[[nodiscard]] std::string member_forms(const Visit& visit);

/// Returns a form that enters that an officer has left, that a facilitator holds provisions no
/// more.
[[nodiscard]] std::string leave_form(const Visit& visit, const std::string& officer);
[[nodiscard]] std::string release_form(const Visit& visit, const std::string& facilitator);

/// Admits the member that a form names.
[[nodiscard]] Result<http::Response> admit_member(const Visit& visit);

}  // namespace travaux::site
