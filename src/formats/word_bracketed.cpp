// The consolidated text with brackets as a Word file, paragraph by paragraph.
// SPDX-License-Identifier: MIT
#include <optional>
#include <utility>

#include "formats/document_view.h"
#include "formats/reference_links.h"
#include "formats/terms.h"
#include "formats/voting_view.h"
#include "formats/word_document.h"
#include "formats/word_frame.h"
#include "formats/word_sink.h"
#include "formats/word_tables.h"

namespace travaux::formats {
namespace {

using namespace consolidation;

constexpr std::string_view dot = " \xC2\xB7 ";
constexpr std::string_view dash = " \xE2\x80\x93 ";

bool is_heading(std::string_view style) { return style.starts_with("Heading") || style == "Title"; }

class BracketPrinter {
public:
    BracketPrinter(const text::Draft& draft, const Consolidated& consolidated,
                   const Printing& printing)
        : draft_(draft), consolidated_(consolidated), printing_(printing),
          document_(word_frame(
              draft, consolidated, printing,
              printing.view == View::clean ? WordsBefore::of_draft : WordsBefore::printed)),
          tables_(consolidated, document_), out_(document_, consolidated, printing) {}

    docx::Document print() {
        head();
        if (printing_.view == View::by_sponsor && printing_.sponsors == Sponsors::named) {
            by_sponsor();
        } else {
            for (std::size_t at = 0; at < consolidated_.rows.size(); ++at) {
                const std::size_t first = document_.paragraphs.size();
                if (tables_.is_row(at)) {
                    names_.push_back(word_name_of(consolidated_.rows[at].id));
                } else {
                    print_row(consolidated_.rows[at]);
                }
                tables_.set(at, first);
            }
            tables_.finish();
        }
        if (printing_.sponsors == Sponsors::named) proposals();
        return std::move(document_);
    }

private:
    [[nodiscard]] std::string word(Term name) const {
        return std::string(term(name, consolidated_.language));
    }
    [[nodiscard]] std::string announced(std::string label) const {
        return label.append(colon(consolidated_.language));
    }

    void head() {
        out_.begin("Title");
        out_.words(title_of(draft_, consolidated_));
        out_.begin("Subtitle");
        std::string text = word(Term::consolidated_text);
        text.append(dot).append(hex(consolidated_.draft.bytes).substr(0, 12)).append(dot);
        text.append(announced(word(Term::proposals)));
        out_.words(text.append(std::to_string(consolidated_.proposals.size())));
    }

    void print_row(const Row& row) {
        if (row.kind == RowKind::destination) return destination(row);
        if (is_title_alone(draft_, consolidated_, row)) return name_title(row);
        out_.begin(word_style_of(row.provision_kind, row.depth));
        const std::size_t first = document_.paragraphs.size() - 1;
        if (row.kind == RowKind::insertion) out_.bracket("[");
        label_and_heading(row);
        const bool has_options = printing_.view == View::options && is_open(row.text);
        if (!has_options) text(row);
        if (row.kind == RowKind::insertion) close_insertion(row);
        if (has_options) options(row);
        const bool says_something = first + 1 < document_.paragraphs.size() || !out_.is_empty();
        if (!says_something) {
            document_.paragraphs.pop_back();
        } else if (row.kind == RowKind::provision) {
            document_.paragraphs[first].names = std::exchange(names_, {});
            document_.paragraphs[first].names.push_back(word_name_of(row.id));
        }
        remarks(row);
        voting(row);
    }

    // The title stands at the head already.
    void name_title(const Row& row) { document_.paragraphs.front().names = {word_name_of(row.id)}; }

    void annotated(const Row& row, const AnnotatedText& text) {
        WordSink sink(consolidated_, row, printing_, out_);
        walk(consolidated_, text, {}, sink);
    }

    [[nodiscard]] static bool says_something(const AnnotatedText& text) {
        return !text.tree.empty();
    }

    void label_and_heading(const Row& row) {
        annotated(row, row.number);
        if (!says_something(row.heading)) return;
        if (says_something(row.number)) out_.words("\t");
        annotated(row, row.heading);
    }

    // Words under a heading stand in a paragraph of their own.
    void text(const Row& row) {
        if (!says_something(row.text)) return;
        if (says_something(row.heading) || is_heading(out_.last().style)) {
            if (says_something(row.heading) || says_something(row.number)) {
                out_.begin(word_style_of(text::ProvisionKind::paragraph, row.depth));
            }
        } else if (says_something(row.number)) {
            out_.words("\t");
        }
        annotated(row, row.text);
    }

    void close_insertion(const Row& row) {
        const std::string by = by_line(consolidated_, row.proposed_by, printing_);
        if (printing_.names == NamePlace::in_text) out_.remark(by);
        out_.bracket("]");
        if (printing_.names == NamePlace::in_footnotes) out_.remark(by);
    }

    void options(const Row& row) {
        for (const OptionText& option : options_of(consolidated_, row.text, printing_)) {
            out_.begin("Remark");
            std::string label = option.label;
            if (!option.by.empty()) label.append(" (").append(option.by).append(")");
            out_.words(announced(std::move(label)), "Attribution");
            out_.words(option.words);
        }
    }

    void remarks(const Row& row) {
        for (const Remark& remark : remarks_of(consolidated_, row, printing_)) {
            out_.begin("Remark");
            std::string text = remark.label;
            if (!remark.by.empty()) text.append(dash).append(remark.by);
            if (!remark.words.empty()) text = announced(std::move(text)).append(remark.words);
            out_.words(line_in(consolidated_.language, std::move(text)));
        }
    }

    void voting(const Row& row) {
        const auto at = static_cast<std::size_t>(&row - consolidated_.rows.data());
        const auto lines = voting_lines_of(consolidated_, at, printing_);
        if (lines.empty()) return;
        out_.begin("Remark");
        out_.words(word(Term::voting_order));
        for (std::size_t number = 1; number <= lines.size(); ++number) {
            const auto& [label, by, rejects] = lines[number - 1];
            std::string text = std::to_string(number).append(". ").append(label);
            if (!by.empty()) text.append(dash).append(by);
            if (!rejects.empty()) text.append(word(Term::voting_rejects)).append(rejects);
            out_.begin("Remark");
            out_.words(text);
        }
    }

    void destination(const Row& row) {
        out_.begin("Remark");
        out_.bracket("[");
        out_.words(announced(word(Term::move_here)).append(label_of(row.id)));
        close_insertion(row);
    }

    std::string label_of(ProvisionId provision) {
        if (!links_) links_.emplace(draft_, consolidated_);
        return links_->label_of(provision);
    }

    void by_sponsor() {
        // One sponsor's changes need no names.
        Printing unnamed = printing_;
        unnamed.sponsors = Sponsors::unnamed;
        WordParagraphs alone(document_, consolidated_, unnamed);
        for (const Wants& wants : wants_of(consolidated_)) {
            out_.begin("Heading4");
            out_.words(wants.sponsor);
            for (const Want& want : wants.list) {
                const Row& row = consolidated_.rows[want.row];
                alone.begin("Provision1");
                const auto subject = subject_of(consolidated_, want,
                                                [this](ProvisionId id) { return label_of(id); });
                std::string text;
                for (const std::string& one : subject) {
                    text = (text.empty() ? text : announced(std::move(text))).append(one);
                }
                const bool has_more = !want.words.empty() || !want.change.targets.empty();
                if (has_more) text = announced(std::move(text));
                alone.words(text.append(want.words));
                if (want.change.targets.empty()) continue;
                WordSink sink(consolidated_, row, unnamed, alone);
                walk(consolidated_, want.change, {}, sink);
            }
        }
    }

    void proposals() {
        const bool is_empty = consolidated_.proposals.empty();
        out_.begin(is_empty ? "Remark" : "Heading1");
        out_.words(word(is_empty ? Term::nothing : Term::proposals));
        for (const Proposal& proposal : consolidated_.proposals) {
            out_.begin("Provision1");
            std::string entry = proposal.id;
            entry.append(dash);
            for (const std::string& one : proposal.sponsors) {
                if (&one != &proposal.sponsors.front()) entry += list_comma(consolidated_.language);
                entry += one;
            }
            if (proposal.sponsors.empty()) entry += word(Term::withdrawn);
            if (!proposal.reason.empty()) entry.append(". ").append(proposal.reason);
            out_.words(line_in(consolidated_.language, std::move(entry)));
        }
    }

    const text::Draft& draft_;
    const Consolidated& consolidated_;
    const Printing& printing_;
    docx::Document document_;
    WordTables tables_;
    std::vector<std::string> names_;  // of rows of tables, which stand at their first cell
    WordParagraphs out_;
    std::optional<ReferenceLinks> links_;  // once a label is asked for
};

}  // namespace

docx::Document bracketed_document(const text::Draft& draft, const Consolidated& consolidated,
                                  const Printing& printing) {
    if (printing.view == View::clean) return tracked_document(draft, consolidated, printing);
    return BracketPrinter(draft, consolidated, printing).print();
}

}  // namespace travaux::formats
