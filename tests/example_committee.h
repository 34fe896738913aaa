// The committee of examples/committee, for tests.
// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "host/play.h"
#include "tests/command.h"
#include "tests/corpus.h"
#include "tests/record/sample_record.h"

namespace travaux::tests {

inline std::filesystem::path example_committee() { return project_folder() / "examples/committee"; }

/// Returns the acts of the example. The keys outlive it.
inline host::Script example_script(const std::vector<record::SigningKey>& keys) {
    host::Script script;
    script.keys = keys;
    script.file = [](const std::string& name) -> Result<std::string> {
        return bytes_of(example_committee() / name);
    };
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(example_committee())) {
        if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    for (const auto& file : files) {
        script.files.push_back({file.filename().string(), bytes_of(file)});
    }
    return script;
}

/// Plays the example into an empty store.
inline void play_example(record::Store& store) {
    const std::vector<record::SigningKey> keys = {{"example.org/committee", {1}}};
    ForgetfulMemory memory;
    const auto played = host::play(store, example_script(keys), memory);
    INFO((played ? "" : played.error().place + ": " + played.error().error.id));
    REQUIRE(played.has_value());
    CHECK(*played > 400);
}

}  // namespace travaux::tests
