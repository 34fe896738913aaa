// What a table was measured on and with.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace travaux::bench {

/// Returns two lines: the machine, and the versions of the program and its compiler.
[[nodiscard]] std::string machine_and_version();

}  // namespace travaux::bench
