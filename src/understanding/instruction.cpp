// SPDX-License-Identifier: MIT
#include "understanding/instruction.h"

#include <algorithm>
#include <array>

#include "consolidation/instruction.h"
#include "text/code_point.h"
#include "text/word.h"

namespace travaux::understanding {
namespace {

using consolidation::DeletePart;
using consolidation::TextPart;
using enum SentenceRole;
using Roles = std::vector<SentenceRole>;

// What a sentence asks for; the words are its first quotation or its second one.
enum class Deed : std::uint8_t {
    replace_first,
    replace_second,
    remove_words,
    put_first_after,
    put_first_before,
    put_second_after,
    put_second_before,
    remove_provision,
    say_quoted,
    say_next,
};

struct Pattern {
    Roles roles;
    Deed deed;
};

std::optional<Deed> deed_of(const Sentence& sentence) {
    static const std::vector<Pattern> patterns = {
        {{replaces, quote, by, quote}, Deed::replace_first},
        {{quote, replaces, by, quote}, Deed::replace_first},
        {{quote, replaces, quote}, Deed::replace_first},
        {{quote, by, quote, replaces}, Deed::replace_first},
        {{by, quote, replaces, quote}, Deed::replace_second},
        {{removes, quote}, Deed::remove_words},
        {{quote, removes}, Deed::remove_words},
        {{inserts, quote, after, quote}, Deed::put_first_after},
        {{inserts, by, quote, after, quote}, Deed::put_first_after},
        {{after, quote, inserts, quote}, Deed::put_second_after},
        {{quote, after, inserts, quote}, Deed::put_second_after},
        {{inserts, after, quote, quote}, Deed::put_second_after},
        {{inserts, after, quote, by, quote}, Deed::put_second_after},
        {{inserts, quote, before, quote}, Deed::put_first_before},
        {{inserts, by, quote, before, quote}, Deed::put_first_before},
        {{before, quote, inserts, quote}, Deed::put_second_before},
        {{quote, before, inserts, quote}, Deed::put_second_before},
        {{inserts, before, quote, quote}, Deed::put_second_before},
        {{inserts, before, quote, by, quote}, Deed::put_second_before},
        {{removes}, Deed::remove_provision},
        {{reads, quote}, Deed::say_quoted},
        {{replaces, by, quote}, Deed::say_quoted},
        {{reads}, Deed::say_next},
        {{replaces}, Deed::say_next},
        {{replaces, by}, Deed::say_next},
    };
    const auto found = std::ranges::find(patterns, sentence.roles, &Pattern::roles);
    if (found == patterns.end()) return std::nullopt;
    if (found->deed == Deed::say_next && !sentence.ends_with_colon) return std::nullopt;
    return found->deed;
}

bool is_han(char32_t code_point) { return text::word_class(code_point) == text::WordClass::han; }

// No blank stands between words in Chinese, nor before a sign.
std::string joined(std::string_view first, std::string_view second) {
    constexpr auto signs = std::to_array<std::string_view>(
        {",", ";", ".", ":", ")", "،", "؛", "，", "；", "。", "：", "、", "）"});
    const bool is_sign =
        std::ranges::any_of(signs, [&](std::string_view sign) { return second.starts_with(sign); });
    const bool is_chinese =
        is_han(text::last_code_point(first)) || is_han(text::code_point_at(second, 0).value);
    std::string words(first);
    if (!is_sign && !is_chinese) words += ' ';
    return words.append(second);
}

}  // namespace

Instructions::Instructions(const text::Draft& draft, text::Language language)
    : draft_(draft), language_(language), labels_(draft, language) {}

std::string& Instructions::text_of(std::size_t provision) {
    return texts_.emplace(provision, draft_.provisions[provision].in(language_).text).first->second;
}

std::optional<Instructions::Found> Instructions::read(const std::string& line,
                                                      const std::string& next) {
    constexpr std::size_t tries_max = 2'000;
    if (tries_ == tries_max) return std::nullopt;
    const auto sentence = sentence_of(language_, line);
    if (!sentence || sentence->label.empty()) return std::nullopt;
    const auto deed = deed_of(*sentence);
    if (!deed) return std::nullopt;
    ++tries_;
    const auto id = labels_.resolve(sentence->label);
    if (!id) return std::nullopt;
    const std::size_t at = *text::find(draft_, *id);
    const auto quoted = [&](std::size_t which) { return sentence->quotes[which]; };
    switch (*deed) {
        case Deed::replace_first: return put(at, quoted(0), quoted(1));
        case Deed::replace_second: return put(at, quoted(1), quoted(0));
        case Deed::remove_words: return put(at, quoted(0), {});
        case Deed::put_first_after: return put_behind(at, quoted(1), quoted(0));
        case Deed::put_second_after: return put_behind(at, quoted(0), quoted(1));
        case Deed::put_first_before: return put_before(at, quoted(1), quoted(0));
        case Deed::put_second_before: return put_before(at, quoted(0), quoted(1));
        case Deed::remove_provision: return Found{DeletePart{draft_.provisions[at].id}};
        case Deed::say_quoted: return say(at, quoted(0));
        case Deed::say_next: break;
    }
    auto found = say(at, next);
    if (found) found->takes_next = true;
    return found;
}

// All the words of a provision, with or without its number before them.
std::optional<Instructions::Found> Instructions::say(std::size_t provision,
                                                     std::string_view words) {
    if (words.empty()) return std::nullopt;
    const std::string& number = draft_.provisions[provision].in(language_).number;
    if (!number.empty() && words.starts_with(number)) {
        words.remove_prefix(number.size());
        while (words.starts_with(' ')) words.remove_prefix(1);
    }
    std::string& text = text_of(provision);
    text = words;
    return Found{TextPart{draft_.provisions[provision].id, text::Field::text, text}};
}

std::optional<Instructions::Found> Instructions::put_behind(std::size_t provision,
                                                            std::string_view anchor,
                                                            std::string_view words) {
    if (anchor.empty() || words.empty()) return std::nullopt;
    return put(provision, anchor, joined(anchor, words));
}

std::optional<Instructions::Found> Instructions::put_before(std::size_t provision,
                                                            std::string_view anchor,
                                                            std::string_view words) {
    if (anchor.empty() || words.empty()) return std::nullopt;
    return put(provision, anchor, joined(words, anchor));
}

// Words that stand in a provision once, or in what alone it holds.
std::optional<Instructions::Found> Instructions::put(std::size_t provision, std::string_view words,
                                                     std::string_view by_words) {
    std::optional<std::size_t> found;
    const std::size_t end = text::subtree_end(draft_, provision);
    for (std::size_t at = provision; at < end; ++at) {
        const std::size_t count = consolidation::occurrences(text_of(at), words);
        if (count > 1 || (count == 1 && found)) return std::nullopt;
        if (count == 1) found = at;
    }
    if (!found) return std::nullopt;
    std::string& text = text_of(*found);
    text = consolidation::with_replaced(text, words, by_words);
    return Found{TextPart{draft_.provisions[*found].id, text::Field::text, text}};
}

}  // namespace travaux::understanding
