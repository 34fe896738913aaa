// SPDX-License-Identifier: MIT
#include "consolidation/gap.h"

#include <algorithm>

#include "consolidation/cluster.h"
#include "consolidation/site.h"

namespace travaux::consolidation {
namespace {

using Rows = std::vector<std::unique_ptr<ProvisionRow>>;
using Shape = std::vector<std::pair<text::ProvisionKind, std::uint32_t>>;

struct Candidate {
    const Insertion* insertion;
    text::Words words;  // of all its fields, one after the other
};

Shape shape_of(const Insertion& insertion) {
    Shape shape;
    for (const NewProvision& provision : insertion.words->provisions) {
        shape.emplace_back(provision.kind, provision.depth);
    }
    return shape;
}

text::Words words_of(const Insertion& insertion, text::Lexicon& lexicon) {
    text::Words words;
    for (const NewProvision& provision : insertion.words->provisions) {
        for (const std::string* text :
             {&provision.wording.number, &provision.wording.heading, &provision.wording.text}) {
            const text::Words more = text::words_of(*text, lexicon);
            words.insert(words.end(), more.begin(), more.end());
        }
    }
    return words;
}

void add_fields(ProvisionRow& row, const text::Wording& wording, const Insertion& insertion,
                const ProposalOrder& order) {
    const auto add = [&](Field& field, const std::string& words) {
        if (text::text_of(field.annotated().base, field.lexicon()) == words) return;
        for (const ProposalIndex proposal : insertion.proposals) {
            field.add({words, words, insertion.is_pending}, proposal, order);
        }
    };
    add(row.number, wording.number);
    add(row.heading, wording.heading);
    add(row.text, wording.text);
}

Rows cluster_rows(const std::vector<const Insertion*>& members, text::Lexicon& lexicon,
                  const ProposalOrder& order) {
    const Insertion& leader = *members.front();
    Rows rows;
    for (std::size_t at = 0; at < leader.ids.size(); ++at) {
        const NewProvision& provision = leader.words->provisions[at];
        static const text::Wording nothing;
        const text::Wording& wording = leader.is_pending ? nothing : provision.wording;
        auto row = std::make_unique<ProvisionRow>(ProvisionRow{{},
                                                               provision.kind,
                                                               provision.depth,
                                                               Field(wording.number, lexicon),
                                                               Field(wording.heading, lexicon),
                                                               Field(wording.text, lexicon),
                                                               {},
                                                               {}});
        for (const Insertion* member : members) {
            row->ids.push_back(member->ids[at]);
            for (const ProposalIndex proposal : member->proposals) {
                insert_sorted(row->proposed_by, proposal, order);
            }
            add_fields(*row, member->words->provisions[at].wording, *member, order);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

std::vector<Rows> rows_of(const Gap& gap, text::Lexicon& lexicon, const ProposalOrder& order) {
    std::map<Shape, std::vector<Candidate>> by_shape;
    for (const auto& [root, insertion] : gap.insertions) {
        by_shape[shape_of(insertion)].push_back({&insertion, words_of(insertion, lexicon)});
    }
    const auto before = [&](const Candidate& a, const Candidate& b) {
        if (comes_before(a.words, b.words, lexicon)) return true;
        if (comes_before(b.words, a.words, lexicon)) return false;
        return a.insertion->ids.front() < b.insertion->ids.front();
    };
    std::vector<std::pair<Candidate, Rows>> clusters;
    for (auto& [shape, candidates] : by_shape) {
        std::ranges::sort(candidates, before);
        std::vector<Stretch> sequences;
        for (const Candidate& candidate : candidates) sequences.push_back(candidate.words);
        const std::vector<std::optional<std::size_t>> no_amendments(candidates.size());
        for (const Cluster& cluster : clusters_of(sequences, no_amendments)) {
            std::vector<const Insertion*> members;
            for (const std::size_t at : cluster) members.push_back(candidates[at].insertion);
            clusters.emplace_back(candidates[cluster.front()],
                                  cluster_rows(members, lexicon, order));
        }
    }
    std::ranges::sort(clusters,
                      [&](const auto& a, const auto& b) { return before(a.first, b.first); });
    std::vector<Rows> rows;
    for (auto& [candidate, cluster] : clusters) rows.push_back(std::move(cluster));
    return rows;
}

}  // namespace travaux::consolidation
