// SPDX-License-Identifier: MIT
#include "formats/word_document.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "docx/write.h"
#include "formats/document_view.h"
#include "formats/terms.h"
#include "formats/tracked_words.h"
#include "formats/word_frame.h"
#include "formats/word_numbering.h"
#include "formats/word_tables.h"

namespace travaux::formats {
namespace {

using namespace consolidation;
using docx::Changes;
using text::ProvisionKind;

class TrackedPrinter {
public:
    TrackedPrinter(const text::Draft& draft, const Consolidated& consolidated,
                   const Printing& printing)
        : consolidated_(consolidated), printing_(printing),
          document_(word_frame(draft, consolidated, printing, WordsBefore::of_draft)),
          tables_(consolidated, document_), changes_(document_),
          words_(consolidated, printing, changes_), is_base_alone_(printing.view == View::clean),
          has_reason_(consolidated.proposals.size()) {
        for (std::size_t at = 0; at < consolidated.rows.size(); ++at) {
            if (consolidated.rows[at].kind == RowKind::provision) {
                row_of_.emplace(consolidated.rows[at].id, at);
            }
        }
        find_moves();
    }

    docx::Document print() {
        const auto& rows = consolidated_.rows;
        if (rows.empty() || rows.front().provision_kind != ProvisionKind::title) {
            docx::Paragraph title = paragraph(ProvisionKind::title, 0);
            title.spans = {{document_.properties.title, {}}};
            document_.paragraphs.push_back(std::move(title));
        }
        for (std::size_t at = 0; at < consolidated_.rows.size(); ++at) {
            const bool is_of_draft = consolidated_.rows[at].kind == RowKind::provision;
            if (!is_of_draft && is_base_alone_) continue;
            if (tables_.is_row(at)) {
                names_.push_back(word_name_of(consolidated_.rows[at].id));
                continue;
            }
            const std::size_t first = document_.paragraphs.size();
            row(at);
            tables_.set(at, first);
        }
        tables_.finish();
        return std::move(document_);
    }

private:
    // What lies around a row: the provision that holds it goes, or goes elsewhere.
    struct Outer {
        std::uint32_t depth;
        Changes changes;
    };

    [[nodiscard]] docx::Paragraph paragraph(ProvisionKind kind, std::uint32_t depth) const {
        docx::Paragraph result;
        result.style = word_style_of(kind, depth);
        result.is_right_to_left = consolidated_.language == text::Language::ar;
        return result;
    }

    void row(std::size_t at) {
        const Row& row = consolidated_.rows[at];
        if (is_base_alone_) return print_row(row, {});
        while (!outer_.empty() && outer_.back().depth >= row.depth) outer_.pop_back();
        if (row.kind == RowKind::destination) return destination(row);
        Changes around = outer_.empty() ? Changes{} : outer_.back().changes;
        if (row.kind == RowKind::insertion) {
            around = words_.brought(row.proposed_by);
        }
        const Mark* const move = mark_of(row, MarkKind::move);
        const Mark* const deletion = mark_of(row, MarkKind::deletion);
        const auto name = moves_.find(row.id);
        const bool is_moved = move != nullptr && name != moves_.end();
        if (is_moved) {
            around = words_.moved(docx::ChangeKind::move_from, move->proposals, name->second);
        }
        if (deletion != nullptr) around = words_.struck(around, deletion->proposals);
        if (move != nullptr && !is_moved) around = words_.struck(around, move->proposals);
        if (!around.empty()) outer_.push_back({row.depth, around});
        print_row(row, around);
    }

    [[nodiscard]] static const Mark* mark_of(const Row& row, MarkKind kind) {
        const auto found = std::ranges::find(row.marks, kind, &Mark::kind);
        return found == row.marks.end() ? nullptr : &*found;
    }

    // What goes to one place alone, from a place that stays, and with words that nobody changes, is
    // tracked as moved. Anything else is struck here, and inserted there: LibreOffice 7.4 loses the
    // end of a paragraph that moves and changes.
    void find_moves() {
        std::map<ProvisionId, std::vector<const Row*>> destinations;
        for (const Row& row : consolidated_.rows) {
            if (row.kind == RowKind::destination) destinations[row.id].push_back(&row);
        }
        std::vector<std::uint32_t> going;  // depths of what goes around a row
        for (const Row& row : consolidated_.rows) {
            if (row.kind != RowKind::provision) continue;
            while (!going.empty() && going.back() >= row.depth) going.pop_back();
            const Mark* const move = mark_of(row, MarkKind::move);
            const auto found = destinations.find(row.id);
            const bool is_one = move != nullptr && going.empty() && found != destinations.end() &&
                                found->second.size() == 1 &&
                                found->second.front()->proposed_by == move->proposals &&
                                is_untouched(row);
            if (is_one) moves_.emplace(row.id, "move" + std::to_string(moves_.size() + 1));
            if (move != nullptr || mark_of(row, MarkKind::deletion) != nullptr) {
                going.push_back(row.depth);
            }
        }
    }

    // Whether nothing is proposed for the words of a row and for what it holds, but that it moves.
    [[nodiscard]] bool is_untouched(const Row& first) const {
        const auto begin = consolidated_.rows.begin() + (&first - consolidated_.rows.data());
        const auto end = std::find_if(begin + 1, consolidated_.rows.end(),
                                      [&](const Row& one) { return one.depth <= first.depth; });
        return std::all_of(begin, end, [&](const Row& one) {
            const bool has_changes = !one.number.targets.empty() || !one.heading.targets.empty() ||
                                     !one.text.targets.empty() ||
                                     mark_of(one, MarkKind::deletion) != nullptr ||
                                     mark_of(one, MarkKind::join) != nullptr ||
                                     mark_of(one, MarkKind::bracket) != nullptr;
            const bool goes = &one != &first && mark_of(one, MarkKind::move) != nullptr;
            return one.kind == RowKind::provision && !has_changes && !goes;
        });
    }

    [[nodiscard]] bool says_something(const AnnotatedText& text) const {
        if (!text.base.empty()) return true;
        const auto has_words = [](const Target& target) {
            return !target.is_pending && !target.words.empty();
        };
        return !is_base_alone_ && std::ranges::any_of(text.targets, has_words);
    }
    [[nodiscard]] bool is_headed(const Row& row) const { return says_something(row.heading); }

    void field(const Row& row, const AnnotatedText& text, const Changes& around) {
        is_base_alone_ ? words_.base(text, around) : words_.field(row, text, around);
    }

    // Number and heading stand in one line, words under a heading in their own.
    void print_row(const Row& row, const Changes& around) {
        const bool has_number = says_something(row.number);
        const bool has_words = says_something(row.text);
        docx::Paragraph first = paragraph(row.provision_kind, row.depth);
        if (row.kind == RowKind::provision && !is_elsewhere_) {
            first.names = std::exchange(names_, {});
            first.names.push_back(word_name_of(row.id));
        }
        words_.begin(std::move(first));
        const bool is_joined = joined_ == &row && !is_base_alone_;
        const Changes number_around = is_joined ? words_.struck(around, joined_by_) : around;
        if (has_number) field(row, row.number, number_around);
        if (is_headed(row)) {
            if (has_number) words_.between("\t", around);
            field(row, row.heading, around);
        }
        if (is_headed(row) && has_words) {
            end(mark_of_heading(row.heading, around));
            words_.begin(paragraph(ProvisionKind::paragraph, row.depth));
        } else if (has_number && has_words) {
            words_.between("\t", number_around);
        }
        if (is_joined && has_words) words_.between(joined_with_, words_.brought(joined_by_));
        if (has_words) text_in_brackets(row, around);
        end(mark_after(row, around));
        comment_on(row);
    }

    // Somebody may want all of a text in brackets.
    void text_in_brackets(const Row& row, const Changes& around) {
        const auto is_around_all = [&](const Mark& mark) {
            return mark.kind == MarkKind::bracket && mark.words.empty() && !is_base_alone_;
        };
        const auto mark = std::ranges::find_if(row.marks, is_around_all);
        const bool has_brackets = mark != row.marks.end() && !row.text.base.empty();
        if (!has_brackets) return field(row, row.text, around);
        const Changes by = words_.brought(mark->proposals);
        words_.between("[", by);
        field(row, row.text, around);
        words_.between("]", by);
    }

    // The line of a heading comes where there was none, and goes with its last word.
    Changes mark_of_heading(const AnnotatedText& heading, const Changes& around) {
        if (is_base_alone_) return around;
        std::vector<Witness> all;
        std::vector<Witness> without;
        for (Witness at = 0; at < heading.targets.size(); ++at) {
            const Target& target = heading.targets[at];
            if (target.is_pending) continue;
            (target.words.empty() ? without : all).push_back(at);
        }
        if (heading.base.empty()) return changes_.inserted(words_.authors(heading, all));
        return without.empty() ? around : words_.struck(around, proposals_of(heading, without));
    }

    void end(const Changes& mark) {
        auto paragraphs = words_.finish(mark);
        if (first_of_row_ == SIZE_MAX) first_of_row_ = document_.paragraphs.size();
        for (auto& one : paragraphs) document_.paragraphs.push_back(std::move(one));
    }

    // A provision that takes the words of its next sibling loses its end, where the two stand
    // together and have no headings; else a comment says so.
    Changes mark_after(const Row& row, const Changes& around) {
        const Mark* const join = mark_of(row, MarkKind::join);
        if (join == nullptr || is_base_alone_) return around;
        const auto next = row_of_.find(join->other);
        const auto at = static_cast<std::size_t>(&row - consolidated_.rows.data());
        if (next == row_of_.end() || next->second != at + 1) return around;
        const Row& follower = consolidated_.rows[at + 1];
        if (is_headed(row) || is_headed(follower)) return around;
        joined_ = &follower;
        joined_by_ = join->proposals;
        joined_with_ = row.text.base.empty() ? "\t" : " ";
        return words_.struck(around, joined_by_);
    }

    // The words of what moves, as the draft has them, at the place that it moves to.
    void destination(const Row& row) {
        const auto from = row_of_.find(row.id);
        if (from == row_of_.end()) return;
        const auto name = moves_.find(row.id);
        const Changes around = name == moves_.end() ? words_.brought(row.proposed_by)
                                                    : words_.moved(docx::ChangeKind::move_to,
                                                                   row.proposed_by, name->second);
        const std::uint32_t depth = consolidated_.rows[from->second].depth;
        is_base_alone_ = is_elsewhere_ = true;
        for (std::size_t at = from->second; at < consolidated_.rows.size(); ++at) {
            const Row& one = consolidated_.rows[at];
            if (at > from->second && one.depth <= depth) break;
            if (one.kind == RowKind::provision) print_row(one, around);
        }
        is_base_alone_ = is_elsewhere_ = false;
    }

    void comment_on(const Row& row) {
        auto& first = document_.paragraphs[first_of_row_];
        first_of_row_ = SIZE_MAX;
        if (is_base_alone_) return;
        const auto add = [&](std::string author, std::string text) {
            first.comments.push_back(document_.comments.size());
            document_.comments.push_back({std::move(author), {}, std::move(text)});
        };
        for (const Remark& remark : remarks_of(consolidated_, row, printing_)) {
            add(remark.by.empty() ? std::string(term(Term::note, consolidated_.language))
                                  : remark.by,
                labelled(remark.label, remark.words));
        }
        if (printing_.sponsors == Sponsors::unnamed) return;
        for (const ProposalIndex at : proposals_on(row)) {
            const Proposal& proposal = consolidated_.proposals[at];
            if (has_reason_[at] || proposal.reason.empty()) continue;
            has_reason_[at] = true;
            const std::string label =
                std::string(term(Term::reason, consolidated_.language)) + " (" + proposal.id + ")";
            add(words_.authors(std::span(&at, 1)), labelled(label, proposal.reason));
        }
    }

    [[nodiscard]] std::string labelled(std::string text, std::string_view words) const {
        if (!words.empty()) text.append(colon(consolidated_.language)).append(words);
        return text;
    }

    // The proposals that touch a row, in their order.
    [[nodiscard]] static ProposalList proposals_on(const Row& row) {
        ProposalList all = row.proposed_by;
        const auto add = [&](const ProposalList& more) {
            all.insert(all.end(), more.begin(), more.end());
        };
        for (const AnnotatedText* field : {&row.number, &row.heading, &row.text}) {
            for (const Target& target : field->targets) add(target.proposals);
        }
        for (const Mark& mark : row.marks) add(mark.proposals);
        std::ranges::sort(all);
        all.erase(std::ranges::unique(all).begin(), all.end());
        return all;
    }

    const Consolidated& consolidated_;
    const Printing& printing_;
    docx::Document document_;
    WordTables tables_;
    std::vector<std::string> names_;  // of rows of tables, which stand at their first cell
    ChangeList changes_;
    TrackedWords words_;
    bool is_base_alone_;            // nothing proposed is shown
    bool is_elsewhere_ = false;     // a provision is shown where it would move to
    std::vector<bool> has_reason_;  // of each proposal, said already
    std::map<ProvisionId, std::size_t> row_of_;
    std::map<ProvisionId, std::string> moves_;  // names of what is tracked as moved
    std::vector<Outer> outer_;
    std::size_t first_of_row_ = SIZE_MAX;  // the paragraph in hand
    const Row* joined_ = nullptr;  // the row whose number goes, since another takes its words
    ProposalList joined_by_;
    std::string_view joined_with_;  // what then stands between the two
};

}  // namespace

docx::Document tracked_document(const text::Draft& draft, const Consolidated& consolidated,
                                const Printing& printing) {
    return TrackedPrinter(draft, consolidated, printing).print();
}

std::string write_word(const text::Draft& draft, const Consolidated& consolidated,
                       const Printing& printing) {
    return docx::write(numbered_by_lists(bracketed_document(draft, consolidated, printing)));
}

std::string write_tracked_word(const text::Draft& draft, const Consolidated& consolidated,
                               const Printing& printing) {
    return docx::write(numbered_by_lists(tracked_document(draft, consolidated, printing)));
}

}  // namespace travaux::formats
