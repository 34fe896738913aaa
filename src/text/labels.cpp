// SPDX-License-Identifier: MIT
#include "text/labels.h"

#include <algorithm>

#include "text/code_point.h"
#include "text/label_printer.h"
#include "text/word.h"

namespace travaux::text {
namespace {

bool is_division(Step step) { return step >= Step::part && step <= Step::subsection; }

bool is_annex(Step step) { return step <= Step::final_act; }

bool is_roman_or_decimal(NumeralForm form) { return form != NumeralForm::letter; }

// "chapter 4" is chapter IV; "(i)" the first is not "(i)" behind "(h)", as their lists tell.
bool is_same(const Numeral& own, const Numeral& asked, Step step) {
    if (own.value != asked.value || own.repeat != asked.repeat) return false;
    const bool may_differ = is_annex(step) || is_division(step) || step == Step::article;
    return own.form == asked.form ||
           (may_differ && is_roman_or_decimal(own.form) && is_roman_or_decimal(asked.form));
}

bool has_number(const LabelStep& own, const ParsedStep& asked) {
    if (asked.readings.empty()) return !own.numeral && own.ordinal < 2;
    if (!own.numeral) {
        const Numeral ordinal{.form = NumeralForm::decimal, .value = own.ordinal};
        return std::ranges::any_of(asked.readings, [&](const Numeral& reading) {
            return is_same(ordinal, reading, own.step);
        });
    }
    return std::ranges::any_of(asked.readings, [&](const Numeral& reading) {
        return is_same(*own.numeral, reading, own.step);
    });
}

bool fits(const LabelStep& own, const ParsedStep& asked) {
    if (asked.nth != 0 && own.nth != asked.nth) return false;
    return has_number(own, asked);
}

Error refusal(ErrorCode code, std::string_view id, std::string_view label) {
    return {.code = code, .id = std::string(id), .args = {std::string(label)}};
}

}  // namespace

Labels::Labels(const Draft& draft, Language language)
    : draft_(draft), language_(language), steps_(label_steps(draft, language)),
      title_(folded(draft.title)) {
    std::vector<std::size_t> path;
    for (std::size_t at = 0; at < draft.provisions.size(); ++at) {
        path.resize(std::min<std::size_t>(draft.provisions[at].depth, path.size()));
        parents_.push_back(path.empty() ? whole_treaty : path.back());
        children_[parents_.back()].push_back(at);
        path.push_back(at);
    }
    for (std::size_t at = 0; at < steps_.size(); ++at) {
        labels_.push_back(label_of(steps_, at, language));
        exact_.emplace(folded(labels_.back()), at);
    }
}

bool Labels::is_inside(std::size_t at, std::size_t in) const {
    for (; at != whole_treaty; at = parents_[at]) {
        if (at == in) return true;
    }
    return in == whole_treaty;
}

std::size_t Labels::annex_of(std::size_t at) const {
    for (; at != whole_treaty; at = parents_[at]) {
        if (is_annex(steps_[at].step)) return at;
    }
    return whole_treaty;
}

// Articles of the body come before those of annexes, which are named with their annex.
Labels::Places Labels::articles_named(const ParsedStep& step, std::size_t in) const {
    Places body;
    Places others;
    for (std::size_t at = 0; at < steps_.size(); ++at) {
        if (steps_[at].step != Step::article || !fits(steps_[at], step) || !is_inside(at, in)) {
            continue;
        }
        const bool is_in_body = in != whole_treaty || annex_of(at) == whole_treaty;
        (is_in_body ? body : others).push_back(at);
    }
    return body.empty() ? others : body;
}

// The division that fits one of the steps and whose own divisions fit the others.
Labels::Places Labels::divisions_named(std::span<const ParsedStep> steps, std::size_t in) const {
    const auto fits_one = [&](std::size_t at, const ParsedStep& step) {
        return steps_[at].step == *step.step && fits(steps_[at], step);
    };
    Places body;
    Places others;
    for (std::size_t at = 0; at < steps_.size(); ++at) {
        if (!is_division(steps_[at].step)) continue;
        const bool is_named =
            std::ranges::any_of(steps, [&](const ParsedStep& step) { return fits_one(at, step); });
        if (!is_named || !is_inside(at, in)) continue;
        const bool all_fit = std::ranges::all_of(steps, [&](const ParsedStep& step) {
            for (std::size_t up = at; up != whole_treaty; up = parents_[up]) {
                if (is_division(steps_[up].step) && fits_one(up, step)) return true;
            }
            return false;
        });
        if (!all_fit) continue;
        const bool is_in_body = in != whole_treaty || annex_of(at) == whole_treaty;
        (is_in_body ? body : others).push_back(at);
    }
    return body.empty() ? others : body;
}

// Children by name; the items of an unnumbered paragraph also count as those of what it stands in.
Labels::Places Labels::children_named(const ParsedStep& step, std::size_t in) const {
    Places found;
    const auto children = children_.find(in);
    if (children == children_.end()) return found;
    const auto matches = [&](std::size_t at) {
        const LabelStep& own = steps_[at];
        const bool is_kind = !step.step || own.step == *step.step ||
                             (*step.step == Step::paragraph && own.step == Step::subparagraph) ||
                             (*step.step == Step::item && own.step == Step::subparagraph);
        const bool is_namable = own.step >= Step::preamble || is_annex(own.step);
        return is_kind && is_namable && fits(own, step);
    };
    for (const std::size_t at : children->second) {
        // Without a word, only paragraphs and subparagraphs are meant.
        const bool is_meant = step.step || steps_[at].step == Step::paragraph ||
                              steps_[at].step == Step::subparagraph;
        if (is_meant && matches(at)) found.push_back(at);
    }
    const bool has_exact = std::ranges::any_of(
        found, [&](std::size_t at) { return !step.step || steps_[at].step == *step.step; });
    if (has_exact) {
        std::erase_if(found,
                      [&](std::size_t at) { return step.step && steps_[at].step != *step.step; });
        return found;
    }
    if (!found.empty()) return found;
    for (const std::size_t at : children->second) {
        if (steps_[at].step != Step::paragraph || !steps_[at].is_counted) continue;
        const auto inner = children_.find(at);
        if (inner == children_.end()) continue;
        for (const std::size_t item : inner->second) {
            if (steps_[item].step == Step::subparagraph && matches(item)) found.push_back(item);
        }
    }
    return found;
}

Labels::Places Labels::found_by(const ParsedLabel& label, std::size_t from) const {
    Places places = {from};
    for (std::size_t i = 0; i < label.steps.size() && !places.empty();) {
        const ParsedStep& step = label.steps[i];
        std::size_t end = i + 1;
        if (step.step && is_division(*step.step)) {
            while (end < label.steps.size() && label.steps[end].step &&
                   is_division(*label.steps[end].step)) {
                ++end;
            }
        }
        Places next;
        for (const std::size_t place : places) {
            const Places more =
                step.step && is_division(*step.step)
                    ? divisions_named(std::span(label.steps).subspan(i, end - i), place)
                : step.step == Step::article ? articles_named(step, place)
                                             : children_named(step, place);
            next.insert(next.end(), more.begin(), more.end());
        }
        places = std::move(next);
        i = end;
    }
    std::ranges::sort(places);
    const auto [rest, end] = std::ranges::unique(places);
    places.erase(rest, end);
    return places;
}

// From where a text stands: an article of the treaty, a paragraph of this article, an item of this
// paragraph or of what it stands in.
Labels::Places Labels::found_near(const ParsedLabel& label, std::size_t at) const {
    const ParsedStep& first = label.steps.front();
    const bool is_absolute = first.step && (is_annex(*first.step) || *first.step == Step::article ||
                                            *first.step == Step::preamble);
    if (is_absolute) return found_by(label, whole_treaty);
    const bool is_paragraph = first.step == Step::paragraph;
    for (std::size_t up = at;; up = parents_[up]) {
        const bool is_scope = up == whole_treaty || steps_[up].step == Step::article ||
                              is_annex(steps_[up].step) || steps_[up].step == Step::preamble;
        if (!is_paragraph || is_scope) {
            Places found = found_by(label, up);
            if (!found.empty() || (is_paragraph && is_scope)) return found;
        }
        if (up == whole_treaty) return {};
    }
}

Result<ProvisionId> Labels::resolve(std::string_view label) const {
    if (const auto exact = exact_.find(folded(label)); exact != exact_.end()) {
        return draft_.provisions[exact->second].id;
    }
    const auto parsed = parse_label(language_, label);
    if (!parsed) return std::unexpected(refusal(ErrorCode::not_found, "label.unknown", label));
    const Places found = found_by(*parsed, whole_treaty);
    if (found.empty()) {
        return std::unexpected(refusal(ErrorCode::not_found, "label.unknown", label));
    }
    if (found.size() > 1) {
        Error error = refusal(ErrorCode::invalid, "label.ambiguous", label);
        for (const std::size_t at : found) error.args.push_back(labels_[at]);
        return std::unexpected(std::move(error));
    }
    return draft_.provisions[found.front()].id;
}

std::vector<Reference> Labels::references_in(std::size_t at, std::string_view text) const {
    std::vector<Reference> references;
    bool is_word_start = true;
    for (std::size_t byte = 0; byte < text.size();) {
        const CodePoint here = code_point_at(text, byte);
        const bool is_part = is_word_part(here.value);
        const bool may_start =
            is_word_start && (is_part || here.value == U'(' || here.value == U'§');
        is_word_start = !is_part || word_class(here.value) == WordClass::han;
        if (!may_start) {
            byte += here.bytes;
            continue;
        }
        const ReferenceList list = parse_references(language_, text.substr(byte), title_);
        for (const ParsedReference& reference : list.references) {
            const std::size_t annex = reference.is_in_this_annex ? annex_of(at) : whole_treaty;
            const Places found = annex == whole_treaty ? found_near(reference.label, at)
                                                       : found_by(reference.label, annex);
            if (found.size() != 1) continue;
            references.push_back({.begin = byte + reference.begin,
                                  .end = byte + reference.end,
                                  .provision = draft_.provisions[found.front()].id});
        }
        byte += list.bytes == 0 ? here.bytes : list.bytes;
        if (list.bytes != 0) is_word_start = true;
    }
    return references;
}

}  // namespace travaux::text
