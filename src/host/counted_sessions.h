// The sessions of a committee with what they take, counted from its plan and its record.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "committee/costs.h"
#include "committee/library.h"

namespace travaux::host {

/// Returns the sessions with the days of the first schedule, or as they are on record, and with the
/// words of their papers: to come, the text that is negotiated; had, the texts that were published
/// since the session before ended, and what is registered for it. Errors: those of reading texts.
[[nodiscard]] Result<std::vector<committee::CountedSession>> counted_sessions(
    const committee::State& state, const committee::Library& library);

/// Returns how many words a published text has, headings among them, in the language in which it
/// was written; a million at most. Errors: `text.unknown`, those of reading it.
[[nodiscard]] Result<std::int32_t> words_of_text(const committee::State& state,
                                                 const committee::Library& library,
                                                 const std::string& text);

}  // namespace travaux::host
