// SPDX-License-Identifier: MIT
#include "formats/word_tables.h"

#include <algorithm>
#include <span>

namespace travaux::formats {
namespace {

using consolidation::Consolidated;
using consolidation::MarkKind;
using consolidation::Row;
using consolidation::RowKind;
using text::ProvisionKind;

// Twentieths of a point: what the lines of a page have.
constexpr std::uint32_t line_width = 9026;
constexpr std::size_t columns_max = 63;  // that Word takes

bool goes(const Row& row) {
    return std::ranges::any_of(row.marks, [](const consolidation::Mark& mark) {
        return mark.kind == MarkKind::deletion || mark.kind == MarkKind::move ||
               mark.kind == MarkKind::join;
    });
}

bool is_silent(const Row& row) {
    return row.number.tree.empty() && row.heading.tree.empty() && row.text.tree.empty() &&
           row.marks.empty();
}

// How many cells each row of a table has; 0 where it is not rows of cells alone.
std::size_t columns_of(std::span<const Row> rows, std::uint32_t depth) {
    std::size_t columns = 0;
    std::size_t here = 0;
    bool is_even = !rows.empty() && rows.front().provision_kind == ProvisionKind::table_row;
    for (std::size_t at = 0; at < rows.size() && is_even; ++at) {
        const Row& row = rows[at];
        is_even = row.kind == RowKind::provision && !goes(row);
        if (row.provision_kind == ProvisionKind::table_row) {
            is_even = is_even && row.depth == depth + 1 && is_silent(row) &&
                      (at == 0 || columns == 0 || here == columns) && (at == 0 || here > 0);
            columns = std::max(columns, here);
            here = 0;
        } else {
            is_even = is_even && row.provision_kind == ProvisionKind::table_cell &&
                      row.depth == depth + 2;
            ++here;
        }
    }
    const bool is_whole = is_even && here > 0 && (columns == 0 || here == columns);
    return is_whole && here <= columns_max ? here : 0;
}

}  // namespace

WordTables::WordTables(const Consolidated& consolidated, docx::Document& document)
    : consolidated_(consolidated), document_(document), places_(consolidated.rows.size()) {
    find();
}

void WordTables::find() {
    const auto& rows = consolidated_.rows;
    std::vector<std::uint32_t> going;  // depths of what goes around a row
    for (std::size_t at = 0; at < rows.size(); ++at) {
        while (!going.empty() && going.back() >= rows[at].depth) going.pop_back();
        if (goes(rows[at]) || rows[at].kind != RowKind::provision) going.push_back(rows[at].depth);
        if (!going.empty() || rows[at].provision_kind != ProvisionKind::table) continue;
        std::size_t end = at + 1;
        while (end < rows.size() && rows[end].depth > rows[at].depth) ++end;
        const std::size_t columns =
            columns_of(std::span(rows).subspan(at + 1, end - at - 1), rows[at].depth);
        if (columns == 0) continue;
        ++tables_;
        const auto width = static_cast<std::uint32_t>(line_width / columns);
        document_.tables.push_back(
            {std::vector<std::uint32_t>(columns, width), docx::TableRules::of_list});
        place_cells(at + 1, end);
    }
}

void WordTables::place_cells(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
        const bool is_row = consolidated_.rows[at].provision_kind == ProvisionKind::table_row;
        if (is_row) ++rows_;
        places_[at] = {tables_, rows_, is_row ? 0 : ++cells_};
    }
}

void WordTables::set(std::size_t at, std::size_t first) {
    const Place& place = places_[at];
    if (place.cell == 0) return;
    auto& paragraphs = document_.paragraphs;
    // A cell has a paragraph at least.
    if (first == paragraphs.size()) paragraphs.emplace_back();
    const bool is_new = place.table != last_table_;
    last_table_ = place.table;
    if (is_new && first > 0 && paragraphs[first - 1].row != 0) {
        paragraphs.insert(paragraphs.begin() + static_cast<std::ptrdiff_t>(first),
                          docx::Paragraph{});
        ++first;
    }
    for (docx::Paragraph& one : std::span(paragraphs).subspan(first)) {
        one.row = place.row;
        one.cell = place.cell;
        if (one.style == "Provision1") one.style = "Cell";
    }
}

void WordTables::finish() {
    const auto& paragraphs = document_.paragraphs;
    if (!paragraphs.empty() && paragraphs.back().row != 0) document_.paragraphs.emplace_back();
}

}  // namespace travaux::formats
