// Where the words of a consolidated text live that was read from a file.
//
// The nodes of a tree point at words. Those of a text that was computed point into its base and its
// targets; those of one that was read point here, and live as long as its lexicon.
// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <memory>
#include <span>
#include <string_view>

#include "text/word.h"

namespace travaux::formats {

class WordStore {
public:
    /// Returns the lexicon, which keeps the words of the store alive.
    [[nodiscard]] static std::shared_ptr<const text::Lexicon> lexicon_of(
        const std::shared_ptr<WordStore>& store) {
        return {store, &store->lexicon_};
    }

    /// Returns the words of a whole text.
    [[nodiscard]] text::Words whole(std::string_view text) {
        return text::words_of(text, lexicon_);
    }

    /// Returns words that stand inside a text: a blank before the first is written out.
    [[nodiscard]] std::span<const text::Word> inside(std::string_view text) {
        text::Words& words = words_.emplace_back(text::words_of(text, lexicon_));
        if (!words.empty() && !text.starts_with(' ')) words.front() &= ~text::Word{1};
        return words;
    }

private:
    text::Lexicon lexicon_;
    std::deque<text::Words> words_;
};

}  // namespace travaux::formats
