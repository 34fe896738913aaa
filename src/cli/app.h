// The command line of Travaux.
// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>

#include "text/language.h"

namespace travaux::cli {

/// Where results and remarks go, and in which language refusals are said.
struct Streams {
    std::ostream& out;  ///< results
    std::ostream& err;  ///< progress and refusals
    text::Language language = text::Language::en;
};

/// Returns the language that the environment asks for in `LC_ALL`, `LC_MESSAGES` or `LANG`, of
/// which the first that is not empty counts: `fr_CA.UTF-8` is French. English where it is none of
/// the six, or where the terminal is not said to take UTF-8.
[[nodiscard]] text::Language language_of_environment();

/// Runs one command. Returns the exit code: 0 done, 2 the input is refused, 3 the environment
/// fails.
[[nodiscard]] int run(int argc, const char* const* argv, Streams streams);

}  // namespace travaux::cli
