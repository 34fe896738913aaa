// A comparison in the formats that people and programs read.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "docx/document.h"
#include "understanding/comparison.h"

namespace travaux::understanding {

/// What is compared: the titles of the two texts, their language, and names that tell them apart
/// where their titles are equal.
struct Compared {
    std::string former;
    std::string later;
    text::Language language = text::Language::en;
    std::string former_name{};
    std::string later_name{};
};

/// Returns both names: `Old → New`, or `Title: draft-1 → draft-2`.
[[nodiscard]] std::string names_of(const Compared& compared);

/// Returns what is said of a comparison as a whole: its names, and how many provisions changed.
[[nodiscard]] std::string about(const std::vector<ComparedRow>& rows, const Compared& compared);

/// Returns what is said at an end of a move: its number, and the place of the other end.
[[nodiscard]] std::string about_move(const ComparedRow& row, text::Language language);

/// Returns plain text: `[-gone-]` and `{+come+}`, a line for each line of the texts. What moves is
/// gone at one place and has come at the other, with the number of the move behind it.
[[nodiscard]] std::string print_comparison_text(const std::vector<ComparedRow>& rows);

/// Returns a page in HTML without script.
[[nodiscard]] std::string print_comparison_html(const std::vector<ComparedRow>& rows,
                                                const Compared& compared);

/// Returns the words of a field as HTML, with `ins` and `del`.
[[nodiscard]] std::string html_of(const Pieces& pieces);

/// Returns JSON: `former`, `later`, `language`, and `rows` with `standing`, `kind`, `depth`,
/// `move`, `other_end` and, for each field that has words, pieces of the form `{"same": "…"}`,
/// `{"deleted": "…"}`,
/// `{"inserted": "…"}`.
[[nodiscard]] std::string print_comparison_json(const std::vector<ComparedRow>& rows,
                                                const Compared& compared);

/// Returns a Word file's content, with tracked changes: rejected they give the former text,
/// accepted the later one. What moves is tracked as moved.
[[nodiscard]] docx::Document comparison_document(const std::vector<ComparedRow>& rows,
                                                 const Compared& compared);

/// Returns the same without tracked changes: words have the styles `Deleted`, `Inserted`,
/// `MovedAway`, `MovedHere`, or `MovedDeleted` where they went from what moved here. Without the
/// second and fourth and the last they give the former text, without the first and third and the
/// last the later one; a line that ends in one of the texts alone ends with a `¶`. Paragraphs of
/// the styles `Subtitle` and `Remark` say something about the texts.
[[nodiscard]] docx::Document marked_comparison(const std::vector<ComparedRow>& rows,
                                               const Compared& compared);

}  // namespace travaux::understanding
