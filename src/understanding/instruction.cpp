// SPDX-License-Identifier: MIT
#include "understanding/instruction.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/ascii.h"
#include "consolidation/instruction.h"

namespace travaux::understanding {
namespace {

using consolidation::DeletePart;
using consolidation::TextPart;
using text::Language;
using Words = std::vector<std::string_view>;

// The words of a language that tell an instruction; in small letters, longer ones first.
struct Grammar {
    Words replaces;
    Words removes;
    Words inserts;
    Words by;
    Words after;
    Words before;
    Words leading_in;  // to a label
};

const Grammar* grammar_of(Language language) {
    static const Grammar english = {{"replace"},
                                    {"delete"},
                                    {"insert", "add"},
                                    {"by", "with"},
                                    {"after"},
                                    {"before"},
                                    {"in the", "in", "from", "the"}};
    static const Grammar french = {{"remplacer"},
                                   {"supprimer"},
                                   {"insérer", "ajouter"},
                                   {"par"},
                                   {"après"},
                                   {"avant"},
                                   {"dans l’", "dans l'", "dans le", "à l’", "à l'", "au", "de l’",
                                    "de l'", "du", "l’", "l'", "le"}};
    static const Grammar spanish = {
        {"sustitúyase", "sustituir", "reemplácese", "reemplazar"},
        {"suprímase", "suprimir", "elimínese", "eliminar"},
        {"insértese", "insertar", "añádase", "añadir", "agréguese", "agregar"},
        {"por"},
        {"después de", "a continuación de", "tras"},
        {"antes de"},
        {"en el", "en la", "del", "de la", "el", "la"}};
    switch (language) {
        case Language::en: return &english;
        case Language::fr: return &french;
        case Language::es: return &spanish;
        case Language::ar:
        case Language::zh:
        case Language::ru: break;
    }
    return nullptr;
}

struct Quotes {
    std::string_view open;
    std::string_view close;
};

constexpr std::array quotes = {Quotes{"\xE2\x80\x9C", "\xE2\x80\x9D"},
                               Quotes{"\xC2\xAB", "\xC2\xBB"}, Quotes{"\"", "\""}};

std::string_view trimmed(std::string_view text) {
    constexpr std::array<std::string_view, 9> around = {
        " ", ":", ",", ";", ".", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xA0", "\xE2\x80\xAF"};
    for (std::size_t before = text.size() + 1; text.size() < before;) {
        before = text.size();
        for (const std::string_view sign : around) {
            if (text.starts_with(sign)) text.remove_prefix(sign.size());
            if (text.ends_with(sign)) text.remove_suffix(sign.size());
        }
    }
    return text;
}

// Cuts words off the start of a text, where nothing of a word goes on behind them.
bool cut_off(std::string_view& text, std::string_view words) {
    if (!lower_case(text).starts_with(words)) return false;
    const bool is_joined = words.ends_with('\'') || words.ends_with("\x99");
    const bool is_whole = text.size() == words.size() || text[words.size()] == ' ';
    if (!is_joined && !is_whole) return false;
    text = trimmed(text.substr(words.size()));
    return true;
}

bool begins_with_any(std::string_view text, const Words& words) {
    text = trimmed(text);
    return std::ranges::any_of(words, [&](std::string_view word) { return cut_off(text, word); });
}

// Where one of some words stands by itself.
std::optional<std::pair<std::size_t, std::size_t>> find_any(std::string_view text,
                                                            const Words& words) {
    const std::string folded = lower_case(text);
    for (const std::string_view word : words) {
        for (std::size_t at = folded.find(word); at != std::string::npos;
             at = folded.find(word, at + 1)) {
            const std::size_t end = at + word.size();
            const bool begins = at == 0 || folded[at - 1] == ' ';
            const bool ends =
                end == folded.size() || std::string_view(" :.,;").contains(folded[end]);
            if (begins && ends) return std::pair(at, end);
        }
    }
    return std::nullopt;
}

std::string with_blank(std::string_view before, std::string_view behind) {
    std::string words(before);
    if (!std::string_view(",;.:)").contains(behind.front())) words += ' ';
    return words.append(behind);
}

}  // namespace

/// A line cut at its quotations: what stands before the first, between two, and behind the last.
struct Instructions::Sentence {
    const Grammar& grammar;
    std::string_view before;  ///< before the verb
    std::vector<std::string_view> between;
    std::vector<std::string_view> quoted;
};

namespace {

// The quotations of a text, and what stands around them.
void cut(std::string_view text, std::vector<std::string_view>& between,
         std::vector<std::string_view>& quoted) {
    while (true) {
        const Quotes* pair = nullptr;
        std::size_t first = std::string_view::npos;
        for (const Quotes& one : quotes) {
            const std::size_t at = text.find(one.open);
            if (at < first) {
                first = at;
                pair = &one;
            }
        }
        const std::size_t close = pair == nullptr
                                      ? std::string_view::npos
                                      : text.find(pair->close, first + pair->open.size());
        if (close == std::string_view::npos) break;
        between.push_back(text.substr(0, first));
        const std::size_t begin = first + pair->open.size();
        std::string_view words = text.substr(begin, close - begin);
        while (words.starts_with(' ')) words.remove_prefix(1);
        while (words.ends_with(' ')) words.remove_suffix(1);
        quoted.push_back(words);
        text.remove_prefix(close + pair->close.size());
    }
    between.push_back(text);
}

}  // namespace

Instructions::Instructions(const text::Draft& draft, Language language)
    : draft_(draft), language_(language), labels_(draft, language) {}

std::optional<std::size_t> Instructions::provision_in(std::string_view words) const {
    const Grammar& grammar = *grammar_of(language_);
    words = trimmed(words);
    for (const std::string_view leading : grammar.leading_in) {
        if (cut_off(words, leading)) break;
    }
    const auto id = labels_.resolve(words);
    if (words.empty() || !id) return std::nullopt;
    return text::find(draft_, *id);
}

std::string& Instructions::text_of(std::size_t provision) {
    return texts_.emplace(provision, draft_.provisions[provision].in(language_).text).first->second;
}

std::optional<Instructions::Found> Instructions::read(const std::string& line,
                                                      const std::string& next) {
    constexpr std::size_t tries_max = 2'000;
    const Grammar* const grammar = grammar_of(language_);
    if (grammar == nullptr || tries_ == tries_max) return std::nullopt;
    std::vector<std::string_view> between;
    std::vector<std::string_view> quoted;
    cut(line, between, quoted);
    const std::string_view opening = between.front();
    const auto sentence_at = [&](const std::pair<std::size_t, std::size_t>& verb) {
        ++tries_;
        Sentence sentence{*grammar, opening.substr(0, verb.first), between, quoted};
        sentence.between.front() = opening.substr(verb.second);
        return sentence;
    };
    if (const auto verb = find_any(opening, grammar->replaces)) {
        return replace(sentence_at(*verb), next);
    }
    if (const auto verb = find_any(opening, grammar->removes)) return remove(sentence_at(*verb));
    if (const auto verb = find_any(opening, grammar->inserts)) return insert(sentence_at(*verb));
    return std::nullopt;
}

std::optional<Instructions::Found> Instructions::replace(const Sentence& sentence,
                                                         const std::string& next) {
    if (sentence.quoted.size() == 2 && begins_with_any(sentence.between[1], sentence.grammar.by)) {
        auto at = provision_in(sentence.before);
        if (!at) at = provision_in(sentence.between[2]);
        return at ? put(*at, sentence.quoted[0], std::string(sentence.quoted[1])) : std::nullopt;
    }
    // "Replace paragraph 2 by:", and the line behind.
    const std::string_view rest = sentence.between.front();
    if (!sentence.quoted.empty() || next.empty() || !rest.ends_with(':')) return std::nullopt;
    auto at = provision_in(sentence.before);
    if (const auto by = find_any(rest, sentence.grammar.by); by && !at) {
        at = provision_in(rest.substr(0, by->first));
    }
    if (!at) return std::nullopt;
    const text::Provision& provision = draft_.provisions[*at];
    std::string_view words = next;
    const std::string& number = provision.in(language_).number;
    if (!number.empty() && words.starts_with(number)) {
        words.remove_prefix(number.size());
        while (words.starts_with(' ')) words.remove_prefix(1);
    }
    const std::string target(words);
    text_of(*at) = target;
    return Found{TextPart{provision.id, text::Field::text, target}, true};
}

std::optional<Instructions::Found> Instructions::remove(const Sentence& sentence) {
    if (sentence.quoted.size() == 1) {
        auto at = provision_in(sentence.before);
        if (!at) at = provision_in(sentence.between[1]);
        return at ? put(*at, sentence.quoted[0], {}) : std::nullopt;
    }
    if (!sentence.quoted.empty()) return std::nullopt;
    const bool is_before = !trimmed(sentence.before).empty();
    const auto at = provision_in(is_before ? sentence.before : sentence.between.front());
    const bool is_alone = !is_before || trimmed(sentence.between.front()).empty();
    if (!at || !is_alone) return std::nullopt;
    return Found{DeletePart{draft_.provisions[*at].id}};
}

std::optional<Instructions::Found> Instructions::insert(const Sentence& sentence) {
    if (sentence.quoted.size() != 2) return std::nullopt;
    auto at = provision_in(sentence.before);
    if (!at) at = provision_in(sentence.between[2]);
    const std::string_view words = sentence.quoted[0];
    const std::string_view anchor = sentence.quoted[1];
    if (!at || words.empty() || anchor.empty()) return std::nullopt;
    if (begins_with_any(sentence.between[1], sentence.grammar.after)) {
        return put(*at, anchor, with_blank(anchor, words));
    }
    if (begins_with_any(sentence.between[1], sentence.grammar.before)) {
        return put(*at, anchor, with_blank(words, anchor));
    }
    return std::nullopt;
}

// Words that stand in a provision once, or in what alone it holds.
std::optional<Instructions::Found> Instructions::put(std::size_t provision, std::string_view words,
                                                     const std::string& by) {
    std::optional<std::size_t> found;
    const std::size_t end = text::subtree_end(draft_, provision);
    for (std::size_t at = provision; at < end; ++at) {
        const std::size_t count = consolidation::occurrences(text_of(at), words);
        if (count > 1 || (count == 1 && found)) return std::nullopt;
        if (count == 1) found = at;
    }
    if (!found) return std::nullopt;
    std::string& text = text_of(*found);
    text = consolidation::with_replaced(text, words, by);
    return Found{TextPart{draft_.provisions[*found].id, text::Field::text, text}};
}

}  // namespace travaux::understanding
