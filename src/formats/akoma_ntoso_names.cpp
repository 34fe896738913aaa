// SPDX-License-Identifier: MIT
#include "formats/akoma_ntoso_names.h"

#include <algorithm>
#include <array>

namespace travaux::formats {
namespace {

constexpr std::string_view container = "hcontainer";
constexpr std::array<std::string_view, 17> elements = {
    container, container,   container,      "part",    "chapter", "section",
    "article", "paragraph", "subparagraph", "point",   container, container,
    container, container,   container,      container, container};

// The names after the convention of the United Nations (AKN4UN, naming convention): organization,
// date and number of the work, `@` behind the language of a version, `!main` of what is no
// attachment. A draft has no date and no number but those of its content.
constexpr std::string_view undated = "0001-01-01";

void levels(XmlWriter& xml, const DocumentHead& head) {
    const std::string work = "/akn/un/act/treaty/un/" + std::string(undated) + "/" + head.id;
    const std::string language(three_letter_code_of(head.language));
    const std::string expression = work + "/" + language + "@";
    const auto level = [&](std::string_view element, const std::string& main,
                           const std::string& uri) {
        xml.open(element);
        xml.empty("FRBRthis", {{"value", main}});
        xml.empty("FRBRuri", {{"value", uri}});
        if (element == "FRBRWork" && !head.title.empty()) {
            xml.empty("FRBRalias", {{"name", "title"}, {"value", head.title}});
        }
        xml.empty("FRBRdate", {{"name", "undated"}, {"date", std::string(undated)}});
        xml.empty("FRBRauthor", {{"href", "#un"}});
    };
    level("FRBRWork", work + "/!main", work);
    xml.empty("FRBRcountry", {{"value", "un"}});
    xml.empty("FRBRsubtype", {{"value", "treaty"}});
    xml.empty("FRBRnumber", {{"value", head.id}});
    xml.close();
    level("FRBRExpression", expression + "!main", expression);
    xml.empty("FRBRlanguage", {{"language", language}});
    xml.close();
    level("FRBRManifestation", expression + "!main.xml", expression + ".xml");
    xml.empty("FRBRformat", {{"value", "xml"}});
    xml.close();
}

}  // namespace

std::string_view element_of(text::ProvisionKind kind) {
    return elements[static_cast<std::size_t>(kind)];
}

std::string name_attribute(text::ProvisionKind kind) {
    return element_of(kind) == container ? std::string(name_of(kind)) : std::string{};
}

std::optional<text::ProvisionKind> kind_of(std::string_view element, std::string_view name) {
    if (element == container) {
        const auto kind = text::parse_provision_kind(name);
        return kind && element_of(*kind) == container ? kind : std::nullopt;
    }
    const auto found = std::ranges::find(elements, element);
    if (found == elements.end()) return std::nullopt;
    return static_cast<text::ProvisionKind>(found - elements.begin());
}

void open_references(XmlWriter& xml, const DocumentHead& head) {
    xml.open("akomaNtoso", {{"xmlns", std::string(akoma_ntoso_namespace)},
                            {"xmlns:t", std::string(own_namespace)}});
    xml.line();
    xml.open("act", {{"name", "treaty"}, {"contains", "singleVersion"}});
    xml.open("meta");
    xml.line();
    xml.open("identification", {{"source", std::string(program_reference)}});
    levels(xml, head);
    xml.close();
    xml.line();
    xml.open("references", {{"source", std::string(program_reference)}});
    xml.empty("TLCOrganization",
              {{"eId", "un"}, {"href", "/ontology/akn/un/un"}, {"showAs", "United Nations"}});
    xml.empty("TLCObject",
              {{"eId", "travaux"}, {"href", "/ontology/travaux"}, {"showAs", "Travaux"}});
}

void open_document(XmlWriter& xml, const DocumentHead& head) {
    open_references(xml, head);
    xml.close();
    xml.line();
}

void close_meta(XmlWriter& xml) {
    xml.close();
    xml.line();
}

}  // namespace travaux::formats
