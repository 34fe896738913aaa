// Plain text: the views of a consolidated text in lines of at most 100 columns.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "base/ask_for.h"
#include "formats/document_view.h"
#include "formats/line_wrap.h"
#include "formats/printing.h"
#include "formats/terms.h"
#include "formats/voting_view.h"
#include "text/label_printer.h"
#include "text/word.h"

namespace travaux::formats {
namespace {

using namespace consolidation;

// Prints the breaks of paragraphs from `at` on.
void print_breaks(std::string& text, std::size_t at) {
    constexpr std::string_view sign = "\xC2\xB6";
    while ((at = text.find(text::paragraph_break, at)) != std::string::npos) {
        text.replace(at, text::paragraph_break.size(), sign);
    }
}

// Writes behind what stands in `out` already.
class TextSink : public TreeSink {
public:
    TextSink(const Consolidated& consolidated, const Row& row, const Printing& printing,
             std::string& out)
        : consolidated_(consolidated), row_(row), printing_(printing), out_(out) {}

    void words(std::string_view text) override { out_ += text; }
    void words(std::span<const text::Word> words, const text::Lexicon& lexicon,
               bool is_start) override {
        text::append_text(words, lexicon, out_, is_start);
    }
    void blank() override { out_ += ' '; }
    void open_deletion() override { out_ += '['; }
    void close_deletion(const Attributions& only) override {
        if (!only.empty()) {
            out_ += " \xE2\x80\x93 ";
            out_ += term(Term::deletion, consolidated_.language);
            if (named()) {
                out_ += colon(consolidated_.language);
                append_names(consolidated_, only, out_);
            }
        }
        out_ += ']';
    }
    void open_insertion() override { out_ += '['; }
    void close_insertion(const Attributions& by) override {
        if (named() && !by.empty()) {
            out_ += " \xE2\x80\x93 ";
            append_names(consolidated_, by, out_);
        }
        out_ += ']';
    }
    void open_mark() override { out_ += '['; }
    void close_mark(std::uint32_t mark) override {
        const std::string by = by_line(consolidated_, row_.marks[mark].proposals, printing_);
        if (!by.empty()) out_ += " \xE2\x80\x93 " + by;
        out_ += ']';
    }

private:
    [[nodiscard]] bool named() const { return printing_.sponsors == Sponsors::named; }

    const Consolidated& consolidated_;
    const Row& row_;
    const Printing& printing_;
    std::string& out_;
};

class TextPrinter {
public:
    TextPrinter(const text::Draft& draft, const Consolidated& consolidated,
                const Printing& printing)
        : draft_(draft), consolidated_(consolidated), printing_(printing),
          colon_(colon(consolidated.language)) {}

    std::string print() {
        out_.reserve(bytes_expected());
        head();
        if (printing_.view == View::by_sponsor && printing_.sponsors == Sponsors::named) {
            by_sponsor();
        } else {
            rows();
        }
        if (printing_.view != View::clean && printing_.sponsors == Sponsors::named) proposals();
        return std::move(out_);
    }

private:
    // While a row is printed, what the next two need is on its way: the tree, and then the words.
    void rows() {
        const std::span<const Row> all = consolidated_.rows;
        for (std::size_t at = 0; at < all.size(); ++at) {
            if (at + 2 < all.size()) ask_for(std::span<const Node>(all[at + 2].text.tree));
            if (at + 1 < all.size()) ask_for_words(all[at + 1].text);
            print_row(all[at]);
        }
    }

    // Room for more than is printed: a text that grows is copied again and again.
    [[nodiscard]] std::size_t bytes_expected() const {
        constexpr std::size_t per_word = 10;
        constexpr std::size_t per_target = 100;
        constexpr std::size_t per_proposal = 40;
        std::size_t bytes = per_proposal * consolidated_.proposals.size();
        for (const Row& row : consolidated_.rows) {
            for (const AnnotatedText* text : {&row.number, &row.heading, &row.text}) {
                bytes += per_word * text->base.size() + per_target * text->targets.size();
            }
        }
        return bytes;
    }

    void line(std::string_view text, std::size_t indent = 0) { append_wrapped(out_, text, indent); }

    void head() {
        line(title_of(draft_, consolidated_));
        line(std::string(term(Term::consolidated_text, consolidated_.language)) + " \xC2\xB7 " +
             hex(consolidated_.draft.bytes).substr(0, 12) + " \xC2\xB7 " +
             std::string(term(Term::proposals, consolidated_.language)) + ": " +
             std::to_string(consolidated_.proposals.size()));
        out_ += '\n';
    }

    // Appends an annotated text, with a blank between it and what stands in `out` already.
    void annotated(const Row& row, const AnnotatedText& text, std::string& out) const {
        const std::size_t before = out.size();
        if (before > 0) out += ' ';
        const std::size_t start = out.size();
        if (printing_.view == View::clean) {
            out += base_text(consolidated_, text);
        } else {
            TextSink sink(consolidated_, row, printing_, out);
            walk(consolidated_, text, {}, sink);
        }
        print_breaks(out, start);
        if (out.size() == start) out.resize(before);
    }

    void print_row(const Row& row) {
        if (printing_.view == View::clean && row.kind != RowKind::provision) return;
        const std::size_t indent = std::min<std::size_t>(row.depth, 6) * 2;
        if (row.kind == RowKind::destination) return destination(row, indent);
        if (is_title_alone(draft_, consolidated_, row)) return;
        std::string& text = row_text_;
        text.clear();
        annotated(row, row.number, text);
        annotated(row, row.heading, text);
        if (!options(row)) annotated(row, row.text, text);
        if (row.kind == RowKind::insertion) {
            const std::string by = by_line(consolidated_, row.proposed_by, printing_);
            text.insert(0, "[").append(by.empty() ? "" : " \xE2\x80\x93 ").append(by) += ']';
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
                line(line_in(consolidated_.language, remark_line(remark)), indent + 4);
            }
            voting(row, indent + 4);
        }
        if (!text.empty()) out_ += '\n';
    }

    std::string label_of(ProvisionId provision) {
        const auto at = text::find(draft_, provision);
        if (!at) return hex(provision.bytes);
        if (steps_.empty()) steps_ = text::label_steps(draft_, consolidated_.language);
        return text::label_of(steps_, *at, consolidated_.language);
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
               (remark.words.empty() ? "" : colon_ + remark.words);
    }

    void destination(const Row& row, std::size_t indent) {
        const std::string by = by_line(consolidated_, row.proposed_by, printing_);
        line("[" + std::string(term(Term::move_here, consolidated_.language)) + colon_ +
                 label_of(row.id) + (by.empty() ? "" : " \xE2\x80\x93 " + by) + "]",
             indent);
        out_ += '\n';
    }

    // One sponsor's changes need no names.
    [[nodiscard]] std::string alone(const Row& row, const AnnotatedText& change) const {
        const Printing unnamed{printing_.view, Sponsors::unnamed};
        std::string result;
        TextSink sink(consolidated_, row, unnamed, result);
        walk(consolidated_, change, {}, sink);
        print_breaks(result, 0);
        return result;
    }

    void by_sponsor() {
        for (const Wants& wants : wants_of(consolidated_)) {
            line(wants.sponsor);
            for (const Want& want : wants.list) {
                const Row& row = consolidated_.rows[want.row];
                const auto subject = subject_of(consolidated_, want,
                                                [this](ProvisionId id) { return label_of(id); });
                std::string text;
                for (const std::string& one : subject) text += (text.empty() ? "" : colon_) + one;
                if (!want.words.empty()) text += colon_ + want.words;
                if (!want.change.targets.empty()) text += colon_ + alone(row, want.change);
                line(text, 2);
            }
            out_ += '\n';
        }
    }

    void proposals() {
        line(term(consolidated_.proposals.empty() ? Term::nothing : Term::proposals,
                  consolidated_.language));
        std::string entry;
        for (const Proposal& proposal : consolidated_.proposals) {
            entry.assign(proposal.id).append(" \xE2\x80\x93 ");
            for (const std::string& one : proposal.sponsors) {
                if (&one != &proposal.sponsors.front()) entry += list_comma(consolidated_.language);
                entry += one;
            }
            if (proposal.sponsors.empty()) {
                entry += term(Term::withdrawn, consolidated_.language);
            }
            if (!proposal.reason.empty()) entry.append(". ").append(proposal.reason);
            line(line_in(consolidated_.language, std::move(entry)), 2);
        }
    }

    const text::Draft& draft_;
    const Consolidated& consolidated_;
    const Printing& printing_;
    std::string colon_;
    std::vector<text::LabelStep> steps_;  // once a label is asked for
    std::string out_;
    std::string row_text_;  // of the row in hand
};

}  // namespace

std::string print_text(const text::Draft& draft, const Consolidated& consolidated,
                       const Printing& printing) {
    return TextPrinter(draft, consolidated, printing).print();
}

}  // namespace travaux::formats
