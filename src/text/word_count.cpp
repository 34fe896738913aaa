// SPDX-License-Identifier: MIT
#include "text/word_count.h"

#include "text/code_point.h"
#include "text/word.h"

namespace travaux::text {

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool is_in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint one = code_point_at(text, at);
        const WordClass kind = word_class(one.value);
        const bool is_letter = kind == WordClass::letter;
        const bool is_han = kind == WordClass::han;
        words += is_han || (is_letter && !is_in_word) ? 1U : 0U;
        if (is_letter) is_in_word = true;
        if (is_han || kind == WordClass::blank) is_in_word = false;
        at += one.bytes;
    }
    return words;
}

}  // namespace travaux::text
