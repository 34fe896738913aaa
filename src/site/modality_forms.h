// The forms by which the seat of a committee, its modalities and its translations are entered.
// SPDX-License-Identifier: MIT
#pragma once

#include "site/forms.h"

namespace travaux::site {

/// Returns a form that sets the duty station, gives effect to modalities, enters translations of a
/// name or title; empty for who may not. The fields hold what is in force.
[[nodiscard]] std::string seat_form(const Visit& visit);
[[nodiscard]] std::string modalities_form(const Visit& visit);
[[nodiscard]] std::string translation_form(const Visit& visit);

/// Gives effect to the modalities that a form names: each setting that has a value, with its
/// source.
[[nodiscard]] Result<http::Response> apply_modalities(const Visit& visit);

/// Enters the translations that a form has, by language; fields left empty are passed over.
[[nodiscard]] Result<http::Response> enter_translations(const Visit& visit);

/// Returns a number of a setting, as the modalities have it; nothing for one that is no number, or
/// of which nothing is laid down.
[[nodiscard]] std::optional<std::uint32_t> number_of_setting(
    const committee::Modalities& modalities, committee::Setting setting);

}  // namespace travaux::site
