// SPDX-License-Identifier: MIT
#include "consolidation/field.h"

#include <algorithm>

#include "base/common_ends.h"
#include "consolidation/composition.h"

namespace travaux::consolidation {
namespace {

// The order of keys, given the places of their words in one field.
template <typename A, typename B>
bool comes_before(const A& a, const B& b) {
    const ReadingKey& key_a = a.wish.key;
    const ReadingKey& key_b = b.wish.key;
    if (key_a.untranslated_from != key_b.untranslated_from) {
        return key_a.untranslated_from < key_b.untranslated_from;
    }
    if (a.place != b.place) return a.place < b.place;
    return key_a.words < key_b.words;
}

}  // namespace

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

void Field::take_in(const ProposalOrder& order) {
    for (Incoming& one : incoming_) one.place = place_of(one.wish.key.words);
    // In their order each new target stands behind those before it, and none has to move.
    std::ranges::sort(incoming_, [](const auto& a, const auto& b) { return comes_before(a, b); });
    for (const Incoming& one : incoming_) take_in(one, order);
    incoming_.clear();
}

void Field::take_in(const Incoming& one, const ProposalOrder& order) {
    const auto& [place_of_words, wish, proposal] = one;
    const std::size_t at = position_of(one);
    if (at == wanted_.size() || wanted_[at].wish.key != wish.key) {
        const auto offset = static_cast<std::ptrdiff_t>(at);
        annotated_.targets.emplace(annotated_.targets.begin() + offset);
        wanted_.insert(wanted_.begin() + offset, Wanted{place_of_words, {}, {}, {}});
        say(static_cast<Witness>(at), wish);
    }
    Wanted& wanted = wanted_[at];
    auto& proposals = annotated_.targets[at].proposals;
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

bool Field::remove(ProposalIndex proposal, const ProposalOrder& order) {
    take_in(order);
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

// A number that orders words as their bytes do, as far as it can tell them apart: on which side of
// the base they leave it, where, and with which four bytes. What is amended has a long beginning in
// common, so comparing the words themselves would read it again and again.
std::uint64_t Field::place_of(std::string_view words) const {
    const std::size_t prefix = common_prefix(words, base_);
    const auto byte = [](std::string_view text, std::size_t at) -> std::uint64_t {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
    };
    const bool is_below = prefix == words.size() ||
                          (prefix < base_.size() && byte(words, prefix) < byte(base_, prefix));
    constexpr std::uint64_t middle = std::uint64_t{1} << 31U;
    std::uint64_t place = is_below ? prefix : 2 * middle - 1 - prefix;
    for (std::size_t at = prefix; at < prefix + 4; ++at) place = (place << 8U) | byte(words, at);
    return place;
}

// The position of a wish's key among the targets, or where it would stand.
std::size_t Field::position_of(const Incoming& sought) const {
    if (wanted_.empty() || comes_before(wanted_.back(), sought)) return wanted_.size();
    const auto found =
        std::lower_bound(wanted_.begin(), wanted_.end(), sought, comes_before<Wanted, Incoming>);
    return static_cast<std::size_t>(found - wanted_.begin());
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
    auto& [place, wish, hunks, each] = wanted_[witness];
    if (each.empty()) return;
    const auto found = std::ranges::find(each, false, &Wish::is_pending);
    const Wish chosen = found == each.end() ? each.front() : *found;
    if (chosen != wish) say(witness, chosen);
    if (std::ranges::all_of(each, [&](const Wish& one) { return one == chosen; })) each.clear();
}

void Field::lay_out(std::span<const Bracket> brackets, const ProposalOrder& order,
                    const AmendedProposal& amended, const Field* working) {
    take_in(order);
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
    for (const Wanted& wanted : wanted_) {
        const ReadingKey& key = wanted.wish.key;
        const std::size_t at = working.position_of({working.place_of(key.words), wanted.wish});
        const bool is_there = at < working.wanted_.size() && working.wanted_[at].wish.key == key;
        own.push_back(is_there ? std::move(all[at]) : Standing{});
    }
    return own;
}

// Words that stand between blanks are the same words in any text, so what a target shares with the
// base at its two ends is not read again.
text::Words Field::words_of(std::string_view text) const {
    if (starts_.empty()) return text::words_of(text, lexicon_);
    std::size_t prefix = common_prefix(text, base_);
    while (prefix > 0 && text[prefix - 1] != ' ') --prefix;
    std::size_t suffix = common_suffix(text.substr(prefix), base_.substr(prefix));
    while (suffix > 0 && text[text.size() - suffix] != ' ') --suffix;
    const auto words_before = [&](std::size_t byte) {
        return std::ranges::lower_bound(starts_, byte) - starts_.begin();
    };
    const auto& base = annotated_.base;
    const auto before = base.begin() + words_before(prefix);
    const auto after = base.begin() + words_before(base_.size() - suffix);
    const text::Words middle =
        text::words_of(text.substr(prefix, text.size() - suffix - prefix), lexicon_);
    text::Words words;
    words.reserve(static_cast<std::size_t>(before - base.begin() + (base.end() - after)) +
                  middle.size());
    words.insert(words.end(), base.begin(), before);
    words.insert(words.end(), middle.begin(), middle.end());
    words.insert(words.end(), after, base.end());
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
    if (!amended) return parents;
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
