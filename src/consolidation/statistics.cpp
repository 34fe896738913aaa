// SPDX-License-Identifier: MIT
#include "consolidation/statistics.h"

#include <map>

namespace travaux::consolidation {
namespace {

void add(Statistics& sum, const Statistics& more) {
    sum.brackets += more.brackets;
    sum.readings += more.readings;
    sum.words_open += more.words_open;
}

void count(Statistics& sum, const AnnotatedText& text) {
    std::size_t inside_until = 0;
    for (std::size_t at = 0; at < text.tree.size(); ++at) {
        const Node& node = text.tree[at];
        if (node.kind == NodeKind::place) ++sum.brackets;
        if (node.kind == NodeKind::insertion) ++sum.readings;
        if (node.kind == NodeKind::insertion || node.kind == NodeKind::deletion) {
            inside_until = std::max<std::size_t>(inside_until, node.subtree_end);
        }
        if (at < inside_until) sum.words_open += node.words.size();
    }
}

Statistics count(const Row& row) {
    Statistics sum;
    for (const AnnotatedText* text : {&row.number, &row.heading, &row.text}) {
        count(sum, *text);
        if (row.kind == RowKind::insertion) sum.words_open += text->base.size();
    }
    sum.brackets += row.marks.size();
    if (row.kind == RowKind::insertion) {
        ++sum.brackets;
        ++sum.readings;
    }
    return sum;
}

// What one target changes; nothing while its words are not of the printed language.
Statistics changes_of(const text::Words& base, const Target& target) {
    Statistics sum;
    if (target.is_pending) return sum;
    for (const Hunk& hunk : hunks(base, target.words)) {
        const std::uint32_t added = hunk.target_end - hunk.target_begin;
        ++sum.brackets;
        sum.readings += added > 0 ? 1U : 0U;
        sum.words_open += (hunk.end - hunk.begin) + added;
    }
    return sum;
}

bool holds_alone(text::ProvisionKind kind) {
    return kind == text::ProvisionKind::article || kind == text::ProvisionKind::preamble ||
           kind == text::ProvisionKind::annex || kind == text::ProvisionKind::title;
}

}  // namespace

Statistics statistics_of(const Consolidated& consolidated) {
    Statistics sum;
    for (const Row& row : consolidated.rows) add(sum, count(row));
    return sum;
}

std::vector<Statistics> statistics_by_article(const Consolidated& consolidated) {
    std::vector<Statistics> result;
    for (const Row& row : consolidated.rows) {
        if (row.kind == RowKind::provision && holds_alone(row.provision_kind)) {
            const auto& name = row.number.base.empty() ? row.heading.base : row.number.base;
            result.push_back({text::text_of(name, *consolidated.lexicon), 0, 0, 0});
        }
        if (!result.empty()) add(result.back(), count(row));
    }
    std::erase_if(result, [](const Statistics& one) { return one.brackets == 0; });
    return result;
}

std::vector<Statistics> statistics_by_sponsor(const Consolidated& consolidated) {
    std::map<std::string_view, Statistics> by_sponsor;
    const auto note = [&](const ProposalList& proposals, const Statistics& more) {
        for (const Attribution& one : attribution_of(consolidated, proposals)) {
            add(by_sponsor[one.sponsor], more);
        }
    };
    for (const Row& row : consolidated.rows) {
        Statistics inserted{{}, 1, 1, 0};
        for (const AnnotatedText* text : {&row.number, &row.heading, &row.text}) {
            for (const Target& target : text->targets) {
                note(target.proposals, changes_of(text->base, target));
            }
            inserted.words_open += text->base.size();
        }
        for (const Mark& mark : row.marks) note(mark.proposals, {{}, 1, 0, 0});
        if (row.kind == RowKind::insertion) note(row.proposed_by, inserted);
    }
    std::vector<Statistics> result;
    for (auto& [sponsor, sum] : by_sponsor) {
        sum.name = sponsor;
        result.push_back(sum);
    }
    return result;
}

}  // namespace travaux::consolidation
