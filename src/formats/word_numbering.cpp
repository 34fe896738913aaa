// SPDX-License-Identifier: MIT
#include "formats/word_numbering.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "docx/labels.h"
#include "text/numbering.h"

namespace travaux::formats {
namespace {

using docx::Paragraph;
using docx::Span;

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }
bool is_latin(char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); }

// The text of a label around what counts in it: `(`, `b`, `)`.
struct Label {
    std::string before;
    std::string counter;
    std::string after;
};

// What counts is the last word in digits, or in letters of one alphabet.
std::optional<Label> label_of(std::string_view number) {
    const auto counts = [](char sign) {
        return is_digit(sign) || is_latin(sign) || static_cast<unsigned char>(sign) >= 0x80;
    };
    std::size_t end = number.size();
    while (end > 0 && !counts(number[end - 1])) --end;
    std::size_t begin = end;
    while (begin > 0 && counts(number[begin - 1])) --begin;
    Label label{std::string(number.substr(0, begin)),
                std::string(number.substr(begin, end - begin)), std::string(number.substr(end))};
    const bool is_plain = std::ranges::none_of(
        label.before + label.after, [](char sign) { return sign == '%' || is_digit(sign); });
    return is_plain && !label.counter.empty() ? std::optional(std::move(label)) : std::nullopt;
}

struct Counted {
    std::string_view format;
    std::uint32_t number = 0;
};

// Word's formats of a way to write numbers.
std::span<const std::string_view> formats_of(text::NumeralForm form) {
    static constexpr std::array decimal = {std::string_view("decimal")};
    static constexpr std::array roman = {std::string_view("lowerRoman"),
                                         std::string_view("upperRoman")};
    static constexpr std::array letter = {
        std::string_view("lowerLetter"), std::string_view("upperLetter"),
        std::string_view("russianLower"), std::string_view("russianUpper")};
    switch (form) {
        case text::NumeralForm::decimal: return decimal;
        case text::NumeralForm::roman: return roman;
        case text::NumeralForm::letter: break;
    }
    return letter;
}

// A counter with which a list begins: the first number where it reads as one, as `i` does.
std::optional<Counted> read(std::string_view counter) {
    const auto written = text::parse_numeral(counter);
    if (!written || written->bytes != counter.size()) return std::nullopt;
    std::optional<Counted> likeliest;
    for (const text::Numeral& one : written->readings) {
        for (const std::string_view format : formats_of(one.form)) {
            if (docx::number_in_format(one.value, format) != counter) continue;
            if (one.value == 1) return Counted{format, 1};
            if (!likeliest) likeliest = Counted{format, one.value};
        }
    }
    return likeliest;
}

class Numbering {
public:
    explicit Numbering(docx::Document& document) : document_(document) {}

    void number() {
        for (std::size_t at = 0; at < document_.paragraphs.size(); ++at) {
            Paragraph& one = document_.paragraphs[at];
            begin_below(one.style);
            if (!is_beside_change(at) && may_be_listed(one)) number(one);
        }
    }

private:
    // A list of those that are counted.
    struct Reached {
        std::string_view format;
        std::uint32_t number = 0;
        std::size_t list = 0;
    };
    using Key = std::array<std::string, 3>;  // of a style, what stands before and behind

    static constexpr std::string_view provision = "Provision";

    // Under each provision the lists of those below it begin anew, remarks or not.
    void begin_below(const std::string& style) {
        const bool is_provision = style.starts_with(provision);
        if (!is_provision && !style.starts_with("Heading")) return;
        std::erase_if(reached_, [&](const auto& one) {
            const std::string& other = one.first[0];
            return other.starts_with(provision) && (!is_provision || other > style);
        });
    }

    // Whether the end of the paragraph before or behind is under a change: the one may run on into
    // this, and LibreOffice shows the label before the other as if it had another number.
    [[nodiscard]] bool is_beside_change(std::size_t at) const {
        const auto& all = document_.paragraphs;
        return (at > 0 && !all[at - 1].mark.empty()) ||
               (at + 1 < all.size() && !all[at + 1].mark.empty());
    }

    // LibreOffice shows the label of a paragraph in which words go in square brackets.
    [[nodiscard]] bool loses_words(const Paragraph& one) const {
        return std::ranges::any_of(one.spans, [&](const Span& span) {
            return std::ranges::any_of(span.changes, [&](std::uint32_t at) {
                const docx::ChangeKind kind = document_.changes[at].kind;
                return kind == docx::ChangeKind::deletion || kind == docx::ChangeKind::move_from;
            });
        });
    }

    // Whether its label is the same in every state of its changes, and stands before words.
    [[nodiscard]] bool may_be_listed(const Paragraph& one) const {
        const bool is_numbered =
            one.style.starts_with(provision) || one.style.starts_with("Heading");
        if (!is_numbered || !one.mark.empty() || !one.around.empty() || one.row != 0) return false;
        if (one.is_right_to_left || loses_words(one)) return false;
        if (one.spans.empty() || !is_plain(one.spans.front())) return false;
        const std::string& text = one.spans.front().text;
        const std::size_t tab = text.find('\t');
        if (tab == std::string::npos) return false;
        if (!one.notes.empty() && one.notes.front().at <= tab) return false;
        if (text.find_first_not_of(" \t\n", tab) != std::string::npos) return true;
        return std::any_of(one.spans.begin() + 1, one.spans.end(), [](const Span& span) {
            return span.changes.empty() &&
                   span.text.find_first_not_of(" \t\n") != std::string::npos;
        });
    }

    static bool is_plain(const Span& span) { return span.changes.empty() && span.style.empty(); }

    void number(Paragraph& one) {
        std::string& text = one.spans.front().text;
        const std::size_t tab = text.find('\t');
        const auto label = label_of(std::string_view(text).substr(0, tab));
        if (!label) return;
        const auto list = list_of(one.style, *label);
        if (!list) return;
        one.list = docx::ListPlace{*list, 0};
        text.erase(0, tab + 1);
        for (docx::NoteReference& note : one.notes) note.at -= tab + 1;
        if (text.empty()) one.spans.erase(one.spans.begin());
    }

    // The list that gives the label next, or one that begins with it.
    std::optional<std::size_t> list_of(const std::string& style, const Label& label) {
        const Key key = {style, label.before, label.after};
        if (const auto known = reached_.find(key); known != reached_.end()) {
            Reached& reached = known->second;
            if (docx::number_in_format(reached.number + 1, reached.format) == label.counter) {
                ++reached.number;
                return reached.list;
            }
        }
        const auto counted = read(label.counter);
        if (!counted) return std::nullopt;
        const std::size_t list = document_.lists.size();
        reached_[key] = {counted->format, counted->number, list};
        docx::ListLevel level{std::string(counted->format), label.before + "%1" + label.after};
        level.start = counted->number;
        document_.lists.push_back({list, {std::move(level)}});
        return list;
    }

    docx::Document& document_;
    std::map<Key, Reached> reached_;
};

}  // namespace

docx::Document numbered_by_lists(docx::Document document) {
    Numbering(document).number();
    return document;
}

}  // namespace travaux::formats
