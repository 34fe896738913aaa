// SPDX-License-Identifier: MIT
#include "formats/document_view.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <map>

#include "formats/terms.h"

namespace travaux::formats {
namespace {

using namespace consolidation;

Term term_of(MarkKind kind) {
    switch (kind) {
        case MarkKind::deletion: return Term::deletion;
        case MarkKind::move: return Term::move_from;
        case MarkKind::join: return Term::join;
        case MarkKind::bracket: return Term::bracket;
        case MarkKind::reservation: return Term::reservation;
        case MarkKind::note: break;
    }
    return Term::note;
}

template <typename Visit>
void each_field(const Row& row, Visit visit) {
    visit(row.number);
    visit(row.heading);
    visit(row.text);
}

// Brackets that stand in the text, with their names, need no remark beside it.
bool is_printed_in(const Row& row, const Mark& mark, const Printing& printing) {
    if (printing.view == View::options && is_open(row.text)) return false;
    const auto at = static_cast<Witness>(&mark - row.marks.data());
    return std::ranges::any_of(row.text.tree, [&](const Node& node) {
        return node.kind == NodeKind::bracket_open && node.witnesses.front() == at;
    });
}

std::string joined(std::initializer_list<std::string> parts) {
    std::string result;
    for (const std::string& part : parts) {
        if (!part.empty()) result += (result.empty() ? "" : " ") + part;
    }
    return result;
}

}  // namespace

std::string by_line(const Consolidated& consolidated, std::span<const ProposalIndex> proposals,
                    const Printing& printing) {
    if (printing.sponsors == Sponsors::unnamed) return {};
    return names(consolidated, attribution_of(consolidated, proposals));
}

std::string base_text(const Consolidated& consolidated, const AnnotatedText& text) {
    return text::text_of(text.base, *consolidated.lexicon);
}

std::string title_of(const text::Draft& draft, const Consolidated& consolidated) {
    for (const Row& row : consolidated.rows) {
        if (row.provision_kind != text::ProvisionKind::title) continue;
        return joined({base_text(consolidated, row.number), base_text(consolidated, row.heading),
                       base_text(consolidated, row.text)});
    }
    if (!draft.title.empty()) return draft.title;
    return std::string(term(Term::consolidated_text, consolidated.language));
}

bool is_title_alone(const text::Draft& draft, const Consolidated& consolidated, const Row& row) {
    return row.provision_kind == text::ProvisionKind::title && !is_touched(row) &&
           title_of(draft, consolidated) ==
               joined({base_text(consolidated, row.number), base_text(consolidated, row.heading),
                       base_text(consolidated, row.text)});
}

bool is_touched(const Row& row) {
    return row.kind != RowKind::provision || !row.marks.empty() || is_open(row.number) ||
           is_open(row.heading) || is_open(row.text);
}

std::string line_in(text::Language language, std::string words) {
    if (language != text::Language::ar) return words;
    const auto bytes = static_cast<std::int32_t>(words.size());
    for (std::int32_t at = bytes; at > 0;) {
        const bool is_last = at == bytes;
        UChar32 sign = 0;
        U8_PREV(words.data(), 0, at, sign);
        const auto direction = sign < 0 ? U_RIGHT_TO_LEFT : u_charDirection(sign);
        if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) break;
        if (direction == U_LEFT_TO_RIGHT) return is_last ? words : words + "\u200E";
    }
    return words;
}

std::vector<Remark> remarks_of(const Consolidated& consolidated, const Row& row,
                               const Printing& printing) {
    std::vector<Remark> remarks;
    const auto label = [&](Term name) { return std::string(term(name, consolidated.language)); };
    for (const Mark& mark : row.marks) {
        if (is_printed_in(row, mark, printing)) continue;
        remarks.push_back({label(term_of(mark.kind)), mark.words,
                           by_line(consolidated, mark.proposals, printing)});
    }
    each_field(row, [&](const AnnotatedText& text) {
        for (const Target& target : text.targets) {
            if (!target.is_pending) continue;
            remarks.push_back({label(Term::pending),
                               text::text_of(target.words, *consolidated.lexicon),
                               by_line(consolidated, target.proposals, printing)});
        }
    });
    return remarks;
}

std::vector<OptionText> options_of(const Consolidated& consolidated, const AnnotatedText& text,
                                   const Printing& printing) {
    const auto language = consolidated.language;
    const auto label = [&](std::size_t number) {
        return std::string(term(Term::option, language)) + " " + std::to_string(number);
    };
    std::vector<OptionText> options;
    options.push_back(
        {label(1), base_text(consolidated, text), std::string(term(Term::draft, language))});
    for (const Target& target : text.targets) {
        if (target.is_pending) continue;
        options.push_back({label(options.size() + 1),
                           text::text_of(target.words, *consolidated.lexicon),
                           by_line(consolidated, target.proposals, printing)});
    }
    return options;
}

namespace {

// The draft's words and one target, as if nobody else had proposed anything.
AnnotatedText change_of(const Consolidated& consolidated, const AnnotatedText& text,
                        const Target& target) {
    AnnotatedText change;
    change.base = text.base;
    change.targets.emplace_back();
    change.targets[0].words = target.words;
    const auto changes = hunks(change.base, change.targets[0].words);
    const Variant alone{change.targets[0].words, changes, std::nullopt};
    change.tree = layout({change.base, {&alone, 1}, {}, *consolidated.lexicon});
    return change;
}

}  // namespace

std::vector<std::string> subject_of(const Consolidated& consolidated, const Want& want,
                                    const std::function<std::string(ProvisionId)>& label_of) {
    const auto& rows = consolidated.rows;
    const auto name = [&](std::size_t at) {
        if (rows[at].kind != RowKind::insertion) return label_of(rows[at].id);
        std::string number = base_text(consolidated, rows[at].number);
        if (number.ends_with('.')) number.pop_back();
        return number;
    };
    const Row& own = rows[want.row];
    std::size_t holder = want.row;
    while (holder > 0 && rows[holder].depth >= own.depth) --holder;
    const bool is_new = own.kind == RowKind::insertion;
    std::vector<std::string> subject;
    if (is_new && rows[holder].depth < own.depth) subject.push_back(name(holder));
    subject.push_back(is_new && !want.label.empty() ? std::string{} : name(want.row));
    subject.push_back(want.label);
    std::erase(subject, "");
    return subject;
}

std::vector<Wants> wants_of(const Consolidated& consolidated) {
    std::map<std::string_view, std::vector<Want>> by_sponsor;
    const auto add = [&](const ProposalList& proposals, const auto& make_want) {
        for (const Attribution& one : attribution_of(consolidated, proposals)) {
            by_sponsor[one.sponsor].push_back(make_want());
        }
    };
    const auto label = [&](Term name) { return std::string(term(name, consolidated.language)); };
    for (std::size_t at = 0; at < consolidated.rows.size(); ++at) {
        const Row& row = consolidated.rows[at];
        if (row.kind == RowKind::insertion) {
            const std::string words =
                joined({base_text(consolidated, row.number), base_text(consolidated, row.heading),
                        base_text(consolidated, row.text)});
            add(row.proposed_by, [&] { return Want{at, label(Term::new_provision), words, {}}; });
        }
        each_field(row, [&](const AnnotatedText& text) {
            for (const Target& target : text.targets) {
                add(target.proposals, [&] {
                    if (!target.is_pending) {
                        return Want{at, {}, {}, change_of(consolidated, text, target)};
                    }
                    const std::string words = text::text_of(target.words, *consolidated.lexicon);
                    return Want{at, label(Term::pending), words, {}};
                });
            }
        });
        for (const Mark& mark : row.marks) {
            add(mark.proposals,
                [&] { return Want{at, label(term_of(mark.kind)), mark.words, {}}; });
        }
    }
    std::vector<Wants> result;
    for (auto& [sponsor, list] : by_sponsor)
        result.push_back({std::string(sponsor), std::move(list)});
    return result;
}

}  // namespace travaux::formats
