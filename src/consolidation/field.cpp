// SPDX-License-Identifier: MIT
#include "consolidation/field.h"

#include <algorithm>

#include "consolidation/composition.h"

namespace travaux::consolidation {

void insert_sorted(std::vector<ProposalIndex>& proposals, ProposalIndex proposal,
                   const ProposalOrder& order) {
    const auto at = std::ranges::lower_bound(proposals, proposal, order);
    if (at == proposals.end() || *at != proposal) proposals.insert(at, proposal);
}

Field::Field(std::string_view base, text::Lexicon& lexicon) : base_(base), lexicon_(lexicon) {
    annotated_.base = text::words_of(base, lexicon);
    std::uint32_t at = 0;
    for (const text::Word word : annotated_.base) {
        if (at > 0 && (word & 1U) != 0) ++at;
        starts_.push_back(at);
        at += static_cast<std::uint32_t>(lexicon.spelling(word).size());
    }
    if (at != base.size()) starts_.clear();
}

void Field::add(const Wish& wish, ProposalIndex proposal, const ProposalOrder& order) {
    const auto found = std::ranges::lower_bound(keys_, wish.key);
    const auto at = found - keys_.begin();
    if (found == keys_.end() || *found != wish.key) {
        Target target;
        target.words = words_of(wish.words);
        target.is_pending = wish.is_pending;
        changes_.insert(changes_.begin() + at, wish.is_pending
                                                   ? std::vector<Hunk>{}
                                                   : hunks(annotated_.base, target.words));
        annotated_.targets.insert(annotated_.targets.begin() + at, std::move(target));
        keys_.insert(found, wish.key);
    }
    Target& target = annotated_.targets[static_cast<std::size_t>(at)];
    if (target.is_pending && !wish.is_pending) {
        target.words = words_of(wish.words);
        target.is_pending = false;
        changes_[static_cast<std::size_t>(at)] = hunks(annotated_.base, target.words);
    }
    insert_sorted(target.proposals, proposal, order);
}

bool Field::remove(ProposalIndex proposal) {
    const auto witness = target_of(proposal);
    if (!witness) return false;
    std::erase(annotated_.targets[*witness].proposals, proposal);
    if (annotated_.targets[*witness].proposals.empty()) {
        const auto at = static_cast<std::ptrdiff_t>(*witness);
        annotated_.targets.erase(annotated_.targets.begin() + at);
        keys_.erase(keys_.begin() + at);
        changes_.erase(changes_.begin() + at);
    }
    return true;
}

void Field::lay_out(std::span<const Bracket> brackets, const AmendedProposal& amended) {
    const auto parents = amended_targets(amended);
    std::vector<std::vector<Hunk>> composed(parents.size());
    std::vector<Variant> variants;
    for (std::size_t at = 0; at < annotated_.targets.size(); ++at) {
        const Target& target = annotated_.targets[at];
        variants.push_back({target.words, changes_[at], std::nullopt});
        if (parents.empty() || !parents[at] || target.is_pending) continue;
        const Target& parent = annotated_.targets[*parents[at]];
        if (parent.is_pending) continue;
        composed[at] = composition(annotated_.base, parent.words, target.words);
        variants.back().changes = composed[at];
        variants.back().amends = parents[at];
    }
    annotated_.tree = layout({annotated_.base, variants, brackets, lexicon_});
}

// Words that stand between blanks are the same words in any text, so what a target shares with the
// base at its two ends is not read again.
text::Words Field::words_of(std::string_view text) const {
    if (starts_.empty()) return text::words_of(text, lexicon_);
    const std::size_t shorter = std::min(text.size(), base_.size());
    std::size_t prefix = static_cast<std::size_t>(
        std::ranges::mismatch(text.substr(0, shorter), base_.substr(0, shorter)).in1 -
        text.begin());
    while (prefix > 0 && text[prefix - 1] != ' ') --prefix;
    std::size_t suffix = 0;
    while (suffix < shorter - prefix &&
           text[text.size() - 1 - suffix] == base_[base_.size() - 1 - suffix]) {
        ++suffix;
    }
    while (suffix > 0 && text[text.size() - suffix] != ' ') --suffix;
    const auto words_before = [&](std::size_t byte) {
        return std::ranges::lower_bound(starts_, byte) - starts_.begin();
    };
    const auto& base = annotated_.base;
    text::Words words(base.begin(), base.begin() + words_before(prefix));
    const text::Words middle =
        text::words_of(text.substr(prefix, text.size() - suffix - prefix), lexicon_);
    words.insert(words.end(), middle.begin(), middle.end());
    words.insert(words.end(), base.begin() + words_before(base_.size() - suffix), base.end());
    return words;
}

std::optional<Witness> Field::target_of(ProposalIndex proposal) const {
    for (Witness witness = 0; witness < annotated_.targets.size(); ++witness) {
        const auto& proposals = annotated_.targets[witness].proposals;
        if (std::ranges::find(proposals, proposal) != proposals.end()) return witness;
    }
    return std::nullopt;
}

// For each target the one that it amends; nothing at all where no target amends another.
std::vector<std::optional<Witness>> Field::amended_targets(const AmendedProposal& amended) const {
    std::vector<std::optional<Witness>> parents;
    for (Witness witness = 0; witness < annotated_.targets.size(); ++witness) {
        for (const ProposalIndex proposal : annotated_.targets[witness].proposals) {
            const auto parent = amended(proposal);
            const auto target = parent ? target_of(*parent) : std::nullopt;
            if (!target || *target == witness) continue;
            parents.resize(annotated_.targets.size());
            parents[witness] = std::min(*target, parents[witness].value_or(*target));
        }
    }
    return parents;
}

}  // namespace travaux::consolidation
