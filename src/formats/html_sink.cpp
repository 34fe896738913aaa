// SPDX-License-Identifier: MIT
#include "formats/html_sink.h"

#include <algorithm>

#include "formats/document_view.h"
#include "formats/terms.h"
#include "text/word.h"

namespace travaux::formats {
namespace {

using namespace consolidation;

// From here on a place is set out, one reading to a row, so that its sentence stays readable.
constexpr std::size_t set_out_readings = 4;
constexpr std::size_t set_out_words = 25;

}  // namespace

std::string escaped(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            case '\'': result += "&#39;"; break;
            default: result += c;
        }
    }
    return result;
}

std::string isolated(std::string_view text) { return "<bdi>" + escaped(text) + "</bdi>"; }

std::string link_to(ProvisionId provision, std::string_view words) {
    return "<a class=\"ref\" href=\"#p-" + hex(provision.bytes) + "\">" + escaped(words) + "</a>";
}

std::string names_in_html(const Consolidated& consolidated, const Attributions& attributions) {
    std::string result;
    for (const Attribution& one : attributions) {
        if (!result.empty()) result += list_comma(consolidated.language);
        result += isolated(names(consolidated, {one}));
    }
    return result;
}

void HtmlSink::words(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(text::paragraph_break, at), words.size());
        text += escaped(words.substr(at, end - at));
        if (end < words.size()) {
            text += "<span class=\"br\">\xC2\xB6</span>";
            used_.split = true;
        }
        at = end + text::paragraph_break.size();
    }
}

void HtmlSink::link(std::string_view words, ProvisionId provision) {
    text += link_to(provision, words);
}

void HtmlSink::open_place(const consolidation::Tree& tree, std::size_t place) {
    const PlaceShape shape = shape_of(tree, place);
    const bool is_outer = open_.empty();
    const bool is_set_out = is_outer && shape.readings > 1 &&
                            (shape.readings >= set_out_readings || shape.words >= set_out_words);
    open_.push_back({++places, 0, shape.readings == 1, !shape.has_new, is_set_out});
    used_.place = true;
    if (is_set_out) text += "<span class=\"out\">";
}

// Whoever listens hears each alternative begin, and where the last one ends.
void HtmlSink::close_place() {
    if (open_.back().readings > 0) {
        text += "<span class=\"vh\"> ";
        text += term(Term::alternative_end, place_.consolidated.language);
        text += "</span>";
    }
    if (open_.back().is_set_out) text += "</span>";
    open_.pop_back();
}

void HtmlSink::open_deletion() {
    used_.deleted = used_.deleted || open_.back().is_struck;
    open_reading(open_.back().is_struck ? "<del>" : "<span>");
}

void HtmlSink::close_deletion(const Attributions& only) {
    close_reading(open_.back().is_struck ? "</del>" : "</span>");
    keep_phrase(only);
    const auto language = place_.consolidated.language;
    if (only.empty()) {
        remark(term(Term::draft, language), {});
    } else {
        remark(term(Term::deletion, language), only);
    }
}

void HtmlSink::open_insertion() {
    used_.inserted = true;
    open_reading("<ins>");
}

void HtmlSink::close_insertion(const Attributions& by) {
    close_reading("</ins>");
    keep_phrase(by);
    remark({}, by);
}

void HtmlSink::open_mark() {
    used_.bracket = true;
    text += "<span class=\"br\">[</span>";
}

void HtmlSink::close_mark(std::uint32_t mark) {
    text += "<span class=\"br\">]</span>";
    if (!is_named()) return;
    margin.push_back(
        "<li><span class=\"k\">[ ]</span><span>" +
        names_in_html(place_.consolidated,
                      attribution_of(place_.consolidated, place_.row.marks[mark].proposals)) +
        "</span></li>");
}

bool HtmlSink::is_named() const { return place_.printing.sponsors == Sponsors::named; }

void HtmlSink::open_reading(std::string_view element) {
    const auto language = place_.consolidated.language;
    Place& place = open_.back();
    const bool is_first = place.readings == 0;
    const std::string letter =
        place.is_single ? std::string{} : reading_letter(place.readings, language);
    const std::string key = std::to_string(place.number) + letter;
    ++place.readings;
    text +=
        "<span class=\"rd\" id=\"" + place_.anchor + "-" + key + "\"><span class=\"br\">[</span>";
    text += "<a class=\"k\" aria-label=\"";
    text += term(Term::alternative, language);
    text += " " + key + "\" href=\"" + address_of(key) + "\">" + (is_first ? key : letter) + "</a>";
    text += element;
    readings_.push_back({key, margin.size(), phrases.size(), text.size(), is_first});
    margin.emplace_back();
    if (place_.notes != nullptr) phrases.push_back({place_.anchor + "-" + key, key, {}, {}});
}

void HtmlSink::close_reading(std::string_view element) {
    if (place_.notes != nullptr) {
        phrases[readings_.back().phrase].words = text.substr(readings_.back().begin);
    }
    text += element;
    text += "<span class=\"br\">]</span></span>";
    closed_ = readings_.back();
    readings_.pop_back();
}

void HtmlSink::keep_phrase(const Attributions& by) {
    if (place_.notes == nullptr) return;
    ProposalList& proposals = phrases[closed_.phrase].proposals;
    for (const Attribution& one : by) {
        proposals.insert(proposals.end(), one.proposals.begin(), one.proposals.end());
    }
    std::ranges::sort(proposals);
    const auto [first, last] = std::ranges::unique(proposals);
    proposals.erase(first, last);
}

std::string HtmlSink::address_of(const std::string& key) const {
    const std::string anchor = place_.anchor + "-" + key;
    return place_.notes == nullptr ? "#" + anchor : place_.notes->address(anchor);
}

void HtmlSink::remark(std::string_view label, const Attributions& by) {
    const bool is_by = is_named() && !by.empty();
    if (!is_by && label.empty()) return;
    std::string& line = margin[closed_.line];
    line = std::string("<li") + (closed_.is_first ? " class=\"first\"" : "") +
           "><a class=\"k\" href=\"" + address_of(closed_.key) + "\">" + closed_.key +
           "</a><span>" + std::string(label);
    if (is_by) {
        line += label.empty() ? "" : colon(place_.consolidated.language);
        line += names_in_html(place_.consolidated, by);
    }
    line += "</span></li>";
}

}  // namespace travaux::formats
