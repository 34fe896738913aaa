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
constexpr int text_width = 9026;  // of an A4 page with an inch around
// Half points.
constexpr std::array heading_sizes = {28, 26, 24, 24};
constexpr int title_size = 32;
constexpr int text_size = 24;
constexpr int small_size = 20;
constexpr int more_for_arabic = 4;  // its letters are lower than Latin ones of the same size

// What is said about the text; no lighter than paper and eyes allow.
constexpr std::string_view remark_colour = "1A4F9C";

struct Tags {
    std::string_view code;
    std::string_view tag;  ///< with the place whose spelling is meant: dictionaries ask for it
};
constexpr std::array<Tags, 6> tags = {{{"ar", "ar-SA"},
                                       {"zh", "zh-CN"},
                                       {"en", "en-GB"},
                                       {"fr", "fr-FR"},
                                       {"ru", "ru-RU"},
                                       {"es", "es-ES"}}};

// Words of each script have a language of their own.
void languages(XmlWriter& xml, std::string_view code) {
    std::string western = "en-GB";
    for (const Tags& one : tags) {
        if (one.code == code && code != "ar" && code != "zh") western = one.tag;
    }
    xml.empty("w:lang", {{"w:val", western}, {"w:eastAsia", "zh-CN"}, {"w:bidi", "ar-SA"}});
}

// Every script has a font that its readers have.
void fonts(XmlWriter& xml) {
    xml.empty("w:rFonts", {{"w:ascii", "Times New Roman"},
                           {"w:eastAsia", "SimSun"},
                           {"w:hAnsi", "Times New Roman"},
                           {"w:cs", "Traditional Arabic"}});
}

void size(XmlWriter& xml, int half_points) {
    xml.empty("w:sz", {{"w:val", std::to_string(half_points)}});
    xml.empty("w:szCs", {{"w:val", std::to_string(half_points + more_for_arabic)}});
}

void bold(XmlWriter& xml) {
    xml.empty("w:b");
    xml.empty("w:bCs");
}

void colour(XmlWriter& xml, std::string_view rgb) {
    xml.empty("w:color", {{"w:val", std::string(rgb)}});
}

void spacing(XmlWriter& xml, int before, int after) {
    xml.empty("w:spacing",
              {{"w:before", std::to_string(before)}, {"w:after", std::to_string(after)}});
}

void defaults(XmlWriter& xml, std::string_view language) {
    xml.open("w:docDefaults");
    xml.open("w:rPrDefault");
    xml.open("w:rPr");
    fonts(xml);
    size(xml, text_size);
    languages(xml, language);
    xml.close();
    xml.close();
    xml.open("w:pPrDefault");
    xml.open("w:pPr");
    // With it, LibreOffice leaves headings alone at the foot of a page before three lines.
    xml.empty("w:widowControl", {{"w:val", "0"}});
    spacing(xml, 0, space_after);
    xml.close();
    xml.close();
    xml.close();
}

void open_style(XmlWriter& xml, const std::string& id, const std::string& name) {
    xml.open("w:style", {{"w:type", "paragraph"}, {"w:styleId", id}});
    xml.empty("w:name", {{"w:val", name}});
    xml.empty("w:basedOn", {{"w:val", "Normal"}});
}

void heading(XmlWriter& xml, const std::string& id, const std::string& name, int half_points,
             const std::string& outline_level) {
    open_style(xml, id, name);
    xml.empty("w:next", {{"w:val", "Normal"}});
    xml.empty("w:qFormat");
    xml.open("w:pPr");
    xml.empty("w:keepNext");
    spacing(xml, 2 * space_after, space_after);
    xml.empty("w:jc", {{"w:val", "center"}});
    if (!outline_level.empty()) xml.empty("w:outlineLvl", {{"w:val", outline_level}});
    xml.close();
    xml.open("w:rPr");
    bold(xml);
    size(xml, half_points);
    xml.close();
    xml.close();
}

// Labels of what stands in a list hang before its words.
void provision(XmlWriter& xml, int level) {
    open_style(xml, "Provision" + std::to_string(level), "Provision " + std::to_string(level));
    xml.empty("w:qFormat");
    xml.open("w:pPr");
    if (level > 1) {
        const Indent indent = indent_of("Provision" + std::to_string(level));
        xml.empty("w:ind", {{"w:left", std::to_string(indent.left)},
                            {"w:hanging", std::to_string(indent.hanging)}});
    }
    xml.close();
    xml.close();
}

// What is said about the provision above.
void remark(XmlWriter& xml) {
    open_style(xml, "Remark", "Remark");
    xml.empty("w:qFormat");
    xml.open("w:pPr");
    spacing(xml, 0, space_after / 2);
    xml.empty("w:ind", {{"w:left", std::to_string(2 * indent_per_level)}});
    xml.close();
    xml.open("w:rPr");
    colour(xml, remark_colour);
    size(xml, small_size);
    xml.close();
    xml.close();
}

// What is said about the whole text, under its title.
void subtitle(XmlWriter& xml) {
    open_style(xml, "Subtitle", "Subtitle");
    xml.empty("w:next", {{"w:val", "Normal"}});
    xml.empty("w:qFormat");
    xml.open("w:pPr");
    spacing(xml, 0, 2 * space_after);
    xml.empty("w:jc", {{"w:val", "center"}});
    xml.close();
    xml.open("w:rPr");
    colour(xml, remark_colour);
    size(xml, small_size);
    xml.close();
    xml.close();
}

void head(XmlWriter& xml) {
    open_style(xml, "Header", "header");
    xml.open("w:pPr");
    xml.open("w:pBdr");
    xml.empty("w:bottom",
              {{"w:val", "single"}, {"w:sz", "4"}, {"w:space", "4"}, {"w:color", "auto"}});
    xml.close();
    xml.open("w:tabs");
    xml.empty("w:tab", {{"w:val", "right"}, {"w:pos", std::to_string(text_width)}});
    xml.close();
    spacing(xml, 0, 0);
    xml.close();
    xml.open("w:rPr");
    size(xml, small_size);
    xml.close();
    xml.close();
}

void foot(XmlWriter& xml) {
    open_style(xml, "Footer", "footer");
    xml.open("w:pPr");
    xml.empty("w:jc", {{"w:val", "center"}});
    xml.close();
    xml.open("w:rPr");
    size(xml, small_size);
    xml.close();
    xml.close();
}

// What documents with a masthead have beside provisions: words at the side where lines begin.
struct PlainStyle {
    std::string_view id;
    std::string_view name;
    int half_points;
    bool is_bold;
    int before;
    int after;
    std::string_view outline_level;  // of headings
};
constexpr std::array plain_styles = {
    PlainStyle{"Masthead", "Masthead", small_size, false, 0, 0, ""},
    PlainStyle{"MastheadOrgan", "Masthead organ", 34, true, space_after, space_after, ""},
    PlainStyle{"MastheadBody", "Masthead body", text_size, true, 2 * space_after, 0, ""},
    PlainStyle{"DocumentTitle", "Document title", 28, true, 4 * space_after, 2 * space_after, ""},
    PlainStyle{"Section1", "Section 1", 26, true, 3 * space_after, space_after, "0"},
    PlainStyle{"Section2", "Section 2", text_size, true, 2 * space_after, space_after, "1"},
    PlainStyle{"Annex", "Annex", 26, true, 0, space_after, "0"},
    PlainStyle{"Cell", "Cell", small_size, false, space_after / 3, space_after / 3, ""},
    PlainStyle{"CellHead", "Cell head", small_size, true, space_after / 3, space_after / 3, ""},
};

void plain(XmlWriter& xml, const PlainStyle& style) {
    open_style(xml, std::string(style.id), std::string(style.name));
    xml.empty("w:qFormat");
    xml.open("w:pPr");
    if (!style.outline_level.empty()) xml.empty("w:keepNext");
    if (style.id == "Annex") xml.empty("w:pageBreakBefore");
    spacing(xml, style.before, style.after);
    if (!style.outline_level.empty()) {
        xml.empty("w:outlineLvl", {{"w:val", std::string(style.outline_level)}});
    }
    xml.close();
    xml.open("w:rPr");
    if (style.is_bold) bold(xml);
    size(xml, style.half_points);
    xml.close();
    xml.close();
}

// The symbol stands at the far side of the first line.
void symbol(XmlWriter& xml) {
    open_style(xml, "MastheadSymbol", "Masthead symbol");
    xml.open("w:pPr");
    spacing(xml, 0, 0);
    xml.empty("w:jc", {{"w:val", "right"}});
    xml.close();
    xml.open("w:rPr");
    bold(xml);
    size(xml, text_size);
    xml.close();
    xml.close();
}

// Words of a style that is bold, or has a colour.
void of_words(XmlWriter& xml, const std::string& id, const auto& properties) {
    xml.open("w:style", {{"w:type", "character"}, {"w:styleId", id}});
    xml.empty("w:name", {{"w:val", id}});
    xml.open("w:rPr");
    properties();
    xml.close();
    xml.close();
}

// Words of two texts that are compared. Lines tell them apart, and colours beside.
struct ComparedStyle {
    std::string_view id;
    std::string_view strike;     // an element
    std::string_view colour;     // no lighter than paper and eyes allow
    std::string_view underline;  // a kind of line
};
constexpr std::array compared_styles = {
    ComparedStyle{"Deleted", "w:strike", "9C1A1A", ""},
    ComparedStyle{"Inserted", "", remark_colour, "single"},
    ComparedStyle{"MovedAway", "w:dstrike", "1A6B2F", ""},
    ComparedStyle{"MovedHere", "", "1A6B2F", "double"},
    ComparedStyle{"MovedDeleted", "w:strike", "9C1A1A", "double"},
};

void compared(XmlWriter& xml, const ComparedStyle& style) {
    of_words(xml, std::string(style.id), [&] {
        if (!style.strike.empty()) xml.empty(style.strike);
        colour(xml, style.colour);
        if (style.underline.empty()) return;
        xml.empty("w:u", {{"w:val", std::string(style.underline)}});
    });
}

void notes(XmlWriter& xml) {
    for (const std::string kind : {"Footnote", "Endnote"}) {
        const std::string name = kind == "Footnote" ? "footnote" : "endnote";
        open_style(xml, kind + "Text", name + " text");
        xml.open("w:pPr");
        spacing(xml, 0, space_after / 2);
        xml.close();
        xml.open("w:rPr");
        size(xml, small_size);
        xml.close();
        xml.close();
        xml.open("w:style", {{"w:type", "character"}, {"w:styleId", kind + "Reference"}});
        xml.empty("w:name", {{"w:val", name + " reference"}});
        xml.open("w:rPr");
        xml.empty("w:vertAlign", {{"w:val", "superscript"}});
        xml.close();
        xml.close();
    }
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
    subtitle(xml);
    for (int level = 1; level <= heading_levels; ++level) {
        heading(xml, "Heading" + std::to_string(level), "heading " + std::to_string(level),
                heading_sizes.at(static_cast<std::size_t>(level - 1)), std::to_string(level - 1));
    }
    for (int level = 1; level <= provision_levels; ++level) provision(xml, level);
    remark(xml);
    head(xml);
    foot(xml);
    notes(xml);
    for (const PlainStyle& one : plain_styles) plain(xml, one);
    symbol(xml);
    of_words(xml, "Bracket", [&] {
        bold(xml);
        colour(xml, remark_colour);
    });
    of_words(xml, "Attribution", [&] {
        colour(xml, remark_colour);
        size(xml, small_size);
    });
    of_words(xml, "Verb", [&] {
        xml.empty("w:i");
        xml.empty("w:iCs");
    });
    for (const ComparedStyle& one : compared_styles) compared(xml, one);
    xml.close();
    return std::move(xml).finish();
}

Indent indent_of(std::string_view style) {
    constexpr std::string_view provision = "Provision";
    const int level = style.starts_with(provision) ? style.back() - '0' : 0;
    return level > 1 ? Indent{level * indent_per_level, indent_per_level} : Indent{};
}

}  // namespace travaux::docx
