// The XML of an Akoma Ntoso file: parsed within bounds, refused with the line.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace travaux::formats {

/// Whether what is no part of a text is read too: comments and instructions.
enum class Remarks : std::uint8_t { dropped, kept };

class AkomaNtosoSource {
public:
    AkomaNtosoSource(std::string_view xml, std::string_view file_name)
        : xml_(xml), file_name_(file_name) {}

    /// Parses the file. Errors: `akoma_ntoso.empty`, `too_large`, `not_utf8`, `document_type`,
    /// `entity_unknown`, `too_deep`, `malformed`.
    [[nodiscard]] Result<pugi::xml_document> parse(Remarks remarks) const;

    /// Returns a refusal with the line of an offset; what is missing has none, -1.
    [[nodiscard]] std::unexpected<Error> refuse(std::string id, std::ptrdiff_t offset,
                                                std::string detail = {}) const;

private:
    [[nodiscard]] Result<void> check_markup() const;
    [[nodiscard]] Result<void> check_entity(std::size_t at) const;

    std::string_view xml_;
    std::string_view file_name_;
};

}  // namespace travaux::formats
