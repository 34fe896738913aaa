// A comparison in the formats that people and programs read.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "docx/document.h"
#include "understanding/comparison.h"

namespace travaux::understanding {

/// What is compared: the titles of the two texts, and their language.
struct Compared {
    std::string former;
    std::string later;
    text::Language language = text::Language::en;
};

/// Returns plain text: `[-gone-]` and `{+come+}`, a line for each line of the texts. What moves is
/// gone at one place and has come at the other, with the number of the move behind it.
[[nodiscard]] std::string print_comparison_text(const std::vector<ComparedRow>& rows);

/// Returns a page in HTML without script.
[[nodiscard]] std::string print_comparison_html(const std::vector<ComparedRow>& rows,
                                                const Compared& compared);

/// Returns JSON: `former`, `later`, `language`, and `rows` with `standing`, `kind`, `depth`, `move`
/// and, for each field that has words, pieces of the form `{"same": "…"}`, `{"deleted": "…"}`,
/// `{"inserted": "…"}`.
[[nodiscard]] std::string print_comparison_json(const std::vector<ComparedRow>& rows,
                                                const Compared& compared);

/// Returns a Word file's content, with tracked changes: rejected they give the former text,
/// accepted the later one. What moves is tracked as moved.
[[nodiscard]] docx::Document comparison_document(const std::vector<ComparedRow>& rows,
                                                 const Compared& compared);

}  // namespace travaux::understanding
