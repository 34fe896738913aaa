// SPDX-License-Identifier: MIT
#include "text/word.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "base/quick_hash.h"
#include "text/code_point.h"

namespace travaux::text {
namespace {

struct Range {
    char32_t first;
    char32_t last;
    WordClass kind;
};

// Sorted by first code point. Unicode 15.0: Basic Latin to Arabic presentation forms and CJK.
constexpr std::array ranges = {
    Range{0x09, 0x0D, WordClass::blank},           Range{0x20, 0x20, WordClass::blank},
    Range{0x21, 0x2F, WordClass::punctuation},     Range{0x3A, 0x40, WordClass::punctuation},
    Range{0x5B, 0x60, WordClass::punctuation},     Range{0x7B, 0x7E, WordClass::punctuation},
    Range{0x85, 0x85, WordClass::blank},           Range{0xA0, 0xA0, WordClass::blank},
    Range{0xA1, 0xA9, WordClass::punctuation},     Range{0xAB, 0xAC, WordClass::punctuation},
    Range{0xAE, 0xB1, WordClass::punctuation},     Range{0xB4, 0xB4, WordClass::punctuation},
    Range{0xB6, 0xB8, WordClass::punctuation},     Range{0xBB, 0xBB, WordClass::punctuation},
    Range{0xBF, 0xBF, WordClass::punctuation},     Range{0xD7, 0xD7, WordClass::punctuation},
    Range{0xF7, 0xF7, WordClass::punctuation},     Range{0x300, 0x36F, WordClass::mark},
    Range{0x483, 0x489, WordClass::mark},          Range{0x60C, 0x60D, WordClass::punctuation},
    Range{0x610, 0x61A, WordClass::mark},          Range{0x61B, 0x61B, WordClass::punctuation},
    Range{0x61E, 0x61F, WordClass::punctuation},   Range{0x64B, 0x65F, WordClass::mark},
    Range{0x66A, 0x66D, WordClass::punctuation},   Range{0x670, 0x670, WordClass::mark},
    Range{0x6D4, 0x6D4, WordClass::punctuation},   Range{0x6D6, 0x6DC, WordClass::mark},
    Range{0x6DF, 0x6E4, WordClass::mark},          Range{0x6E7, 0x6E8, WordClass::mark},
    Range{0x6EA, 0x6ED, WordClass::mark},          Range{0x2000, 0x200A, WordClass::blank},
    Range{0x200C, 0x200D, WordClass::mark},        Range{0x2010, 0x2027, WordClass::punctuation},
    Range{0x2028, 0x2028, WordClass::blank},       Range{0x2029, 0x2029, WordClass::punctuation},
    Range{0x202F, 0x202F, WordClass::blank},       Range{0x2030, 0x205E, WordClass::punctuation},
    Range{0x205F, 0x205F, WordClass::blank},       Range{0x20A0, 0x20C0, WordClass::punctuation},
    Range{0x20D0, 0x20F0, WordClass::mark},        Range{0x2E80, 0x2FD5, WordClass::han},
    Range{0x3000, 0x3000, WordClass::blank},       Range{0x3001, 0x3003, WordClass::punctuation},
    Range{0x3005, 0x3007, WordClass::han},         Range{0x3008, 0x3020, WordClass::punctuation},
    Range{0x3030, 0x3030, WordClass::punctuation}, Range{0x3400, 0x4DBF, WordClass::han},
    Range{0x4E00, 0x9FFF, WordClass::han},         Range{0xF900, 0xFAFF, WordClass::han},
    Range{0xFD3E, 0xFD3F, WordClass::punctuation}, Range{0xFE00, 0xFE0F, WordClass::mark},
    Range{0xFE30, 0xFE6B, WordClass::punctuation}, Range{0xFEFF, 0xFEFF, WordClass::blank},
    Range{0xFF01, 0xFF0F, WordClass::punctuation}, Range{0xFF1A, 0xFF20, WordClass::punctuation},
    Range{0xFF3B, 0xFF40, WordClass::punctuation}, Range{0xFF5B, 0xFF65, WordClass::punctuation},
    Range{0x20000, 0x323AF, WordClass::han},       Range{0xE0100, 0xE01EF, WordClass::mark},
};

constexpr std::size_t slots_at_first = 1024;
constexpr std::size_t bytes_per_word = 5;  // about, with the blank: what room is made for
// Zero bytes behind each spelling that is kept: a short one is copied without asking how short.
constexpr std::size_t padding = 16;

static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");

// Returns as many bytes as a Unit has, from `at` on. REQUIRES: they can be read.
template <typename Unit>
std::uint64_t load(std::string_view bytes, std::size_t at) {
    Unit unit{};
    std::memcpy(&unit, bytes.data() + at, sizeof unit);
    return unit;
}

constexpr WordClass class_in_ranges(char32_t code_point) {
    const auto* const after =
        std::upper_bound(ranges.begin(), ranges.end(), code_point,
                         [](char32_t value, const Range& range) { return value < range.first; });
    if (after == ranges.begin()) return WordClass::letter;
    const Range& range = *std::prev(after);
    return code_point <= range.last ? range.kind : WordClass::letter;
}

// The classes of ASCII bytes; a byte of a longer code point is a mark here, which no ASCII byte is.
constexpr std::array<WordClass, 256> byte_classes = [] {
    std::array<WordClass, 256> classes{};
    classes.fill(WordClass::mark);
    for (char32_t c = 0; c < 128; ++c) classes[c] = class_in_ranges(c);
    return classes;
}();

WordClass class_of(char byte) { return byte_classes[static_cast<unsigned char>(byte)]; }

struct Sign {
    WordClass kind;
    std::size_t bytes;
};

Sign sign_at(std::string_view text, std::size_t at) {
    if (const WordClass kind = class_of(text[at]); kind != WordClass::mark) return {kind, 1};
    const CodePoint sign = code_point_at(text, at);
    return {class_in_ranges(sign.value), sign.bytes};
}

// The top bit of each of eight bytes that is neither letter nor digit of ASCII.
std::uint64_t others_in(std::uint64_t octets) {
    constexpr std::uint64_t each = 0x0101010101010101ULL;
    const auto from = [](std::uint64_t bytes, std::uint64_t least) {
        return bytes + each * (0x80 - least);  // has the top bit of each byte from `least` on
    };
    const std::uint64_t low = octets & each * 0x7F;
    const std::uint64_t small = low | each * 0x20;
    const std::uint64_t digits = from(low, '0') & ~from(low, '9' + 1);
    const std::uint64_t letters = from(small, 'a') & ~from(small, 'z' + 1);
    return (octets | ~(digits | letters)) & each * 0x80;
}

std::size_t end_of_letters(std::string_view text, std::size_t at) {
    for (; text.size() - at >= 8; at += 8) {
        const std::uint64_t others = others_in(load<std::uint64_t>(text, at));
        if (others == 0) continue;
        at += static_cast<std::size_t>(std::countr_zero(others)) / 8;
        break;
    }
    while (at < text.size() && class_of(text[at]) == WordClass::letter) ++at;
    return at;
}

// The first eight bytes of a spelling, zeros behind a shorter one.
std::uint64_t head_of(std::string_view spelling) {
    const std::size_t size = spelling.size();
    const auto in_place = [&]<typename Unit>(Unit /*width*/, std::size_t at) {
        return load<Unit>(spelling, at) << 8 * at;
    };
    if (size >= 8) return load<std::uint64_t>(spelling, 0);
    if (size >= 4) return in_place(std::uint32_t{}, 0) | in_place(std::uint32_t{}, size - 4);
    if (size == 0) return 0;
    return in_place(std::uint8_t{}, 0) | in_place(std::uint8_t{}, size / 2) |
           in_place(std::uint8_t{}, size - 1);
}

// `head` is that of the spelling.
std::uint32_t hash_of(std::string_view spelling, std::uint64_t head) {
    std::uint64_t hash = mixed(spelling.size() ^ head);
    for (std::size_t at = 8; at < spelling.size(); at += 8) {
        hash = mixed(hash ^ head_of(spelling.substr(at)));
    }
    return static_cast<std::uint32_t>(hash);
}

// `known` has zero bytes behind it; `head` is that of the spelling.
bool is_spelled(std::string_view known, std::string_view spelling, std::uint64_t head) {
    return known.size() == spelling.size() && load<std::uint64_t>(known, 0) == head &&
           (spelling.size() <= 8 || known.substr(8) == spelling.substr(8));
}

}  // namespace

WordClass word_class(char32_t code_point) { return class_in_ranges(code_point); }

Word Lexicon::word(std::string_view spelling, bool blank_before) {
    if (slots_.size() <= 2 * spellings_.size()) grow();
    const std::uint64_t head = head_of(spelling);
    const std::uint32_t hash = hash_of(spelling, head);
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at].number_plus_one != 0; at = (at + 1) & (slots_.size() - 1)) {
        const std::uint32_t number = slots_[at].number_plus_one - 1;
        if (slots_[at].hash == hash && is_spelled(spellings_[number], spelling, head)) {
            return (number << 1U) | static_cast<Word>(blank_before);
        }
    }
    const auto number = static_cast<std::uint32_t>(spellings_.size());
    const std::string_view copy = copies_.emplace_back(" ").append(spelling).append(padding, '\0');
    spellings_.push_back(copy.substr(1, spelling.size()));
    slots_[at] = {hash, number + 1};
    return (number << 1U) | static_cast<Word>(blank_before);
}

void Lexicon::grow() {
    slots_.assign(std::max(slots_at_first, 2 * slots_.size()), {});
    for (std::uint32_t number = 0; number < spellings_.size(); ++number) {
        const std::string_view spelling = spellings_[number];
        const std::uint32_t hash = hash_of(spelling, head_of(spelling));
        std::size_t at = hash & (slots_.size() - 1);
        while (slots_[at].number_plus_one != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = {hash, number + 1};
    }
}

void append_words(std::string_view text, Lexicon& lexicon, Words& words) {
    bool blank = true;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t start = at;
        const Sign first = sign_at(text, at);
        at += first.bytes;
        if (first.kind == WordClass::blank) {
            blank = true;
            continue;
        }
        // Marks stay with what they follow; letters run on; a Han character or a sign stands alone.
        const bool runs_on = first.kind == WordClass::letter || first.kind == WordClass::mark;
        while (at < text.size()) {
            if (runs_on) at = end_of_letters(text, at);
            if (at == text.size() || class_of(text[at]) != WordClass::mark) break;
            const Sign next = sign_at(text, at);
            if (next.kind != WordClass::mark && !(runs_on && next.kind == WordClass::letter)) break;
            at += next.bytes;
        }
        words.push_back(lexicon.word(text.substr(start, at - start), blank));
        blank = false;
    }
}

Words words_of(std::string_view text, Lexicon& lexicon) {
    Words words;
    words.reserve(text.size() / bytes_per_word + 1);
    append_words(text, lexicon, words);
    return words;
}

void append_text(std::span<const Word> words, const Lexicon& lexicon, std::string& text) {
    std::size_t size = text.size();
    for (const Word word : words) size += lexicon.written(word).size();
    // libstdc++ 12 may offer more room than was asked for, and keeps all that is not given back.
    text.resize_and_overwrite(size + padding, [&, end = text.size()](char* bytes, std::size_t) {
        char* to = bytes + end;
        for (const Word word : words) {
            const std::string_view written = lexicon.written(word);
            std::memcpy(to, written.data(), padding);
            if (written.size() > padding) {
                std::memcpy(to + padding, written.data() + padding, written.size() - padding);
            }
            to += written.size();
        }
        return size;
    });
}

std::string text_of(std::span<const Word> words, const Lexicon& lexicon) {
    if (words.empty()) return {};
    std::string text(lexicon.spelling(words.front()));
    append_text(words.subspan(1), lexicon, text);
    return text;
}

}  // namespace travaux::text
