// Writes a package: parts, what says their types, and what says which belongs to which
// (ECMA-376, part 2).
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace travaux::docx {

/// A part of a file, and the relationship that leads to it.
struct WrittenPart {
    std::string path;      ///< `word/styles.xml`
    std::string type;      ///< its content type; empty for plain XML
    std::string bytes;     ///< XML
    std::string owner;     ///< the path of the part that names it; empty for the package
    std::string relation;  ///< the type of the relationship
};

/// Returns the name of the relationship that leads to a part: `header1`.
[[nodiscard]] std::string relationship_id(std::string_view path);

/// Returns the bytes of a package. Equal parts have equal bytes: a file does not tell when it was
/// made. REQUIRES: paths differ; a part stands beside its owner or in a folder beside that one's.
[[nodiscard]] std::string write_package(const std::vector<WrittenPart>& parts);

}  // namespace travaux::docx
