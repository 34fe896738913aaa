// A file beside a draft, and what has been understood of it so far.
//
// Each of the functions below looks for one kind of wish; together they make an understanding.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>

#include "understanding/standing.h"
#include "understanding/understand.h"

namespace travaux::understanding {

/// A change in hand: of which provision, how sure, and where in the file.
struct Change {
    std::size_t provision = 0;
    Confidence confidence = Confidence::certain;
    std::size_t place = 0;
};

/// The draft, the document and the file outlive this.
struct Inquiry {
    const text::Draft& draft;
    text::Language language;
    const docx::Document& document;
    const FileText& file;
    OtherWords other_words;
    Standing standing;
    std::set<std::size_t> joined{};   ///< provisions that go into the one before
    std::set<std::size_t> altered{};  ///< with other words in the file, before its changes
    Understanding result{};

    void add(consolidation::Part part, Confidence confidence, std::size_t place);
    void doubt(DoubtKind kind, const FileLine& line);

    /// Adds the words that a field is to have, where it has others now.
    void say(const Change& change, text::Field field, std::string words);

    /// Returns why no proposal can have these parts beside those that are understood, if none can.
    [[nodiscard]] std::optional<DoubtKind> hindrance(
        const std::vector<consolidation::Part>& parts) const;

    [[nodiscard]] const std::string& words_now(std::size_t provision, text::Field field) const;

    /// Whether a line after the changes stands for nothing that the file had before.
    [[nodiscard]] bool is_new(std::size_t after) const;
};

/// Other words in the lines that the draft has, and what is doubtful in lines that it has not.
void find_wordings(Inquiry& inquiry);

/// What goes, or is left out. REQUIRES: wordings are found.
void find_departures(Inquiry& inquiry);

/// What moves.
void find_moves(Inquiry& inquiry);

/// What comes, also where a sentence asks for it.
void find_arrivals(Inquiry& inquiry);

/// What comments say.
void find_remarks(Inquiry& inquiry);

}  // namespace travaux::understanding
