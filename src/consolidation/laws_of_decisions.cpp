// Laws on decisions: what is adopted is what was printed, and nothing is lost on the way.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>

#include "consolidation/canonical.h"
#include "consolidation/law_run.h"

namespace travaux::consolidation {
namespace {

struct Drawn {
    std::vector<std::string> ids;
    NextDraft next;
};

// Proposals that can be adopted, alone and in pairs.
std::vector<Drawn> drawn_adoptions(LawRun& run) {
    std::vector<Drawn> result;
    const auto attempt = [&](std::vector<std::string> ids) {
        std::vector<Adoption> adoptions;
        for (const std::string& id : ids) adoptions.push_back({id, 0});
        auto next =
            run.engine.next_draft(run.input.draft, run.input.provenance, run.input.set, adoptions);
        if (next) result.push_back({std::move(ids), *std::move(next)});
    };
    const auto order = run.drawn_order();
    for (std::size_t at = 0; at < std::min(order.size(), run.input.adoptions); ++at) {
        attempt({run.open[order[at]].id});
        if (at > 0) attempt({run.open[order[at - 1]].id, run.open[order[at]].id});
    }
    return result;
}

// What a field says where the witnesses of some proposals are taken; nothing where two of them
// stand at one place as whole readings, which the text does not join.
std::optional<text::Words> joint_reading(const AnnotatedText& text,
                                         const std::set<Witness>& taken) {
    text::Words words;
    const auto has = [&](const Node& node) {
        return std::ranges::any_of(node.witnesses,
                                   [&](Witness one) { return taken.contains(one); });
    };
    const Tree& tree = text.tree;
    for (std::size_t at = 0; at < tree.size();) {
        const Node& node = tree[at];
        if (node.kind == NodeKind::place) {
            std::set<Witness> here;
            for (std::size_t child = at + 1; child < node.subtree_end; ++child) {
                for (const Witness one : tree[child].witnesses) {
                    if (tree[child].kind != NodeKind::insertion || !taken.contains(one)) continue;
                    here.insert(one);
                }
            }
            if (here.size() > 1) return std::nullopt;
        }
        words.insert(words.end(), node.words.begin(), node.words.end());
        const bool skip = (node.kind == NodeKind::deletion && has(node)) ||
                          (node.kind == NodeKind::insertion && !has(node));
        at = skip ? node.subtree_end : at + 1;
    }
    return words;
}

const text::Provision* provision_in(const text::Draft& draft, ProvisionId id) {
    const auto at = text::find(draft, id);
    return at ? &draft.provisions[*at] : nullptr;
}

// Every live word with its identity.
using Identity = std::pair<OriginId, std::uint32_t>;

std::multiset<Identity> words_of(const text::Provenance& provenance) {
    std::multiset<Identity> words;
    text::Lexicon lexicon;
    for (const auto& [key, runs] : provenance.runs) {
        for (const text::Run& one : runs) {
            if (!one.removed_by.is_none()) continue;
            const auto count = text::words_of(one.text, lexicon).size();
            for (std::uint32_t at = 0; at < count; ++at) words.emplace(one.origin, one.first + at);
        }
    }
    return words;
}

}  // namespace

void check_decisions(LawRun& run) {
    for (const Drawn& drawn : drawn_adoptions(run)) {
        for (const Row& row : run.text.rows) {
            if (row.kind != RowKind::provision || row.text.targets.empty()) continue;
            std::set<Witness> taken;
            bool has_other_changes = false;
            for (Witness witness = 0; witness < row.text.targets.size(); ++witness) {
                for (const ProposalIndex at : row.text.targets[witness].proposals) {
                    const Proposal& proposal = run.text.proposals[at];
                    if (std::ranges::find(drawn.ids, proposal.id) == drawn.ids.end()) continue;
                    taken.insert(witness);
                    has_other_changes = has_other_changes || !proposal.amends.empty() ||
                                        row.text.targets[witness].is_pending;
                }
            }
            for (const Mark& mark : row.marks) {
                has_other_changes = has_other_changes || mark.kind == MarkKind::join ||
                                    mark.kind == MarkKind::bracket;
            }
            const auto* provision = provision_in(drawn.next.draft, row.id);
            if (taken.empty() || has_other_changes || provision == nullptr) continue;
            const auto words = joint_reading(row.text, taken);
            if (!words) continue;
            // A target with a paragraph break makes two provisions of one.
            std::string expected = text::text_of(*words, *run.text.lexicon);
            if (expected.find(text::paragraph_break) != std::string::npos) continue;
            run.expect(provision->in(run.text.language).text == expected,
                       [&] { return drawn.ids.front() + " at provision " + hex(row.id.bytes); });
        }
    }
    const auto again = run.engine.consolidate(run.input.draft, run.input.set, run.text.language);
    run.expect(canonical(again) == run.bytes,
               [] { return std::string("taking an adoption back"); });
}

void check_provenance(LawRun& run) {
    const auto before = words_of(run.input.provenance);
    for (const Drawn& drawn : drawn_adoptions(run)) {
        const auto after = words_of(drawn.next.provenance);
        std::set<OriginId> born;
        for (const auto& [id, origin] : drawn.next.provenance.origins) {
            if (!run.input.provenance.origins.contains(id)) born.insert(id);
        }
        bool holds = true;
        const Identity* last = nullptr;
        for (const Identity& word : after) {
            holds = holds && (last == nullptr || *last != word);
            holds = holds && (born.contains(word.first) || before.contains(word));
            last = &word;
        }
        for (const auto& provision : drawn.next.draft.provisions) {
            for (const auto language : drawn.next.draft.written_in) {
                const auto runs =
                    drawn.next.provenance.runs.find({provision.id, language, text::Field::text});
                const std::string live = runs == drawn.next.provenance.runs.end()
                                             ? std::string{}
                                             : text::live_text(runs->second);
                holds = holds && live == provision.in(language).text;
            }
        }
        run.expect(holds, [&] { return "adopting " + drawn.ids.front(); });
    }
}

void check_tree(LawRun& run) {
    for (const Drawn& drawn : drawn_adoptions(run)) {
        std::set<ProvisionId> seen;
        bool holds = true;
        std::uint32_t depth = 0;
        for (const auto& provision : drawn.next.draft.provisions) {
            holds = holds && seen.insert(provision.id).second;
            holds =
                holds && (seen.size() == 1 ? provision.depth == 0 : provision.depth <= depth + 1);
            depth = provision.depth;
        }
        for (const auto& provision : run.input.draft.provisions) {
            const auto history = drawn.next.provenance.provisions.find(provision.id);
            const bool is_buried = history != drawn.next.provenance.provisions.end() &&
                                   !history->second.removed_by.is_none();
            holds = holds && is_buried != seen.contains(provision.id);
        }
        run.expect(holds, [&] { return "adopting " + drawn.ids.front(); });
    }
}

void check_carry_over(LawRun& run) {
    const auto nothing =
        run.engine.next_draft(run.input.draft, run.input.provenance, run.input.set, {});
    run.expect(nothing.has_value() && nothing->draft == run.input.draft &&
                   open_proposals(nothing->open) == run.open,
               [] { return std::string("adopting nothing"); });
    for (const Drawn& drawn : drawn_adoptions(run)) {
        // An equal wish of somebody else is satisfied, and prints nowhere.
        std::set<std::string> verdicts;
        for (const PartVerdict& verdict : drawn.next.verdicts) verdicts.insert(verdict.proposal);
        for (const Proposal& proposal : run.open) {
            const bool is_adopted = std::ranges::find(drawn.ids, proposal.id) != drawn.ids.end();
            run.expect(is_adopted != verdicts.contains(proposal.id),
                       [&] { return "the verdict on " + proposal.id; });
        }
        const auto text =
            run.engine.consolidate(drawn.next.draft, drawn.next.open, run.text.language);
        for (const Row& row : text.rows) {
            for (const Target& target : row.text.targets) {
                for (const ProposalIndex at : target.proposals) {
                    const bool is_adopted =
                        std::ranges::find(drawn.ids, text.proposals[at].id) != drawn.ids.end();
                    run.expect(!is_adopted, [&] { return "words of " + text.proposals[at].id; });
                }
            }
        }
    }
}

}  // namespace travaux::consolidation
