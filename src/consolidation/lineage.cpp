// SPDX-License-Identifier: MIT
#include "consolidation/lineage.h"

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>

#include "base/result.h"
#include "consolidation/alignment.h"
#include "consolidation/graveyard.h"
#include "consolidation/likeness.h"
#include "consolidation/passage.h"
#include "text/code_point.h"

namespace travaux::consolidation {
namespace {

using text::Word;
using text::Words;

// In texts that are known to be alike, fewer common words make an edit than between any two texts.
constexpr std::size_t lineage_common_percent = 10;

// Equal to no word: stands for one that has its place already.
constexpr Word taken = 0xFFFFFFFEU;

constexpr std::array<std::string_view, 6> certainty_names = {
    "exact", "introduced", "carried", "aligned", "moved", "reintroduced"};

std::uint32_t index(std::size_t value) { return static_cast<std::uint32_t>(value); }

Trace weakened(Trace trace, Certainty link) {
    return {trace.draft, std::max(trace.certainty, link)};
}

// A text that vanished as a whole.
struct Vanished {
    std::uint32_t draft = 0;
    std::uint32_t at = 0;
    std::vector<Tomb> tombs;
};

// A text of the draft before that stands in the next one no more.
struct Lost {
    std::uint32_t at = 0;
    Passage* passage = nullptr;
    Words words;                    // without blanks; `taken` where a later text has the word
    std::uint32_t words_left = 0;   // how many no later text has
    Passage* heir = nullptr;        // the text that continues this one
    std::vector<std::uint32_t> to;  // by word: the heir's word after it, 0 where it has none
};

// A text that the draft before did not have.
struct Fresh {
    std::uint32_t at = 0;
    Passage* passage = nullptr;
    Words words;  // without blanks
    bool has_forebear = false;
};

Words without_blanks(const Words& words) {
    Words result = words;
    for (Word& word : result) word &= ~Word{1};
    return result;
}

// Whether two texts begin and end alike for half of the longer one.
bool is_clear_edit(std::span<const Word> former, std::span<const Word> later) {
    const auto [x, y] = std::ranges::mismatch(former, later);
    const auto prefix = static_cast<std::size_t>(x - former.begin());
    const auto rest = std::min(former.size(), later.size()) - prefix;
    std::size_t suffix = 0;
    while (suffix < rest &&
           former[former.size() - 1 - suffix] == later[later.size() - 1 - suffix]) {
        ++suffix;
    }
    return 2 * (prefix + suffix) >= std::max(former.size(), later.size());
}

// What words weigh when a run of them is found elsewhere: two halves are a word.
class Weights {
public:
    explicit Weights(const text::Lexicon& lexicon) : lexicon_(lexicon) {}

    bool is_enough(std::span<const Word> words) {
        std::uint32_t halves = 0;
        for (const Word word : words) halves += halves_of(word);
        return halves >= 2 * found_words_min;
    }

    bool is_sign(Word word) { return word != taken && halves_of(word) == 0; }

private:
    std::uint32_t halves_of(Word word) {
        const std::size_t number = word >> 1U;
        if (number >= known_.size()) known_.resize(number + number / 2 + 64, unknown);
        if (known_[number] == unknown) {
            switch (text::word_class(text::code_point_at(lexicon_.spelling(word), 0).value)) {
                case text::WordClass::letter: known_[number] = 2; break;
                case text::WordClass::han: known_[number] = 1; break;
                case text::WordClass::mark:
                case text::WordClass::punctuation:
                case text::WordClass::blank: known_[number] = 0; break;
            }
        }
        return known_[number];
    }

    static constexpr std::uint8_t unknown = 255;
    const text::Lexicon& lexicon_;
    std::vector<std::uint8_t> known_;  // by the word's number
};

// Takes the drafts one by one, oldest first.
class LineageRunner {
public:
    void take(const PlainTexts& texts) {
        std::vector<std::uint32_t> numbers;
        numbers.reserve(texts.size());
        std::size_t next = 0;
        for (const std::string_view text : texts) numbers.push_back(number_of(text, next));
        const auto partners = equal_texts(text_numbers_, numbers);
        std::vector<Passage*> later(texts.size());
        std::vector<bool> is_carried(passages_.size(), false);
        std::vector<Fresh> fresh;
        for (std::size_t at = 0; at < texts.size(); ++at) {
            if (partners[at] == no_partner) {
                later[at] = born(texts[at]);
                fresh.push_back({index(at), later[at], {}, false});
            } else {
                later[at] = passages_[partners[at]];
                is_carried[partners[at]] = true;
            }
        }
        std::vector<Lost> lost;
        for (std::size_t at = 0; at < passages_.size(); ++at) {
            if (is_carried[at]) continue;
            lost.emplace_back().at = index(at);
            lost.back().passage = passages_[at];
        }
        if (draft_ > 0) {
            read_words(lost, fresh);
            continue_in_place(lost, fresh, partners);
            align_alike(lost, fresh);
            for (Lost& one : lost) bury(one);
            graveyard_.index();
            for (Fresh& one : fresh) dig(one);
        }
        for (std::size_t at = 0; at < texts.size(); ++at) places_[numbers[at]] = index(at);
        passages_ = std::move(later);
        text_numbers_ = std::move(numbers);
        ++draft_;
    }

    Lineage result() {
        RunWriter writer(lexicon_, graveyard_, draft_ - 1);
        Lineage lineage;
        for (std::size_t at = 0; at < passages_.size(); ++at) {
            read_words(*passages_[at]);
            lineage.live.push_back({draft_ - 1, index(at), writer.runs_of(*passages_[at])});
        }
        for (const Vanished& one : vanished_) {
            LineageText text{one.draft, one.at, writer.runs_of(one.tombs)};
            if (!text.runs.empty()) lineage.gone.push_back(std::move(text));
        }
        return lineage;
    }

private:
    // Most texts stand where their neighbour says; `next` is where the one after it is expected.
    std::uint32_t number_of(std::string_view text, std::size_t& next) {
        if (next < passages_.size() && passages_[next]->text == text) return text_numbers_[next++];
        const std::uint32_t number = numbers_.emplace(text, index(numbers_.size())).first->second;
        if (number == places_.size()) places_.push_back(0);
        const std::uint32_t place = places_[number];
        const bool is_known = place < passages_.size() && text_numbers_[place] == number;
        next = (is_known ? place : next) + 1;
        return number;
    }

    Passage* born(std::string_view text) {
        pool_.push_back({.text = text, .born = draft_, .words = {}, .traces = {}, .tombs = {}});
        return &pool_.back();
    }

    void read_words(Passage& passage) {
        if (passage.words.empty()) passage.words = text::words_of(passage.text, lexicon_);
    }

    void read_words(std::vector<Lost>& lost, std::vector<Fresh>& fresh) {
        for (Lost& one : lost) {
            read_words(*one.passage);
            one.words = without_blanks(one.passage->words);
            one.to.assign(one.words.size(), 0);
            one.words_left = index(one.words.size());
        }
        for (Fresh& one : fresh) {
            read_words(*one.passage);
            one.words = without_blanks(one.passage->words);
            one.passage->traces.assign(one.words.size(), {draft_, Certainty::introduced});
        }
    }

    // Most texts that change stay between their neighbours and keep most words: no need to search.
    void continue_in_place(std::vector<Lost>& lost, std::vector<Fresh>& fresh,
                           std::vector<std::uint32_t> partners) {
        auto candidate = lost.begin();
        for (Fresh& one : fresh) {
            if (one.at > 0 && partners[one.at - 1] == no_partner) continue;
            const std::uint32_t place = one.at == 0 ? 0 : partners[one.at - 1] + 1;
            if (candidate != lost.end() && candidate->at > place) candidate = lost.begin();
            while (candidate != lost.end() && candidate->at < place) ++candidate;
            if (candidate == lost.end() || candidate->at != place) continue;
            if (!is_clear_edit(candidate->words, one.words)) continue;
            align(*candidate, one);
            partners[one.at] = place;
        }
    }

    void align_alike(std::vector<Lost>& lost, std::vector<Fresh>& fresh) {
        std::vector<PlacedText> former;
        for (const Lost& one : lost) {
            const bool is_wanted = one.words_left >= found_words_min || one.heir == nullptr;
            former.push_back({one.at, is_wanted ? std::span(one.words) : std::span<Word>{}});
        }
        std::vector<PlacedText> later;
        for (const Fresh& one : fresh) {
            later.push_back({one.at, one.has_forebear ? std::span<Word>{} : std::span(one.words)});
        }
        for (const Likeness& likeness : likenesses(former, later)) {
            if (!fresh[likeness.later].has_forebear) {
                align(lost[likeness.former], fresh[likeness.later]);
            }
        }
    }

    // Gives the words that both texts have in a row of changes to the later one, if they are
    // enough.
    void align(Lost& lost, Fresh& fresh) {
        const auto of_lost = window(lost.words, fresh.words);
        const auto of_fresh = window(fresh.words, lost.words);
        const auto begin = of_lost.first;
        const auto later_begin = of_fresh.first;
        const auto base = std::span(lost.words).subspan(begin, of_lost.second - begin);
        const auto target =
            std::span(fresh.words).subspan(later_begin, of_fresh.second - later_begin);
        Hunks changes = hunks(base, target, lineage_common_percent);
        slide_past_signs(changes, base, target);
        std::size_t kept = base.size();
        for (const Hunk& hunk : changes) kept -= hunk.end - hunk.begin;
        if (4 * kept < std::min(base.size(), target.size())) return;
        fresh.has_forebear = true;
        lost.words_left -= index(kept);
        const bool is_first = lost.heir == nullptr;
        if (is_first) lost.heir = fresh.passage;
        const auto keep = [&](std::uint32_t from, std::uint32_t to, std::uint32_t later) {
            for (std::uint32_t at = from; at < to; ++at, ++later) {
                const std::uint32_t place = begin + at;
                fresh.passage->traces[later_begin + later] =
                    weakened(lost.passage->trace(place), Certainty::aligned);
                lost.words[place] = taken;
                if (is_first) lost.to[place] = later_begin + later + 1;
            }
        };
        std::uint32_t at = 0;
        std::uint32_t later = 0;
        for (const Hunk& hunk : changes) {
            keep(at, hunk.begin, later);
            at = hunk.end;
            later = hunk.target_end;
        }
        keep(at, index(base.size()), later);
    }

    // ". The costs are shared" between "damage" and "." is "The costs are shared." after a
    // sentence.
    void slide_past_signs(Hunks& changes, std::span<const Word> base,
                          std::span<const Word> target) {
        for (std::size_t at = 0; at < changes.size(); ++at) {
            Hunk& hunk = changes[at];
            const bool is_insertion = hunk.begin == hunk.end;
            if (!is_insertion && hunk.target_begin != hunk.target_end) continue;
            const std::size_t limit =
                at + 1 < changes.size() ? changes[at + 1].begin - 1 : base.size();
            while (hunk.end < limit) {
                const Word first = is_insertion ? target[hunk.target_begin] : base[hunk.begin];
                if (!weights_.is_sign(first) || first != base[hunk.end]) break;
                ++hunk.begin;
                ++hunk.end;
                ++hunk.target_begin;
                ++hunk.target_end;
            }
        }
    }

    // Buries the words that no later text has, and leaves tombs where they stood.
    void bury(Lost& lost) {
        if (last_buried_ + 1 != lost.at) graveyard_.cut();
        std::vector<Tomb> tombs;
        auto older = lost.passage->tombs.begin();
        std::uint32_t place = 0;
        bool is_open = false;
        for (std::uint32_t at = 0; at <= lost.words.size(); ++at) {
            for (; older != lost.passage->tombs.end() && older->before == at; ++older) {
                tombs.push_back({place, older->grave});
                is_open = false;
            }
            if (at == lost.words.size()) break;
            if (lost.words[at] == taken) {
                if (lost.to[at] > 0) place = lost.to[at];
                graveyard_.cut();
                is_open = false;
                continue;
            }
            if (!is_open) tombs.push_back({place, {graveyard_.size(), 0}});
            is_open = true;
            graveyard_.bury({lost.passage->words[at], lost.passage->trace(at), draft_, false});
            ++tombs.back().grave.count;
        }
        last_buried_ = lost.at;
        *lost.passage = {};
        if (lost.heir != nullptr) {
            lost.heir->tombs = std::move(tombs);
        } else {
            vanished_.push_back({draft_ - 1, lost.at, std::move(tombs)});
        }
    }

    // Looks for words without a forebear among those that vanished.
    void dig(Fresh& fresh) {
        std::vector<Trace>& traces = fresh.passage->traces;
        const auto is_new = [&](std::size_t at) {
            return traces[at].certainty == Certainty::introduced;
        };
        for (std::size_t at = 0; at < traces.size(); ++at) {
            std::size_t end = at;
            while (end < traces.size() && is_new(end)) ++end;
            dig(fresh, at, end);
            at = end;
        }
    }

    void dig(Fresh& fresh, std::size_t at, std::size_t end) {
        while (at < end) {
            const auto run = std::span(fresh.words).subspan(at, end - at);
            const auto grave = graveyard_.find(run);
            if (!grave) {
                ++at;
            } else if (!weights_.is_enough(run.first(grave->count))) {
                at += grave->count - found_words_min + 1;
            } else {
                take_back(*grave, std::span(fresh.passage->traces).subspan(at));
                at += grave->count;
            }
        }
    }

    void take_back(const Grave& grave, std::span<Trace> traces) {
        for (std::uint32_t at = 0; at < grave.count; ++at) {
            const BuriedWord& word = graveyard_.at(grave.first + at);
            const bool is_move = word.removed_by == draft_;
            traces[at] = weakened(word.trace, is_move ? Certainty::moved : Certainty::reintroduced);
            graveyard_.take_back(grave.first + at);
        }
    }

    text::Lexicon lexicon_;
    Weights weights_{lexicon_};
    Graveyard graveyard_;
    std::unordered_map<std::string_view, std::uint32_t> numbers_;  // of texts; never printed
    std::vector<std::uint32_t> places_;        // by text's number: where it stood last
    std::uint32_t draft_ = 0;                  // the one that is taken next
    std::uint32_t last_buried_ = no_partner;   // position of the text
    std::deque<Passage> pool_;                 // every wording of a text
    std::vector<Passage*> passages_;           // of the draft before
    std::vector<std::uint32_t> text_numbers_;  // of the draft before
    std::vector<Vanished> vanished_;
};

}  // namespace

std::string_view name_of(Certainty certainty) {
    return certainty_names[static_cast<std::size_t>(certainty)];
}

Lineage lineage_of(std::span<const PlainTexts> drafts) {
    LineageRunner runner;
    for (const PlainTexts& draft : drafts) runner.take(draft);
    return drafts.empty() ? Lineage{} : runner.result();
}

}  // namespace travaux::consolidation
