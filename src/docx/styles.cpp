// SPDX-License-Identifier: MIT
#include "docx/styles.h"

#include <array>

#include "base/xml_writer.h"
#include "docx/names.h"
#include "docx/write.h"

namespace travaux::docx {
namespace {

// Twentieths of a point, as Word counts: half an inch for each level.
constexpr int indent_per_level = 720;
constexpr int space_after = 120;
// Half points.
constexpr std::array heading_sizes = {28, 26, 24, 24};
constexpr int title_size = 32;
constexpr int text_size = 24;

// Every script has a font that its readers have: the substitutes of LibreOffice have its measures.
void fonts(XmlWriter& xml) {
    xml.empty("w:rFonts", {{"w:ascii", "Times New Roman"},
                           {"w:eastAsia", "SimSun"},
                           {"w:hAnsi", "Times New Roman"},
                           {"w:cs", "Times New Roman"}});
}

void size(XmlWriter& xml, int half_points) {
    xml.empty("w:sz", {{"w:val", std::to_string(half_points)}});
    xml.empty("w:szCs", {{"w:val", std::to_string(half_points)}});
}

void defaults(XmlWriter& xml, const std::string& language) {
    xml.open("w:docDefaults");
    xml.open("w:rPrDefault");
    xml.open("w:rPr");
    fonts(xml);
    size(xml, text_size);
    xml.empty("w:lang", {{"w:val", language}, {"w:eastAsia", language}, {"w:bidi", language}});
    xml.close();
    xml.close();
    xml.open("w:pPrDefault");
    xml.open("w:pPr");
    xml.empty("w:spacing", {{"w:after", std::to_string(space_after)}});
    xml.close();
    xml.close();
    xml.close();
}

void open_style(XmlWriter& xml, const std::string& id, const std::string& name) {
    xml.open("w:style", {{"w:type", "paragraph"}, {"w:styleId", id}});
    xml.empty("w:name", {{"w:val", name}});
    xml.empty("w:basedOn", {{"w:val", "Normal"}});
    xml.empty("w:next", {{"w:val", "Normal"}});
    xml.empty("w:qFormat");
}

void heading(XmlWriter& xml, const std::string& id, const std::string& name, int half_points,
             const std::string& outline_level) {
    open_style(xml, id, name);
    xml.open("w:pPr");
    xml.empty("w:keepNext");
    xml.empty("w:spacing", {{"w:before", std::to_string(2 * space_after)},
                            {"w:after", std::to_string(space_after)}});
    xml.empty("w:jc", {{"w:val", "center"}});
    if (!outline_level.empty()) xml.empty("w:outlineLvl", {{"w:val", outline_level}});
    xml.close();
    xml.open("w:rPr");
    xml.empty("w:b");
    xml.empty("w:bCs");
    size(xml, half_points);
    xml.close();
    xml.close();
}

}  // namespace

std::string styles_part(const std::string& language) {
    XmlWriter xml;
    xml.open("w:styles", {{"xmlns:w", std::string(word_namespace)}});
    defaults(xml, language);
    xml.open("w:style", {{"w:type", "paragraph"}, {"w:default", "1"}, {"w:styleId", "Normal"}});
    xml.empty("w:name", {{"w:val", "Normal"}});
    xml.empty("w:qFormat");
    xml.close();
    heading(xml, "Title", "Title", title_size, "");
    for (int level = 1; level <= heading_levels; ++level) {
        heading(xml, "Heading" + std::to_string(level), "heading " + std::to_string(level),
                heading_sizes.at(static_cast<std::size_t>(level - 1)), std::to_string(level - 1));
    }
    for (int level = 1; level <= provision_levels; ++level) {
        open_style(xml, "Provision" + std::to_string(level), "Provision " + std::to_string(level));
        xml.open("w:pPr");
        xml.empty("w:ind", {{"w:left", std::to_string((level - 1) * indent_per_level)}});
        xml.close();
        xml.close();
    }
    xml.close();
    return std::move(xml).finish();
}

}  // namespace travaux::docx
