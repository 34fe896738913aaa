// SPDX-License-Identifier: MIT
#include "formats/word_source.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "formats/line_classes.h"
#include "formats/normalise.h"

namespace travaux::formats {
namespace {

using docx::Paragraph;

class WordSource {
public:
    WordSource(const docx::Document& document, docx::Side side, std::string_view file_name)
        : document_(document), side_(side), file_name_(file_name) {
        for (const Paragraph& one : document.paragraphs) {
            if (one.row == 0 || !docx::stands(document, one.around, side)) continue;
            auto& cells = cells_of_[one.row];
            if (cells.empty() || cells.back() != one.cell) cells.push_back(one.cell);
        }
    }

    Result<Source> read() {
        const auto lines =
            docx::placed_lines_of(document_, side_, docx::ListLabels::shown, docx::RowCells::apart);
        std::size_t bytes = 0;
        for (const docx::Line& line : lines) {
            bytes += line.text.size();
            if (bytes > limits::import_file_bytes) {
                return refusal("import.too_large", limits::import_file_bytes);
            }
            auto words = normalised(line.text);
            if (!words) return refusal("import.not_utf8", line.first + 1);
            if (!words->empty()) add(line, *std::move(words));
        }
        if (source_.lines.empty()) return refusal("import.empty", 1);
        return std::move(source_);
    }

private:
    [[nodiscard]] std::unexpected<Error> refusal(std::string_view id, std::size_t number) const {
        return std::unexpected(Error{.code = ErrorCode::invalid,
                                     .id = std::string(id),
                                     .args = {std::string(file_name_), std::to_string(number)}});
    }

    void add(const docx::Line& line, std::string words) {
        if (line.note && !source_.lines.empty()) return add_note(*line.note, words);
        if (line.note) return add_words(line, LineForm::text, std::move(words));
        const Paragraph& first = document_.paragraphs[line.first];
        if (is_in_table(first)) return add_cell(line, first, words);
        row_ = 0;
        const bool is_heading = has_heading(line) && reads_as_heading(words);
        add_words(line, is_heading ? LineForm::heading : LineForm::text, std::move(words));
    }

    [[nodiscard]] bool has_heading(const docx::Line& line) const {
        for (std::size_t at = line.first; at <= line.last; ++at) {
            if (docx::is_heading(document_.paragraphs[at])) return true;
        }
        return false;
    }

    void add_words(const docx::Line& line, LineForm form, std::string words) {
        source_.lines.push_back({.number = static_cast<std::uint32_t>(line.first) + 1,
                                 .form = form,
                                 .is_blank_behind = true,
                                 .text = std::move(words)});
    }

    // A note of several paragraphs is one: its number stands before the first.
    void add_note(std::size_t note, const std::string& words) {
        auto& notes = source_.lines.back().footnotes;
        if (note_ == note && !notes.empty()) {
            notes.back().text.append(" ").append(words);
            return;
        }
        note_ = note;
        const std::size_t mark = std::min(words.find(' '), words.size());
        notes.push_back({words.substr(0, mark), words.substr(std::min(mark + 1, words.size()))});
    }

    // A table of one column is a frame around words.
    [[nodiscard]] bool is_in_table(const Paragraph& paragraph) const {
        const auto cells = cells_of_.find(paragraph.row);
        return cells != cells_of_.end() && cells->second.size() > 1;
    }

    void add_cell(const docx::Line& line, const Paragraph& first, const std::string& words) {
        const auto& cells = cells_of_.at(first.row);
        if (row_ != first.row) {
            row_ = first.row;
            source_.lines.push_back({.number = static_cast<std::uint32_t>(line.first) + 1,
                                     .form = LineForm::table_row,
                                     .is_blank_behind = true,
                                     .cells = std::vector<std::string>(cells.size())});
        }
        // A cell goes on behind a table that stands in it.
        const auto column = std::ranges::find(cells, first.cell) - cells.begin();
        std::string& cell = source_.lines.back().cells[static_cast<std::size_t>(column)];
        cell.append(cell.empty() ? "" : " ").append(words);
    }

    const docx::Document& document_;
    docx::Side side_;
    std::string_view file_name_;
    std::map<std::uint32_t, std::vector<std::uint32_t>> cells_of_;  // of each row
    std::uint32_t row_ = 0;                                         // whose cells are being added
    std::optional<std::size_t> note_;                               // whose words were added last
    Source source_;
};

}  // namespace

Result<Source> source_of_word(const docx::Document& document, docx::Side side,
                              std::string_view file_name) {
    return WordSource(document, side, file_name).read();
}

}  // namespace travaux::formats
