// One HTML file without script: the views of a consolidated text for the screen and for paper.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "formats/document_view.h"
#include "formats/print_style.h"
#include "formats/printing.h"
#include "formats/reference_links.h"
#include "formats/terms.h"
#include "text/word.h"

namespace travaux::formats {
namespace {

using namespace consolidation;

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

// Readings of a place have letters; the draft's own words have the first.
std::string letter(std::size_t at) {
    std::string result;
    for (++at; at > 0; at = (at - 1) / 26) {
        result.insert(result.begin(), static_cast<char>('a' + (at - 1) % 26));
    }
    return result;
}

// Brackets stand in the text with a key; names stand in the margin.
class HtmlSink : public TreeSink {
public:
    HtmlSink(const Consolidated& consolidated, const Row& row, const Printing& printing)
        : consolidated_(consolidated), row_(row), printing_(printing) {}

    std::string text;
    std::string margin;
    std::size_t places = 0;

    void words(std::string_view words) override {
        for (std::size_t at = 0; at < words.size();) {
            const std::size_t end = std::min(words.find(text::paragraph_break, at), words.size());
            text += escaped(words.substr(at, end - at));
            if (end < words.size()) text += "<span class=\"br\">\xC2\xB6</span>";
            at = end + text::paragraph_break.size();
        }
    }
    void link(std::string_view words, ProvisionId provision) override {
        text += link_to(provision, words);
    }
    void blank() override { text += ' '; }
    void open_place() override { open_.push_back({++places, 0, {}}); }
    void close_place() override { open_.pop_back(); }
    void open_deletion() override { open_reading("<del>"); }
    void close_deletion(const Attributions& only) override {
        close_reading("</del>");
        if (only.empty()) {
            remark(closing_key_, term(Term::draft, consolidated_.language), {});
        } else {
            remark(closing_key_, term(Term::deletion, consolidated_.language), only);
        }
    }
    void open_insertion() override { open_reading("<ins>"); }
    void close_insertion(const Attributions& by) override {
        close_reading("</ins>");
        remark(closing_key_, {}, by);
    }
    void open_mark() override { text += "<span class=\"br\">[</span>"; }
    void close_mark(std::uint32_t mark) override {
        text += "<span class=\"br\">]</span>";
        const std::string by = by_line(consolidated_, row_.marks[mark].proposals, printing_);
        if (!by.empty()) margin += "<li><span class=\"k\">[ ]</span>" + isolated(by) + "</li>";
    }

private:
    struct Place {
        std::size_t number;
        std::size_t readings;
        std::string key;
    };

    void open_reading(std::string_view element) {
        Place& place = open_.back();
        const bool is_first = place.readings == 0;
        const std::string small = letter(place.readings++);
        place.key = std::to_string(place.number) + small;
        keys_.push_back(place.key);
        text += "<span class=\"rd\"><span class=\"vh\">";
        text += term(Term::alternative, consolidated_.language);
        text += " </span><span class=\"br\">[</span><span class=\"k\">";
        text += is_first ? place.key : small;
        text += "</span>";
        text += element;
    }

    void close_reading(std::string_view element) {
        text += element;
        text += "<span class=\"br\">]</span><span class=\"vh\"> ";
        text += term(Term::alternative_end, consolidated_.language);
        text += "</span></span>";
        closing_key_ = keys_.back();
        keys_.pop_back();
    }

    void remark(const std::string& key, std::string_view label, const Attributions& by) {
        const bool is_named = printing_.sponsors == Sponsors::named && !by.empty();
        if (!is_named && label.empty()) return;
        margin += "<li><span class=\"k\">" + key + "</span><span>" + std::string(label);
        if (is_named) margin += (label.empty() ? "" : ": ") + isolated(names(consolidated_, by));
        margin += "</span></li>";
    }

    const Consolidated& consolidated_;
    const Row& row_;
    const Printing& printing_;
    std::vector<Place> open_;
    std::vector<std::string> keys_;
    std::string closing_key_;
};

bool is_division(text::ProvisionKind kind) {
    using enum text::ProvisionKind;
    return kind == title || kind == preamble || kind == part || kind == chapter ||
           kind == section || kind == article || kind == annex || kind == heading;
}

std::size_t places_in(const Tree& tree) {
    return static_cast<std::size_t>(
        std::ranges::count(tree, NodeKind::place, [](const Node& node) { return node.kind; }));
}

class HtmlPrinter {
public:
    HtmlPrinter(const text::Draft& draft, const Consolidated& consolidated,
                const Printing& printing)
        : draft_(draft), consolidated_(consolidated), printing_(printing),
          links_(draft, consolidated) {}

    std::string print() {
        head();
        contents();
        out_ += "<main id=\"text\">\n";
        const bool by_sponsor =
            printing_.view == View::by_sponsor && printing_.sponsors == Sponsors::named;
        if (by_sponsor) {
            sponsors();
        } else {
            for (std::size_t at = 0; at < consolidated_.rows.size(); ++at) print_row(at);
        }
        if (printing_.view != View::clean && printing_.sponsors == Sponsors::named) proposals();
        out_ += "</main>\n</body>\n</html>\n";
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string word(Term name) const {
        return std::string(term(name, consolidated_.language));
    }

    void head() {
        const std::string code(text::code_of(consolidated_.language));
        const std::string title =
            draft_.title.empty() ? word(Term::consolidated_text) : draft_.title;
        out_ += "<!DOCTYPE html>\n<html lang=\"" + code + "\" dir=\"" +
                (consolidated_.language == text::Language::ar ? "rtl" : "ltr") +
                "\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                "style-src 'unsafe-inline'\">\n<title>" +
                escaped(title) + "</title>\n<style>" + std::string(print_style) +
                "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#text\">" + word(Term::skip) +
                "</a>\n<header>\n<h1>" + escaped(title) + "</h1>\n<p class=\"meta\">" +
                word(Term::consolidated_text) + " \xC2\xB7 <bdi>" +
                hex(consolidated_.draft.bytes).substr(0, 12) + "</bdi> \xC2\xB7 " +
                word(Term::proposals) + ": " + std::to_string(consolidated_.proposals.size()) +
                " \xC2\xB7 [ ]: " + std::to_string(all_places()) + "</p>\n</header>\n";
    }

    [[nodiscard]] std::size_t all_places() const {
        std::size_t count = 0;
        for (const Row& row : consolidated_.rows) count += places_of(row);
        return count;
    }

    static std::size_t places_of(const Row& row) {
        return places_in(row.number.tree) + places_in(row.heading.tree) + places_in(row.text.tree) +
               (row.kind == RowKind::provision ? 0U : 1U);
    }

    // Divisions with the brackets in them, down to the next division.
    void contents() {
        out_ += "<nav aria-label=\"" + word(Term::contents) + "\">\n<h2 class=\"sec\">" +
                word(Term::contents) + "</h2>\n<ol>\n";
        for (std::size_t at = 0; at < consolidated_.rows.size(); ++at) {
            const Row& row = consolidated_.rows[at];
            if (!is_division(row.provision_kind) || row.kind != RowKind::provision) continue;
            std::size_t count = places_of(row);
            for (std::size_t next = at + 1; next < consolidated_.rows.size(); ++next) {
                const Row& below = consolidated_.rows[next];
                if (is_division(below.provision_kind) && below.kind == RowKind::provision) break;
                count += places_of(below);
            }
            const std::string name = name_of(row);
            if (name.empty()) continue;
            out_ += "<li><a href=\"#p-" + hex(row.id.bytes) + "\">" + escaped(name) + "</a>";
            if (count > 0 && printing_.view != View::clean) {
                out_ += " <span class=\"count\">[" + std::to_string(count) + "]</span>";
            }
            out_ += "</li>\n";
        }
        out_ += "</ol>\n</nav>\n";
    }

    [[nodiscard]] std::string name_of(const Row& row) const {
        std::string name = base_text(consolidated_, row.number);
        const std::string heading = base_text(consolidated_, row.heading);
        const std::string& rest =
            heading.empty() && row.provision_kind != text::ProvisionKind::article
                ? base_text(consolidated_, row.text)
                : heading;
        if (!rest.empty() && rest.size() < 200) name += (name.empty() ? "" : " ") + rest;
        return name;
    }

    [[nodiscard]] std::string linked(std::size_t row, const std::string& text) const {
        std::string result;
        each_stretch(
            text, links_.in(row, text), [&](std::string_view words) { result += escaped(words); },
            [&](std::string_view words, ProvisionId provision) {
                result += link_to(provision, words);
            });
        return result;
    }

    std::string annotated(std::size_t row, const AnnotatedText& text, std::string& margin) {
        const bool is_text = &text == &consolidated_.rows[row].text;
        if (printing_.view == View::clean) {
            const std::string base = base_text(consolidated_, text);
            return is_text ? linked(row, base) : escaped(base);
        }
        HtmlSink sink(consolidated_, consolidated_.rows[row], printing_);
        sink.places = places_in_row_;
        walk(consolidated_, text, links_.in(row, text), sink);
        places_in_row_ = sink.places;
        margin += sink.margin;
        return std::move(sink.text);
    }

    void print_row(std::size_t at) {
        const Row& row = consolidated_.rows[at];
        if (printing_.view == View::clean && row.kind != RowKind::provision) return;
        if (row.kind == RowKind::destination) return destination(row);
        places_in_row_ = 0;
        std::string margin;
        const std::string number = annotated(at, row.number, margin);
        const std::string heading = annotated(at, row.heading, margin);
        const bool has_options = printing_.view == View::options && is_open(row.text);
        const std::string text = has_options ? options(at) : annotated(at, row.text, margin);
        const std::string id =
            "p-" + hex(row.id.bytes) + (row.kind == RowKind::insertion ? "-new" : "");
        const bool is_new = row.kind == RowKind::insertion;
        if (is_new) margin.insert(0, new_line(row));
        const std::string classes =
            "prov d" + std::to_string(std::min(row.depth, 4U)) + (is_new ? " new" : "");
        if (is_division(row.provision_kind) && (!number.empty() || !heading.empty())) {
            const std::string level = row.depth == 0 ? "h2" : row.depth == 1 ? "h3" : "h4";
            out_ += "<" + level + " id=\"" + id + "\"" + (is_new ? " class=\"new\"" : "") + ">" +
                    number + (heading.empty() ? "" : " " + heading) + "</" + level + ">\n";
            if (!text.empty() || !margin.empty()) paragraph({}, classes, {}, text, margin);
        } else {
            const std::string body =
                heading.empty() ? text : "<strong>" + heading + "</strong> " + text;
            paragraph(id, classes, number, body, margin);
        }
        if (printing_.view != View::clean) remarks(row);
    }

    void paragraph(const std::string& id, const std::string& classes, const std::string& number,
                   const std::string& text, const std::string& margin) {
        out_ += "<div class=\"" + classes + "\"" + (id.empty() ? "" : " id=\"" + id + "\"") +
                "><div class=\"n\">" + number + "</div><div class=\"tx\">" + text + "</div>";
        if (!margin.empty()) out_ += "<ul class=\"app\">" + margin + "</ul>";
        out_ += "</div>\n";
    }

    [[nodiscard]] std::string new_line(const Row& row) const {
        const std::string by = by_line(consolidated_, row.proposed_by, printing_);
        return "<li><span class=\"k\">+</span><span>" + word(Term::new_provision) +
               (by.empty() ? "" : ": " + isolated(by)) + "</span></li>";
    }

    [[nodiscard]] std::string options(std::size_t row) const {
        std::string result = "<ol class=\"options\">";
        for (const OptionText& one :
             options_of(consolidated_, consolidated_.rows[row].text, printing_)) {
            result += "<li><span class=\"meta\">" + escaped(one.label) +
                      (one.by.empty() ? "" : " \xC2\xB7 " + isolated(one.by)) + "</span><p>" +
                      linked(row, one.words) + "</p></li>";
        }
        return result + "</ol>";
    }

    void remarks(const Row& row) {
        const auto list = remarks_of(consolidated_, row, printing_);
        if (list.empty()) return;
        out_ += "<div class=\"prov d" + std::to_string(std::min(row.depth, 4U)) +
                "\"><ul class=\"remarks\">";
        for (const Remark& one : list) {
            out_ += "<li class=\"remark\">" + escaped(one.label) +
                    (one.by.empty() ? "" : " \xE2\x80\x93 " + isolated(one.by)) +
                    (one.words.empty() ? "" : ": " + isolated(one.words)) + "</li>";
        }
        out_ += "</ul></div>\n";
    }

    void destination(const Row& row) {
        const std::string by = by_line(consolidated_, row.proposed_by, printing_);
        out_ += "<p class=\"remark\">" + word(Term::move_here) + ": " +
                link_to(row.id, links_.label_of(row.id)) +
                (by.empty() ? "" : " \xE2\x80\x93 " + isolated(by)) + "</p>\n";
    }

    void sponsors() {
        for (const Wants& wants : wants_of(consolidated_)) {
            out_ += "<h2>" + isolated(wants.sponsor) + "</h2>\n";
            for (const Want& want : wants.list) {
                const Row& row = consolidated_.rows[want.row];
                std::string body = want.label.empty() ? "" : escaped(want.label) + ": ";
                if (!want.before.empty())
                    body += "<del class=\"out\">" + escaped(want.before) + "</del> ";
                if (!want.after.empty()) body += "<ins>" + escaped(want.after) + "</ins>";
                paragraph({}, "prov", escaped(base_text(consolidated_, row.number)), body, {});
            }
        }
    }

    void proposals() {
        out_ += "<h2 class=\"sec\">" +
                word(consolidated_.proposals.empty() ? Term::nothing : Term::proposals) +
                "</h2>\n<ul class=\"props\">\n";
        for (const Proposal& proposal : consolidated_.proposals) {
            std::string sponsors;
            for (const std::string& one : proposal.sponsors) {
                sponsors += (sponsors.empty() ? "" : ", ") + one;
            }
            out_ += "<li><strong>" + isolated(proposal.id) + "</strong> " +
                    (sponsors.empty() ? word(Term::withdrawn) : isolated(sponsors));
            if (!proposal.amends.empty()) {
                out_ += " \xC2\xB7 " + word(Term::amends) + " " + isolated(proposal.amends);
            }
            if (!proposal.reason.empty()) {
                out_ += "<br><span class=\"meta\" lang=\"" +
                        std::string(text::code_of(proposal.language)) + "\">" +
                        isolated(proposal.reason) + "</span>";
            }
            out_ += "</li>\n";
        }
        out_ += "</ul>\n";
    }

    const text::Draft& draft_;
    const Consolidated& consolidated_;
    const Printing& printing_;
    ReferenceLinks links_;
    std::size_t places_in_row_ = 0;
    std::string out_;
};

}  // namespace

std::string print_html(const text::Draft& draft, const Consolidated& consolidated,
                       const Printing& printing) {
    return HtmlPrinter(draft, consolidated, printing).print();
}

}  // namespace travaux::formats
