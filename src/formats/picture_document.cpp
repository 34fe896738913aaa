// SPDX-License-Identifier: MIT
#include "formats/picture_document.h"

#include "base/base64.h"
#include "base/xml_writer.h"

namespace travaux::formats {
namespace {

// In tenths of a millimetre: A4 across, less its margins, and less the title above the picture.
constexpr std::int64_t room_across = 2670;
constexpr std::int64_t room_down = 1600;

std::string millimetres(std::int64_t tenths) {
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "mm";
}

class Writer {
public:
    explicit Writer(const PictureDocument& document)
        : document_(document), is_from_right_(document.language == text::Language::ar) {}

    std::string print() && {
        xml_.open("office:document",
                  {{"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
                   {"xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
                   {"xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
                   {"xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
                   {"xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"},
                   {"xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
                   {"xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"},
                   {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                   {"office:version", "1.2"},
                   {"office:mimetype", "application/vnd.oasis.opendocument.text"}});
        xml_.open("office:meta");
        element("dc:title", document_.title);
        element("dc:language", std::string(code_of(document_.language)));
        xml_.close();
        styles();
        xml_.open("office:body");
        xml_.open("office:text");
        xml_.open("text:h", {{"text:style-name", "title"}, {"text:outline-level", "1"}});
        xml_.text(document_.title);
        xml_.close();
        picture();
        table();
        xml_.close();
        xml_.close();
        xml_.close();
        return std::move(xml_).finish();
    }

private:
    void element(std::string_view name, std::string_view words) {
        xml_.open(name);
        xml_.text(words);
        xml_.close();
    }

    [[nodiscard]] std::string way() const { return is_from_right_ ? "rl-tb" : "lr-tb"; }

    void styles() {
        xml_.open("office:styles");
        xml_.open("style:default-style", {{"style:family", "paragraph"}});
        xml_.empty("style:paragraph-properties",
                   {{"style:writing-mode", way()}, {"fo:text-align", "start"}});
        const std::string language(code_of(document_.language));
        xml_.empty("style:text-properties", {{"fo:font-family", "Liberation Sans"},
                                             {"style:font-family-asian", "SimSun"},
                                             {"style:font-family-complex", "Traditional Arabic"},
                                             {"fo:font-size", "10pt"},
                                             {"style:font-size-asian", "10pt"},
                                             {"style:font-size-complex", "10pt"},
                                             {"fo:language", language},
                                             {"style:language-asian", language},
                                             {"style:language-complex", language}});
        xml_.close();
        paragraph_style("title", "14pt");
        paragraph_style("head", {});
        xml_.open("style:style", {{"style:name", "picture"}, {"style:family", "paragraph"}});
        xml_.empty("style:paragraph-properties", {{"style:writing-mode", "lr-tb"}});
        xml_.close();
        xml_.close();
        xml_.open("office:automatic-styles");
        xml_.open("style:page-layout", {{"style:name", "across"}});
        xml_.empty("style:page-layout-properties", {{"fo:page-width", "297mm"},
                                                    {"fo:page-height", "210mm"},
                                                    {"fo:margin", "15mm"},
                                                    {"style:print-orientation", "landscape"},
                                                    {"style:writing-mode", way()}});
        xml_.close();
        xml_.close();
        xml_.open("office:master-styles");
        xml_.empty("style:master-page",
                   {{"style:name", "Standard"}, {"style:page-layout-name", "across"}});
        xml_.close();
    }

    // Bold words of a size; of the size of all where that is empty.
    void paragraph_style(std::string_view name, std::string size) {
        xml_.open("style:style",
                  {{"style:name", std::string(name)}, {"style:family", "paragraph"}});
        xml_.empty("style:paragraph-properties", {{"fo:margin-bottom", "2mm"}});
        xml_.empty("style:text-properties", {{"fo:font-weight", "bold"},
                                             {"style:font-weight-complex", "bold"},
                                             {"style:font-weight-asian", "bold"},
                                             {"fo:font-size", size},
                                             {"style:font-size-complex", size},
                                             {"style:font-size-asian", size}});
        xml_.close();
    }

    void picture() {
        std::int64_t across = room_across;
        std::int64_t down = room_across * document_.height / document_.width;
        if (down > room_down) {
            across = room_down * document_.width / document_.height;
            down = room_down;
        }
        xml_.open("text:p", {{"text:style-name", "picture"}});
        xml_.open("draw:frame", {{"text:anchor-type", "as-char"},
                                 {"svg:width", millimetres(across)},
                                 {"svg:height", millimetres(down)}});
        xml_.open("draw:image");
        element("office:binary-data", base64(document_.svg));
        xml_.close();
        element("svg:title", document_.title);
        element("svg:desc", document_.said);
        xml_.close();
        xml_.close();
    }

    void table() {
        xml_.open("table:table");
        xml_.empty("table:table-column",
                   {{"table:number-columns-repeated", std::to_string(document_.columns.size())}});
        xml_.open("table:table-header-rows");
        row(document_.columns, "head");
        xml_.close();
        for (const auto& one : document_.rows) row(one, {});
        xml_.close();
    }

    void row(const std::vector<std::string>& cells, const std::string& style) {
        xml_.open("table:table-row");
        for (const std::string& cell : cells) {
            xml_.open("table:table-cell");
            xml_.open("text:p", {{"text:style-name", style}});
            xml_.text(cell);
            xml_.close();
            xml_.close();
        }
        xml_.close();
    }

    const PictureDocument& document_;
    bool is_from_right_;
    XmlWriter xml_;
};

}  // namespace

std::string print_picture(const PictureDocument& document) { return Writer(document).print(); }

}  // namespace travaux::formats
