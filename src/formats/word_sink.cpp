// SPDX-License-Identifier: MIT
#include "formats/word_sink.h"

#include <algorithm>
#include <utility>

#include "formats/document_view.h"
#include "formats/terms.h"
#include "text/word.h"

namespace travaux::formats {
namespace {

constexpr std::string_view dash = " \xE2\x80\x93 ";
constexpr std::string_view pilcrow = "\xC2\xB6";

}  // namespace

void WordParagraphs::begin(std::string style) {
    docx::Paragraph& next = document_.paragraphs.emplace_back();
    next.style = std::move(style);
    next.is_right_to_left = consolidated_.language == text::Language::ar;
    written_ = 0;
}

void WordParagraphs::go_on() { begin(last().style); }

void WordParagraphs::words(std::string_view text, std::string_view style) {
    if (text.empty()) return;
    auto& spans = last().spans;
    if (spans.empty() || spans.back().style != style) spans.push_back({{}, {}, std::string(style)});
    spans.back().text += text;
    written_ += text.size();
}

void WordParagraphs::remark(std::string_view text) {
    if (text.empty()) return;
    if (printing_.names == NamePlace::in_text) {
        words(dash, "Attribution");
        return words(text, "Attribution");
    }
    last().notes.push_back({document_.notes.size(), {}, written_});
    docx::Paragraph note;
    note.style = "FootnoteText";
    note.is_right_to_left = last().is_right_to_left;
    note.spans = {{std::string(text), {}}};
    document_.notes.push_back({docx::NoteKind::footnote, {}, {std::move(note)}});
}

std::string WordParagraphs::names_of(const Attributions& attributions) const {
    if (printing_.sponsors == Sponsors::unnamed) return {};
    return names(consolidated_, attributions);
}

// Inside a bracket the end of a paragraph is part of what is proposed, and is shown as a sign.
void WordSink::words(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(text::paragraph_break, at), text.size());
        out_.words(text.substr(at, end - at));
        if (end < text.size()) open_ > 0 ? out_.words(pilcrow) : out_.go_on();
        at = end + text::paragraph_break.size();
    }
}

void WordSink::close_deletion(const Attributions& only) {
    if (only.empty()) return close({});
    std::string text(term(Term::deletion, consolidated_.language));
    const std::string by = out_.names_of(only);
    if (!by.empty()) text.append(colon(consolidated_.language)).append(by);
    close(text);
}

void WordSink::close_mark(std::uint32_t mark) {
    close(by_line(consolidated_, row_.marks[mark].proposals, printing_));
}

void WordSink::open() {
    out_.bracket("[");
    ++open_;
}

// A name stands inside the bracket, the mark of a note behind it.
void WordSink::close(std::string_view remark) {
    --open_;
    if (printing_.names == NamePlace::in_text) out_.remark(remark);
    out_.bracket("]");
    if (printing_.names == NamePlace::in_footnotes) out_.remark(remark);
}

}  // namespace travaux::formats
