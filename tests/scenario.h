// Scenarios: negotiations as plain text, played on a committee.
//
// tests/scenarios/README.md says how they are written.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/committee_under_test.h"

namespace travaux::tests {

/// What came of a scenario: a line for everything that is not as the file says.
struct Played {
    std::vector<std::string> findings;
    std::size_t acts = 0;
    std::vector<std::string> act_names;  ///< those that succeeded, sorted, each once
};

/// Returns the id of a person whom scenarios name.
[[nodiscard]] ActorId person(const std::string& name);

/// Plays a scenario.
[[nodiscard]] Played play(const std::filesystem::path& file, CommitteeUnderTest& committee);

/// Returns the scenarios of the project, by name.
[[nodiscard]] std::vector<std::filesystem::path> scenario_files();

}  // namespace travaux::tests
