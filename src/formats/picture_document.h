// A picture on a page of its own with the same said as a table: a flat OpenDocument text, of which
// LibreOffice makes a PDF file.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/language.h"

namespace travaux::formats {

struct PictureDocument {
    std::string title;
    text::Language language = text::Language::en;
    std::string svg;                   ///< the picture, as a file
    std::int64_t width = 0;            ///< of the picture; with `height` it has a shape
    std::int64_t height = 0;           ///< more than 0, as is `width`
    std::string said;                  ///< what the picture shows, for who does not see it
    std::vector<std::string> columns;  ///< heads of the table
    std::vector<std::vector<std::string>> rows;  ///< as long as `columns`
};

/// Returns the document as one XML file: a page of A4 across, with the picture as large as fits,
/// then the table. Arabic runs from right to left, but the letters of the picture: LibreOffice 7.4
/// lays them out in one direction.
[[nodiscard]] std::string print_picture(const PictureDocument& document);

}  // namespace travaux::formats
