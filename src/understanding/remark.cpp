// SPDX-License-Identifier: MIT
#include "understanding/remark.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "formats/normalise.h"
#include "formats/terms.h"
#include "text/code_point.h"
#include "text/reference_words.h"
#include "text/word.h"

namespace travaux::understanding {
namespace {

using formats::Term;
using Phrases = std::span<const std::string_view>;

struct Label {
    Term term;
    RemarkKind kind;
};

constexpr auto labels = std::to_array<Label>({{Term::reason, RemarkKind::reason},
                                              {Term::reservation, RemarkKind::reservation},
                                              {Term::note, RemarkKind::note},
                                              {Term::bracket, RemarkKind::bracket},
                                              {Term::deletion, RemarkKind::deletion},
                                              {Term::join, RemarkKind::join},
                                              {Term::move_from, RemarkKind::printed},
                                              {Term::move_here, RemarkKind::printed},
                                              {Term::pending, RemarkKind::printed}});

// Folded, as all phrases here.
constexpr auto reasons = std::to_array<std::string_view>(
    {"reason",        "reasons",           "rationale",   "justification", "explanation", "motif",
     "motifs",        "expose des motifs", "explication", "motivo",        "motivos",     "razon",
     "justificacion", "explicacion",       "обоснование", "причина",       "пояснение",   "السبب",
     "المبرر",        "التعليل",           "理由",        "原因"});

constexpr auto reservations = std::to_array<std::string_view>({
    "reserves its position",
    "reserve its position",
    "reserve our position",
    "reserve their position",
    "reserves the position",
    "reserving its position",
    "position reserved",
    "position is reserved",
    "enters a reservation",
    "scrutiny reservation",
    "general reservation",
    "reserve sa position",
    "reservons notre position",
    "reservent leur position",
    "position reservee",
    "emet une reserve",
    "reserve d'examen",
    "reserve d’examen",
    "reserve generale",
    "reserva su posicion",
    "reservan su posicion",
    "reservamos nuestra posicion",
    "posicion reservada",
    "se reserva la posicion",
    "se reserva su posicion",
    "formula una reserva",
    "reserva de examen",
    "reserva general",
    "резервирует свою позицию",
    "резервируют свою позицию",
    "резервируем свою позицию",
    "позиция зарезервирована",
    "заявляет оговорку",
    "общая оговорка",
    "يتحفظ",
    "تتحفظ",
    "نتحفظ",
    "تحفظ على الموقف",
    "يحتفظ بموقفه",
    "تحتفظ بموقفها",
    "保留立场",
    "保留其立场",
    "保留我国立场",
    "保留意见",
});

// Words before such a phrase that turn it round.
constexpr auto reversals = std::to_array<std::string_view>(
    {"no longer", "not",       "withdraws", "withdraw", "withdrew", "lifts",   "lifted",
     "without",   "ne",        "retire",    "retirons", "leve",     "sans",    "no",
     "retira",    "retiramos", "levanta",   "sin",      "не",       "снимает", "снимаем",
     "отзывает",  "без",       "لا",        "لم",       "تسحب",     "يسحب",    "سحب",
     "دون",       "不",        "撤回",      "撤销",     "取消"});

struct FoundPhrase {
    std::size_t at = std::string_view::npos;
    std::size_t bytes = 0;
};

// Where one of some phrases begins, at the beginning of a word.
FoundPhrase find_any(std::string_view text, Phrases phrases) {
    bool begins = true;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint letter = text::code_point_at(text, at);
        const bool is_han = text::word_class(letter.value) == text::WordClass::han;
        if (begins || is_han) {
            for (const std::string_view phrase : phrases) {
                const auto bytes = text::match_word(text.substr(at), phrase);
                if (bytes) return {at, *bytes};
            }
        }
        begins = !text::is_word_part(letter.value);
        at += letter.bytes;
    }
    return {};
}

// What stands behind a label and its colon; a name in round brackets may be between them.
std::optional<std::string_view> behind_label(std::string_view text, std::size_t bytes) {
    text = text::skip_blanks(text.substr(bytes));
    if (text.starts_with('(')) {
        const std::size_t close = text.find(')');
        if (close == std::string_view::npos) return std::nullopt;
        text = text::skip_blanks(text.substr(close + 1));
    }
    if (text.empty()) return text;
    for (const std::string_view colon : {":", "："}) {
        if (text.starts_with(colon)) return text::skip_blanks(text.substr(colon.size()));
    }
    return std::nullopt;
}

std::optional<Remark> labelled(std::string_view text, std::string_view folded_label,
                               RemarkKind kind) {
    const auto bytes = text::match_word(text, folded_label);
    if (!bytes) return std::nullopt;
    const auto words = behind_label(text, *bytes);
    if (!words) return std::nullopt;
    return Remark{kind, std::string(*words)};
}

std::optional<Remark> labelled(std::string_view text) {
    for (const auto& [term, kind] : labels) {
        for (const text::Language language : text::languages) {
            const std::string label = text::folded(formats::term(term, language));
            if (auto found = labelled(text, label, kind)) return found;
        }
    }
    for (const std::string_view label : reasons) {
        if (auto found = labelled(text, label, RemarkKind::reason)) return found;
    }
    return std::nullopt;
}

}  // namespace

// "Ghana no longer reserves its position" takes a reservation back.
std::optional<Reserving> reserving(std::string_view sentence) {
    const FoundPhrase phrase = find_any(sentence, reservations);
    if (phrase.bytes == 0) return std::nullopt;
    const std::string_view before = sentence.substr(0, phrase.at);
    std::string_view lead = before;
    for (const std::string_view sign : {".", ",", ";", ":", "،", "؛", "，", "；", "。", "："}) {
        const std::size_t at = lead.rfind(sign);
        if (at != std::string_view::npos) lead.remove_prefix(at + sign.size());
    }
    if (find_any(lead, reversals).bytes > 0) return std::nullopt;
    return Reserving{before, sentence.substr(phrase.at + phrase.bytes)};
}

Remark remark_of(std::string_view comment) {
    const std::string text = formats::normalised(comment).value_or("");
    if (auto found = labelled(text)) return *std::move(found);
    return {reserving(text) ? RemarkKind::reservation : RemarkKind::note, text};
}

}  // namespace travaux::understanding
