// The engine with the files and printings of this program, as laws 15 and 20 need it.
// SPDX-License-Identifier: MIT
#pragma once

#include "consolidation/laws.h"

namespace travaux::formats {

/// Returns the engine of this program, with every printing that says everything and every file.
[[nodiscard]] consolidation::Engine engine_with_files();

}  // namespace travaux::formats
