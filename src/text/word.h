// Words: the atoms of treaty text, and the lexicon that gives equal words equal numbers.
//
// A word is a run of letters and digits, one punctuation mark, or one Han character with its marks.
// It carries whether a blank stands before it, so the text comes back byte for byte once blanks are
// normalised. Classes come from `word_class`, never from ICU, so that they never change with a
// library's version.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace travaux::text {

/// A word of one lexicon: its number shifted left by one, with the low bit set where a blank stands
/// before it. The first word of a text always has the bit set, and it prints no blank.
using Word = std::uint32_t;

using Words = std::vector<Word>;

/// Whether two words of one lexicon are spelled alike, blank before them or not.
[[nodiscard]] constexpr bool same_spelling(Word a, Word b) { return a >> 1U == b >> 1U; }

/// How a code point takes part in words.
enum class WordClass : std::uint8_t { letter, mark, han, punctuation, blank };

/// The word at which one provision becomes two: U+2029, paragraph separator.
inline constexpr std::string_view paragraph_break = "\xE2\x80\xA9";

/// Returns the class of a code point (Unicode 15.0, the ranges that official texts use; a code
/// point outside every range is a letter).
[[nodiscard]] WordClass word_class(char32_t code_point);

/// Gives equal words equal numbers. Numbers depend on the order of arrival and are therefore never
/// printed, hashed or sorted by.
class Lexicon {
public:
    Lexicon();
    Lexicon(const Lexicon&) = delete;
    Lexicon& operator=(const Lexicon&) = delete;

    /// Returns the word spelled `spelling`, which is copied on first sight.
    [[nodiscard]] Word word(std::string_view spelling, bool blank_before);

    /// Returns how a word is spelled, in UTF-8 without its blank.
    [[nodiscard]] std::string_view spelling(Word word) const { return spellings_[word >> 1U]; }

    /// Returns how a word is written after another: with its blank, if it has one.
    [[nodiscard]] std::string_view written(Word word) const {
        const std::string_view spelling = spellings_[word >> 1U];
        return {spelling.data() - (word & 1U), spelling.size() + (word & 1U)};
    }

    /// Returns the most bytes that a word of this has, as written.
    [[nodiscard]] std::size_t bytes_max() const { return bytes_max_; }

private:
    class Cutter;
    struct Spelling;
    friend void append_words(std::string_view text, std::size_t end, Lexicon& lexicon,
                             Words& words);

    // The first bytes of a spelling, part of its hash with its length, and its number plus one;
    // zero where the slot is free. Short spellings are told apart by these alone.
    struct Slot {
        std::uint64_t head = 0;
        std::uint32_t mark = 0;
        std::uint32_t number_plus_one = 0;
    };

    [[nodiscard]] Word word(const Spelling& spelling, bool blank_before);
    std::uint32_t add(const Spelling& spelling, std::size_t free_slot);
    [[nodiscard]] std::size_t place_of(std::uint32_t mark) const {
        return (mark >> 4U) & (slots_.size() - 1);
    }
    [[nodiscard]] std::size_t next(std::size_t slot) const {
        return (slot + 1) & (slots_.size() - 1);
    }
    void grow();

    std::vector<Slot> slots_;  // a power of two of them, at most half taken; sought one by one
    std::vector<std::string_view> spellings_;
    std::size_t bytes_max_ = 0;       // of a word as written
    std::deque<std::string> copies_;  // of the spellings, each after a blank
};

/// Returns the words of a UTF-8 text in NFC. Bytes that are not UTF-8 stand as letters.
[[nodiscard]] Words words_of(std::string_view text, Lexicon& lexicon);

/// Appends the words of a text to others; the first has a blank before it.
void append_words(std::string_view text, Lexicon& lexicon, Words& words);

/// As above, the words of its first `end` bytes. REQUIRES: the text ends there, or has a blank.
void append_words(std::string_view text, std::size_t end, Lexicon& lexicon, Words& words);

/// Appends words as they are written; the first without its blank where `is_start` says so.
void append_text(std::span<const Word> words, const Lexicon& lexicon, std::string& text,
                 bool is_start = false);

/// Returns the text of words: spellings with single blanks, none at the start.
[[nodiscard]] std::string text_of(std::span<const Word> words, const Lexicon& lexicon);

}  // namespace travaux::text
