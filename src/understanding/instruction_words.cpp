// SPDX-License-Identifier: MIT
#include "understanding/instruction_words.h"

#include <algorithm>
#include <array>
#include <span>

#include "text/code_point.h"
#include "text/word.h"
#include "understanding/instruction_forms.h"

namespace travaux::understanding {
namespace {

using instruction_forms::SentenceForm;
using text::Language;

std::span<const SentenceForm> forms_of(Language language) {
    using namespace instruction_forms;
    switch (language) {
        case Language::en: return english_forms;
        case Language::fr: return french_forms;
        case Language::es: return spanish_forms;
        case Language::ru: return russian_forms;
        case Language::ar: return arabic_forms;
        case Language::zh: break;
    }
    return chinese_forms;
}

// What leads to a label and is no part of it, folded; longer ones first.
constexpr auto leading = std::to_array<std::string_view>({"with regard to the",
                                                          "with regard to",
                                                          "regarding",
                                                          "concerning",
                                                          "on the",
                                                          "on",
                                                          "sur l’",
                                                          "sur l'",
                                                          "sur le",
                                                          "sur la",
                                                          "sur",
                                                          "concernant",
                                                          "sobre el",
                                                          "sobre la",
                                                          "sobre",
                                                          "respecto del",
                                                          "respecto de la",
                                                          "по",
                                                          "в отношении",
                                                          "بشأن",
                                                          "على",
                                                          "对",
                                                          "就",
                                                          "in the",
                                                          "in",
                                                          "from the",
                                                          "from",
                                                          "of the",
                                                          "of",
                                                          "the",
                                                          "dans l’",
                                                          "dans l'",
                                                          "dans le",
                                                          "dans la",
                                                          "a l’",
                                                          "a l'",
                                                          "a la",
                                                          "au",
                                                          "de l’",
                                                          "de l'",
                                                          "de la",
                                                          "du",
                                                          "l’",
                                                          "l'",
                                                          "le",
                                                          "la",
                                                          "en el",
                                                          "en la",
                                                          "del",
                                                          "el",
                                                          "во",
                                                          "в",
                                                          "из",
                                                          "في",
                                                          "من",
                                                          "在",
                                                          "将",
                                                          "把"});

// What stands behind one.
constexpr auto trailing =
    std::to_array<std::string_view>({"中的", "内的", "里的", "中", "内", "里", "的"});

constexpr auto signs = std::to_array<std::string_view>(
    {" ", ":", ",", ";", ".", "-", "–", "—", "•", "：", "，", "；", "。", "、", "،", "؛"});

struct Quotes {
    std::string_view open;
    std::string_view close;
};

constexpr auto all_quotes =
    std::to_array<Quotes>({{"“", "”"}, {"«", "»"}, {"„", "“"}, {"「", "」"}, {"\"", "\""}});

std::string_view trimmed(std::string_view text) {
    for (std::size_t size = text.size() + 1; text.size() < size;) {
        size = text.size();
        for (const std::string_view sign : signs) {
            if (text.starts_with(sign)) text.remove_prefix(sign.size());
            if (text.ends_with(sign)) text.remove_suffix(sign.size());
        }
    }
    return text;
}

class Cutter {
public:
    explicit Cutter(Language language) : forms_(forms_of(language)), language_(language) {}

    std::optional<Sentence> cut(std::string_view line) {
        const std::string_view end = line.substr(0, line.find_last_not_of(' ') + 1);
        sentence_.ends_with_colon = end.ends_with(':') || end.ends_with("：");
        while (!line.empty() && is_sound_) line.remove_prefix(take(line));
        if (!is_sound_) return std::nullopt;
        return std::move(sentence_);
    }

private:
    // Reads what stands before the first quotation, and the quotation; returns their bytes.
    std::size_t take(std::string_view line) {
        const Quotes* pair = nullptr;
        std::size_t first = line.size();
        for (const Quotes& one : all_quotes) {
            if (const std::size_t at = line.find(one.open); at < first) {
                first = at;
                pair = &one;
            }
        }
        const std::size_t begin = pair == nullptr ? first : first + pair->open.size();
        const std::size_t close =
            pair == nullptr ? std::string_view::npos : line.find(pair->close, begin);
        if (close == std::string_view::npos) {
            read(line);
            return line.size();
        }
        read(line.substr(0, first));
        std::string_view words = line.substr(begin, close - begin);
        while (words.starts_with(' ')) words.remove_prefix(1);
        while (words.ends_with(' ')) words.remove_suffix(1);
        sentence_.roles.push_back(SentenceRole::quote);
        sentence_.quotes.push_back(words);
        return close + pair->close.size();
    }

    void read(std::string_view between) {
        constexpr std::size_t bytes_max = 1'000;
        bytes_ += between.size();
        is_sound_ = is_sound_ && bytes_ <= bytes_max;
        if (!is_sound_) return;
        std::size_t unread = 0;
        for (std::size_t at = 0; at < between.size();) {
            const SentenceForm* form = nullptr;
            const std::size_t bytes = begins_word(between, at) ? match(between, at, form) : 0;
            if (bytes == 0) {
                at += text::code_point_at(between, at).bytes;
                continue;
            }
            leave(between.substr(unread, at - unread));
            if (form->role) sentence_.roles.push_back(*form->role);
            at += bytes;
            unread = at;
        }
        leave(between.substr(unread));
    }

    [[nodiscard]] bool begins_word(std::string_view text, std::size_t at) const {
        if (at == 0 || language_ == Language::zh) return true;
        return !text::is_word_part(text::last_code_point(text.substr(0, at)));
    }

    // The longest form at a place, and its bytes. "par." is a paragraph.
    std::size_t match(std::string_view text, std::size_t at, const SentenceForm*& best) const {
        std::size_t longest = 0;
        for (const SentenceForm& form : forms_) {
            const auto bytes = text::match_word(text.substr(at), form.word);
            if (!bytes || *bytes <= longest) continue;
            const bool is_short =
                form.role == SentenceRole::by && text.substr(at + *bytes).starts_with('.');
            if (is_short) continue;
            longest = *bytes;
            best = &form;
        }
        return longest;
    }

    void leave(std::string_view words) {
        words = label_in(words);
        if (words.empty()) return;
        is_sound_ = sentence_.label.empty();
        sentence_.label = words;
    }

    std::span<const SentenceForm> forms_;
    Language language_;
    Sentence sentence_;
    std::size_t bytes_ = 0;
    bool is_sound_ = true;
};

}  // namespace

std::string_view label_in(std::string_view text) {
    text = trimmed(text);
    for (const std::string_view word : leading) {
        const auto bytes = text::match_word(text, word);
        if (!bytes) continue;
        text = trimmed(text.substr(*bytes));
        break;
    }
    for (const std::string_view word : trailing) {
        if (!text.ends_with(word)) continue;
        text.remove_suffix(word.size());
        break;
    }
    return trimmed(text);
}

std::optional<Sentence> sentence_of(Language language, std::string_view line) {
    return Cutter(language).cut(line);
}

}  // namespace travaux::understanding
