// SPDX-License-Identifier: MIT
#include "text/reference.h"

#include <algorithm>
#include <array>
#include <map>

namespace travaux::text {
namespace {

using Kinds = std::array<std::string_view, 6>;

// The word for a numbered or counted paragraph, in the order of `Language`.
constexpr Kinds paragraph_words = {"الفقرة", "第", "paragraph", "paragraphe", "пункт", "párrafo"};
constexpr Kinds preamble_words = {"الديباجة",  "序言",      "preamble",
                                  "préambule", "преамбула", "preámbulo"};

std::size_t index(Language language) { return static_cast<std::size_t>(language); }

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

// Latin and Cyrillic capitals become small letters; other scripts have none.
std::string lower(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 'A' && byte <= 'Z') {
            result += static_cast<char>(byte + 0x20);
            continue;
        }
        const bool is_pair = (byte == 0xC3 || byte == 0xD0) && at + 1 < text.size();
        if (!is_pair) {
            result += text[at];
            continue;
        }
        const unsigned point =
            ((byte & 0x1FU) << 6U) | (static_cast<unsigned char>(text[++at]) & 0x3FU);
        const bool is_capital =
            (point >= 0xC0 && point <= 0xDE && point != 0xD7) || (point >= 0x410 && point <= 0x42F);
        const unsigned small = is_capital ? point + 0x20 : point;
        result += static_cast<char>(0xC0U | (small >> 6U));
        result += static_cast<char>(0x80U | (small & 0x3FU));
    }
    return result;
}

// Punctuation beyond ASCII that stands around numbers, as three bytes each.
bool is_wide_mark(std::string_view bytes) {
    constexpr std::array<std::string_view, 6> marks = {"，", "（", "）", "、", "。", "；"};
    return std::ranges::find(marks, bytes) != marks.end() || bytes == "\xD8\x8C";
}

// The words of a label that count: letters and digits, without the small words between.
std::vector<std::string> label_words(std::string_view label) {
    static constexpr std::array<std::string_view, 12> small = {
        "of",   "the", "this", "convention", "subparagraph", "sub",
        "item", "de",  "la",   "del",        "du",           "to"};
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> short_forms = {
        {{"art", "article"},
         {"para", "paragraph"},
         {"par", "paragraph"},
         {"ch", "chapter"},
         {"sec", "section"},
         {"pp", "paragraph"}}};
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        for (const auto& [brief, full] : short_forms) {
            if (word == brief) word = full;
        }
        if (!word.empty() && std::ranges::find(small, word) == small.end()) words.push_back(word);
        word.clear();
    };
    const std::string text = lower(label);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto bytes = std::string_view(text).substr(at);
        if (is_wide_mark(bytes.substr(0, 3)) || is_wide_mark(bytes.substr(0, 2))) {
            finish();
            at += is_wide_mark(bytes.substr(0, 3)) ? 2 : 1;
        } else if (is_word_byte(text[at])) {
            word += text[at];
        } else {
            finish();
        }
    }
    finish();
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string result;
    for (const std::string& word : words) result += (result.empty() ? "" : " ") + word;
    return result;
}

// A label without the words for kinds: "6 2 a".
std::string short_key(const std::vector<std::string>& words) {
    static constexpr std::array<std::string_view, 14> kinds = {
        "article",    "paragraph", "part",  "chapter", "section", "artículo", "párrafo",
        "paragraphe", "статья",    "пункт", "المادة",  "الفقرة",  "第",       "款"};
    std::vector<std::string> kept;
    for (const std::string& word : words) {
        if (std::ranges::find(kinds, word) == kinds.end()) kept.push_back(word);
    }
    return joined(kept);
}

bool is_division(ProvisionKind kind) {
    return kind == ProvisionKind::article || kind == ProvisionKind::part ||
           kind == ProvisionKind::chapter || kind == ProvisionKind::section ||
           kind == ProvisionKind::annex;
}

std::size_t ordinal_among_siblings(const Draft& draft, std::size_t at) {
    std::size_t ordinal = 1;
    const auto& own = draft.provisions[at];
    for (std::size_t before = at; before-- > 0;) {
        const auto& other = draft.provisions[before];
        if (other.depth < own.depth) break;
        if (other.depth == own.depth && other.kind == own.kind) ++ordinal;
    }
    return ordinal;
}

// A paragraph without a number that has its article to itself is not said on the way to its items.
bool is_sole_paragraph(const Draft& draft, std::size_t at, Language language) {
    const Provision& provision = draft.provisions[at];
    const auto parent = parent_of(draft, at);
    return provision.kind == ProvisionKind::paragraph && provision.in(language).number.empty() &&
           parent && *parent + 1 == at && subtree_end(draft, at) == subtree_end(draft, *parent);
}

std::string without_stop(std::string_view number) {
    while (!number.empty() && (number.back() == '.' || number.back() == ':'))
        number.remove_suffix(1);
    return std::string(number);
}

// One step of a label: how a provision is named within its parent.
std::string step_of(const Draft& draft, std::size_t at, Language language) {
    const Provision& provision = draft.provisions[at];
    const std::string number = without_stop(provision.in(language).number);
    if (is_division(provision.kind))
        return number.empty() ? provision.in(language).heading : number;
    if (provision.kind == ProvisionKind::preamble)
        return std::string(preamble_words[index(language)]);
    const bool is_paragraph = provision.kind == ProvisionKind::paragraph ||
                              provision.kind == ProvisionKind::preambular_paragraph;
    if (!is_paragraph) return number.empty() ? std::string(name_of(provision.kind)) : number;
    const std::string count =
        number.empty() ? std::to_string(ordinal_among_siblings(draft, at)) : number;
    const std::string word(paragraph_words[index(language)]);
    return language == Language::zh ? word + count + "款" : word + " " + count;
}

std::map<std::string, std::vector<std::size_t>> keys_of(const Draft& draft, Language language) {
    std::map<std::string, std::vector<std::size_t>> keys;
    for (std::size_t at = 0; at < draft.provisions.size(); ++at) {
        const auto words = label_words(label_of(draft, at, language));
        keys[joined(words)].push_back(at);
        const std::string brief = short_key(words);
        if (brief != joined(words)) keys["~" + brief].push_back(at);
    }
    return keys;
}

}  // namespace

std::string label_of(const Draft& draft, std::size_t at, Language language) {
    // From the article or annex down; what holds articles is not said.
    std::vector<std::size_t> path;
    for (std::optional<std::size_t> step = at; step; step = parent_of(draft, *step)) {
        const ProvisionKind kind = draft.provisions[*step].kind;
        const bool only_holds = kind == ProvisionKind::part || kind == ProvisionKind::chapter ||
                                kind == ProvisionKind::section;
        if (only_holds && *step != at) continue;
        if (*step != at && is_sole_paragraph(draft, *step, language)) continue;
        path.insert(path.begin(), *step);
    }
    std::string label;
    for (const std::size_t step : path) {
        const std::string name = step_of(draft, step, language);
        const bool is_lettered =
            name.starts_with('(') || draft.provisions[step].kind >= ProvisionKind::subparagraph;
        if (!label.empty()) label += is_lettered && name.size() < 12 ? " " : ", ";
        label += name;
    }
    return label;
}

Result<ProvisionId> resolve_label(const Draft& draft, Language language, std::string_view label) {
    const auto words = label_words(label);
    const auto keys = keys_of(draft, language);
    auto found = keys.find(joined(words));
    if (found == keys.end()) found = keys.find("~" + short_key(words));
    if (words.empty() || found == keys.end()) {
        return std::unexpected(Error{ErrorCode::not_found, "label.unknown", {std::string(label)}});
    }
    if (found->second.size() > 1) {
        Error error{ErrorCode::invalid, "label.ambiguous", {std::string(label)}};
        for (const std::size_t at : found->second) {
            error.args.push_back(hex(draft.provisions[at].id.bytes));
        }
        return std::unexpected(std::move(error));
    }
    return draft.provisions[found->second.front()].id;
}

std::vector<Reference> references_in(const Draft& draft, [[maybe_unused]] std::size_t at,
                                     Language language, std::string_view text) {
    std::vector<Reference> references;
    const std::string words = lower(text);
    for (const Provision& provision : draft.provisions) {
        const std::string number = lower(provision.in(language).number);
        if (!is_division(provision.kind) || number.empty()) continue;
        for (std::size_t from = words.find(number); from != std::string::npos;
             from = words.find(number, from + 1)) {
            const std::size_t end = from + number.size();
            const bool is_whole = (from == 0 || !is_word_byte(words[from - 1])) &&
                                  (end == words.size() || !is_word_byte(words[end]));
            if (is_whole) references.push_back({from, end, provision.id});
        }
    }
    std::ranges::sort(references, {}, &Reference::begin);
    return references;
}

}  // namespace travaux::text
