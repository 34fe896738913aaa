// What the Akoma Ntoso files of drafts and of consolidated texts have in common.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/xml_writer.h"
#include "text/draft.h"

namespace travaux::formats {

inline constexpr std::string_view akoma_ntoso_namespace =
    "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
inline constexpr std::string_view own_namespace = "urn:travaux:draft:1";
inline constexpr std::string_view program_reference = "#travaux";

/// Returns the element of a kind: the standard's own where it has one, `hcontainer` elsewhere.
[[nodiscard]] std::string_view element_of(text::ProvisionKind kind);

/// Returns the `name` that `hcontainer` asks for, or nothing for an element of the standard.
[[nodiscard]] std::string name_attribute(text::ProvisionKind kind);

/// Returns the kind of an element with its `name`.
[[nodiscard]] std::optional<text::ProvisionKind> kind_of(std::string_view element,
                                                         std::string_view name);

/// What stands at the head of a document.
struct DocumentHead {
    std::string title;
    std::string id;
    text::Language language = text::Language::en;
};

/// Opens the document up to where `references` close: `proprietary` may follow, then `close_meta`.
void open_document(XmlWriter& xml, const DocumentHead& head);

/// Opens the document up to inside `references`.
void open_references(XmlWriter& xml, const DocumentHead& head);

/// Closes the head of the document.
void close_meta(XmlWriter& xml);

}  // namespace travaux::formats
