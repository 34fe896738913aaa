// Letters of ASCII in small form: for names of parts, words of sentences and of States, where the
// letters of other scripts stand as they are.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace travaux {

/// Returns a text with A to Z in small letters; as long as it was.
[[nodiscard]] inline std::string lower_case(std::string_view text) {
    std::string result(text);
    for (char& letter : result) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return result;
}

}  // namespace travaux
