// An annotated text as the words of a Word file: readings in brackets, sponsors behind them or in
// footnotes.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "docx/document.h"
#include "formats/printing.h"
#include "formats/tree_walk.h"

namespace travaux::formats {

/// Writes paragraphs into a document, one after the other.
class WordParagraphs {
public:
    /// All outlive this.
    WordParagraphs(docx::Document& document, const consolidation::Consolidated& consolidated,
                   const Printing& printing)
        : document_(document), consolidated_(consolidated), printing_(printing) {}

    /// Begins a paragraph of a style; what is written goes to its end.
    void begin(std::string style);

    /// Begins another like the one in hand, where the words of a text break.
    void go_on();

    [[nodiscard]] docx::Paragraph& last() { return document_.paragraphs.back(); }
    [[nodiscard]] bool is_empty() const { return document_.paragraphs.back().spans.empty(); }

    void words(std::string_view text, std::string_view style = {});
    void bracket(std::string_view sign) { words(sign, "Bracket"); }

    /// Says something about the words before: behind a dash, or in a footnote.
    void remark(std::string_view text);

    /// Returns sponsors as one text; nothing where they are left out.
    [[nodiscard]] std::string names_of(const Attributions& attributions) const;

private:
    docx::Document& document_;
    const consolidation::Consolidated& consolidated_;
    const Printing& printing_;
    std::size_t written_ = 0;  // bytes of the paragraph in hand
};

class WordSink : public TreeSink {
public:
    WordSink(const consolidation::Consolidated& consolidated, const consolidation::Row& row,
             const Printing& printing, WordParagraphs& out)
        : consolidated_(consolidated), row_(row), printing_(printing), out_(out) {}

    void words(std::string_view text) override;
    void blank() override { out_.words(" "); }
    void open_deletion() override { open(); }
    void close_deletion(const Attributions& only) override;
    void open_insertion() override { open(); }
    void close_insertion(const Attributions& by) override { close(out_.names_of(by)); }
    void open_mark() override { open(); }
    void close_mark(std::uint32_t mark) override;

private:
    void open();
    void close(std::string_view remark);

    const consolidation::Consolidated& consolidated_;
    const consolidation::Row& row_;
    const Printing& printing_;
    WordParagraphs& out_;
    std::size_t open_ = 0;  // brackets
};

}  // namespace travaux::formats
