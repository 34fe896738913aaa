// The screen in the hall: one provision, large, where everybody looks.
//
// Where it is, the operator says; it is in memory and on no record. What the operator does to the
// text are acts as any other.
// SPDX-License-Identifier: MIT
#pragma once

#include "site/visit.h"

namespace travaux::site {

/// Returns the screen: at the place that all follow, or at the provision that the query names in
/// `at`; for who may drive it, with the means to. Errors: those of reading the text.
[[nodiscard]] Result<SitePage> screen_page(const Visit& visit);

/// Returns where the screen is, as JSON: `turn`, `entries`. For the script.
[[nodiscard]] http::Response screen_place(const Visit& visit);

/// Takes the screen to the provision that a form names. Error: `request.media_type`.
[[nodiscard]] Result<http::Response> turn_screen(const Visit& visit);

/// Enters words that were proposed in the room, for a member, as the act `proposal.submit`; what
/// the act refuses is shown on a page of its own. Errors: `request.media_type`, those of reading.
[[nodiscard]] Result<http::Response> write_on_screen(const Visit& visit);

}  // namespace travaux::site
