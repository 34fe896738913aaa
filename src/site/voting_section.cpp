// SPDX-License-Identifier: MIT
#include "site/voting_section.h"

#include "consolidation/consolidate.h"
#include "consolidation/voting.h"
#include "formats/html_sink.h"
#include "formats/reference_links.h"
#include "formats/terms.h"
#include "formats/voting_view.h"
#include "site/forms.h"

namespace travaux::site {
namespace {

using consolidation::VotingOrder;
using formats::Term;

// The order is that of the working language, whatever language is shown.
std::vector<VotingOrder> orders_of(const host::ConsolidatedText& text) {
    const text::Language working = text.draft.working_language;
    if (text.consolidated.language == working) {
        return consolidation::voting_orders(text.draft, text.consolidated);
    }
    return consolidation::voting_orders(text.draft,
                                        consolidation::consolidate(text.draft, text.set, working));
}

class SuggestedVoting {
public:
    SuggestedVoting(const Visit& visit, const host::ConsolidatedText& text)
        : visit_(visit), text_(text), orders_(orders_of(text)) {
        printing_.voting = orders_;
    }

    [[nodiscard]] std::string print() const {
        const formats::ReferenceLinks links(text_.draft, text_.consolidated);
        std::string items;
        for (std::size_t row = 0; row < orders_.size(); ++row) {
            const auto& of = text_.consolidated.rows[row];
            const std::string label = of.kind == consolidation::RowKind::provision
                                          ? links.label_of(of.id)
                                          : word(Term::new_provision);
            items += at_row(row, label);
        }
        if (items.empty()) return {};
        return section_head(html(word(Term::voting_order)), "voting") + items;
    }

private:
    [[nodiscard]] std::string word(Term term) const {
        return std::string(formats::term(term, text_.consolidated.language));
    }

    [[nodiscard]] std::string at_row(std::size_t row, const std::string& label) const {
        const auto lines = formats::voting_lines_of(text_.consolidated, row, printing_);
        std::string options;
        for (std::size_t at = 0; at < lines.size(); ++at) {
            const auto& [name, by, rejects] = lines[at];
            options +=
                "<li>" + html(name) +
                (by.empty() ? std::string{} : " \xE2\x80\x93 " + formats::isolated(by)) +
                ways_to_decide(row, at) +
                (rejects.empty() ? std::string{}
                                 : html(word(Term::voting_rejects)) + formats::isolated(rejects)) +
                "</li>\n";
        }
        return options.empty()
                   ? options
                   : "<details><summary>" + html(label) + "</summary><ol class=\"voting\">\n" +
                         options + "</ol></details>\n";
    }

    // The draft's own words come last, and nobody has to decide for them.
    [[nodiscard]] std::string ways_to_decide(std::size_t row, std::size_t at) const {
        const auto& options = orders_[row].options;
        if (at >= options.size()) return {};
        std::vector<std::string> ways;
        for (const consolidation::ProposalIndex one : options[at].proposals) {
            const std::string& id = text_.consolidated.proposals[one].id;
            ways.push_back(link(visit_.to("/desk?proposal=" + id + "#decide"), html(id)));
        }
        return " (" + listed(ways, visit_.in.language) + ")";
    }

    const Visit& visit_;
    const host::ConsolidatedText& text_;
    std::vector<VotingOrder> orders_;
    formats::Printing printing_;
};

}  // namespace

std::string voting_section(const Visit& visit, const host::ConsolidatedText& text) {
    return SuggestedVoting(visit, text).print();
}

}  // namespace travaux::site
