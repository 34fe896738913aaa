// The model convention of the examples, with its proposals.
// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "formats/import_text.h"
#include "formats/proposal_lines.h"
#include "tests/corpus.h"

namespace travaux::tests {

inline std::filesystem::path example() { return project_folder() / "examples/model-convention"; }

inline formats::DraftWithProvenance draft_in_six_languages() {
    auto draft = *formats::import_text(bytes_of(example() / "en.md"), "en.md", text::Language::en);
    for (const text::Language language : text::languages) {
        if (language == text::Language::en) continue;
        const std::string name = std::string(text::code_of(language)) + ".md";
        auto match = formats::import_language(draft, bytes_of(example() / name), name, language);
        REQUIRE(match.has_value());
        INFO(name);
        CHECK(match->unmatched == std::vector<std::string>{});
        draft = std::move(match->draft);
    }
    return draft;
}

inline consolidation::ProposalSet proposals_on(const text::Draft& draft) {
    std::vector<formats::LinesFile> files;
    for (const auto& entry : std::filesystem::directory_iterator(example() / "proposals")) {
        files.push_back({entry.path().filename().string(), bytes_of(entry.path())});
    }
    auto set = formats::read_proposal_lines(draft, files);
    INFO((set ? std::string{} : set.error().id));
    REQUIRE(set.has_value());
    return *std::move(set);
}

}  // namespace travaux::tests
