// The words that the program says to people, in the six languages, by id: refusals, pages, letters.
//
// They stand in the folder lang/, a file for each language, and are compiled in. In a message `{0}`
// stands for the first argument, `{0, capacity}` for the name of what it is (`capacity.delegate`),
// and `{0, plural, one {# day} other {# days}}` for words that depend on it, or `selectordinal` for
// a place in a row; such a message has no such names. What reads in the other direction than the
// words around it is set off by Unicode's isolates: in Arabic every argument, elsewhere one in a
// script of the right.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "text/language.h"

namespace travaux::lang {

struct Message {
    std::string_view id;
    std::string_view words;
};

/// Returns all messages of a language, sorted by id.
[[nodiscard]] std::span<const Message> messages(text::Language language);

/// Returns the words of a message as they stand in the file, those in English where the language
/// has none; nothing where there is no such id.
[[nodiscard]] std::optional<std::string_view> find_words(text::Language language,
                                                         std::string_view id);

/// Returns the words of a message, with its arguments in them. Of an argument its beginning is
/// shown, without what moves a terminal's cursor or turns the direction of a text. REQUIRES: there
/// is such an id.
[[nodiscard]] std::string words(text::Language language, std::string_view id,
                                std::span<const std::string> args = {});

/// Returns the same with the whole of each argument, as long as it is. REQUIRES: as above, and no
/// plurals; the arguments have no marks of direction.
[[nodiscard]] std::string words_in_full(text::Language language, std::string_view id,
                                        std::span<const std::string> args);

/// Returns one of the labels of a message, with strokes between them, counted from 1: of sections
/// "I.", in Chinese "一."; beyond them the number. REQUIRES: there is such an id.
[[nodiscard]] std::string label(text::Language language, std::string_view id, std::size_t number);

/// Returns words with their first letter as a sentence begins.
[[nodiscard]] std::string capitalized(std::string_view words, text::Language language);

/// Returns the one line that says what is refused, where and why.
[[nodiscard]] std::string sentence_of(const Error& error, text::Language language);

}  // namespace travaux::lang
