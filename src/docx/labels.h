// The labels that lists give to their paragraphs, one after the other.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "docx/document.h"

namespace travaux::docx {

class Labels {
public:
    /// The lists outlive this.
    explicit Labels(const std::vector<List>& lists) : lists_(lists) {}

    /// Returns the label of the next paragraph, which stands at this place: `(b)`. Empty for a
    /// level that counts nothing.
    [[nodiscard]] std::string next(const ListPlace& place);

private:
    void begin(std::size_t list);

    const std::vector<List>& lists_;
    std::set<std::size_t> begun_;
    // The numbers reached by those that count on from each other.
    std::map<std::size_t, std::vector<std::uint32_t>> reached_;
};

/// Returns a number in one of Word's formats: `lowerRoman`, `russianUpper`; decimal in others.
[[nodiscard]] std::string number_in_format(std::uint32_t number, std::string_view format);

}  // namespace travaux::docx
