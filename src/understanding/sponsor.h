// Which States, or groups of them, a file says that it comes from.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "docx/document.h"

namespace travaux::understanding {

/// Where a name was found.
enum class SponsorSource : std::uint8_t {
    told,
    heading,
    company,
    author,
    head,
    file_name,
    creator
};

struct Sponsors {
    std::vector<std::string> names;  ///< in English, sorted; empty where none was found
    SponsorSource source = SponsorSource::told;

    bool operator==(const Sponsors&) const = default;
};

/// Returns the member States, and the groups of States that often speak as one, that some words
/// name in any of the six languages: their names in English, sorted. Of names inside others, the
/// longer counts. Of long texts the first 10,000 bytes are read.
[[nodiscard]] std::vector<std::string> sponsors_named_in(std::string_view words);

/// Those names, and the words without them: line ends stand in their place, and letters of ASCII
/// are small.
struct Naming {
    std::vector<std::string> names;
    std::string rest;
};
[[nodiscard]] Naming naming_in(std::string_view words);

/// Returns the States that a file names, from the first of these that names any: its company, the
/// authors of its changes, its running heads, its name, its creator.
[[nodiscard]] Sponsors sponsors_in(const docx::Document& document, std::string_view file_name);

}  // namespace travaux::understanding
