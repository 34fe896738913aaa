// Laws on sets of proposals: order, repetition, grouping and withdrawal play no part.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "consolidation/canonical.h"
#include "consolidation/law_run.h"

namespace travaux::consolidation {
namespace {

std::vector<Proposal> in_order(const std::vector<Proposal>& open,
                               const std::vector<std::size_t>& order) {
    std::vector<Proposal> proposals;
    for (const std::size_t at : order) proposals.push_back(open[at]);
    return proposals;
}

// The set without some proposals, and without what amends them.
ProposalSet without(const ProposalSet& set, const std::set<std::string>& left_out) {
    ProposalSet rest = set;
    for (bool progress = true; progress;) {
        progress = std::erase_if(rest.submitted, [&](const auto& item) {
                       return left_out.contains(item.first) ||
                              (!item.second.amends.empty() &&
                               !rest.submitted.contains(item.second.amends));
                   }) > 0;
    }
    const auto is_gone = [&](const Support& support) {
        return !rest.submitted.contains(support.proposal);
    };
    std::erase_if(rest.supports, is_gone);
    std::erase_if(rest.withdrawals, is_gone);
    return rest;
}

std::set<ProvisionId> touched_by(const Proposal& proposal) {
    std::set<ProvisionId> ids;
    for (const Part& part : proposal.parts) {
        std::visit(
            [&](const auto& one) {
                if constexpr (requires { one.provision; }) ids.insert(one.provision);
            },
            part);
    }
    return ids;
}

std::map<ProvisionId, std::string> bytes_of_rows(const Consolidated& text) {
    std::map<ProvisionId, std::string> rows;
    for (const Row& row : text.rows) {
        if (row.kind == RowKind::provision) rows[row.id] = canonical(text, row);
    }
    return rows;
}

// What a proposal without sponsors carries must stay, or the carrier goes with it.
bool stands_alone(const LawRun& run, const Proposal& proposal) {
    return proposal.amends.empty() && std::ranges::none_of(run.open, [&](const Proposal& other) {
               return other.amends == proposal.id;
           });
}

}  // namespace

void check_commutative(LawRun& run) {
    for (std::uint32_t round = 0; round < run.input.permutations; ++round) {
        const auto proposals = in_order(run.open, run.drawn_order());
        const auto text =
            run.engine.incremental(run.input.draft, proposals, {}, Settling::at_the_end);
        run.expect(canonical(text) == run.bytes,
                   [&] { return "permutation " + std::to_string(round + 1); });
    }
}

void check_idempotent(LawRun& run) {
    const ProposalSet twice = join(run.input.set, run.input.set);
    const auto text =
        run.engine.consolidate(run.input.draft, twice, run.input.draft.working_language);
    run.expect(canonical(text) == run.bytes, [] { return std::string("the whole set"); });
}

void check_associative(LawRun& run) {
    ProposalSet parts[3];
    for (const auto& [id, proposal] : run.input.set.submitted) {
        parts[run.below(3)].submitted.emplace(id, proposal);
    }
    for (const Support& support : run.input.set.supports) {
        parts[run.below(3)].supports.insert(support);
    }
    for (const Support& support : run.input.set.withdrawals) {
        parts[run.below(3)].withdrawals.insert(support);
    }
    for (const Drop& drop : run.input.set.drops) parts[run.below(3)].drops.insert(drop);
    for (const Drop& drop : run.input.set.reconsidered) {
        parts[run.below(3)].reconsidered.insert(drop);
    }
    const auto language = run.input.draft.working_language;
    const auto left = join(join(parts[0], parts[1]), parts[2]);
    const auto right = join(parts[2], join(parts[1], parts[0]));
    for (const ProposalSet* set : {&left, &right}) {
        run.expect(canonical(run.engine.consolidate(run.input.draft, *set, language)) == run.bytes,
                   [] { return std::string("three drawn subsets"); });
    }
}

void check_incremental(LawRun& run) {
    const auto proposals = in_order(run.open, run.drawn_order());
    const auto text = run.engine.incremental(run.input.draft, proposals, {}, Settling::after_each);
    run.expect(canonical(text) == run.bytes, [] { return std::string("a drawn order"); });
}

void check_reversible(LawRun& run) {
    std::vector<std::size_t> removed;
    std::set<std::string> ids;
    for (const std::size_t at : run.drawn_order()) {
        if (run.below(2) == 0 && stands_alone(run, run.open[at])) {
            removed.push_back(at);
            ids.insert(run.open[at].id);
        }
    }
    const auto text =
        run.engine.incremental(run.input.draft, run.open, removed, Settling::after_each);
    // Dropping by decision leaves the same text, and reconsidering that the former one.
    ProposalSet rest = run.input.set;
    for (const std::string& id : ids) rest.drops.insert({id, "law 7"});
    const auto language = run.input.draft.working_language;
    const auto expected = run.engine.consolidate(run.input.draft, rest, language);
    run.expect(canonical(text) == canonical(expected),
               [&] { return std::to_string(removed.size()) + " withdrawn proposals"; });
    for (const std::string& id : ids) rest.reconsidered.insert({id, "law 7"});
    const auto again = run.engine.consolidate(run.input.draft, rest, language);
    run.expect(canonical(again) == run.bytes,
               [&] { return std::to_string(removed.size()) + " reconsidered proposals"; });
}

void check_monotone(LawRun& run) {
    std::set<std::string> left_out;
    for (const Proposal& proposal : run.open) {
        if (run.below(2) == 0 && stands_alone(run, proposal)) left_out.insert(proposal.id);
    }
    const ProposalSet smaller = without(run.input.set, left_out);
    std::vector<std::size_t> removed;
    for (std::size_t at = 0; at < run.open.size(); ++at) {
        if (left_out.contains(run.open[at].id)) removed.push_back(at);
    }
    const auto restricted =
        run.engine.incremental(run.input.draft, run.open, removed, Settling::at_the_end);
    const auto expected =
        run.engine.consolidate(run.input.draft, smaller, run.input.draft.working_language);
    run.expect(canonical(restricted) == canonical(expected),
               [&] { return std::to_string(left_out.size()) + " proposals left out"; });
}

void check_locality(LawRun& run) {
    const auto before = bytes_of_rows(run.text);
    for (std::uint32_t round = 0; round < run.input.permutations && !run.open.empty(); ++round) {
        const Proposal& proposal = run.open[run.below(run.open.size())];
        const auto text = run.engine.incremental(
            run.input.draft, run.open, {static_cast<std::size_t>(&proposal - run.open.data())},
            Settling::at_the_end);
        const auto touched = touched_by(proposal);
        for (const auto& row : bytes_of_rows(text)) {
            if (touched.contains(row.first)) continue;
            run.expect(row.second == before.at(row.first),
                       [&] { return proposal.id + " at provision " + hex(row.first.bytes); });
        }
    }
}

void check_files(LawRun& run) {
    const auto expect_equal = [&](const text::Draft& draft, const auto& file, const auto& what) {
        const auto back = file.read_back(draft, what);
        run.expect(back && *back == what,
                   [&] { return std::string(file.format) + (back ? "" : ": " + back.error().id); });
    };
    const text::Draft& draft = run.input.draft;
    const DraftAndProvenance with_account{draft, run.input.provenance};
    for (const auto& file : run.engine.draft_files) expect_equal(draft, file, with_account);
    for (const auto& file : run.engine.proposal_files) expect_equal(draft, file, run.input.set);
    // What is left open for a next draft is a set like any other.
    const auto next = run.engine.next_draft(draft, run.input.provenance, run.input.set, {});
    if (!next) return;
    for (const auto& file : run.engine.proposal_files) {
        expect_equal(next->draft, file, next->open);
    }
}

void check_deterministic(LawRun& run) {
    const auto again =
        run.engine.consolidate(run.input.draft, run.input.set, run.input.draft.working_language);
    run.expect(canonical(again) == run.bytes, [] { return std::string("the whole set again"); });
    std::vector<std::size_t> backwards;
    for (std::size_t at = run.open.size(); at-- > 0;) backwards.push_back(at);
    const auto other = run.engine.incremental(run.input.draft, in_order(run.open, backwards), {},
                                              Settling::after_each);
    run.expect(canonical(other) == run.bytes,
               [] { return std::string("words numbered in another order"); });
}

void check_neutral(LawRun& run) {
    std::set<std::string> names;
    for (const Support& support : run.input.set.supports) names.insert(support.sponsor);
    for (const auto& [id, proposal] : run.input.set.submitted) {
        names.insert(proposal.sponsors.begin(), proposal.sponsors.end());
    }
    std::map<std::string, std::string> to;
    std::map<std::string, std::string> from;
    for (const std::string& name : names) {
        std::string label = std::to_string(to.size());
        label.insert(0, 8 - std::min<std::size_t>(8, label.size()), '0');
        to[name] = label;
        from[label] = name;
    }
    ProposalSet renamed = run.input.set;
    for (auto* supports : {&renamed.supports, &renamed.withdrawals}) {
        std::set<Support> other;
        for (Support support : *supports) {
            const auto found = to.find(support.sponsor);
            if (found != to.end()) support.sponsor = found->second;
            other.insert(std::move(support));
        }
        *supports = std::move(other);
    }
    for (auto& [id, proposal] : renamed.submitted) {
        for (std::string& sponsor : proposal.sponsors) sponsor = to.at(sponsor);
    }
    auto text = run.engine.consolidate(run.input.draft, renamed, run.input.draft.working_language);
    for (Proposal& proposal : text.proposals) {
        for (auto* labels : {&proposal.sponsors, &proposal.brought_by}) {
            for (std::string& label : *labels) label = from[label];
        }
    }
    run.expect(canonical(text) == run.bytes, [] { return std::string("sponsors by number"); });
}

}  // namespace travaux::consolidation
