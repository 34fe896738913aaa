// The calendar of a committee as calendars read it: iCalendar, RFC 5545.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "committee/rights.h"
#include "text/language.h"

namespace travaux::host {

/// Returns a feed with an event for each session that has, or had, exact dates, and one for the
/// deadline of each call. Times are instants, so every calendar shows them by its own clock. An
/// event keeps its UID for good; each change of its dates counts one up in SEQUENCE, tentative
/// dates are TENTATIVE, and what is postponed is CANCELLED on the dates that it had. The words
/// around are in `language`. Two states that say the same of sessions and calls give the same
/// bytes. REQUIRES: the committee is founded.
[[nodiscard]] std::string calendar_feed(const committee::State& state, text::Language language);

/// Returns the same feed for one person: of each call it says whether their delegation answered,
/// and a call that was closed without its answer is CANCELLED; the Secretariat finds the documents
/// that are due in it, too. What is in both feeds has the same UID; the one with more changes is
/// the personal one. REQUIRES: as above.
[[nodiscard]] std::string own_calendar_feed(const committee::State& state, text::Language language,
                                            const committee::Caller& reader);

}  // namespace travaux::host
