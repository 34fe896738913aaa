// SPDX-License-Identifier: MIT
#include "formats/voting_view.h"

#include <algorithm>

#include "formats/document_view.h"
#include "formats/terms.h"

namespace travaux::formats {
namespace {

using namespace consolidation;

std::string option_label(std::size_t number, text::Language language) {
    return std::string(term(Term::option, language)) + " " + std::to_string(number);
}

// A reading of the text has the number that the view of options gives it.
std::string text_label(const Consolidated& consolidated, const AnnotatedText& text,
                       ProposalIndex proposal) {
    std::size_t number = 1;
    for (const Target& target : text.targets) {
        if (!target.is_pending) ++number;
        if (std::ranges::find(target.proposals, proposal) == target.proposals.end()) continue;
        if (!target.is_pending) return option_label(number, consolidated.language);
    }
    return std::string(term(Term::pending, consolidated.language));
}

std::string label_of(const Consolidated& consolidated, const Row& row, const VotingOption& option) {
    const auto named = [&](Term name) { return std::string(term(name, consolidated.language)); };
    switch (option.subject) {
        case VotingSubject::deletion: return named(Term::deletion);
        case VotingSubject::number: return named(Term::number);
        case VotingSubject::heading: return named(Term::heading);
        case VotingSubject::join: return named(Term::join);
        case VotingSubject::move: return named(Term::move_from);
        case VotingSubject::insertion: return named(Term::new_provision);
        case VotingSubject::text: break;
    }
    return text_label(consolidated, row.text, option.proposals.front());
}

// A label that several lines have is told apart by its place in the order.
std::string name_of(const std::vector<VotingLine>& lines, std::size_t at) {
    const std::string& label = lines[at].label;
    const bool is_unique = std::ranges::count(lines, label, &VotingLine::label) == 1;
    return is_unique ? label : label + " (" + std::to_string(at + 1) + ")";
}

std::string rejects_of(const Consolidated& consolidated, const VotingOption& option,
                       const std::vector<VotingLine>& lines, const Printing& printing) {
    const std::string comma(list_comma(consolidated.language));
    std::string result;
    for (const std::uint32_t other : option.rejects) {
        result += (result.empty() ? "" : comma) + name_of(lines, other);
    }
    if (printing.sponsors == Sponsors::unnamed) return result;
    for (const ProposalIndex moot : option.moots) {
        result += (result.empty() ? "" : comma) + consolidated.proposals[moot].id;
    }
    return result;
}

}  // namespace

std::vector<VotingLine> voting_lines_of(const Consolidated& consolidated, std::size_t row,
                                        const Printing& printing) {
    std::vector<VotingLine> lines;
    if (row >= printing.voting.size() || printing.voting[row].options.empty()) return lines;
    const auto& options = printing.voting[row].options;
    for (const VotingOption& option : options) {
        lines.push_back({label_of(consolidated, consolidated.rows[row], option),
                         by_line(consolidated, option.proposals, printing),
                         {}});
    }
    for (std::size_t at = 0; at < options.size(); ++at) {
        lines[at].rejects = rejects_of(consolidated, options[at], lines, printing);
    }
    if (consolidated.rows[row].kind != RowKind::insertion) {
        lines.push_back({std::string(term(Term::draft_words, consolidated.language)), {}, {}});
    }
    return lines;
}

}  // namespace travaux::formats
