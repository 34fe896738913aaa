// One visitor of a variant made of a case for each alternative.
// SPDX-License-Identifier: MIT
#pragma once

namespace travaux::consolidation {

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

}  // namespace travaux::consolidation
