// Which rows of a consolidated text stand in tables of a Word file: those of tables that keep their
// rows and cells, whatever is proposed for the words in them.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "consolidation/consolidated.h"
#include "docx/document.h"

namespace travaux::formats {

/// Sets the words of a consolidated text into tables, as its rows are written one after the other.
/// What comes, goes or moves in a table, or around it, and what is said beside a row of it, leaves
/// the words of that table in paragraphs.
class WordTables {
public:
    /// Both outlive this.
    WordTables(const consolidation::Consolidated& consolidated, docx::Document& document);

    /// Whether a row of the text is a row of a table, which has no words of its own.
    [[nodiscard]] bool is_row(std::size_t at) const {
        return places_[at].row != 0 && places_[at].cell == 0;
    }

    /// Puts the paragraphs from `first` on, which a row of the text has written, into its cell,
    /// where it has one. Between two tables stands an empty paragraph.
    void set(std::size_t at, std::size_t first);

    /// Ends the document, behind a table with an empty paragraph.
    void finish();

private:
    struct Place {
        std::uint32_t table = 0;  // all from 1
        std::uint32_t row = 0;
        std::uint32_t cell = 0;
    };

    void find();
    void place_cells(std::size_t begin, std::size_t end);

    const consolidation::Consolidated& consolidated_;
    docx::Document& document_;
    std::vector<Place> places_;  // of each row of the text
    std::uint32_t tables_ = 0;
    std::uint32_t rows_ = 0;
    std::uint32_t cells_ = 0;
    std::uint32_t last_table_ = 0;  // that was written
};

}  // namespace travaux::formats
