// What a notice says: a sentence, and where more of it stands.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "access/notice.h"
#include "committee/state.h"
#include "text/language.h"

namespace travaux::mail {

/// One thing that somebody is told.
struct NoticeLine {
    std::string sentence;
    std::string path;  ///< on the site, `/committees/treaty/texts/T3`
};

/// Returns what a notice says of a state; nothing where what it is about is not there any more, and
/// for a letter, which has words of its own.
[[nodiscard]] std::optional<NoticeLine> line_of(const access::Notice& notice,
                                                const committee::State& state,
                                                text::Language language);

}  // namespace travaux::mail
