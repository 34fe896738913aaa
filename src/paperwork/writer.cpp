// SPDX-License-Identifier: MIT
#include "paperwork/writer.h"

namespace travaux::paperwork {

using formats::DocumentParagraph;
using formats::SectionHeading;

void Writer::section(std::string words) {
    add(SectionHeading{1, sayer_.label("paperwork.section_labels", ++sections_), std::move(words)});
    parts_ = 0;
}

void Writer::part(std::string words) {
    add(SectionHeading{2, sayer_.label("paperwork.part_labels", ++parts_), std::move(words)});
}

void Writer::numbered(std::string words) {
    add(DocumentParagraph{
        1, sayer_.say("paperwork.number", std::to_string(++paragraphs_)), {{std::move(words)}}});
}

void Writer::plain(std::string words) { add(DocumentParagraph{1, {}, {{std::move(words)}}}); }

void Writer::point(std::string label, std::string words) {
    add(DocumentParagraph{2, std::move(label), {{std::move(words)}}});
}

void Writer::subpoint(std::string label, std::string words) {
    add(DocumentParagraph{3, std::move(label), {{std::move(words)}}});
}

void Writer::table(formats::DocumentTable table) {
    if (!table.rows.empty()) add(std::move(table));
}

void Writer::annex(std::string label, std::string title) {
    add(formats::AnnexHeading{std::move(label), std::move(title)});
    sections_ = 0;
    paragraphs_ = 0;
}

}  // namespace travaux::paperwork
