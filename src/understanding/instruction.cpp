// SPDX-License-Identifier: MIT
#include "understanding/instruction.h"

#include <algorithm>
#include <array>

#include "consolidation/instruction.h"
#include "text/code_point.h"
#include "text/word.h"
#include "understanding/remark.h"

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
    bracket_provision,
    bracket_words,
    open_provision,
    open_words,
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
        {{places, brackets}, Deed::bracket_provision},
        {{places, brackets, around}, Deed::bracket_provision},
        {{inserts, brackets, around}, Deed::bracket_provision},
        {{places, quote, brackets}, Deed::bracket_words},
        {{quote, places, brackets}, Deed::bracket_words},
        {{places, brackets, around, quote}, Deed::bracket_words},
        {{inserts, brackets, around, quote}, Deed::bracket_words},
        {{removes, brackets}, Deed::open_provision},
        {{removes, brackets, around}, Deed::open_provision},
        {{brackets, removes}, Deed::open_provision},
        {{brackets, around, removes}, Deed::open_provision},
        {{opens, brackets}, Deed::open_provision},
        {{opens, brackets, around}, Deed::open_provision},
        {{removes, brackets, around, quote}, Deed::open_words},
        {{opens, brackets, around, quote}, Deed::open_words},
        {{brackets, around, quote, removes}, Deed::open_words},
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

// What is said behind a colon.
std::string_view statement_in(std::string_view text) {
    for (const std::string_view colon : {":", "："}) {
        const std::size_t at = text.find(colon);
        if (at == std::string_view::npos) continue;
        text.remove_prefix(at + colon.size());
        while (text.starts_with(' ')) text.remove_prefix(1);
        return text;
    }
    return {};
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
    if (auto found = reserve(line)) return found;
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
        case Deed::remove_provision: return Found{{DeletePart{draft_.provisions[at].id}}};
        case Deed::bracket_provision: return bracket(at, {});
        case Deed::bracket_words: return bracket(at, quoted(0));
        case Deed::open_provision: return open(at, {});
        case Deed::open_words: return open(at, quoted(0));
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
    return Found{{TextPart{draft_.provisions[provision].id, text::Field::text, text}}};
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

// A sentence that reserves a position on a provision: "Ghana reserves its position on article 5",
// "Article 5: the position is reserved: no instructions yet".
std::optional<Instructions::Found> Instructions::reserve(const std::string& line) {
    const auto sides = reserving(line);
    if (!sides) return std::nullopt;
    ++tries_;
    const auto part = [&](const ProvisionId& id, std::string_view statement) {
        return Found{{consolidation::ReservePart{id, std::string(statement)}}};
    };
    if (const auto id = labels_.resolve(label_in(sides->behind))) return part(*id, line);
    const std::string_view label = sides->before.substr(0, sides->before.find_first_of(':'));
    if (const auto id = labels_.resolve(label_in(label))) {
        return part(*id, statement_in(sides->behind));
    }
    return std::nullopt;
}

// The provision that alone has some words once, among one and what it holds.
std::optional<std::size_t> Instructions::only_one_with(std::size_t provision,
                                                       std::string_view words) {
    std::optional<std::size_t> found;
    const std::size_t end = text::subtree_end(draft_, provision);
    for (std::size_t at = provision; at < end; ++at) {
        const std::size_t count = consolidation::occurrences(text_of(at), words);
        if (count > 1 || (count == 1 && found)) return std::nullopt;
        if (count == 1) found = at;
    }
    return found;
}

// Brackets around words, or around all that a provision and what it holds say.
std::optional<Instructions::Found> Instructions::bracket(std::size_t provision,
                                                         std::string_view words) {
    const auto text = [&](std::size_t at) { return draft_.provisions[at].in(language_).text; };
    const auto part = [&](std::size_t at) {
        return consolidation::BracketPart{draft_.provisions[at].id, std::string(words)};
    };
    if (!words.empty()) {
        const auto found = only_one_with(provision, words);
        // They are those of the draft.
        if (!found || consolidation::occurrences(text(*found), words) != 1) return std::nullopt;
        return Found{{part(*found)}};
    }
    Found found;
    const std::size_t end = text::subtree_end(draft_, provision);
    for (std::size_t at = provision; at < end; ++at) {
        if (!text(at).empty()) found.parts.emplace_back(part(at));
    }
    return found.parts.empty() ? std::nullopt : std::optional(std::move(found));
}

// The draft's own brackets around words, or around all that a provision says, go.
std::optional<Instructions::Found> Instructions::open(std::size_t provision,
                                                      std::string_view words) {
    std::optional<std::size_t> found;
    const std::size_t end = text::subtree_end(draft_, provision);
    for (std::size_t at = provision; at < end; ++at) {
        if (!consolidation::without_brackets(text_of(at), words)) continue;
        if (found) return std::nullopt;
        found = at;
    }
    if (!found) return std::nullopt;
    std::string& text = text_of(*found);
    text = *consolidation::without_brackets(text, words);
    return Found{{TextPart{draft_.provisions[*found].id, text::Field::text, text}}};
}

// Words that stand in a provision once, or in what alone it holds.
std::optional<Instructions::Found> Instructions::put(std::size_t provision, std::string_view words,
                                                     std::string_view by_words) {
    const auto found = only_one_with(provision, words);
    if (!found) return std::nullopt;
    std::string& text = text_of(*found);
    text = consolidation::with_replaced(text, words, by_words);
    return Found{{TextPart{draft_.provisions[*found].id, text::Field::text, text}}};
}

}  // namespace travaux::understanding
