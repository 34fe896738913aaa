// How names and titles of the record are said in other languages: each is entered once, in the
// language in which it was said, and translations stand beside it.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "committee/common.h"
#include "committee/documents.h"

namespace travaux::committee {

struct State;

struct Translation {
    static constexpr std::string_view type_name = "translation";

    text::Language language = text::Language::en;
    std::string words;

    bool operator==(const Translation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Translation, (), (language, words))

/// Translations by language, of words as the record has them.
using Translations = std::map<std::string, std::map<text::Language, std::string>>;

struct TranslationEntered {
    static constexpr std::string_view name = "translation.entered";

    std::string words;
    std::vector<Translation> translations;

    [[nodiscard]] static std::string object() { return "translations"; }
    bool operator==(const TranslationEntered&) const = default;
};
BOOST_DESCRIBE_STRUCT(TranslationEntered, (), (words, translations))

/// What was entered last in a language holds.
void apply(State& state, const TranslationEntered& event, const Entered& when);

}  // namespace travaux::committee
