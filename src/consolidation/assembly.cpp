// From the places of a consolidation to the rows of a consolidated text, in preorder.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <numeric>

#include "base/result.h"
#include "consolidation/consolidation.h"

namespace travaux::consolidation {
namespace {

// Handles are positions in the order of arrival; the text counts proposals in the order of ids.
using Renumbering = std::vector<ProposalIndex>;

void renumber(ProposalList& proposals, const Renumbering& to) {
    for (ProposalIndex& proposal : proposals) proposal = to[proposal];
}

void renumber(AnnotatedText& text, const Renumbering& to) {
    for (Target& target : text.targets) renumber(target.proposals, to);
}

void renumber(Row& row, const Renumbering& to) {
    renumber(row.number, to);
    renumber(row.heading, to);
    renumber(row.text, to);
    renumber(row.proposed_by, to);
    for (Mark& mark : row.marks) renumber(mark.proposals, to);
}

}  // namespace

class Consolidation::Assembly {
public:
    explicit Assembly(Consolidation& state) : state_(state) {}

    std::vector<Row> rows() {
        rows_.reserve(state_.rows_.size() + state_.inserted_.size() + state_.gaps_.size());
        children({}, 0);
        return std::move(rows_);
    }

private:
    void children(ProvisionId parent, std::uint32_t depth) {
        gap({parent, {}}, depth);
        const auto found = state_.children_.find(parent);
        if (found == state_.children_.end()) return;
        for (const ProvisionId& child : found->second) {
            row(*state_.rows_.at(child), RowKind::provision, depth);
            children(child, depth + 1);
            gap({parent, child}, depth);
        }
    }

    void gap(const Place& place, std::uint32_t depth) {
        const auto found = state_.gaps_.find(place);
        if (found == state_.gaps_.end()) return;
        for (const auto& [provision, proposals] : found->second->destinations) {
            destination(provision, proposals, depth);
        }
        for (auto& cluster : found->second->rows) {
            const std::vector<ProvisionId> parents(cluster.front()->ids.size(), place.parent);
            std::size_t at = 0;
            inserted(cluster, at, parents, depth);
        }
    }

    void destination(ProvisionId provision, const ProposalList& proposals, std::uint32_t depth) {
        Row row;
        row.kind = RowKind::destination;
        row.id = provision;
        if (const ProvisionRow* moved = state_.row(provision)) row.provision_kind = moved->kind;
        row.depth = depth;
        row.proposed_by = proposals;
        rows_.push_back(std::move(row));
    }

    // The row at `at` with all below it, and what others insert around them.
    void inserted(std::vector<std::unique_ptr<ProvisionRow>>& cluster, std::size_t& at,
                  const std::vector<ProvisionId>& parents, std::uint32_t depth) {
        ProvisionRow& root = *cluster[at++];
        const std::vector<ProvisionId> ids = root.ids;
        const std::uint32_t depth_inside = root.depth;
        row(root, RowKind::insertion, depth);
        for (const ProvisionId& id : ids) gap({id, {}}, depth + 1);
        while (at < cluster.size() && cluster[at]->depth > depth_inside) {
            inserted(cluster, at, ids, depth + 1);
        }
        for (std::size_t i = 0; i < ids.size(); ++i) gap({parents[i], ids[i]}, depth);
    }

    void row(ProvisionRow& from, RowKind kind, std::uint32_t depth) {
        Row row;
        row.kind = kind;
        row.id = from.ids.front();
        row.provision_kind = from.kind;
        row.depth = depth;
        row.number = std::move(from.number).take();
        row.heading = std::move(from.heading).take();
        row.text = std::move(from.text).take();
        row.proposed_by = std::move(from.proposed_by);
        row.marks = std::move(from.marks);
        rows_.push_back(std::move(row));
    }

    Consolidation& state_;
    std::vector<Row> rows_;
};

Consolidated Consolidation::finish() && {
    is_last_ = true;
    settle();
    Consolidated result;
    result.draft = text::id_of(draft_);
    result.language = language_;
    result.lexicon = lexicon_;
    result.rows = Assembly(*this).rows();
    if (is_ascending_ && is_complete_) {
        result.proposals = std::move(proposals_);
    } else {
        take_open(result);
    }
    result.sponsorship = Sponsorship(result.proposals);
    return result;
}

// Hands the open proposals over in the order of their ids, which the rows then follow.
void Consolidation::take_open(Consolidated& result) {
    number_open();
    std::vector<ProposalIndex> open(open_.begin(), open_.end());
    std::ranges::sort(open, order_);
    Renumbering to(proposals_.size());
    result.proposals.reserve(open.size());
    for (std::size_t at = 0; at < open.size(); ++at) {
        to[open[at]] = static_cast<ProposalIndex>(at);
        result.proposals.push_back(std::move(proposals_[open[at]]));
    }
    for (Row& row : result.rows) renumber(row, to);
}

}  // namespace travaux::consolidation
