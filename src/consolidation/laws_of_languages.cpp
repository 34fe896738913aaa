// The law on languages: what is open, and how readings are grouped, is the same in all of them.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "consolidation/canonical.h"
#include "consolidation/grouping.h"
#include "consolidation/law_run.h"

namespace travaux::consolidation {
namespace {

using Ids = std::set<std::string>;

Ids ids_of(const Consolidated& text, const ProposalList& proposals) {
    Ids ids;
    for (const ProposalIndex at : proposals) ids.insert(text.proposals[at].id);
    return ids;
}

bool same_structure(const Row& a, const Row& b) {
    return a.kind == b.kind && a.id == b.id && a.provision_kind == b.provision_kind &&
           a.depth == b.depth;
}

// Who asks for what beside words. Words of marks are translated, so they do not count.
std::map<MarkKind, Ids> marks_of(const Consolidated& text, const Row& row) {
    std::map<MarkKind, Ids> marks;
    for (const Mark& mark : row.marks) marks[mark.kind].merge(ids_of(text, mark.proposals));
    return marks;
}

std::set<Ids> readings_of(const Consolidated& text, const AnnotatedText& field) {
    std::set<Ids> readings;
    for (const Target& target : field.targets) readings.insert(ids_of(text, target.proposals));
    return readings;
}

// A disputed place: the nodes of its readings and clusters.
struct Alternatives {
    bool is_inside_reading = false;
    std::vector<std::uint32_t> nodes;
};

std::vector<Alternatives> places_of(const Tree& tree) {
    std::vector<Alternatives> places;
    std::uint32_t reading_end = 0;
    for (std::uint32_t place = 0; place < tree.size(); ++place) {
        const Node& node = tree[place];
        if (node.kind == NodeKind::insertion) reading_end = std::max(reading_end, node.subtree_end);
        if (node.kind != NodeKind::place) continue;
        places.push_back({place < reading_end, {}});
        for (std::uint32_t at = place + 1; at < node.subtree_end; at = tree[at].subtree_end) {
            if (tree[at].kind == NodeKind::insertion) places.back().nodes.push_back(at);
        }
    }
    return places;
}

// What a witness reads in one reading or cluster.
text::Words words_in(const Tree& tree, std::uint32_t node, Witness witness) {
    const auto begin = tree.begin() + node + 1;
    Tree inside(begin, tree.begin() + tree[node].subtree_end);
    for (Node& one : inside) one.subtree_end -= node + 1;
    return reading_of(inside, witness);
}

// One field in the working language and in another one.
class FieldPair {
public:
    FieldPair(const Consolidated& working_text, const AnnotatedText& working,
              const Consolidated& printed_text, const AnnotatedText& printed)
        : working_(working), printed_(printed),
          standings_(grouping_of(working.tree, working.targets.size())) {
        std::map<std::string, Witness> by_proposal;
        for (Witness witness = 0; witness < working.targets.size(); ++witness) {
            for (const std::string& id : ids_of(working_text, working.targets[witness].proposals)) {
                by_proposal[id] = witness;
            }
        }
        for (const Target& target : printed.targets) {
            const auto found =
                by_proposal.find(printed_text.proposals[target.proposals.front()].id);
            partners_.push_back(found == by_proposal.end() ? std::nullopt
                                                           : std::optional(found->second));
        }
    }

    // Readings ascend in the order of the working language, at each place.
    [[nodiscard]] bool keeps_order() const {
        return std::ranges::all_of(places_of(printed_.tree), [&](const Alternatives& place) {
            std::uint32_t before = 0;
            return std::ranges::all_of(place.nodes, [&](std::uint32_t node) {
                std::uint32_t best = UINT32_MAX;
                for (const Witness witness : printed_.tree[node].witnesses) {
                    if (!partners_[witness]) continue;
                    best = std::min(best, standings_[*partners_[witness]].rank);
                }
                return std::exchange(before, best) <= best;
            });
        });
    }

    // Where the working language has rivals at one place only, nothing but that place decides: what
    // is one cluster there is one here, in the same order.
    [[nodiscard]] bool keeps_clusters() const {
        std::vector<Alternatives> rivals = places_of(working_.tree);
        std::erase_if(rivals, [&](const Alternatives& place) {
            return std::ranges::count_if(place.nodes,
                                         [&](std::uint32_t node) {
                                             return working_.tree[node].witnesses.size() > 1;
                                         }) == 0 &&
                   place.nodes.size() < 2;
        });
        if (rivals.size() != 1) return true;
        return std::ranges::all_of(places_of(printed_.tree), [&](const Alternatives& place) {
            return place.is_inside_reading || is_like(rivals.front(), place);
        });
    }

private:
    [[nodiscard]] bool is_like(const Alternatives& working, const Alternatives& printed) const {
        std::optional<std::size_t> before;
        for (const std::uint32_t node : printed.nodes) {
            std::map<text::Words, std::set<std::size_t>> there;
            for (const Witness witness : printed_.tree[node].witnesses) {
                const auto at = position_of(working, witness);
                if (at) there[words_in(printed_.tree, node, witness)].insert(*at);
            }
            std::set<std::size_t> all;
            for (const auto& [words, positions] : there) {
                // Words that differ there and are equal here join what stands apart there.
                if (positions.size() > 1) return true;
                all.insert(*positions.begin());
            }
            if (all.empty()) continue;
            if (all.size() > 1 || (before && *before >= *all.begin())) return false;
            before = *all.begin();
        }
        return true;
    }

    [[nodiscard]] std::optional<std::size_t> position_of(const Alternatives& place,
                                                         Witness printed) const {
        if (!partners_[printed]) return std::nullopt;
        const auto found = std::ranges::find_if(place.nodes, [&](std::uint32_t node) {
            return std::ranges::binary_search(working_.tree[node].witnesses, *partners_[printed]);
        });
        if (found == place.nodes.end()) return std::nullopt;
        return static_cast<std::size_t>(found - place.nodes.begin());
    }

    const AnnotatedText& working_;
    const AnnotatedText& printed_;
    std::vector<Standing> standings_;
    std::vector<std::optional<Witness>> partners_;  // in the working language
};

bool same_readings(const Consolidated& working, const Row& row, const Consolidated& printed,
                   const Row& other) {
    const auto holds = [&](const AnnotatedText& a, const AnnotatedText& b) {
        const auto expected = readings_of(working, a);
        const auto found = readings_of(printed, b);
        if (row.kind != RowKind::insertion) return found == expected;
        // Inside alike insertions, words may be equal in one language and differ in another; and
        // where they wait for a translation, who proposes them is behind a reading of them, too.
        const Ids proposers = ids_of(working, row.proposed_by);
        std::set<Ids> of_others;
        for (Ids reading : found) {
            std::erase_if(reading, [&](const std::string& id) { return proposers.contains(id); });
            of_others.insert(std::move(reading));
        }
        return std::ranges::all_of(expected, [&](const Ids& reading) {
            return found.contains(reading) || of_others.contains(reading);
        });
    };
    return holds(row.number, other.number) && holds(row.heading, other.heading) &&
           holds(row.text, other.text);
}

bool same_grouping(const Consolidated& working, const Row& row, const Consolidated& printed,
                   const Row& other) {
    const auto holds = [&](const AnnotatedText& a, const AnnotatedText& b) {
        if (!is_well_nested(a.tree) || !is_well_nested(b.tree)) return true;
        const FieldPair pair(working, a, printed, b);
        return pair.keeps_order() && pair.keeps_clusters();
    };
    return holds(row.number, other.number) && holds(row.heading, other.heading) &&
           holds(row.text, other.text);
}

}  // namespace

void check_languages(LawRun& run) {
    for (const text::Language language : run.input.draft.written_in) {
        if (language == run.text.language) continue;
        const auto text = run.engine.consolidate(run.input.draft, run.input.set, language);
        const std::string code(text::code_of(language));
        run.expect(std::ranges::equal(text.rows, run.text.rows, same_structure),
                   [&] { return "the structure, " + code; });
        const std::size_t rows = std::min(text.rows.size(), run.text.rows.size());
        for (std::size_t at = 0; at < rows; ++at) {
            const Row& row = run.text.rows[at];
            const Row& other = text.rows[at];
            const auto place = [&](const char* what) {
                return what + (", provision " + hex(row.id.bytes)) + ", " + code;
            };
            const bool is_same =
                ids_of(run.text, row.proposed_by) == ids_of(text, other.proposed_by) &&
                marks_of(run.text, row) == marks_of(text, other) &&
                same_readings(run.text, row, text, other);
            run.expect(is_same, [&] { return place("open proposals"); });
            if (!is_same) continue;
            run.expect(same_grouping(run.text, row, text, other),
                       [&] { return place("order and clusters"); });
        }
    }
}

}  // namespace travaux::consolidation
