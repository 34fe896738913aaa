// SPDX-License-Identifier: MIT
#include "formats/document_view.h"

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

}  // namespace

std::string by_line(const Consolidated& consolidated, std::span<const ProposalIndex> proposals,
                    const Printing& printing) {
    if (printing.sponsors == Sponsors::unnamed) return {};
    return names(consolidated, attribution_of(consolidated, proposals));
}

std::string base_text(const Consolidated& consolidated, const AnnotatedText& text) {
    return text::text_of(text.base, *consolidated.lexicon);
}

std::vector<Remark> remarks_of(const Consolidated& consolidated, const Row& row,
                               const Printing& printing) {
    std::vector<Remark> remarks;
    const auto label = [&](Term name) { return std::string(term(name, consolidated.language)); };
    for (const Mark& mark : row.marks) {
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

std::vector<Wants> wants_of(const Consolidated& consolidated) {
    std::map<std::string, std::vector<Want>> by_sponsor;
    const auto add = [&](const std::vector<ProposalIndex>& proposals, const Want& want) {
        for (const Attribution& one : attribution_of(consolidated, proposals)) {
            by_sponsor[one.sponsor].push_back(want);
        }
    };
    for (std::size_t at = 0; at < consolidated.rows.size(); ++at) {
        const Row& row = consolidated.rows[at];
        if (row.kind == RowKind::insertion) {
            const std::string words = base_text(consolidated, row.number) + " " +
                                      base_text(consolidated, row.heading) + " " +
                                      base_text(consolidated, row.text);
            add(row.proposed_by,
                {at, std::string(term(Term::new_provision, consolidated.language)), {}, words});
        }
        each_field(row, [&](const AnnotatedText& text) {
            for (const Target& target : text.targets) {
                add(target.proposals, {at,
                                       {},
                                       base_text(consolidated, text),
                                       text::text_of(target.words, *consolidated.lexicon)});
            }
        });
        for (const Mark& mark : row.marks) {
            add(mark.proposals,
                {at, std::string(term(term_of(mark.kind), consolidated.language)), {}, mark.words});
        }
    }
    std::vector<Wants> result;
    for (auto& [sponsor, list] : by_sponsor) result.push_back({sponsor, std::move(list)});
    return result;
}

}  // namespace travaux::formats
