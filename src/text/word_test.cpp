// SPDX-License-Identifier: MIT
#include "text/word.h"

#include <doctest/doctest.h>

using namespace travaux::text;

namespace {
std::vector<std::string> spellings(std::string_view text) {
    Lexicon lexicon;
    std::vector<std::string> result;
    for (const Word word : words_of(text, lexicon)) result.emplace_back(lexicon.spelling(word));
    return result;
}
using List = std::vector<std::string>;
}  // namespace

TEST_CASE("punctuation stands apart from letters and digits") {
    CHECK(spellings("Article 6, paragraph 2 (a).") ==
          List{"Article", "6", ",", "paragraph", "2", "(", "a", ")", "."});
}

TEST_CASE("a Han character is a word of its own and keeps its variation selector") {
    CHECK(spellings("缔约国，2023年") == List{"缔", "约", "国", "，", "2023", "年"});
    CHECK(spellings("葛\xF3\xA0\x84\x80国") == List{"葛\xF3\xA0\x84\x80", "国"});
}

TEST_CASE("Arabic marks and joiners stay inside their word") {
    CHECK(spellings("الدُّوَل، الأطراف") == List{"الدُّوَل", "،", "الأطراف"});
}

TEST_CASE("text comes back byte for byte once blanks are normalised") {
    Lexicon lexicon;
    for (const char* text :
         {"Each State Party (\"Party\") shall, where appropriate, act.", "第六条 缔约国应当。",
          "a\xFF"
          "b \xC3",
          ""}) {
        CHECK(text_of(words_of(text, lexicon), lexicon) == text);
    }
    CHECK(text_of(words_of("  a \n\t b ", lexicon), lexicon) == "a b");
}

TEST_CASE("words of every length are written as they were read") {
    Lexicon lexicon;
    std::string text;
    for (std::size_t length = 1; length < 40; ++length) {
        text += (text.empty() ? "" : " ") + std::string(length, 'a');
        CHECK(text_of(words_of(text, lexicon), lexicon) == text);
    }
}

TEST_CASE("a sign between letters takes part in words as its class says, wherever it stands") {
    for (char sign = 1; sign < 0x7F; ++sign) {
        const WordClass kind = word_class(static_cast<char32_t>(sign));
        for (std::size_t before = 1; before < 20; ++before) {
            const std::string a(before, 'a');
            const std::string b(20 - before, 'b');
            const std::string all = std::string(a).append(1, sign).append(b);
            const List expected = kind == WordClass::letter  ? List{all}
                                  : kind == WordClass::blank ? List{a, b}
                                                             : List{a, std::string{sign}, b};
            CHECK(spellings(all) == expected);
        }
    }
}

TEST_CASE("words that differ in one letter are two words, wherever it stands") {
    Lexicon lexicon;
    for (std::size_t length = 1; length < 40; ++length) {
        const std::string word(length, 'a');
        for (std::size_t at = 0; at < length; ++at) {
            std::string other = word;
            other[at] = 'b';
            CHECK(lexicon.word(word, true) != lexicon.word(other, true));
        }
        CHECK(lexicon.word(word, true) == lexicon.word(word, true));
        CHECK(lexicon.word(word, true) != lexicon.word(word + '\0', true));
    }
}

TEST_CASE("words are the same whether their text ends with them or goes on behind a blank") {
    Lexicon lexicon;
    const std::string text =
        "The States-Parties (16 of them) recognise éxtraordinarily 第六条 longwordedness a.";
    for (std::size_t end = 0; end <= text.size(); ++end) {
        if (end < text.size() && text[end] != ' ') continue;
        const std::string_view beginning = std::string_view(text).substr(0, end);
        Words words;
        append_words(text, end, lexicon, words);
        CHECK(words == words_of(beginning, lexicon));
        CHECK(words == words_of(std::string(beginning) + " ", lexicon));
    }
}

TEST_CASE("a text is written with a blank before its first word unless it starts there") {
    Lexicon lexicon;
    const Words words = words_of("shall act", lexicon);
    std::string text = "Each Party";
    append_text(words, lexicon, text);
    CHECK(text == "Each Party shall act");
    text = "[";
    append_text(words, lexicon, text, /*is_start=*/true);
    CHECK(text == "[shall act");
    append_text({}, lexicon, text, /*is_start=*/true);
    CHECK(text == "[shall act");
}
