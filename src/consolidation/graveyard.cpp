// SPDX-License-Identifier: MIT
#include "consolidation/graveyard.h"

#include "base/quick_hash.h"

namespace travaux::consolidation {
namespace {

// Equal to no word.
constexpr text::Word border = 0xFFFFFFFFU;

// Of a run of words, whether blanks stand between them or not.
std::uint64_t grown(std::uint64_t key, text::Word word) { return mixed(key ^ (word >> 1U)); }

}  // namespace

void Graveyard::cut() {
    if (!words_.empty() && words_.back().word != border) words_.push_back({border, {}, 0, false});
}

void Graveyard::index() {
    cut();
    std::uint32_t run = 0;
    for (std::uint32_t at = indexed_; at < size(); ++at) {
        run = words_[at].word == border ? 0 : run + 1;
        if (run < found_words_min) continue;
        const std::uint32_t first = at + 1 - found_words_min;
        std::uint64_t key = 0;
        for (std::uint32_t i = first; i <= at; ++i) key = grown(key, words_[i].word);
        places_.add(key, first);
    }
    indexed_ = size();
}

std::optional<Grave> Graveyard::find(std::span<const text::Word> words) const {
    if (words.size() < found_words_min) return std::nullopt;
    std::uint64_t key = 0;
    for (const text::Word word : words.first(found_words_min)) key = grown(key, word);
    Grave best;
    places_.each(key, [&](std::uint32_t place) {
        std::uint32_t count = 0;
        while (count < words.size() &&
               text::same_spelling(words_[place + count].word, words[count])) {
            ++count;
        }
        const bool is_better =
            count > best.count ||
            (count == best.count && words_[best.first].is_back && !words_[place].is_back);
        if (is_better) best = {place, count};
        return true;
    });
    if (best.count < found_words_min) return std::nullopt;
    return best;
}

}  // namespace travaux::consolidation
