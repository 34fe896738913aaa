// SPDX-License-Identifier: MIT
#include "docx/write.h"

#include <utility>
#include <vector>

#include "docx/names.h"
#include "docx/numbering_part.h"
#include "docx/package_writer.h"
#include "docx/parts.h"
#include "docx/styles.h"

namespace travaux::docx {
namespace {

constexpr std::string_view main_path = "word/document.xml";

// The parts of a file in the order in which they are written.
class Parts {
public:
    explicit Parts(const Document& document) : document_(document) {}

    std::vector<WrittenPart> all() {
        properties();
        parts_.push_back({std::string(main_path),
                          std::string(part_types) + "document.main+xml",
                          main_part(document_),
                          {},
                          std::string(relationship_types) + "officeDocument"});
        of_text("styles", "styles", styles_part(document_.properties.language));
        if (!document_.lists.empty()) {
            of_text("numbering", "numbering", numbering_part(document_));
        }
        of_text("settings", "settings", settings_part(document_));
        if (!document_.heads.empty()) of_text("header1", "header", head_part(document_));
        of_text("footer1", "footer", foot_part());
        if (has_notes(document_, NoteKind::footnote)) {
            of_text("footnotes", "footnotes", notes_part(document_, NoteKind::footnote));
        }
        if (has_notes(document_, NoteKind::endnote)) {
            of_text("endnotes", "endnotes", notes_part(document_, NoteKind::endnote));
        }
        if (!document_.comments.empty()) {
            of_text("comments", "comments", comments_part(document_));
        }
        data();
        return std::move(parts_);
    }

private:
    void properties() {
        parts_.push_back({"docProps/core.xml",
                          "application/vnd.openxmlformats-package.core-properties+xml",
                          core_part(document_.properties),
                          {},
                          "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                          "core-properties"});
        if (document_.properties.company.empty()) return;
        parts_.push_back({"docProps/app.xml",
                          "application/vnd.openxmlformats-officedocument.extended-properties+xml",
                          app_part(document_.properties),
                          {},
                          std::string(relationship_types) + "extended-properties"});
    }

    // A part that the text names, of a kind.
    void of_text(const std::string& name, const std::string& kind, std::string bytes) {
        parts_.push_back({"word/" + name + ".xml", std::string(part_types) + kind + "+xml",
                          std::move(bytes), std::string(main_path),
                          std::string(relationship_types) + kind});
    }

    void data() {
        for (std::size_t at = 0; at < document_.data.size(); ++at) {
            const std::string& bytes = document_.data[at];
            const std::string number = std::to_string(at + 1) + ".xml";
            const std::string path = "customXml/item" + number;
            parts_.push_back({path,
                              {},
                              bytes,
                              std::string(main_path),
                              std::string(relationship_types) + "customXml"});
            parts_.push_back({"customXml/itemProps" + number,
                              "application/vnd.openxmlformats-officedocument."
                              "customXmlProperties+xml",
                              data_properties(bytes), path,
                              std::string(relationship_types) + "customXmlProps"});
        }
    }

    const Document& document_;
    std::vector<WrittenPart> parts_;
};

}  // namespace

std::string write(const Document& document) { return write_package(Parts(document).all()); }

}  // namespace travaux::docx
