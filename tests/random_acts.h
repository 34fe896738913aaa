// Acts and callers drawn by chance: often such as may be done, and sometimes not.
// SPDX-License-Identifier: MIT
#pragma once

#include <random>
#include <vector>

#include "committee/act.h"
#include "host/kept_committee.h"

namespace travaux::tests {

class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}

    unsigned below(unsigned bound) { return static_cast<unsigned>(engine_() % bound); }

    template <typename T>
    const T& one_of(const std::vector<T>& list) {
        return list[below(static_cast<unsigned>(list.size()))];
    }

private:
    std::mt19937 engine_;
};

/// Returns some act by somebody with some fields, for a committee begun as
/// tests/scenarios/given/negotiation.txt says.
[[nodiscard]] host::AttemptedAct random_act(Chance& chance);

}  // namespace travaux::tests
