// SPDX-License-Identifier: MIT
#include "consolidation/field.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "base/ask_for.h"
#include "base/common_ends.h"
#include "base/result.h"
#include "consolidation/composition.h"

namespace travaux::consolidation {
namespace {

constexpr std::uint64_t places_below = std::uint64_t{1} << 31U;

// The length of what words with a place have in common with the base.
std::size_t prefix_at(std::uint64_t place) {
    const std::uint64_t side = place >> 32U;
    return side < places_below ? side : 2 * places_below - 1 - side;
}

// The order of keys, given the places of their words in one field: where those are one, the words
// have the same beginning in common with the base.
template <typename A, typename B>
std::strong_ordering compared(const A& a, const B& b) {
    const auto language_of = [](const Wish& wish) {
        return wish.untranslated_from ? text::code_of(*wish.untranslated_from) : std::string_view{};
    };
    if (a.wish.untranslated_from != b.wish.untranslated_from) {
        return language_of(a.wish) <=> language_of(b.wish);
    }
    if (a.place != b.place) return a.place <=> b.place;
    const std::size_t prefix = prefix_at(a.place);
    return a.wish.key.substr(prefix) <=> b.wish.key.substr(prefix);
}

// How many of sorted numbers are below a limit. Which half holds it nobody can foretell: the steps
// are the same for all.
std::size_t count_below(std::span<const std::uint32_t> numbers, std::size_t limit) {
    std::size_t below = 0;
    for (std::size_t left = numbers.size(); left > 0;) {
        const std::size_t half = (left + 1) / 2;
        below += numbers[below + half - 1] < limit ? half : 0;
        left -= half;
    }
    return below;
}

bool is_key(const Wish& wish) { return wish.words.data() == wish.key.data(); }

// Whether two wishes with equal keys say the same.
bool say_the_same(const Wish& a, const Wish& b) {
    if (a.is_pending != b.is_pending) return false;
    return (is_key(a) && is_key(b)) || a.words == b.words;
}

constexpr std::size_t texts_ahead = 4;  // on their way while one is read; more hold each other up
constexpr std::size_t bytes_per_word = 5;  // about, with the blank: what room is made for

}  // namespace

void insert_sorted(ProposalList& proposals, ProposalIndex proposal, const ProposalOrder& order) {
    const auto at = std::ranges::lower_bound(proposals, proposal, std::ref(order));
    if (at == proposals.end() || *at != proposal) proposals.insert(at, proposal);
}

void Field::find_starts() {
    starts_.reserve(annotated_.base.size());
    std::uint32_t at = 0;
    for (const text::Word word : annotated_.base) {
        if (at > 0 && (word & 1U) != 0) ++at;
        starts_.push_back(at);
        at += static_cast<std::uint32_t>(lexicon().spelling(word).size());
    }
    if (at != base_.size()) starts_.clear();
}

void Field::ask_for_texts() const {
    ask_for(base_);
    const std::size_t count = std::min(incoming_.size(), texts_ahead);
    for (const Incoming& one : std::span(incoming_).first(count)) ask_for(one.wish.key);
}

void Field::find_places() {
    for (std::size_t at = 0; at < incoming_.size(); ++at) {
        if (at + texts_ahead < incoming_.size()) ask_for(incoming_[at + texts_ahead].wish.key);
        incoming_[at].place = place_of(incoming_[at].wish.key);
    }
}

void Field::take_in(const ProposalOrder& order) {
    if (incoming_.empty()) return;
    find_places();
    // In their order each new target stands behind those before it, and none has to move.
    std::ranges::sort(incoming_, [](const auto& a, const auto& b) { return compared(a, b) < 0; });
    // Room for exactly one more, each time one more comes, would move all of them each time.
    if (wanted_.empty()) {
        if (starts_.empty()) find_starts();
        wanted_.reserve(incoming_.size());
        annotated_.targets.reserve(incoming_.size());
    }
    for (const Incoming& one : incoming_) take_in(one, order);
    incoming_ = {};
}

void Field::take_in(const Incoming& one, const ProposalOrder& order) {
    const auto& [place_of_words, wish, proposal] = one;
    const auto [at, is_there] = position_of(one);
    if (!is_there) {
        const auto offset = static_cast<std::ptrdiff_t>(at);
        annotated_.targets.emplace(annotated_.targets.begin() + offset);
        wanted_.insert(wanted_.begin() + offset, Wanted{place_of_words, {}, {}, {}});
        say(static_cast<Witness>(at), wish, prefix_at(place_of_words));
    }
    Wanted& wanted = wanted_[at];
    auto& proposals = annotated_.targets[at].proposals;
    const auto place = std::ranges::lower_bound(proposals, proposal, std::ref(order));
    if (place != proposals.end() && *place == proposal) return;
    const auto position = place - proposals.begin();
    if (!wanted.each && !say_the_same(wish, wanted.wish)) {
        wanted.each = std::make_unique<std::vector<Wish>>(proposals.size(), wanted.wish);
    }
    if (wanted.each) wanted.each->insert(wanted.each->begin() + position, wish);
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
    if (each) each->erase(each->begin() + (place - proposals.begin()));
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
    std::uint64_t place = is_below ? prefix : 2 * places_below - 1 - prefix;
    for (std::size_t at = prefix; at < prefix + 4; ++at) place = (place << 8U) | byte(words, at);
    return place;
}

// The position of a wish's key among the targets, or where it would stand, and whether it does.
std::pair<std::size_t, bool> Field::position_of(const Incoming& sought) const {
    const auto last =
        wanted_.empty() ? std::strong_ordering::less : compared(wanted_.back(), sought);
    if (last < 0) return {wanted_.size(), false};
    if (last == 0) return {wanted_.size() - 1, true};
    const auto found =
        std::lower_bound(wanted_.begin(), wanted_.end(), sought,
                         [](const Wanted& a, const Incoming& b) { return compared(a, b) < 0; });
    return {static_cast<std::size_t>(found - wanted_.begin()), compared(*found, sought) == 0};
}

// `prefix` is the length of what the words have in common with the base, where they are the key's.
void Field::say(Witness witness, const Wish& wish, std::size_t prefix) {
    Target& target = annotated_.targets[witness];
    Wanted& wanted = wanted_[witness];
    target.is_pending = wish.is_pending;
    wanted.wish = wish;
    if (!is_key(wish)) prefix = common_prefix(wish.words, base_);
    read(wish.words, prefix, target, wanted.hunks);
    if (wish.is_pending) wanted.hunks.clear();
}

void Field::choose_words(Witness witness) {
    auto& [place, wish, hunks, each] = wanted_[witness];
    if (!each) return;
    const auto found = std::ranges::find(*each, false, &Wish::is_pending);
    const Wish chosen = found == each->end() ? each->front() : *found;
    if (!say_the_same(chosen, wish)) say(witness, chosen, prefix_at(place));
    if (std::ranges::all_of(*each, [&](const Wish& one) { return say_the_same(one, chosen); })) {
        each.reset();
    }
}

void Field::lay_out(std::span<const Bracket> brackets, const ProposalOrder& order,
                    const AmendedProposal& amended, const Field* working) {
    take_in(order);
    VERIFY(wanted_.size() == annotated_.targets.size());
    const bool is_plain = annotated_.targets.empty() && brackets.empty();
    if (is_plain && is_plain_) return;
    is_plain_ = is_plain;
    const auto parents = amended_targets(amended);
    std::vector<Hunks> composed(parents.size());
    std::vector<Variant> variants;
    variants.reserve(annotated_.targets.size());
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

void Field::close() {
    starts_ = {};
    wanted_ = std::vector<Wanted>();
}

// What has no words in the working language comes last, each on its own.
std::vector<Standing> Field::grouping(const Field& working) const {
    std::vector<Standing> all =
        grouping_of(working.annotated_.tree, working.annotated_.targets.size());
    std::vector<Standing> own;
    for (const Wanted& wanted : wanted_) {
        const std::uint64_t place = working.place_of(wanted.wish.key);
        const auto [at, is_there] = working.position_of({place, wanted.wish});
        own.push_back(is_there ? std::move(all[at]) : Standing{});
    }
    return own;
}

// Words that stand between blanks are the same words in any text, so what a target shares with the
// base at its two ends is not read again.
void Field::read(std::string_view text, std::size_t prefix, Target& target, Hunks& changes) const {
    const auto& base = annotated_.base;
    target.words.clear();
    if (starts_.empty()) {
        target.words = text::words_of(text, lexicon_);
        changes = hunks(base, target.words);
        return;
    }
    while (prefix > 0 && text[prefix - 1] != ' ') --prefix;
    std::size_t suffix = common_suffix(text.substr(prefix), base_.substr(prefix));
    while (suffix > 0 && text[text.size() - suffix] != ' ') --suffix;
    const auto words_before = [&](std::size_t byte) {
        return static_cast<std::ptrdiff_t>(count_below(starts_, byte));
    };
    const auto before = base.begin() + words_before(prefix);
    const auto after = base.begin() + words_before(base_.size() - suffix);
    const std::size_t middle = text.size() - suffix - prefix;  // in bytes
    const auto of_base = static_cast<std::size_t>(before - base.begin() + (base.end() - after));
    target.words.reserve(of_base + middle / bytes_per_word + 2);
    target.words.assign(base.begin(), before);
    text::append_words(text.substr(prefix), middle, lexicon_, target.words);
    target.words.insert(target.words.end(), after, base.end());
    changes = hunks(base, target.words,
                    {static_cast<std::uint32_t>(before - base.begin()),
                     static_cast<std::uint32_t>(base.end() - after)});
}

std::optional<Witness> Field::target_of(ProposalIndex proposal) const {
    for (Witness witness = 0; witness < annotated_.targets.size(); ++witness) {
        const auto& proposals = annotated_.targets[witness].proposals;
        if (std::ranges::find(proposals, proposal) != proposals.end()) return witness;
    }
    return std::nullopt;
}

template <typename Visit>
void Field::each_supporter(Visit visit) const {
    for (Witness witness = 0; witness < annotated_.targets.size(); ++witness) {
        for (const ProposalIndex proposal : annotated_.targets[witness].proposals) {
            visit(proposal, witness);
        }
    }
}

// For each target the one that it amends; nothing at all where no target amends another.
std::vector<std::optional<Witness>> Field::amended_targets(const AmendedProposal& amended) const {
    std::vector<std::optional<Witness>> parents;
    if (!amended) return parents;
    boost::unordered_flat_map<ProposalIndex, Witness> target_of_each;
    each_supporter([&](ProposalIndex proposal, Witness witness) {
        target_of_each.emplace(proposal, witness);
    });
    each_supporter([&](ProposalIndex proposal, Witness witness) {
        const auto parent = amended(proposal);
        const auto found = parent ? target_of_each.find(*parent) : target_of_each.end();
        if (found == target_of_each.end() || found->second == witness) return;
        parents.resize(annotated_.targets.size());
        parents[witness] = std::min(found->second, parents[witness].value_or(found->second));
    });
    return parents;
}

}  // namespace travaux::consolidation
