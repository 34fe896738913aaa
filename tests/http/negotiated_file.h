// A Word file that a delegation sends on the text of the scenarios.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "docx/write.h"
#include "tests/http/sent_form.h"

namespace travaux::tests {

inline docx::Paragraph line(const std::string& words) {
    docx::Paragraph paragraph;
    paragraph.spans = {{words, {}}};
    return paragraph;
}

/// Returns the text that is negotiated, in which Ghana has other words in articles 1 and 3.
inline std::string file_of_ghana(const std::string& word = "should",
                                 const std::string& striking = "Mission of Ghana") {
    docx::Document document;
    document.changes = {{docx::ChangeKind::deletion, "Mission of Ghana", {}, {}},
                        {docx::ChangeKind::insertion, "Mission of Ghana", {}, {}},
                        {docx::ChangeKind::deletion, striking, {}, {}},
                        {docx::ChangeKind::insertion, striking, {}, {}}};
    docx::Paragraph changed;
    changed.spans = {
        {"Each State Party ", {}}, {"shall", {0}}, {word, {1}}, {" cooperate in good time.", {}}};
    docx::Paragraph struck;
    struck.spans = {
        {"States Parties shall exchange ", {}}, {"information", {2}}, {"data", {3}}, {".", {}}};
    document.paragraphs = {line("Model convention"),
                           line("Chapter I. General provisions"),
                           line("Article 1. Purpose"),
                           changed,
                           line("Article 2. Scope"),
                           line("1. This Convention applies to the prevention of harm."),
                           line("2. It does not apply to acts of a private nature."),
                           line("Article 3. Cooperation"),
                           struck};
    return docx::write(document);
}

}  // namespace travaux::tests
