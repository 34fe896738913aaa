// SPDX-License-Identifier: MIT
#include "host/letter_document.h"

#include <array>
#include <vector>

#include "committee/described.h"
#include "formats/html_sink.h"
#include "lang/dates.h"
#include "lang/messages.h"
#include "lang/states.h"

namespace travaux::host {
namespace {

using committee::LetterContent;
using committee::PartFate;
using text::Language;

/// A letter in words: what stands before and after a list that may be empty.
struct LetterWords {
    std::string title;
    std::vector<std::string> opening;
    std::vector<std::string> items;
    std::string closing;
};

// Parts that one decision reached for one reason have a sentence that names it.
std::string words_of(const PartFate& fate, Language language) {
    const std::array args = {fate.proposal, std::to_string(fate.part), fate.by.value_or("")};
    const std::string id = "letter.fate." + fate.verdict;
    const bool names_cause = fate.by && lang::find_words(language, id + "_by");
    return lang::words(language, names_cause ? id + "_by" : id, args);
}

LetterWords words_of(const LetterContent& letter, Language language) {
    const std::string kind(committee::name_of(letter.kind));
    LetterWords words{lang::words(language, "letter.title." + kind), {}, {}, {}};
    const std::string member = lang::name_in(letter.name, language);
    const std::array about = {letter.committee, member,
                              letter.subject.value_or(letter.symbol.value_or(letter.about))};
    if (letter.kind == committee::LetterKind::carry_over) {
        words.opening.push_back(lang::words(language, "letter.published", about));
        for (const PartFate& fate : letter.parts) words.items.push_back(words_of(fate, language));
    } else {
        words.opening.push_back(lang::words(language, "letter.recalled", about));
    }
    if (letter.deadline) {
        const std::array until = {lang::time_in_words(letter.deadline->local, language),
                                  letter.deadline->zone};
        words.opening.push_back(lang::words(language, "letter.awaited", until));
    }
    words.closing = lang::words(language, "letter.close", std::array{member});
    return words;
}

std::string as_text(const LetterWords& words) {
    std::string text = words.title + "\n\n";
    for (const std::string& one : words.opening) text += one + "\n\n";
    for (const std::string& one : words.items) text += "- " + one + "\n";
    if (!words.items.empty()) text += "\n";
    return text + words.closing + "\n";
}

std::string as_html(const LetterWords& words, Language language) {
    const auto in = [](std::string_view element, std::string_view content) {
        const std::string name(element);
        std::string part("<");
        part.append(name).append(">").append(formats::escaped(content));
        return part.append("</").append(name).append(">\n");
    };
    std::string html = "<!DOCTYPE html>\n<html lang=\"" + std::string(code_of(language)) +
                       "\" dir=\"" + (language == Language::ar ? "rtl" : "ltr") +
                       "\">\n<head>\n<meta charset=\"utf-8\">\n" + in("title", words.title) +
                       "</head>\n<body>\n" + in("h1", words.title);
    for (const std::string& one : words.opening) html += in("p", one);
    if (!words.items.empty()) {
        html += "<ul>\n";
        for (const std::string& one : words.items) html += in("li", one);
        html += "</ul>\n";
    }
    return html + in("p", words.closing) + "</body>\n</html>\n";
}

}  // namespace

std::string letter_document(const LetterContent& letter, Language language, LetterForm form) {
    const LetterWords words = words_of(letter, language);
    switch (form) {
        case LetterForm::text: return as_text(words);
        case LetterForm::html: return as_html(words, language);
    }
    return {};
}

}  // namespace travaux::host
