// The form of a draft: the Akoma Ntoso document that somebody else made, from which it was read.
//
// The draft has the words, the form all else: names and ids of elements, markup inside the words,
// metadata. A form whose elements bear the ids of the provisions is the file of its draft.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "formats/akoma_ntoso_source.h"
#include "formats/draft_folder.h"

namespace travaux::formats {

/// The element of `proprietary` that says so.
inline constexpr const char* form_element = "travaux:form";

/// Reads an act, a bill, a portion, a document or a collection of them. Ids are derived from the
/// work and the `eId`, from the place where there is none, so that equal documents give equal
/// drafts, and language versions of one work equal ids. Without a language it is the one that the
/// file names. Other kinds of document are refused by name: `akoma_ntoso.*`.
[[nodiscard]] Result<DraftWithProvenance> import_akoma_ntoso(
    std::string_view xml, std::string_view file_name, std::optional<text::Language> language);

/// Returns the bytes of a document, with all that stands in it.
[[nodiscard]] std::string printed(const pugi::xml_document& document);

/// Whether a document is a form that bears the ids of provisions.
[[nodiscard]] bool is_form(const pugi::xml_document& document);

/// Reads the draft of such a form.
[[nodiscard]] Result<text::Draft> read_form(const pugi::xml_document& document,
                                            const AkomaNtosoSource& source);

/// Returns a form with the words that a draft now has. Nothing where the draft holds other
/// provisions than the form can say.
[[nodiscard]] std::optional<std::string> write_form(std::string_view form, const text::Draft& draft,
                                                    text::Language language);

}  // namespace travaux::formats
