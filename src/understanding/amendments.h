// What some authors of a file change within the insertions of others, as an amendment to what those
// others propose.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "understanding/understand.h"

namespace travaux::understanding {

struct Amendment {
    std::vector<Understood> changes;
    WordsOf amended_words;
};

/// Returns the parts that lead from what a file wants (`amended`) to what it wants with the changes
/// that others make within it (`together`): other words of what it changes or brings, and what goes
/// of what it brings. Nothing where parts cannot say that.
[[nodiscard]] std::optional<Amendment> amendment_of(const text::Draft& draft,
                                                    text::Language language,
                                                    const Understanding& amended,
                                                    const Understanding& together);

}  // namespace travaux::understanding
