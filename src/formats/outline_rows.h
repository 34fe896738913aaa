// The provisions of an outline as they are found, each with its footnotes under it.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/source_lines.h"
#include "text/draft.h"

namespace travaux::formats {

/// What a new provision says and where it stands.
struct NewRow {
    text::ProvisionKind kind = text::ProvisionKind::paragraph;
    std::size_t depth = 0;
    std::string_view number = {};
    std::string_view heading = {};
    std::string_view text = {};
};

/// Provisions, and for each the line of the file that it comes from.
struct Outlined {
    std::vector<text::Provision> provisions;
    std::vector<std::uint32_t> lines;
};

class OutlineRows {
public:
    OutlineRows(text::Language language, std::string_view file_name)
        : language_(language), file_name_(file_name) {}

    /// Adds a provision and, the first time that a line makes one, the line's footnotes under it.
    /// Returns its position.
    std::size_t add(const SourceLine& line, const NewRow& row);

    /// Adds a provision and leaves the line's footnotes for later.
    std::size_t add_plain(const SourceLine& line, const NewRow& row);

    void add_footnotes(const SourceLine& line, std::size_t depth);

    [[nodiscard]] text::Wording& wording(std::size_t row) { return rows_[row].in(language_); }
    [[nodiscard]] const text::Wording& wording(std::size_t row) const {
        return rows_[row].in(language_);
    }
    [[nodiscard]] text::ProvisionKind kind(std::size_t row) const { return rows_[row].kind; }
    [[nodiscard]] const std::string& last_text() const { return rows_.back().in(language_).text; }

    [[nodiscard]] bool has_children(std::size_t row) const;

    /// Whether what a provision holds has numbers, or is a table.
    [[nodiscard]] bool holds_marked(std::size_t row) const;

    /// Returns the first reason to refuse the treaty: `import.too_deep`, `import.too_long`.
    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

    [[nodiscard]] Outlined take() && { return {std::move(rows_), std::move(lines_)}; }

private:
    void fail(std::string_view id, const SourceLine& line);

    text::Language language_;
    std::string_view file_name_;
    std::vector<text::Provision> rows_;
    std::vector<std::uint32_t> lines_;      // of rows_
    const SourceLine* notes_of_ = nullptr;  ///< the line whose footnotes stand already
    std::optional<Error> failure_;
};

}  // namespace travaux::formats
