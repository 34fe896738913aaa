// SPDX-License-Identifier: MIT
#include "formats/line_wrap.h"

#include <algorithm>
#include <cstdint>

namespace travaux::formats {
namespace {

// A byte of Han or Hangul that leads is two columns wide, one that follows another has no width.
std::uint8_t columns_of(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    const bool leads = (value & 0xC0U) != 0x80U;
    const bool is_wide = value >= 0xE3 && value <= 0xED;
    return static_cast<std::uint8_t>(leads + is_wide);
}

// Of so few bytes that one byte holds the sum: many are added at once then.
std::size_t columns_of_few(std::string_view text) {
    std::uint8_t count = 0;
    for (const char byte : text) count = static_cast<std::uint8_t>(count + columns_of(byte));
    return count;
}

std::size_t columns(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); text.remove_prefix(std::min(columns_max, text.size()))) {
        count += columns_of_few(text.substr(0, columns_max));
    }
    return count;
}

// The length of the longest beginning that takes up no more than `room` columns, fewer than
// `columns_max`. No sign has more columns than bytes, so as many bytes fit, and then some more.
std::size_t fitting(std::string_view text, std::size_t room) {
    if (text.size() <= room) return text.size();
    std::size_t at = 0;
    while (at < text.size() && room > 0) {
        const std::size_t next = std::min(room, text.size() - at);
        const std::size_t wide = columns_of_few(text.substr(at, next));
        if (wide > room) return at + next - 1;  // the last one begins a sign that does not fit
        at += next;
        room -= wide;
    }
    while (at < text.size() && columns_of(text[at]) == 0) ++at;
    return at;
}

class Wrapper {
public:
    Wrapper(std::string& out, std::string_view text, std::size_t indent)
        : out_(out), text_(text), indent_(indent) {}

    void wrap() {
        do {
            out_.append(indent_, ' ');
            if (!take_whole_words()) take_by_word();
            while (out_.ends_with(' ')) out_.pop_back();
            out_ += '\n';
        } while (!text_.empty());
    }

private:
    // A line of words between single blanks. Returns false where it is not so simple.
    bool take_whole_words() {
        if (indent_ + 1 >= columns_max) return false;
        const std::size_t fits = fitting(text_, columns_max - 1 - indent_);
        if (fits == text_.size()) {
            take(fits);
            return true;
        }
        const std::size_t blank = text_.rfind(' ', fits);
        if (blank == std::string_view::npos || blank == 0) return false;
        const std::string_view next = text_.substr(blank + 1);
        const std::string_view word = next.substr(0, next.find(' '));
        if (word.empty() || is_broken(word)) return false;
        take(blank);
        text_.remove_prefix(1);
        return true;
    }

    // Words, and characters of long ones, for as long as they fit.
    void take_by_word() {
        std::size_t column = indent_;
        while (!text_.empty()) {
            std::size_t size = std::min(text_.find(' '), text_.size());
            if (is_broken(text_.substr(0, size))) {
                size = 1;
                while (size < text_.size() && columns_of(text_[size]) == 0) ++size;
            }
            const std::size_t width = columns(text_.substr(0, size));
            if (column > indent_ && column + 1 + width > columns_max) return;
            column += width;
            take(size);
            if (!text_.starts_with(' ')) continue;
            ++column;
            take(1);
        }
    }

    static bool is_broken(std::string_view word) {
        return word.size() > columns_max / 2 && columns(word) > columns_max / 2;
    }

    void take(std::size_t size) {
        out_ += text_.substr(0, size);
        text_.remove_prefix(size);
    }

    std::string& out_;
    std::string_view text_;  // what is not written yet
    std::size_t indent_;
};

}  // namespace

void append_wrapped(std::string& out, std::string_view text, std::size_t indent) {
    Wrapper(out, text, indent).wrap();
}

}  // namespace travaux::formats
