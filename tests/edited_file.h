// A small treaty, and Word files on it as their writers leave them.
// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "formats/import_text.h"
#include "understanding/understand.h"

namespace travaux::tests::edited {

inline text::Draft treaty() {
    const auto draft = formats::import_text(
        "# Treaty\n\n"
        "## Article 1. Purpose\n\n"
        "1. The purpose of this treaty is to promote cooperation.\n\n"
        "2. This treaty applies in time of peace.\n\n"
        "## Article 2. Duties\n\n"
        "1. Each Party shall:\n\n"
        "(a) protect cables in its territorial sea;\n\n"
        "(b) inform the other Parties of damage.\n\n"
        "2. Nothing in this treaty limits the freedom of the high seas.\n\n"
        "## Article 3. Entry into force\n\n"
        "This treaty enters into force after ten ratifications.\n",
        "treaty.md", text::Language::en);
    REQUIRE(draft);
    return draft->draft;
}

// The words that stand in a file, and the changes of one author to them.
class File {
public:
    docx::Document document;

    File() {
        document.changes = {{docx::ChangeKind::insertion, "A", {}, {}},
                            {docx::ChangeKind::deletion, "A", {}, {}},
                            {docx::ChangeKind::insertion, "B", {}, {}},
                            {docx::ChangeKind::deletion, "B", {}, {}}};
    }

    File& line(std::vector<docx::Span> spans, docx::Changes mark = {}) {
        document.paragraphs.emplace_back();
        document.paragraphs.back().spans = std::move(spans);
        document.paragraphs.back().mark = std::move(mark);
        return *this;
    }
    File& line(const std::string& words) { return line({{words, {}}}); }
};

inline const docx::Changes inserted = {0};
inline const docx::Changes deleted = {1};
inline const docx::Changes inserted_by_other = {2};
inline const docx::Changes deleted_by_other = {3};

inline understanding::Understanding of(
    const File& file, understanding::OtherWords other_words = understanding::OtherWords::doubtful) {
    return understanding::understand(treaty(), text::Language::en, file.document, other_words);
}

inline ProvisionId at(std::size_t position) { return treaty().provisions[position].id; }

inline consolidation::Part text_of(std::size_t position, std::string words) {
    return consolidation::TextPart{at(position), text::Field::text, std::move(words)};
}

inline std::vector<consolidation::Part> parts_of(const understanding::Understanding& found) {
    std::vector<consolidation::Part> parts;
    for (const auto& change : found.changes) parts.push_back(change.part);
    return parts;
}

// The positions of the treaty's provisions.
enum At : std::size_t {
    title,
    article_1,
    purpose,
    peace,
    article_2,
    duties,
    protect,
    inform,
    high_seas,
    article_3,
    ten
};

inline const std::string purpose_words = "1. The purpose of this treaty is to promote cooperation.";
inline const std::string peace_words = "2. This treaty applies in time of peace.";

}  // namespace travaux::tests::edited
