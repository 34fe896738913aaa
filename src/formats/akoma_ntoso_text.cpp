// SPDX-License-Identifier: MIT
#include "formats/akoma_ntoso_text.h"

#include <pugixml.hpp>

#include "formats/akoma_ntoso_source.h"

namespace travaux::formats {
namespace {

bool is_meta(const pugi::xml_node& node) { return std::string_view(node.name()) == "meta"; }

// The next node in reading order; nothing under `meta`.
pugi::xml_node next_of(const pugi::xml_node& node) {
    if (!is_meta(node) && node.first_child()) return node.first_child();
    for (pugi::xml_node one = node; one; one = one.parent()) {
        if (one.next_sibling()) return one.next_sibling();
    }
    return {};
}

}  // namespace

Result<std::string> akoma_ntoso_text(std::string_view xml, std::string_view file_name) {
    const AkomaNtosoSource source(xml, file_name);
    TRY_ASSIGN(const auto document, source.parse(Remarks::dropped));
    const auto root = document.document_element();
    if (std::string_view(root.name()) != "akomaNtoso") {
        return source.refuse("akoma_ntoso.not_a_draft", 0);
    }
    std::string words;
    for (pugi::xml_node node = root; node; node = next_of(node)) {
        if (*node.value() == '\0') continue;
        words += node.value();
        words += '\n';
    }
    return words;
}

}  // namespace travaux::formats
