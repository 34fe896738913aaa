// Laws on one consolidated text: what reads back out of it, and how it is laid out.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <numeric>

#include "consolidation/canonical.h"
#include "consolidation/law_run.h"
#include "consolidation/site.h"

namespace travaux::consolidation {
namespace {

using FieldOf = std::pair<ProvisionId, text::Field>;

bool is_bracket(const Node& node) {
    return node.kind == NodeKind::deletion || node.kind == NodeKind::insertion;
}

text::Words outside_brackets(const Tree& tree) {
    text::Words words;
    for (std::size_t at = 0; at < tree.size();) {
        const Node& node = tree[at];
        if (is_bracket(node)) {
            at = node.subtree_end;
            continue;
        }
        words.insert(words.end(), node.words.begin(), node.words.end());
        ++at;
    }
    return words;
}

// The words of an insertion without what others put into them.
text::Words leader_of(const Tree& tree, std::size_t insertion) {
    text::Words words;
    for (std::size_t at = insertion + 1; at < tree[insertion].subtree_end;) {
        const Node& node = tree[at];
        words.insert(words.end(), node.words.begin(), node.words.end());
        at = node.kind == NodeKind::insertion ? node.subtree_end : at + 1;
    }
    return words;
}

// Who wants what, read off the proposals themselves: by provision and field, by words.
std::map<FieldOf, std::map<std::string, std::set<std::string>>> wishes(const LawRun& run) {
    std::map<FieldOf, std::map<std::string, std::set<std::string>>> result;
    for (const Proposal& proposal : run.open) {
        if (proposal.language != run.text.language) continue;
        for (const Part& part : proposal.parts) {
            const auto* text = std::get_if<TextPart>(&part);
            if (text == nullptr) continue;
            result[{text->provision, text->field}][text->target.copy()].insert(proposal.id);
        }
    }
    return result;
}

bool is_amendment(const LawRun& run, const Target& target) {
    return std::ranges::any_of(
        target.proposals, [&](ProposalIndex at) { return !run.text.proposals[at].amends.empty(); });
}

}  // namespace

void check_base(LawRun& run) {
    std::map<ProvisionId, const text::Provision*> provisions;
    for (const auto& provision : run.input.draft.provisions) provisions[provision.id] = &provision;
    run.each_field([&](const Row& row, text::Field field, const AnnotatedText& text) {
        const auto words = base_of(text.tree);
        bool holds = words == text.base;
        if (holds && row.kind == RowKind::provision) {
            const auto& wording = provisions.at(row.id)->in(run.text.language);
            const std::string& expected = field == text::Field::number    ? wording.number
                                          : field == text::Field::heading ? wording.heading
                                                                          : wording.text;
            holds = text::text_of(words, *run.text.lexicon) == expected;
        }
        run.expect(holds, [&] { return place_of(row, field); });
    });
}

void check_witness(LawRun& run) {
    const auto wanted = wishes(run);
    std::map<FieldOf, const AnnotatedText*> fields;
    run.each_field([&](const Row& row, text::Field field, const AnnotatedText& text) {
        if (row.kind != RowKind::destination) fields[{row.id, field}] = &text;
        for (Witness witness = 0; witness < text.targets.size(); ++witness) {
            const Target& target = text.targets[witness];
            if (target.is_pending) continue;
            run.expect(reading_of(text.tree, witness) == target.words,
                       [&] { return place_of(row, field); });
        }
    });
    // Elsewhere the first translation of a reading speaks for all who want it (law 19).
    if (run.text.language != run.input.draft.working_language) return;
    for (const auto& [place, targets] : wanted) {
        const auto found = fields.find(place);
        if (found == fields.end()) continue;  // words of an insertion shown inside another
        for (const auto& wish : targets) {
            const bool holds =
                std::ranges::any_of(found->second->targets, [&](const Target& target) {
                    return text::text_of(target.words, *run.text.lexicon) == wish.first;
                });
            run.expect(holds, [&] { return "proposal " + *wish.second.begin(); });
        }
    }
}

void check_plain(LawRun& run) {
    run.each_field([&](const Row& row, text::Field field, const AnnotatedText& text) {
        // An amendment keeps to the changes of what it amends, which hunks alone do not show.
        if (std::ranges::any_of(text.targets, [&](const auto& t) { return is_amendment(run, t); }))
            return;
        std::vector<bool> touched(text.base.size());
        for (const Target& target : text.targets) {
            if (target.is_pending) continue;
            for (const Hunk& hunk : run.engine.hunks(text.base, target.words)) {
                std::fill(touched.begin() + hunk.begin, touched.begin() + hunk.end, true);
            }
        }
        text::Words plain;
        for (std::size_t at = 0; at < text.base.size(); ++at) {
            if (!touched[at]) plain.push_back(text.base[at]);
        }
        run.expect(outside_brackets(text.tree) == plain, [&] { return place_of(row, field); });
    });
}

void check_attribution(LawRun& run) {
    const auto wanted = wishes(run);
    run.each_field([&](const Row& row, text::Field field, const AnnotatedText& text) {
        if (row.kind != RowKind::provision) return;
        const auto place = wanted.find({row.id, field});
        std::map<std::string, std::set<std::string>> printed;
        for (const Target& target : text.targets) {
            for (const ProposalIndex at : target.proposals) {
                const Proposal& proposal = run.text.proposals[at];
                if (proposal.language != run.text.language) continue;
                printed[text::text_of(target.words, *run.text.lexicon)].insert(proposal.id);
            }
        }
        const bool holds = place == wanted.end() ? printed.empty() : printed == place->second;
        run.expect(holds, [&] { return place_of(row, field); });
    });
    run.expect(std::ranges::equal(run.text.proposals, run.open, {}, &Proposal::sponsors,
                                  &Proposal::sponsors),
               [] { return std::string("the list of sponsors"); });
}

void check_canonical(LawRun& run) {
    run.each_field([&](const Row& row, text::Field field, const AnnotatedText& text) {
        for (std::size_t at = 0; at < text.targets.size(); ++at) {
            const text::Words& words = text.targets[at].words;
            const auto changes = run.engine.hunks(text.base, words);
            const auto again = run.engine.hunks(text.base, apply(text.base, words, changes));
            const bool is_repeated = run.text.language == run.input.draft.working_language &&
                                     at > 0 && text.targets[at - 1].words == words &&
                                     !text.targets[at].is_pending &&
                                     !text.targets[at - 1].is_pending;
            run.expect(
                apply(text.base, words, changes) == words && changes == again && !is_repeated,
                [&] { return place_of(row, field); });
        }
    });
}

void check_minimal(LawRun& run) {
    run.each_field([&](const Row& row, text::Field field, const AnnotatedText& text) {
        for (const Target& target : text.targets) {
            std::optional<std::uint32_t> before;
            for (const Hunk& hunk : run.engine.hunks(text.base, target.words)) {
                bool holds = !before || *before < hunk.begin;
                if (hunk.begin < hunk.end && hunk.target_begin < hunk.target_end) {
                    holds = holds && text.base[hunk.begin] != target.words[hunk.target_begin] &&
                            text.base[hunk.end - 1] != target.words[hunk.target_end - 1];
                }
                before = hunk.end;
                run.expect(holds, [&] { return place_of(row, field); });
            }
        }
    });
}

void check_order(LawRun& run) {
    run.each_field([&](const Row& row, text::Field field, const AnnotatedText& text) {
        const Tree& tree = text.tree;
        for (std::size_t place = 0; place < tree.size(); ++place) {
            if (tree[place].kind != NodeKind::place) continue;
            std::optional<text::Words> before;
            for (std::size_t at = place + 1; at < tree[place].subtree_end;
                 at = tree[at].subtree_end) {
                if (tree[at].kind != NodeKind::insertion) continue;
                text::Words leader = leader_of(tree, at);
                run.expect(!before || comes_before(*before, leader, *run.text.lexicon),
                           [&] { return place_of(row, field); });
                before = std::move(leader);
            }
        }
    });
}

bool is_well_nested(const Tree& tree) {
    std::vector<std::uint32_t> ends{static_cast<std::uint32_t>(tree.size())};
    for (std::uint32_t at = 0; at < tree.size(); ++at) {
        while (ends.back() == at) ends.pop_back();
        const Node& node = tree[at];
        if (node.subtree_end <= at || node.subtree_end > ends.back()) return false;
        if (node.kind == NodeKind::words && node.subtree_end != at + 1) return false;
        ends.push_back(node.subtree_end);
    }
    return true;
}

void check_syntax(LawRun& run) {
    run.each_field([&](const Row& row, text::Field field, const AnnotatedText& text) {
        run.expect(is_well_nested(text.tree), [&] { return place_of(row, field); });
    });
    // A printing may well stumble over a broken tree.
    if (run.outcome.broken || run.engine.printings.empty()) return;
    for (const text::Language language : run.input.draft.written_in) {
        const Consolidated text = run.engine.consolidate(run.input.draft, run.input.set, language);
        const std::string bytes = canonical(text);
        for (const auto& printing : run.engine.printings) {
            const auto back = printing.read_back(run.input.draft, text);
            run.expect(back && canonical(*back) == bytes, [&] {
                return std::string(printing.format) + " in " +
                       std::string(text::code_of(language)) + (back ? "" : ": " + back.error().id);
            });
        }
    }
}

// Words printed are at most those that went in, times a small factor for groups shown whole.
void check_bounds(LawRun& run) {
    run.each_field([&](const Row& row, text::Field field, const AnnotatedText& text) {
        std::size_t in = text.base.size();
        for (const Target& target : text.targets) in += target.words.size();
        const std::size_t out = std::accumulate(
            text.tree.begin(), text.tree.end(), std::size_t{0},
            [](std::size_t sum, const Node& node) { return sum + node.words.size(); });
        run.expect(out <= 2 * in, [&] { return place_of(row, field); });
    });
}

}  // namespace travaux::consolidation
