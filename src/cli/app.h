// The command line of Travaux.
// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>

namespace travaux::cli {

/// Where results and remarks go.
struct Streams {
    std::ostream& out;  ///< results
    std::ostream& err;  ///< progress and refusals
};

/// Runs one command. Returns the exit code: 0 done, 2 the input is refused, 3 the environment
/// fails.
[[nodiscard]] int run(int argc, const char* const* argv, Streams streams);

}  // namespace travaux::cli
