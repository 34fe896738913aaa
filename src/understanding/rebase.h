// A change of words that was made on other words than those of the draft.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace travaux::understanding {

struct Rebased {
    std::string words;
    /// The other words were the draft's, with words in them that the change strikes: somebody's
    /// insertion, which some programs give back as if it had always stood there.
    bool strikes_foreign_words = false;
};

/// Returns the change from `base` to `target`, made on `now`; nothing where it touches words that
/// differ.
[[nodiscard]] std::optional<Rebased> rebased(std::string_view base, std::string_view target,
                                             std::string_view now);

}  // namespace travaux::understanding
