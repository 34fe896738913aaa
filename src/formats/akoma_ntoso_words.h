// Words into an element of a form, with as much of its markup as still fits.
// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>
#include <string>

namespace travaux::formats {

/// Makes an element say `words`. What stands before and behind the words that change keeps its
/// markup; notes stay, in their order.
void set_words(pugi::xml_node element, const std::string& words);

}  // namespace travaux::formats
