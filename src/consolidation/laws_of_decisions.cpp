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

std::vector<Adoption> adoptions_of(const std::vector<std::string>& ids) {
    std::vector<Adoption> adoptions;
    for (const std::string& id : ids) adoptions.push_back({id, 0});
    return adoptions;
}

Result<NextDraft> adopt(const LawRun& run, const std::vector<std::string>& ids) {
    return run.engine.next_draft(run.input.draft, run.input.provenance, run.input.set,
                                 adoptions_of(ids));
}

// Proposals that can be adopted, alone and in pairs, and last as many as go together.
std::vector<Drawn> drawn_adoptions(LawRun& run) {
    std::vector<Drawn> result;
    const auto attempt = [&](std::vector<std::string> ids) {
        auto next = adopt(run, ids);
        if (next) result.push_back({std::move(ids), *std::move(next)});
    };
    const auto order = run.drawn_order();
    Drawn together;
    for (std::size_t at = 0; at < std::min(order.size(), run.input.adoptions); ++at) {
        const std::string& id = run.open[order[at]].id;
        attempt({id});
        if (at > 0) attempt({run.open[order[at - 1]].id, id});
        std::vector<std::string> more = together.ids;
        more.push_back(id);
        if (auto next = adopt(run, more)) together = {std::move(more), *std::move(next)};
    }
    if (together.ids.size() > 2) result.push_back(std::move(together));
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
                    // The first child is the draft's branch; what it deletes, all readings replace.
                    if (child > at + 1 && taken.contains(one)) here.insert(one);
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

// Words with their identity: those that live, or with those that were removed.
using Identity = std::pair<OriginId, std::uint32_t>;
enum class Counted : std::uint8_t { live, all };

std::multiset<Identity> words_of(const text::Provenance& provenance, Counted counted) {
    std::multiset<Identity> words;
    text::Lexicon lexicon;
    for (const auto& [key, runs] : provenance.runs) {
        for (const text::Run& one : runs) {
            if (counted == Counted::live && !one.removed_by.is_none()) continue;
            const auto count = text::words_of(one.text, lexicon).size();
            for (std::uint32_t at = 0; at < count; ++at) words.emplace(one.origin, one.first + at);
        }
    }
    return words;
}

// What a draft says, whatever the ids of its provisions: those of a split depend on the step.
std::vector<std::string> texts_of(const text::Draft& draft) {
    std::vector<std::string> texts;
    for (const auto& provision : draft.provisions) {
        std::string text = std::to_string(provision.depth) + text::name_of(provision.kind).data();
        for (const text::Language language : draft.written_in) {
            const text::Wording& wording = provision.in(language);
            text += "\n" + wording.number + "\n" + wording.heading + "\n" + wording.text;
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

// Whether every provision stands once, one level below what holds it.
bool is_tree(const text::Draft& draft) {
    std::set<ProvisionId> seen;
    std::uint32_t depth = 0;
    for (const auto& provision : draft.provisions) {
        const std::uint32_t deepest = seen.empty() ? 0 : depth + 1;
        if (!seen.insert(provision.id).second || provision.depth > deepest) return false;
        depth = provision.depth;
    }
    return true;
}

// One part that wants something in its own language. Brackets, joins and amendments of what is
// adopted may be closed, or contested, on the way: the verdict says so, and the sponsor decides.
bool is_plain(const LawRun& run, const std::string& id) {
    const auto found = std::ranges::find(run.open, id, &Proposal::id);
    if (found->parts.size() > 1 || !found->amends.empty()) return false;
    const Part& part = found->parts.front();
    if (std::holds_alternative<BracketPart>(part) || std::holds_alternative<JoinPart>(part)) {
        return false;
    }
    const auto* text = std::get_if<TextPart>(&part);
    const auto* provision =
        text == nullptr ? nullptr : provision_in(run.input.draft, text->provision);
    if (provision == nullptr) return true;
    const text::Wording& wording = provision->in(found->language);
    const std::string& words = text->field == text::Field::number    ? wording.number
                               : text->field == text::Field::heading ? wording.heading
                                                                     : wording.text;
    return text->target != words;
}

// Adopting two proposals at once, or one on the draft that the other made.
void check_two_steps(LawRun& run, const Drawn& both) {
    if (!std::ranges::all_of(both.ids, [&](const auto& id) { return is_plain(run, id); })) return;
    const auto first = adopt(run, {both.ids[0]});
    if (!first || !is_tree(first->draft)) return;
    const bool is_open = first->open.submitted.contains(both.ids[1]);
    const auto second = run.engine.next_draft(
        first->draft, first->provenance, first->open,
        adoptions_of(is_open ? std::vector{both.ids[1]} : std::vector<std::string>{}));
    run.expect(second && texts_of(second->draft) == texts_of(both.next.draft),
               [&] { return both.ids[0] + ", and then " + both.ids[1]; });
}

}  // namespace

void check_decisions(LawRun& run) {
    const auto all = drawn_adoptions(run);
    for (const Drawn& drawn : all) {
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
    // Not adopting is computing it without: the bytes are those of before.
    const auto again = run.engine.consolidate(run.input.draft, run.input.set, run.text.language);
    run.expect(canonical(again) == run.bytes,
               [] { return std::string("taking an adoption back"); });
    for (const Drawn& one : all) {
        if (one.ids.size() > 1) continue;
        const auto next = adopt(run, one.ids);
        run.expect(next && next->draft == one.next.draft &&
                       next->provenance == one.next.provenance && next->open == one.next.open,
                   [&] { return "taking all but " + one.ids.front() + " back"; });
    }
}

void check_provenance(LawRun& run) {
    const auto before = words_of(run.input.provenance, Counted::live);
    for (const Drawn& drawn : drawn_adoptions(run)) {
        const auto after = words_of(drawn.next.provenance, Counted::live);
        std::set<OriginId> born;
        for (const auto& [id, origin] : drawn.next.provenance.origins) {
            if (!run.input.provenance.origins.contains(id)) born.insert(id);
        }
        // Nothing is destroyed: what does not live any more stands where it stood.
        bool holds = std::ranges::includes(words_of(drawn.next.provenance, Counted::all), before);
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
        bool holds = is_tree(drawn.next.draft);
        std::set<ProvisionId> seen;
        for (const auto& provision : drawn.next.draft.provisions) seen.insert(provision.id);
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
        if (drawn.ids.size() == 2) check_two_steps(run, drawn);
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
