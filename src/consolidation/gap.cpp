// SPDX-License-Identifier: MIT
#include "consolidation/gap.h"

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_set.hpp>
#include <functional>
#include <span>

#include "consolidation/cluster.h"
#include "consolidation/site.h"

namespace travaux::consolidation {
namespace {

using Rows = std::vector<std::unique_ptr<ProvisionRow>>;
using Shape = std::vector<std::pair<text::ProvisionKind, std::uint32_t>>;

struct Candidate {
    const Insertion* insertion;
    InsertionForms forms;
    text::Words words;  // of all its fields in the working language, one after the other
    std::vector<std::size_t> ends;  // of each field in `words`; none where nothing was cut
};

using Rivals = std::vector<const Candidate*>;

// In the order in which a provision is read; `leading_field` counts them.
constexpr std::array wording_fields = {&text::Wording::number, &text::Wording::heading,
                                       &text::Wording::text};

Shape shape_of(const InsertPart& insertion) {
    Shape shape;
    for (const NewProvision& provision : insertion.provisions) {
        shape.emplace_back(provision.kind, provision.depth);
    }
    return shape;
}

void cut_words(Candidate& candidate, text::Lexicon& lexicon) {
    for (const NewProvision& provision : candidate.forms.working->provisions) {
        for (const auto field : wording_fields) {
            text::append_words(provision.wording.*field, lexicon, candidate.words);
            candidate.ends.push_back(candidate.words.size());
        }
    }
}

const InsertPart& printed_or_submitted(const InsertionForms& forms) {
    return forms.printed != nullptr ? *forms.printed : *forms.submitted;
}

const InsertPart& working_or_submitted(const InsertionForms& forms) {
    return forms.working != nullptr ? *forms.working : *forms.submitted;
}

// A field of provision `at` as its leader has it. What was cut to be compared is not cut again.
Field leading_field(const Candidate& leader, std::size_t at, std::size_t field,
                    text::Lexicon& lexicon) {
    const InsertPart* const printed = leader.forms.printed;
    if (printed == nullptr) return {{}, lexicon};
    const std::string& base = printed->provisions[at].wording.*wording_fields[field];
    if (leader.ends.empty() || printed != leader.forms.working) return {base, lexicon};
    const std::size_t number = at * wording_fields.size() + field;
    const std::size_t begin = number == 0 ? 0 : leader.ends[number - 1];
    const auto words = leader.words.begin();
    return {base,
            {words + static_cast<std::ptrdiff_t>(begin),
             words + static_cast<std::ptrdiff_t>(leader.ends[number])},
            lexicon};
}

// What a member wants a field to say, unless it says what the leader says.
void add_field(Field& field, const std::string text::Wording::* name, std::size_t at,
               const Candidate& member, const Candidate& leader) {
    const auto said = [&](const InsertPart& part) -> const std::string& {
        return part.provisions[at].wording.*name;
    };
    const InsertionForms& forms = member.forms;
    if (&member == &leader && forms.printed != nullptr) return;
    const std::string& words = said(printed_or_submitted(forms));
    const std::string& key = said(working_or_submitted(forms));
    if (key == said(working_or_submitted(leader.forms)) &&
        text::text_of(field.annotated().base, field.lexicon()) == words) {
        return;
    }
    const Wish wish{.key = key,
                    .words = words,
                    .untranslated_from =
                        forms.working == nullptr ? std::optional(forms.language) : std::nullopt,
                    .is_pending = forms.printed == nullptr};
    for (const ProposalIndex proposal : member.insertion->proposals) field.add(wish, proposal);
}

// A proposal wants all that it inserts, however alike: what would be its own rival stands alone.
void add_rivals(const Cluster& cluster, std::span<const Candidate> candidates,
                std::vector<Rivals>& clusters) {
    Rivals rivals;
    boost::unordered_flat_set<ProposalIndex> proposers;
    for (const std::size_t at : cluster) {
        const auto& proposals = candidates[at].insertion->proposals;
        const bool is_own_rival = std::ranges::any_of(
            proposals, [&](ProposalIndex proposal) { return proposers.contains(proposal); });
        if (is_own_rival) {
            clusters.push_back({&candidates[at]});
            continue;
        }
        rivals.push_back(&candidates[at]);
        proposers.insert(proposals.begin(), proposals.end());
    }
    clusters.push_back(std::move(rivals));
}

Rows cluster_rows(const Rivals& members, text::Lexicon& lexicon, const ProposalOrder& order) {
    const Candidate& leader = *members.front();
    Rows rows;
    for (std::size_t at = 0; at < leader.insertion->ids.size(); ++at) {
        const NewProvision& provision = printed_or_submitted(leader.forms).provisions[at];
        auto row = std::make_unique<ProvisionRow>(
            ProvisionRow{.kind = provision.kind,
                         .depth = provision.depth,
                         .text = leading_field(leader, at, 2, lexicon),
                         .number = leading_field(leader, at, 0, lexicon),
                         .heading = leading_field(leader, at, 1, lexicon)});
        for (const Candidate* member : members) {
            row->ids.push_back(member->insertion->ids[at]);
            for (const ProposalIndex proposal : member->insertion->proposals) {
                insert_sorted(row->proposed_by, proposal, order);
            }
            add_field(row->number, &text::Wording::number, at, *member, leader);
            add_field(row->heading, &text::Wording::heading, at, *member, leader);
            add_field(row->text, &text::Wording::text, at, *member, leader);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

void Insertion::add(ProposalIndex proposal, const InsertionForms& words,
                    const ProposalOrder& order) {
    const auto place = std::ranges::lower_bound(proposals, proposal, std::ref(order));
    if (place != proposals.end() && *place == proposal) return;
    forms.insert(forms.begin() + (place - proposals.begin()), words);
    proposals.insert(place, proposal);
}

void Insertion::remove(ProposalIndex proposal) {
    const auto place = std::ranges::find(proposals, proposal);
    if (place == proposals.end()) return;
    forms.erase(forms.begin() + (place - proposals.begin()));
    proposals.erase(place);
}

InsertionForms Insertion::words() const {
    InsertionForms words = forms.front();
    for (const InsertionForms& one : forms) {
        if (words.printed == nullptr) words.printed = one.printed;
        if (words.working == nullptr) words.working = one.working;
    }
    return words;
}

std::vector<Rows> rows_of(const Gap& gap, text::Lexicon& lexicon, const ProposalOrder& order) {
    if (gap.insertions.size() == 1) {  // neither compared nor sorted
        const Insertion& alone = gap.insertions.begin()->second;
        const Candidate candidate{&alone, alone.words(), {}, {}};
        std::vector<Rows> rows;
        rows.push_back(cluster_rows({&candidate}, lexicon, order));
        return rows;
    }
    std::map<Shape, std::vector<Candidate>> by_shape;
    std::vector<Candidate> untranslated;  // by the root's id
    for (const auto& [root, insertion] : gap.insertions) {
        const InsertionForms forms = insertion.words();
        if (forms.working == nullptr) {
            untranslated.push_back({&insertion, forms, {}, {}});
            continue;
        }
        auto& candidates = by_shape[shape_of(*forms.working)];
        candidates.push_back({&insertion, forms, {}, {}});
        cut_words(candidates.back(), lexicon);
    }
    const auto before = [&](const Candidate& a, const Candidate& b) {
        if (comes_before(a.words, b.words, lexicon)) return true;
        if (comes_before(b.words, a.words, lexicon)) return false;
        return a.insertion->ids.front() < b.insertion->ids.front();
    };
    std::vector<Rivals> clusters;
    for (auto& [shape, candidates] : by_shape) {
        std::ranges::sort(candidates, before);
        std::vector<Stretch> sequences;
        for (const Candidate& candidate : candidates) sequences.push_back(candidate.words);
        for (const Cluster& cluster : clusters_of(sequences, {}, lexicon)) {
            add_rivals(cluster, candidates, clusters);
        }
    }
    std::ranges::sort(clusters,
                      [&](const auto& a, const auto& b) { return before(*a.front(), *b.front()); });
    for (const Candidate& candidate : untranslated) clusters.push_back({&candidate});
    std::vector<Rows> rows;
    for (const auto& cluster : clusters) rows.push_back(cluster_rows(cluster, lexicon, order));
    return rows;
}

}  // namespace travaux::consolidation
