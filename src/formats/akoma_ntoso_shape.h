// What the standard lets stand where, as far as a form is changed: elements go, come and change
// places so that the document keeps to the schema.
// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace travaux::formats {

/// Whether an element is one of a hierarchy: it may hold others like it.
[[nodiscard]] bool is_hierarchical(const pugi::xml_node& node);

/// Whether an element may have a number, and a heading.
[[nodiscard]] bool may_have_number(const pugi::xml_node& node);

/// Whether an element may have a paragraph of words in it.
[[nodiscard]] bool may_have_text(const pugi::xml_node& node);

/// Whether an element may stand beside another instead of where it stands.
[[nodiscard]] bool may_change_places(const pugi::xml_node& node, const pugi::xml_node& beside);

/// Takes an element out, and what held it alone. Returns whether what stays may be so empty.
[[nodiscard]] bool remove_element(const pugi::xml_node& element);

/// Returns the name of an element that may stand beside another which is none of a hierarchy, or
/// nothing. What is not plain has a number, a heading, or holds others.
[[nodiscard]] std::string name_beside(const pugi::xml_node& beside, bool is_plain);

/// Returns the name of what a table or a row holds, or nothing.
[[nodiscard]] std::string name_inside(const pugi::xml_node& parent);

/// Puts an element of a hierarchy behind `before`, or before `beside`, or into its parent where it
/// is alone. Returns nothing where none may stand.
[[nodiscard]] pugi::xml_node place_division(std::string_view element, pugi::xml_node parent,
                                            const pugi::xml_node& before,
                                            const pugi::xml_node& beside);

}  // namespace travaux::formats
