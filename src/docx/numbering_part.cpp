// SPDX-License-Identifier: MIT
#include "docx/numbering_part.h"

#include <map>
#include <tuple>
#include <utility>

#include "base/xml_writer.h"
#include "docx/names.h"
#include "docx/styles.h"

namespace travaux::docx {
namespace {

/// What lists have in common that differ in their starts alone.
using Template = std::vector<std::tuple<std::string, std::string, std::string>>;

class NumberingWriter {
public:
    explicit NumberingWriter(const Document& document) : document_(document) {
        styles_.resize(document.lists.size());
        for (const Paragraph& one : document.paragraphs) {
            if (one.list && styles_[one.list->list].empty()) styles_[one.list->list] = one.style;
        }
    }

    std::string print() {
        xml_.open("w:numbering", {{"xmlns:w", std::string(word_namespace)}});
        // Word reads what lists have in common before the lists.
        std::vector<std::size_t> of_lists;
        for (std::size_t at = 0; at < document_.lists.size(); ++at) of_lists.push_back(common(at));
        for (std::size_t at = 0; at < of_lists.size(); ++at) list(at, of_lists[at]);
        xml_.close();
        return std::move(xml_).finish();
    }

private:
    // Returns the number of what a list has in common with others, which is written once.
    std::size_t common(std::size_t list) {
        Template key;
        for (const ListLevel& one : document_.lists[list].levels) {
            key.emplace_back(one.format, one.text, styles_[list]);
        }
        const auto [found, is_new] = templates_.emplace(key, templates_.size());
        if (!is_new) return found->second;
        xml_.open("w:abstractNum", {{"w:abstractNumId", std::to_string(found->second)}});
        xml_.empty("w:multiLevelType", {{"w:val", key.size() == 1 ? "singleLevel" : "multilevel"}});
        for (std::size_t at = 0; at < key.size(); ++at) {
            level(document_.lists[list].levels[at], at, styles_[list]);
        }
        xml_.close();
        xml_.line();
        return found->second;
    }

    void level(const ListLevel& level, std::size_t at, const std::string& style) {
        xml_.open("w:lvl", {{"w:ilvl", std::to_string(at)}});
        xml_.empty("w:start", {{"w:val", "1"}});
        xml_.empty("w:numFmt", {{"w:val", level.format}});
        xml_.empty("w:lvlText", {{"w:val", level.text}});
        xml_.empty("w:lvlJc", {{"w:val", "left"}});
        // Without a word on it, LibreOffice takes no indent for what the style says.
        const Indent indent = indent_of(style);
        xml_.open("w:pPr");
        xml_.empty("w:ind", {{"w:left", std::to_string(indent.left)},
                             {"w:hanging", std::to_string(indent.hanging)}});
        xml_.close();
        xml_.close();
    }

    void list(std::size_t at, std::size_t common) {
        xml_.open("w:num", {{"w:numId", number_of_list(at)}});
        xml_.empty("w:abstractNumId", {{"w:val", std::to_string(common)}});
        const auto& levels = document_.lists[at].levels;
        for (std::size_t level = 0; level < levels.size(); ++level) {
            xml_.open("w:lvlOverride", {{"w:ilvl", std::to_string(level)}});
            xml_.empty("w:startOverride", {{"w:val", std::to_string(levels[level].start)}});
            xml_.close();
        }
        xml_.close();
        xml_.line();
    }

    const Document& document_;
    std::vector<std::string> styles_;  // of the paragraphs of each list
    std::map<Template, std::size_t> templates_;
    XmlWriter xml_;
};

}  // namespace

std::string numbering_part(const Document& document) { return NumberingWriter(document).print(); }

std::string number_of_list(std::size_t list) { return std::to_string(list + 1); }

}  // namespace travaux::docx
