// The names of States as Russian has them behind "предложение": "Ганы", "Российской Федерации".
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace travaux::understanding {

/// Returns a name in the genitive, word by word, by the endings that names of States have. A word
/// without such an ending stays.
[[nodiscard]] std::string russian_genitive(std::string_view name);

}  // namespace travaux::understanding
