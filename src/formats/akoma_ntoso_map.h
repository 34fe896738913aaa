// Which elements of an Akoma Ntoso document are the provisions of a draft.
//
// Every word of the document outside its metadata stands in exactly one field of one provision, or
// the document is refused with the line. The walk depends on the document alone, so that the same
// walk finds the place of a changed word again.
// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "base/result.h"
#include "formats/akoma_ntoso_source.h"
#include "text/draft.h"

namespace travaux::formats {

/// A provision and the elements that say it; a field without words has no element.
struct MappedProvision {
    text::Provision provision;  ///< its id is that which the element bears, or none
    pugi::xml_node element;     ///< what stands for the provision, and for no other
    pugi::xml_node number;
    pugi::xml_node heading;
    pugi::xml_node text;
};

inline constexpr const char* provision_attribute = "travaux:provision";
inline constexpr const char* kind_attribute = "travaux:kind";

/// Returns the provisions of a document in reading order. Errors: `akoma_ntoso.*`.
[[nodiscard]] Result<std::vector<MappedProvision>> map_document(const pugi::xml_document& document,
                                                                const AkomaNtosoSource& source,
                                                                text::Language language);

/// Returns the words of an element without its notes: what stands in one field.
[[nodiscard]] std::string raw_words_of(const pugi::xml_node& node);

}  // namespace travaux::formats
