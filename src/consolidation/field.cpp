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
    const auto key_of = [](const Wanted& one) { return one.wish.key; };
    const auto found = std::ranges::lower_bound(wanted_, wish.key, {}, key_of);
    const auto at = found - wanted_.begin();
    if (found == wanted_.end() || found->wish.key != wish.key) {
        annotated_.targets.emplace(annotated_.targets.begin() + at);
        wanted_.emplace(found);
        say(static_cast<Witness>(at), wish);
    }
    Wanted& wanted = wanted_[static_cast<std::size_t>(at)];
    auto& proposals = annotated_.targets[static_cast<std::size_t>(at)].proposals;
    const auto place = std::ranges::lower_bound(proposals, proposal, order);
    if (place != proposals.end() && *place == proposal) return;
    const auto position = place - proposals.begin();
    if (wanted.each.empty() && wish != wanted.wish) {
        wanted.each.assign(proposals.size(), wanted.wish);
        wanted.each.insert(wanted.each.begin() + position, wish);
    } else if (!wanted.each.empty()) {
        wanted.each.insert(wanted.each.begin() + position, wish);
    }
    proposals.insert(place, proposal);
    choose_words(static_cast<Witness>(at));
}

bool Field::remove(ProposalIndex proposal) {
    const auto witness = target_of(proposal);
    if (!witness) return false;
    auto& proposals = annotated_.targets[*witness].proposals;
    auto& each = wanted_[*witness].each;
    const auto place = std::ranges::find(proposals, proposal);
    if (!each.empty()) each.erase(each.begin() + (place - proposals.begin()));
    proposals.erase(place);
    if (proposals.empty()) {
        annotated_.targets.erase(annotated_.targets.begin() + *witness);
        wanted_.erase(wanted_.begin() + *witness);
    } else {
        choose_words(*witness);
    }
    return true;
}

void Field::say(Witness witness, const Wish& wish) {
    Target& target = annotated_.targets[witness];
    target.words = words_of(wish.words);
    target.is_pending = wish.is_pending;
    wanted_[witness].wish = wish;
    wanted_[witness].hunks =
        wish.is_pending ? std::vector<Hunk>{} : hunks(annotated_.base, target.words);
}

void Field::choose_words(Witness witness) {
    auto& [wish, hunks, each] = wanted_[witness];
    if (each.empty()) return;
    const auto found = std::ranges::find(each, false, &Wish::is_pending);
    const Wish chosen = found == each.end() ? each.front() : *found;
    if (chosen != wish) say(witness, chosen);
    if (std::ranges::all_of(each, [&](const Wish& one) { return one == chosen; })) each.clear();
}

void Field::lay_out(std::span<const Bracket> brackets, const AmendedProposal& amended,
                    const Field* working) {
    const auto parents = amended_targets(amended);
    std::vector<std::vector<Hunk>> composed(parents.size());
    std::vector<Variant> variants;
    for (std::size_t at = 0; at < annotated_.targets.size(); ++at) {
        const Target& target = annotated_.targets[at];
        variants.push_back({target.words, wanted_[at].hunks, std::nullopt});
        if (parents.empty() || !parents[at] || target.is_pending) continue;
        const Target& parent = annotated_.targets[*parents[at]];
        if (parent.is_pending) continue;
        composed[at] = composition(annotated_.base, parent.words, target.words);
        variants.back().changes = composed[at];
        variants.back().amends = parents[at];
    }
    const auto standings = working == nullptr ? std::vector<Standing>{} : grouping(*working);
    annotated_.tree = layout({annotated_.base, variants, brackets, lexicon_, standings});
}

// What has no words in the working language comes last, each on its own.
std::vector<Standing> Field::grouping(const Field& working) const {
    std::vector<Standing> all =
        grouping_of(working.annotated_.tree, working.annotated_.targets.size());
    std::vector<Standing> own;
    const auto key_of = [](const Wanted& one) { return one.wish.key; };
    for (const Wanted& wanted : wanted_) {
        const auto found = std::ranges::lower_bound(working.wanted_, wanted.wish.key, {}, key_of);
        const bool is_there = found != working.wanted_.end() && found->wish.key == wanted.wish.key;
        const auto at = static_cast<std::size_t>(found - working.wanted_.begin());
        own.push_back(is_there ? std::move(all[at]) : Standing{});
    }
    return own;
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
