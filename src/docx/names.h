// The names of namespaces and types that files are written with (ISO/IEC 29500, transitional).
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace travaux::docx {

inline constexpr std::string_view word_namespace =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Of attributes that name a relationship.
inline constexpr std::string_view reference_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
inline constexpr std::string_view relationships_namespace =
    "http://schemas.openxmlformats.org/package/2006/relationships";
inline constexpr std::string_view types_namespace =
    "http://schemas.openxmlformats.org/package/2006/content-types";

/// What the type of a relationship between parts begins with.
inline constexpr std::string_view relationship_types =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
/// What the type of a part of the text begins with, and ends with: `+xml`.
inline constexpr std::string_view part_types =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.";

}  // namespace travaux::docx
