// SPDX-License-Identifier: MIT
#include "text/label_printer.h"

#include <algorithm>

#include <array>

namespace travaux::text {
namespace {

// The number, or the place among those without one; words that stand once need neither.
std::string number_of(const LabelStep& step) {
    if (!step.written.empty()) return step.written;
    const bool is_lone =
        step.ordinal == 1 && (step.step == Step::chapeau || step.step == Step::closing);
    return step.ordinal == 0 || is_lone ? std::string() : std::to_string(step.ordinal);
}

std::string nth_of(const LabelStep& step) {
    return step.nth == 0 ? std::string() : " [" + std::to_string(step.nth) + "]";
}

bool is_subparagraph(const LabelStep& step) { return step.step == Step::subparagraph; }

std::string in_brackets(const LabelStep& step, Language language) {
    const bool opens =
        language == Language::en || language == Language::ar || language == Language::zh;
    return (opens ? "(" : "") + step.written + ")" + nth_of(step);
}

// 二十一
std::string han_of(std::uint32_t value) {
    constexpr std::array<std::string_view, 10> digits = {"零", "一", "二", "三", "四",
                                                         "五", "六", "七", "八", "九"};
    if (value >= 100) return std::to_string(value);
    std::string number;
    if (value >= 20) number += digits.at(value / 10);
    if (value >= 10) number += "十";
    if (value % 10 != 0 || value == 0) number += digits.at(value % 10);
    return number;
}

// An ordinal is written as the numbers before it are: 第六条第二款, 第6条第2款.
std::string chinese_number_of(const LabelStep& step, std::string_view before) {
    const bool is_han = step.written.empty() && step.ordinal > 0 && !before.empty() &&
                        before.find_first_of("0123456789") == std::string_view::npos &&
                        before.starts_with("第");
    return is_han && !number_of(step).empty() ? han_of(step.ordinal) : number_of(step);
}

// 第六条第二款(a)项(一)目
std::string print_chinese(const std::vector<const LabelStep*>& steps) {
    std::string label;
    bool is_deeper = false;
    for (const LabelStep* step : steps) {
        const std::string name(name_of(Language::zh, step->step, Case::nominative));
        const std::string number = chinese_number_of(*step, label);
        if (is_subparagraph(*step)) {
            label.append("(").append(step->written).append(is_deeper ? ")目" : ")项");
        } else if (!step->whole.empty()) {
            label += step->whole;
        } else if (step->step == Step::paragraph) {
            const bool is_preambular =
                label.ends_with(name_of(Language::zh, Step::preamble, Case::nominative));
            label.append("第").append(number).append(is_preambular ? "段" : name);
        } else if ((step->step >= Step::part && step->step <= Step::article) ||
                   step->step == Step::row || step->step == Step::cell ||
                   step->step == Step::item) {
            label.append("第").append(number).append(name);
        } else {
            label.append(name).append(number);
        }
        is_deeper = is_subparagraph(*step);
        label += nth_of(*step);
    }
    return label;
}

std::string named(const LabelStep& step, Language language, Case of_name) {
    if (is_subparagraph(step)) {
        return std::string(name_of(language, step.step, of_name)) + " " +
               in_brackets(step, language);
    }
    if (!step.whole.empty()) return step.whole + nth_of(step);
    const std::string number = number_of(step);
    return std::string(name_of(language, step.step, of_name)) + (number.empty() ? "" : " ") +
           number + nth_of(step);
}

/// Steps that print as one piece, "paragraph 2 (a) (i)": a first one, and subparagraphs of it.
using Piece = std::vector<const LabelStep*>;

std::vector<Piece> pieces_of(const std::vector<const LabelStep*>& steps, Language language) {
    std::vector<Piece> pieces;
    Step before = Step::annex;
    for (const LabelStep* step : steps) {
        // In Russian a subparagraph of an article is named, since the case shows what is in what.
        const bool holds = before == Step::paragraph || before == Step::unnumbered_paragraph ||
                           before == Step::subparagraph ||
                           (before == Step::article && language != Language::ru);
        if (is_subparagraph(*step) && holds) {
            pieces.back().push_back(step);
        } else {
            pieces.push_back({step});
        }
        before = step->step;
    }
    return pieces;
}

std::string print_piece(const Piece& piece, Language language, Case of_name) {
    std::string label = named(*piece.front(), language, of_name);
    for (std::size_t i = 1; i < piece.size(); ++i) label += " " + in_brackets(*piece[i], language);
    return label;
}

// пункт 2 a) статьи 6 приложения III: the innermost first, what it stands in in the genitive.
std::string print_russian(const std::vector<Piece>& pieces) {
    std::string label;
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
        if (!label.empty()) label += " ";
        label += print_piece(*piece, Language::ru,
                             piece == pieces.rbegin() ? Case::nominative : Case::genitive);
    }
    return label;
}

}  // namespace

std::string print_label(const std::vector<const LabelStep*>& steps, Language language) {
    if (language == Language::zh) return print_chinese(steps);
    const std::vector<Piece> pieces = pieces_of(steps, language);
    if (language == Language::ru) return print_russian(pieces);
    std::string label;
    for (const Piece& piece : pieces) {
        if (!label.empty()) label += language == Language::ar ? "، " : ", ";
        label += print_piece(piece, language, Case::nominative);
    }
    return label;
}

std::string label_of(const std::vector<LabelStep>& steps, std::size_t at, Language language) {
    std::vector<const LabelStep*> path;
    for (; at != whole_treaty; at = steps[at].addressed_in) path.push_back(&steps[at]);
    std::ranges::reverse(path);
    return print_label(path, language);
}

}  // namespace travaux::text
