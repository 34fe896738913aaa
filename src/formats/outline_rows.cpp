// SPDX-License-Identifier: MIT
#include "formats/outline_rows.h"

#include "base/limits.h"

namespace travaux::formats {

std::size_t OutlineRows::add(const SourceLine& line, const NewRow& row) {
    const std::size_t added = add_plain(line, row);
    if (notes_of_ != &line) add_footnotes(line, row.depth + 1);
    return added;
}

std::size_t OutlineRows::add_plain(const SourceLine& line, const NewRow& row) {
    if (row.depth > limits::draft_depth) fail("import.too_deep", line);
    if (rows_.size() >= limits::draft_provisions) fail("import.too_long", line);
    text::Provision provision;
    provision.kind = row.kind;
    provision.depth = static_cast<std::uint32_t>(row.depth);
    provision.in(language_) = {.number = std::string(row.number),
                               .heading = std::string(row.heading),
                               .text = std::string(row.text)};
    rows_.push_back(std::move(provision));
    lines_.push_back(line.number);
    return rows_.size() - 1;
}

void OutlineRows::add_footnotes(const SourceLine& line, std::size_t depth) {
    notes_of_ = &line;
    for (const SourceFootnote& note : line.footnotes) {
        add_plain(line, {.kind = text::ProvisionKind::footnote,
                         .depth = depth,
                         .number = note.mark,
                         .text = note.text});
    }
}

bool OutlineRows::has_children(std::size_t row) const {
    return row + 1 < rows_.size() && rows_[row + 1].depth > rows_[row].depth;
}

bool OutlineRows::holds_marked(std::size_t row) const {
    return has_children(row) &&
           (!wording(row + 1).number.empty() || rows_[row + 1].kind == text::ProvisionKind::table);
}

void OutlineRows::fail(std::string_view id, const SourceLine& line) {
    if (failure_) return;
    failure_ = Error{.code = ErrorCode::invalid,
                     .id = std::string(id),
                     .args = {std::string(file_name_), std::to_string(line.number)}};
}

}  // namespace travaux::formats
