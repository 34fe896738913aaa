// Plain text: the views of a consolidated text in lines of at most 100 columns.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "formats/document_view.h"
#include "formats/printing.h"
#include "formats/reference_links.h"
#include "formats/terms.h"
#include "formats/voting_view.h"
#include "text/word.h"

namespace travaux::formats {
namespace {

using namespace consolidation;

constexpr std::size_t columns_max = 100;

std::size_t columns(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) == 0x80U) continue;
        count += byte >= 0xE3 && byte <= 0xED ? 2U : 1U;  // Han and Hangul are two columns wide
    }
    return count;
}

// Breaks between words; a text without blanks breaks between characters.
void wrap(std::string& out, std::string_view text, std::size_t indent) {
    std::size_t column = indent;
    out.append(indent, ' ');
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.find(' ', at), text.size());
        std::string_view word = text.substr(at, end - at);
        const bool is_long = columns(word) > columns_max / 2;
        if (is_long) {
            end = at + 1;
            while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
                ++end;
            word = text.substr(at, end - at);
        }
        const std::size_t width = columns(word);
        if (column > indent && column + 1 + width > columns_max) {
            while (out.ends_with(' ')) out.pop_back();
            out += '\n';
            out.append(indent, ' ');
            column = indent;
        }
        out += word;
        column += width;
        at = end;
        if (at < text.size() && text[at] == ' ') {
            out += ' ';
            ++column;
            ++at;
        }
    }
    while (out.ends_with(' ')) out.pop_back();
    out += '\n';
}

class TextSink : public TreeSink {
public:
    TextSink(const Consolidated& consolidated, const Row& row, const Printing& printing)
        : consolidated_(consolidated), row_(row), printing_(printing) {}

    std::string result;

    void words(std::string_view text) override {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(text::paragraph_break, at), text.size());
            result += text.substr(at, end - at);
            if (end < text.size()) result += "\xC2\xB6";
            at = end + text::paragraph_break.size();
        }
    }
    void blank() override { result += ' '; }
    void open_deletion() override { result += '['; }
    void close_deletion(const Attributions& only) override {
        if (!only.empty()) {
            result += " \xE2\x80\x93 ";
            result += term(Term::deletion, consolidated_.language);
            if (named()) result += colon(consolidated_.language) + names(consolidated_, only);
        }
        result += ']';
    }
    void open_insertion() override { result += '['; }
    void close_insertion(const Attributions& by) override {
        if (named() && !by.empty()) result += " \xE2\x80\x93 " + names(consolidated_, by);
        result += ']';
    }
    void open_mark() override { result += '['; }
    void close_mark(std::uint32_t mark) override {
        const std::string by = by_line(consolidated_, row_.marks[mark].proposals, printing_);
        if (!by.empty()) result += " \xE2\x80\x93 " + by;
        result += ']';
    }

private:
    [[nodiscard]] bool named() const { return printing_.sponsors == Sponsors::named; }

    const Consolidated& consolidated_;
    const Row& row_;
    const Printing& printing_;
};

class TextPrinter {
public:
    TextPrinter(const text::Draft& draft, const Consolidated& consolidated,
                const Printing& printing)
        : draft_(draft), consolidated_(consolidated), printing_(printing),
          links_(draft, consolidated) {}

    std::string print() {
        head();
        if (printing_.view == View::by_sponsor && printing_.sponsors == Sponsors::named) {
            by_sponsor();
        } else {
            for (const Row& row : consolidated_.rows) print_row(row);
        }
        if (printing_.view != View::clean && printing_.sponsors == Sponsors::named) proposals();
        return std::move(out_);
    }

private:
    void line(std::string_view text, std::size_t indent = 0) { wrap(out_, text, indent); }

    void head() {
        line(title_of(draft_, consolidated_));
        line(std::string(term(Term::consolidated_text, consolidated_.language)) + " \xC2\xB7 " +
             hex(consolidated_.draft.bytes).substr(0, 12) + " \xC2\xB7 " +
             std::string(term(Term::proposals, consolidated_.language)) + ": " +
             std::to_string(consolidated_.proposals.size()));
        out_ += '\n';
    }

    std::string annotated(const Row& row, const AnnotatedText& text) const {
        if (printing_.view == View::clean) return base_text(consolidated_, text);
        TextSink sink(consolidated_, row, printing_);
        walk(consolidated_, text, {}, sink);
        return std::move(sink.result);
    }

    void print_row(const Row& row) {
        if (printing_.view == View::clean && row.kind != RowKind::provision) return;
        const std::size_t indent = std::min<std::size_t>(row.depth, 6) * 2;
        if (row.kind == RowKind::destination) return destination(row, indent);
        if (is_title_alone(draft_, consolidated_, row)) return;
        std::string text;
        for (const std::string& part : {annotated(row, row.number), annotated(row, row.heading),
                                        options(row) ? std::string{} : annotated(row, row.text)}) {
            if (part.empty()) continue;
            if (!text.empty()) text += ' ';
            text += part;
        }
        if (row.kind == RowKind::insertion) {
            const std::string by = by_line(consolidated_, row.proposed_by, printing_);
            text = "[" + text + (by.empty() ? "]" : " \xE2\x80\x93 " + by + "]");
        }
        if (!text.empty()) line(text, indent);
        if (options(row)) {
            for (const auto& option : options_of(consolidated_, row.text, printing_)) {
                line(option.label + (option.by.empty() ? "" : " (" + option.by + ")") + ": " +
                         option.words,
                     indent + 2);
            }
        }
        if (printing_.view != View::clean) {
            for (const Remark& remark : remarks_of(consolidated_, row, printing_)) {
                line(remark_line(remark), indent + 4);
            }
            voting(row, indent + 4);
        }
        if (!text.empty()) out_ += '\n';
    }

    void voting(const Row& row, std::size_t indent) {
        const auto at = static_cast<std::size_t>(&row - consolidated_.rows.data());
        const auto lines = voting_lines_of(consolidated_, at, printing_);
        if (lines.empty()) return;
        const auto language = consolidated_.language;
        line("* " + std::string(term(Term::voting_order, language)), indent);
        for (std::size_t number = 1; number <= lines.size(); ++number) {
            const auto& [label, by, rejects] = lines[number - 1];
            line(
                std::to_string(number) + ". " + label + (by.empty() ? "" : " \xE2\x80\x93 " + by) +
                    (rejects.empty() ? ""
                                     : std::string(term(Term::voting_rejects, language)) + rejects),
                indent + 2);
        }
    }

    [[nodiscard]] bool options(const Row& row) const {
        return printing_.view == View::options && is_open(row.text);
    }

    [[nodiscard]] std::string remark_line(const Remark& remark) const {
        return "* " + remark.label + (remark.by.empty() ? "" : " \xE2\x80\x93 " + remark.by) +
               (remark.words.empty() ? "" : colon(consolidated_.language) + remark.words);
    }

    void destination(const Row& row, std::size_t indent) {
        const std::string by = by_line(consolidated_, row.proposed_by, printing_);
        line("[" + std::string(term(Term::move_here, consolidated_.language)) +
                 colon(consolidated_.language) + links_.label_of(row.id) +
                 (by.empty() ? "" : " \xE2\x80\x93 " + by) + "]",
             indent);
        out_ += '\n';
    }

    // One sponsor's changes need no names.
    [[nodiscard]] std::string alone(const Row& row, const AnnotatedText& change) const {
        const Printing unnamed{printing_.view, Sponsors::unnamed};
        TextSink sink(consolidated_, row, unnamed);
        walk(consolidated_, change, {}, sink);
        return std::move(sink.result);
    }

    void by_sponsor() {
        for (const Wants& wants : wants_of(consolidated_)) {
            line(wants.sponsor);
            for (const Want& want : wants.list) {
                const Row& row = consolidated_.rows[want.row];
                std::string text = row.kind == RowKind::insertion
                                       ? base_text(consolidated_, row.number)
                                       : links_.label_of(row.id);
                text += colon(consolidated_.language) + want.label;
                if (!want.words.empty() && !want.label.empty()) {
                    text += colon(consolidated_.language);
                }
                text += want.words;
                if (!want.change.targets.empty()) text += alone(row, want.change);
                line(text, 2);
            }
            out_ += '\n';
        }
    }

    void proposals() {
        line(term(consolidated_.proposals.empty() ? Term::nothing : Term::proposals,
                  consolidated_.language));
        for (const Proposal& proposal : consolidated_.proposals) {
            std::string sponsors;
            for (const std::string& one : proposal.sponsors) {
                sponsors += (sponsors.empty() ? "" : list_comma(consolidated_.language)) + one;
            }
            if (sponsors.empty()) sponsors = term(Term::withdrawn, consolidated_.language);
            line(proposal.id + " \xE2\x80\x93 " + sponsors +
                     (proposal.reason.empty() ? "" : ". " + proposal.reason),
                 2);
        }
    }

    const text::Draft& draft_;
    const Consolidated& consolidated_;
    const Printing& printing_;
    ReferenceLinks links_;
    std::string out_;
};

}  // namespace

std::string print_text(const text::Draft& draft, const Consolidated& consolidated,
                       const Printing& printing) {
    return TextPrinter(draft, consolidated, printing).print();
}

}  // namespace travaux::formats
