// SPDX-License-Identifier: MIT
#include "understanding/line_match.h"

#include <algorithm>
#include <map>

#include "consolidation/likeness.h"
#include "text/word.h"

namespace travaux::understanding {
namespace {

using consolidation::no_partner;

// Per cent of the pairs of neighbouring words that two lines share, counted on both.
constexpr std::size_t shared_percent_min = 40;

class Matching {
public:
    Matching(const std::vector<std::string_view>& former, const std::vector<LaterLine>& later)
        : later_(later), partners_(later.size()), is_taken_(former.size()) {
        for (const std::string_view text : former) former_words_.push_back(words(text));
        for (const LaterLine& line : later) later_words_.push_back(words(line.text));
    }

    std::vector<std::optional<Partner>> match() {
        by_equal_words_with_id();
        by_equal_words();
        by_id();
        by_likeness();
        by_neighbours();
        return std::move(partners_);
    }

private:
    text::Words words(std::string_view text) { return text::words_of(text, lexicon_); }

    void pair(std::size_t former, std::size_t later, Found found) {
        partners_[later] = Partner{former, found};
        is_taken_[former] = true;
    }

    [[nodiscard]] bool is_free(std::size_t former, std::size_t later) const {
        return !is_taken_[former] && !partners_[later];
    }

    // Of equal lines an id tells which is which.
    void by_equal_words_with_id() {
        for (std::size_t at = 0; at < later_.size(); ++at) {
            const auto named = later_[at].named;
            if (!named || !is_free(*named, at)) continue;
            if (former_words_[*named] == later_words_[at]) pair(*named, at, Found::equal);
        }
    }

    // Equal lines have equal numbers; lines that are partners have one of their own.
    void by_equal_words() {
        std::map<text::Words, std::uint32_t> numbers;
        const auto number_of = [&](const text::Words& line) {
            const auto next = static_cast<std::uint32_t>(former_words_.size() + numbers.size());
            return numbers.emplace(line, next).first->second;
        };
        std::vector<std::uint32_t> former;
        for (std::size_t at = 0; at < former_words_.size(); ++at) {
            const auto own = static_cast<std::uint32_t>(at);
            former.push_back(is_taken_[at] ? own : number_of(former_words_[at]));
        }
        std::vector<std::uint32_t> later;
        for (std::size_t at = 0; at < later_words_.size(); ++at) {
            later.push_back(partners_[at] ? static_cast<std::uint32_t>(partners_[at]->former)
                                          : number_of(later_words_[at]));
        }
        const auto found = consolidation::equal_texts(former, later);
        for (std::size_t at = 0; at < found.size(); ++at) {
            if (found[at] != no_partner && is_free(found[at], at)) {
                pair(found[at], at, Found::equal);
            }
        }
    }

    // What an id says holds unless nothing of the words is left.
    void by_id() {
        for (std::size_t at = 0; at < later_.size(); ++at) {
            const auto named = later_[at].named;
            if (named && is_free(*named, at) && share_a_word(*named, at)) {
                pair(*named, at, Found::named);
            }
        }
    }

    [[nodiscard]] bool share_a_word(std::size_t former, std::size_t later) const {
        text::Words words = former_words_[former];
        std::ranges::sort(words);
        return std::ranges::any_of(later_words_[later], [&](text::Word word) {
            return std::ranges::binary_search(words, word) && lexicon_.spelling(word).size() > 1;
        });
    }

    void by_likeness() {
        using consolidation::PlacedText;
        std::vector<PlacedText> former;
        std::vector<PlacedText> later;
        const auto place = [](std::size_t at) { return static_cast<std::uint32_t>(at); };
        for (std::size_t at = 0; at < former_words_.size(); ++at) {
            if (!is_taken_[at]) former.push_back({place(at), former_words_[at]});
        }
        for (std::size_t at = 0; at < later_words_.size(); ++at) {
            if (!partners_[at]) later.push_back({place(at), later_words_[at]});
        }
        for (const auto& likeness : consolidation::likenesses(former, later)) {
            const PlacedText& one = former[likeness.former];
            const PlacedText& other = later[likeness.later];
            const std::size_t both = one.words.size() + other.words.size();
            if (200 * std::size_t{likeness.shared} < shared_percent_min * both) continue;
            if (is_free(one.at, other.at)) pair(one.at, other.at, Found::alike);
        }
    }

    // One line is left on either side between the partners of two neighbours.
    void by_neighbours() {
        const std::size_t none = former_words_.size();
        std::size_t before = none;  // the former line of the last later one with a partner
        for (std::size_t at = 0; at < later_.size(); ++at) {
            if (partners_[at]) {
                before = partners_[at]->former;
                continue;
            }
            const bool is_alone = at + 1 == later_.size() || partners_[at + 1].has_value();
            const bool is_first = at == 0 || partners_[at - 1].has_value();
            if (!is_alone || !is_first) continue;
            const std::size_t due = before == none ? 0 : before + 1;
            const std::size_t behind = at + 1 == later_.size() ? none : partners_[at + 1]->former;
            if (due < none && due + 1 == behind && !is_taken_[due]) {
                pair(due, at, Found::between);
                before = due;
            }
        }
    }

    const std::vector<LaterLine>& later_;
    text::Lexicon lexicon_;
    std::vector<text::Words> former_words_;
    std::vector<text::Words> later_words_;
    std::vector<std::optional<Partner>> partners_;
    std::vector<bool> is_taken_;
};

}  // namespace

std::vector<std::optional<Partner>> match_lines(const std::vector<std::string_view>& former,
                                                const std::vector<LaterLine>& later) {
    return Matching(former, later).match();
}

}  // namespace travaux::understanding
