// What the elements of Akoma Ntoso mean for a draft: which are provisions, which only hold others,
// which carry words.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/draft.h"

namespace travaux::formats {

/// What an element of a text is.
enum class ElementRole : std::uint8_t {
    division,   ///< a provision of a kind of its own
    paragraph,  ///< a provision whose kind follows from what it stands in
    item,       ///< one of a list
    recital,
    preamble,
    holder,  ///< a provision where it has a number or a heading, otherwise what it holds
    block,   ///< carries words
    number,
    heading,
    line,  ///< a heading that numbers nothing and holds nothing
    table,
    table_row,
    table_cell,
    note,       ///< stands inside words and has words of its own
    component,  ///< another document
    empty,      ///< has no words: what is said about the text, and references to other files
    inside,     ///< stands inside words
};

/// Returns the role of an element, or nothing for one that has no place in an act, a bill, a
/// portion or a collection of them.
[[nodiscard]] std::optional<ElementRole> role_of(std::string_view element);

/// Returns the kind of an element whose role is `division` or `paragraph`, with its `name`, in a
/// provision of the kind `parent`, which is nothing at the top.
[[nodiscard]] text::ProvisionKind kind_in(std::optional<text::ProvisionKind> parent,
                                          std::string_view element, std::string_view name);

/// Returns the kind of an entry of a list.
[[nodiscard]] text::ProvisionKind item_kind_in(std::optional<text::ProvisionKind> parent);

/// Returns the kind of further words of a provision.
[[nodiscard]] text::ProvisionKind words_kind_in(std::optional<text::ProvisionKind> parent);

/// Whether a document of this kind can be a draft.
[[nodiscard]] bool is_document(std::string_view element);

}  // namespace travaux::formats
