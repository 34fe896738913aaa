// SPDX-License-Identifier: MIT
#include "text/label_steps.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <tuple>

#include "text/code_point.h"
#include "text/division.h"
#include "text/word.h"

namespace travaux::text {
namespace {

constexpr std::size_t none = whole_treaty;

bool is_division(ProvisionKind kind) {
    return kind == ProvisionKind::part || kind == ProvisionKind::chapter ||
           kind == ProvisionKind::section;
}

Step step_of_kind(ProvisionKind kind) {
    switch (kind) {
        case ProvisionKind::title: return Step::treaty_title;
        case ProvisionKind::preamble: return Step::preamble;
        case ProvisionKind::part: return Step::part;
        case ProvisionKind::chapter: return Step::chapter;
        case ProvisionKind::section: return Step::section;
        case ProvisionKind::article: return Step::article;
        case ProvisionKind::preambular_paragraph:
        case ProvisionKind::paragraph: return Step::paragraph;
        case ProvisionKind::subparagraph:
        case ProvisionKind::item: return Step::subparagraph;
        case ProvisionKind::continuation: return Step::closing;
        case ProvisionKind::annex: return Step::annex;
        case ProvisionKind::heading: return Step::heading;
        case ProvisionKind::table: return Step::table;
        case ProvisionKind::table_row: return Step::row;
        case ProvisionKind::table_cell: return Step::cell;
        case ProvisionKind::footnote: break;
    }
    return Step::footnote;
}

// What a number says without the signs around it: "a" of "(a)".
std::string_view without_signs(std::string_view number) {
    while (!number.empty()) {
        const CodePoint first = code_point_at(number, 0);
        if (is_word_part(first.value)) break;
        number.remove_prefix(first.bytes);
    }
    std::size_t end = 0;
    for (std::size_t at = 0; at < number.size();) {
        const CodePoint here = code_point_at(number, at);
        at += here.bytes;
        if (is_word_part(here.value) || word_class(here.value) == WordClass::mark) end = at;
    }
    return number.substr(0, end);
}

std::string lower_case(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint here = code_point_at(text, at);
        at += here.bytes;
        const bool is_capital = (here.value >= U'A' && here.value <= U'Z') ||
                                (here.value >= 0xC0 && here.value <= 0xDE && here.value != 0xD7) ||
                                (here.value >= 0x410 && here.value <= 0x42F);
        result += utf8_of(is_capital ? here.value + 0x20 : here.value);
    }
    return result;
}

std::string spelled(const Numeral& numeral) {
    std::string text;
    switch (numeral.form) {
        case NumeralForm::decimal: text = std::to_string(numeral.value); break;
        case NumeralForm::roman: text = roman_of(numeral.value); break;
        case NumeralForm::letter:
            text.assign(numeral.value > 26 ? 2 : 1,
                        static_cast<char>('a' + (numeral.value - 1) % 26));
            break;
    }
    const std::string repeat = repeat_of(numeral.repeat);
    return repeat.empty() ? text : text + (numeral.repeat > 100 ? "" : " ") + repeat;
}

/// Names the provisions one after the other; siblings count on from each other.
class Naming {
public:
    Naming(const Draft& draft, Language language) : draft_(draft), language_(language) {}

    std::vector<LabelStep> name_all() {
        const std::size_t count = draft_.provisions.size();
        parents_.reserve(count);
        families_.resize(count + 1);
        readings_.resize(count);
        std::vector<std::size_t> path;
        for (std::size_t at = 0; at < count; ++at) {
            path.resize(std::min<std::size_t>(draft_.provisions[at].depth, path.size()));
            parents_.push_back(path.empty() ? none : path.back());
            path.push_back(at);
            family_of(parents_.back()).children.push_back(at);
        }
        steps_.resize(count);
        for (std::size_t at = 0; at < count; ++at) read_number(at);
        name_family(none);
        for (std::size_t at = 0; at < count; ++at) name_family(at);
        for (std::size_t at = 0; at < count; ++at) steps_[at].addressed_in = addressed_in(at);
        tell_apart();
        return std::move(steps_);
    }

private:
    struct Family {
        std::vector<std::size_t> children;
        std::size_t paragraphs = 0;
        std::size_t numbered_paragraphs = 0;
    };

    // What stands in a provision, or at the top: `none` is the greatest number, and none + 1 is 0.
    [[nodiscard]] Family& family_of(std::size_t parent) { return families_[parent + 1]; }
    [[nodiscard]] const Family& family_of(std::size_t parent) const {
        return families_[parent + 1];
    }

    // The number in this language, or else in the first that has one.
    void read_number(std::size_t at) {
        LabelStep& step = steps_[at];
        const Provision& provision = draft_.provisions[at];
        step.step = step_of_kind(provision.kind);
        if (read_number_in(at, language_)) return;
        for (const Language other : draft_.written_in) {
            if (other == language_ || !read_number_in(at, other)) continue;
            step.whole.clear();
            step.written = spelled(*step.numeral);
            return;
        }
    }

    bool read_number_in(std::size_t at, Language language) {
        const Provision& provision = draft_.provisions[at];
        const std::string_view number = provision.in(language).number;
        LabelStep& step = steps_[at];
        if (provision.kind == ProvisionKind::annex) read_annex(step, provision, language);
        if (number.empty() || provision.kind == ProvisionKind::footnote) return false;
        const std::array tongues = {language, Language::en};
        const std::size_t distinct = language == Language::en ? 1 : 2;
        for (const Language words : std::span(tongues).first(distinct)) {
            auto division = parse_division(words, number);
            if (!division || !division->numeral) continue;
            read_division(step, *division, words);
            return true;
        }
        const std::string_view inside = without_signs(number);
        const auto numeral = parse_numeral(inside);
        if (!numeral || numeral->bytes != inside.size()) return false;
        step.written = inside;
        step.numeral = numeral->readings.front();
        readings_[at] = numeral->readings;
        return true;
    }

    static void read_annex(LabelStep& step, const Provision& provision, Language language) {
        const Wording& wording = provision.in(language);
        if (match_opening(language, Opening::final_act, wording.heading)) {
            step.step = Step::final_act;
        } else if (const auto word = match_step(language, wording.number)) {
            if (word->step < Step::part) step.step = word->step;
        }
    }

    static void read_division(LabelStep& step, const Division& division, Language words) {
        step.numeral = division.numeral;
        step.written =
            division.is_spelled_out ? lower_case(division.written) : std::string(division.written);
        if (division.rank == Rank::subsection) step.step = Step::subsection;
        if (division.rank == Rank::title) step.step = Step::title;
        const bool is_word_last = division.number.starts_with(division.written);
        if (words == Language::zh && division.rank != Rank::annex) {
            step.whole = without_signs(division.number);
        } else if (division.is_spelled_out && is_word_last) {
            step.whole = lower_case(without_signs(division.number));
        }
    }

    void name_family(std::size_t parent) {
        Family& family = family_of(parent);
        if (family.children.empty()) return;
        read_in_lists(family);
        for (const std::size_t child : family.children) {
            if (steps_[child].step != Step::paragraph) continue;
            ++family.paragraphs;
            if (steps_[child].numeral) ++family.numbered_paragraphs;
        }
        std::map<Step, std::uint32_t> counts;
        bool is_behind_article = false;
        for (const std::size_t child : family.children) {
            LabelStep& step = steps_[child];
            const ProvisionKind kind = draft_.provisions[child].kind;
            if (kind == ProvisionKind::article || is_division(kind)) is_behind_article = true;
            if (step.numeral || is_named_by_word(step.step)) continue;
            step.is_counted = true;
            if (kind == ProvisionKind::paragraph) {
                step.step = step_of_unnumbered(parent, child, is_behind_article);
            } else if (step.step == Step::subparagraph) {
                step.step = Step::item;
            }
            step.ordinal = ++counts[step.step];
        }
    }

    static bool is_named_by_word(Step step) {
        return step == Step::annex || step == Step::appendix || step == Step::schedule ||
               step == Step::preamble || step == Step::final_act || step == Step::treaty_title;
    }

    Step step_of_unnumbered(std::size_t parent, std::size_t child, bool is_behind_article) const {
        const Family& family = family_of(parent);
        if (is_behind_article) return Step::closing;
        if (family.numbered_paragraphs == 0) return Step::paragraph;
        const bool is_first = child == family.children.front();
        return is_first ? Step::chapeau : Step::unnumbered_paragraph;
    }

    // "(i)" is one behind "(h)" in a roman list and nine in a lettered one.
    void read_in_lists(const Family& family) {
        std::map<std::pair<ProvisionKind, NumeralForm>, Numeral> last;
        for (const std::size_t child : family.children) {
            if (readings_[child].empty()) continue;
            const ProvisionKind kind = draft_.provisions[child].kind;
            const Marker marker{.readings = readings_[child], .style = {}, .bytes = 0};
            std::optional<Numeral> reading;
            for (const Numeral& one : marker.readings) {
                const auto before = last.find({kind, one.form});
                if (before == last.end()) continue;
                reading = next_reading(before->second, marker);
                if (reading) break;
            }
            if (!reading) reading = first_reading(marker);
            if (!reading) reading = marker.readings.front();
            steps_[child].numeral = reading;
            last.insert_or_assign({kind, reading->form}, *reading);
        }
    }

    // The article or annex for what stands under parts and sections; the article for the items of
    // its only paragraph, where that has no number.
    std::size_t addressed_in(std::size_t at) const {
        const ProvisionKind kind = draft_.provisions[at].kind;
        std::size_t parent = parents_[at];
        if (kind == ProvisionKind::article) {
            while (parent != none && is_division(draft_.provisions[parent].kind)) {
                parent = parents_[parent];
            }
        }
        if (parent == none || steps_[at].step != Step::subparagraph) return parent;
        const bool is_sole = steps_[parent].step == Step::paragraph && steps_[parent].is_counted &&
                             parents_[parent] != none &&
                             draft_.provisions[parents_[parent]].kind == ProvisionKind::article &&
                             family_of(parents_[parent]).paragraphs == 1;
        return is_sole ? parents_[parent] : parent;
    }

    // Provisions that would have one label are numbered in reading order.
    void tell_apart() {
        using Name = std::tuple<std::size_t, Step, std::uint32_t, std::string>;
        std::vector<std::pair<Name, std::size_t>> named;
        named.reserve(steps_.size());
        for (std::size_t at = 0; at < steps_.size(); ++at) {
            const LabelStep& step = steps_[at];
            named.emplace_back(
                Name{step.addressed_in, step.step, step.ordinal, folded(step.written)}, at);
        }
        std::ranges::sort(named);
        for (std::size_t at = 1; at < named.size(); ++at) {
            if (named[at].first != named[at - 1].first) continue;
            LabelStep& before = steps_[named[at - 1].second];
            before.nth = std::max(before.nth, 1U);
            steps_[named[at].second].nth = before.nth + 1;
        }
    }

    const Draft& draft_;
    Language language_;
    std::vector<LabelStep> steps_;
    std::vector<std::size_t> parents_;
    std::vector<Family> families_;                // of the top, and then of each provision
    std::vector<std::vector<Numeral>> readings_;  // of each provision's number
};

}  // namespace

std::vector<LabelStep> label_steps(const Draft& draft, Language language) {
    return Naming(draft, language).name_all();
}

}  // namespace travaux::text
