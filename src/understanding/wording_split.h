// The number, heading and words in a line that stands for a known provision.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "text/draft.h"
#include "understanding/file_lines.h"

namespace travaux::understanding {

struct NumberedLine {
    std::string number;
    std::string rest;
};

/// Cuts the number off a line. `former` is the number that the provision has; a number that a list
/// gives stays what it was.
[[nodiscard]] NumberedLine split_number(const FileLine& line, const std::string& former,
                                        text::Language language);

}  // namespace travaux::understanding
