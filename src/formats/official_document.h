// A document of an organization, as it is issued: a masthead, a title, numbered paragraphs, lists,
// tables and annexes, all in one language; and its printings as HTML and as a Word file.
//
// Nothing is decided here: whoever makes a document says every word of it. Words that read in the
// other direction stand between U+2068 and U+2069, as `lang::words` sets them off.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "docx/document.h"
#include "text/language.h"

namespace travaux::formats {

/// What stands over a document. What is not known is empty and takes no line.
struct Masthead {
    std::string organization;          ///< "United Nations"
    std::string organ;                 ///< "General Assembly"
    std::string symbol;                ///< `A/AC.291/22`
    std::vector<std::string> issue;    ///< distribution, date and original language
    std::string body;                  ///< the committee
    std::vector<std::string> sitting;  ///< session, place and dates, item of the agenda
};

/// A heading of a section (level 1) or of a part of one (level 2).
struct SectionHeading {
    int level = 1;
    std::string label;  ///< "I.", "A."; may be empty
    std::string words;
};

/// Words of a paragraph; a verb that opens one of a resolution stands in italics.
struct SaidWords {
    std::string words;
    bool is_verb = false;
};

/// A paragraph with its number, or without one; at level 2 it is a point of a list, at
/// level 3 one beneath it.
struct DocumentParagraph {
    int level = 1;
    std::string label;  ///< "12.", "(a)"; may be empty
    std::vector<SaidWords> phrases;
};

/// A table with a row of headings. Every row has as many cells as there are columns.
struct DocumentTable {
    std::string caption;  ///< for who cannot see that it is one
    std::vector<std::string> columns;
    std::vector<int> shares;  ///< of the width, a number for each column
    std::vector<std::vector<std::string>> rows;
};

/// Where an annex begins, on a page of its own.
struct AnnexHeading {
    std::string label;  ///< "Annex I"
    std::string title;
};

/// Lines of a treaty, centred: its title, or the number and the heading of a chapter or an article.
struct TreatyHeading {
    int level = 1;  ///< 1 for the title, to 4
    std::string words;
};

using Block =
    std::variant<SectionHeading, DocumentParagraph, DocumentTable, AnnexHeading, TreatyHeading>;

struct OfficialDocument {
    text::Language language = text::Language::en;
    Masthead masthead;
    std::string title;
    std::vector<std::string> subtitle;
    std::vector<Block> blocks;
};

/// Returns one HTML file without script.
[[nodiscard]] std::string print_official_html(const OfficialDocument& document);

/// Returns the style of that file, which is all that a browser has to allow.
[[nodiscard]] std::string official_style();

/// Returns the document as a Word file: the model, and its bytes.
[[nodiscard]] docx::Document official_word_document(const OfficialDocument& document);
[[nodiscard]] std::string write_official_word(const OfficialDocument& document);

}  // namespace travaux::formats
