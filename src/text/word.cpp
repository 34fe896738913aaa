// SPDX-License-Identifier: MIT
#include "text/word.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

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

constexpr std::size_t slots_at_first = 256;
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

// How many of eight bytes stand before the first that is neither letter nor digit of ASCII.
std::size_t letters_in(std::uint64_t octets) {
    return static_cast<std::size_t>(std::countr_zero(others_in(octets))) / 8;
}

std::size_t end_of_letters(std::string_view text, std::size_t at) {
    for (; text.size() - at >= 8; at += 8) {
        const std::size_t letters = letters_in(load<std::uint64_t>(text, at));
        if (letters == 8) continue;
        at += letters;
        break;
    }
    while (at < text.size() && class_of(text[at]) == WordClass::letter) ++at;
    return at;
}

// By a count of bytes, of eight at most: so many of the lowest with all their bits.
constexpr std::array<std::uint64_t, 9> first_bytes = {
    0,         0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF,
    UINT64_MAX};

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

// No fewer bytes than words have as written; exactly as many where the room at hand may be too
// small.
std::size_t size_at_most(std::span<const Word> words, const Lexicon& lexicon, std::size_t room) {
    const std::size_t most = lexicon.bytes_max() * words.size();
    if (most + padding <= room) return most;
    std::size_t size = 0;
    for (const Word word : words) size += lexicon.written(word).size();
    return size;
}

}  // namespace

// Its first sixteen bytes, as two numbers with zeros behind a shorter one, are read once: while the
// word is cut, if it is a plain one.
struct Lexicon::Spelling {
    std::string_view text;
    std::uint64_t head;
    std::uint64_t tail;

    explicit Spelling(std::string_view spelling)
        : text(spelling), head(head_of(spelling)),
          tail(spelling.size() > 8 ? head_of(spelling.substr(8)) : 0) {}

    // REQUIRES: sixteen bytes can be read from its beginning, and it has no more of its own.
    Spelling(std::string_view spelling, std::uint64_t octets)
        : text(spelling), head(octets & first_bytes[std::min<std::size_t>(text.size(), 8)]),
          tail(load<std::uint64_t>(text, 8) &
               first_bytes[std::max<std::size_t>(text.size(), 8) - 8]) {}

    // The lowest bits are the length, or all of them for a long one. The others come of all bytes:
    // one half is laid over the other before both are spread.
    [[nodiscard]] std::uint32_t mark() const {
        constexpr std::uint32_t lengths = 15;
        std::uint64_t bits = head + tail * 0x9FB21C651E98DF25ULL;
        for (std::size_t at = 16; at < text.size(); at += 8) {
            bits = mixed(bits ^ head_of(text.substr(at)));
        }
        const std::uint64_t spread = (bits ^ bits >> 32U) * 0x9E3779B97F4A7C15ULL;
        const auto length = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), lengths));
        return (static_cast<std::uint32_t>(spread >> 32U) & ~lengths) | length;
    }

    // Whether a spelling that has the same head and mark is this one. REQUIRES: it has zero bytes
    // behind it.
    [[nodiscard]] bool goes_on_as(std::string_view known) const {
        return known.size() == text.size() && load<std::uint64_t>(known, 8) == tail &&
               (text.size() <= 16 || known.substr(16) == text.substr(16));
    }
};

WordClass word_class(char32_t code_point) { return class_in_ranges(code_point); }

Lexicon::Lexicon() : slots_(slots_at_first) {}

// In line where words are cut: what is new is told apart and kept elsewhere.
[[gnu::always_inline]] inline Word Lexicon::word(const Spelling& spelling, bool blank_before) {
    const std::uint32_t mark = spelling.mark();
    std::size_t at = place_of(mark);
    for (; slots_[at].number_plus_one != 0; at = next(at)) {
        if (slots_[at].mark != mark || slots_[at].head != spelling.head) continue;
        const std::uint32_t number = slots_[at].number_plus_one - 1;
        if (spelling.text.size() <= 8 || spelling.goes_on_as(spellings_[number])) {
            return (number << 1U) | static_cast<Word>(blank_before);
        }
    }
    return (add(spelling, at) << 1U) | static_cast<Word>(blank_before);
}

Word Lexicon::word(std::string_view spelling, bool blank_before) {
    return word(Spelling(spelling), blank_before);
}

std::uint32_t Lexicon::add(const Spelling& spelling, std::size_t free_slot) {
    const auto number = static_cast<std::uint32_t>(spellings_.size());
    const std::string_view copy =
        copies_.emplace_back(" ").append(spelling.text).append(padding, '\0');
    spellings_.push_back(copy.substr(1, spelling.text.size()));
    bytes_max_ = std::max(bytes_max_, spelling.text.size() + 1);
    slots_[free_slot] = {spelling.head, spelling.mark(), number + 1};
    if (slots_.size() <= 2 * spellings_.size()) grow();
    return number;
}

void Lexicon::grow() {
    const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
    for (const Slot& slot : before) {
        if (slot.number_plus_one == 0) continue;
        std::size_t at = place_of(slot.mark);
        while (slots_[at].number_plus_one != 0) at = next(at);
        slots_[at] = slot;
    }
}

class Lexicon::Cutter {
public:
    Cutter(std::string_view text, Lexicon& lexicon, Words& words)
        : text_(text), lexicon_(lexicon), words_(words) {}

    void cut(std::size_t end) {
        while (at_ < end) {
            if (!take_plain()) take_any();
        }
    }

private:
    // Takes one of up to sixteen ASCII letters and digits, or one sign of ASCII, as nearly all are.
    // Returns false where what follows may belong to it, or the text ends too soon to tell.
    bool take_plain() {
        if (text_.size() - at_ <= 16) return false;
        const auto octets = load<std::uint64_t>(text_, at_);
        std::size_t letters = letters_in(octets);
        if (letters == 8) letters += letters_in(load<std::uint64_t>(text_, at_ + 8));
        const auto is = [this](std::size_t at, WordClass kind) {
            return class_of(text_[at_ + at]) == kind;
        };
        if (letters == 0) {
            if (!is(0, WordClass::punctuation) || is(1, WordClass::mark)) return false;
            letters = 1;
        } else if (!is(letters, WordClass::blank) && !is(letters, WordClass::punctuation)) {
            return false;
        }
        take({text_.substr(at_, letters), octets});
        return true;
    }

    void take_any() {
        std::size_t at = at_;
        const Sign first = sign_at(text_, at);
        at += first.bytes;
        if (first.kind == WordClass::blank) {
            blank_ = true;
            at_ = at;
            return;
        }
        // Marks stay with what they follow; letters run on; a Han character or a sign stands alone.
        const bool runs_on = first.kind == WordClass::letter || first.kind == WordClass::mark;
        while (at < text_.size()) {
            if (runs_on) at = end_of_letters(text_, at);
            if (at == text_.size() || class_of(text_[at]) != WordClass::mark) break;
            const Sign next = sign_at(text_, at);
            if (next.kind != WordClass::mark && !(runs_on && next.kind == WordClass::letter)) break;
            at += next.bytes;
        }
        take(Spelling(text_.substr(at_, at - at_)));
    }

    // Takes a word, and the blank behind it.
    void take(const Spelling& spelling) {
        words_.push_back(lexicon_.word(spelling, blank_));
        at_ += spelling.text.size();
        blank_ = at_ < text_.size() && text_[at_] == ' ';
        at_ += blank_ ? 1 : 0;
    }

    std::string_view text_;
    Lexicon& lexicon_;
    Words& words_;
    std::size_t at_ = 0;
    bool blank_ = true;
};

void append_words(std::string_view text, Lexicon& lexicon, Words& words) {
    append_words(text, text.size(), lexicon, words);
}

void append_words(std::string_view text, std::size_t end, Lexicon& lexicon, Words& words) {
    Lexicon::Cutter(text, lexicon, words).cut(end);
}

Words words_of(std::string_view text, Lexicon& lexicon) {
    Words words;
    if (text.empty()) return words;
    words.reserve(text.size() / bytes_per_word + 1);
    append_words(text, lexicon, words);
    return words;
}

void append_text(std::span<const Word> words, const Lexicon& lexicon, std::string& text,
                 bool is_start) {
    if (words.empty()) return;
    const std::size_t room = text.capacity() - text.size();
    const std::size_t size = text.size() + size_at_most(words, lexicon, room);
    // libstdc++ 12 may offer more room than was asked for, and keeps all that is not given back.
    text.resize_and_overwrite(size + padding, [&, end = text.size()](char* bytes, std::size_t) {
        char* to = bytes + end;
        const auto write = [&to](std::string_view written) {
            std::memcpy(to, written.data(), padding);
            if (written.size() > padding) {
                std::memcpy(to + padding, written.data() + padding, written.size() - padding);
            }
            to += written.size();
        };
        write(is_start ? lexicon.spelling(words.front()) : lexicon.written(words.front()));
        for (const Word word : words.subspan(1)) write(lexicon.written(word));
        return static_cast<std::size_t>(to - bytes);
    });
}

std::string text_of(std::span<const Word> words, const Lexicon& lexicon) {
    std::string text;
    append_text(words, lexicon, text, /*is_start=*/true);
    return text;
}

}  // namespace travaux::text
