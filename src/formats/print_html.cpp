// One HTML file without script: the views of a consolidated text for the screen and for paper.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "formats/document_view.h"
#include "formats/html_sink.h"
#include "formats/print_style.h"
#include "formats/printing.h"
#include "formats/reference_links.h"
#include "formats/terms.h"
#include "formats/voting_view.h"

namespace travaux::formats {
namespace {

using namespace consolidation;

constexpr std::string_view dot = " \xC2\xB7 ";
constexpr std::string_view dash = " \xE2\x80\x93 ";

std::string anchor_of(const Row& row) {
    return "p-" + hex(row.id.bytes) + (row.kind == RowKind::insertion ? "-new" : "");
}

// One sponsor's changes in a sentence: what it strikes and what it puts in.
class ChangeSink : public TreeSink {
public:
    std::string text;

    void words(std::string_view words) override { text += escaped(words); }
    void link(std::string_view words, ProvisionId) override { text += escaped(words); }
    void blank() override { text += ' '; }
    void open_deletion() override { text += "<del>"; }
    void close_deletion(const Attributions&) override { text += "</del>"; }
    void open_insertion() override { text += "<ins>"; }
    void close_insertion(const Attributions&) override { text += "</ins>"; }
    void open_mark() override {}
    void close_mark(std::uint32_t) override {}
};

bool is_division(text::ProvisionKind kind) {
    using enum text::ProvisionKind;
    return kind == title || kind == preamble || kind == part || kind == chapter ||
           kind == section || kind == article || kind == annex || kind == heading;
}

bool holds_divisions(text::ProvisionKind kind) {
    using enum text::ProvisionKind;
    return kind == part || kind == chapter || kind == section;
}

std::size_t open_places(const Row& row) {
    std::size_t count = row.marks.size() + (row.kind == RowKind::insertion ? 1U : 0U);
    for (const AnnotatedText* text : {&row.number, &row.heading, &row.text}) {
        count += static_cast<std::size_t>(std::ranges::count(
            text->tree, NodeKind::place, [](const Node& node) { return node.kind; }));
    }
    return count;
}

class HtmlPrinter {
public:
    HtmlPrinter(const text::Draft& draft, const Consolidated& consolidated,
                const Printing& printing)
        : draft_(draft), consolidated_(consolidated), printing_(printing),
          links_(draft, consolidated),
          is_by_sponsor_(printing.view == View::by_sponsor && is_named()) {}

    std::string print() {
        if (is_by_sponsor_) wants_ = wants_of(consolidated_);
        body();
        std::string text = std::exchange(out_, {});
        head();
        is_by_sponsor_ ? contents_of_sponsors() : contents();
        if (!is_clean()) legend();
        out_ += "<main id=\"text\" tabindex=\"-1\">\n" + text + "</main>\n";
        if (!is_clean() && is_named()) proposals();
        foot();
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string word(Term name) const {
        return std::string(term(name, consolidated_.language));
    }
    [[nodiscard]] bool is_named() const { return printing_.sponsors == Sponsors::named; }
    [[nodiscard]] bool is_clean() const { return printing_.view == View::clean; }
    [[nodiscard]] std::string announced(const std::string& label) const {
        return label + colon(consolidated_.language);
    }

    void head() {
        const std::string code(text::code_of(consolidated_.language));
        const std::string title = escaped(title_of(draft_, consolidated_));
        std::size_t open = 0;
        for (const Row& row : consolidated_.rows) open += open_places(row);
        out_ += "<!DOCTYPE html>\n<html lang=\"" + code + "\" dir=\"" +
                (consolidated_.language == text::Language::ar ? "rtl" : "ltr") +
                "\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                "style-src 'unsafe-inline'\">\n<title>" +
                title + "</title>\n<style>" + std::string(print_style) +
                "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#text\">" + word(Term::skip) +
                "</a>\n<header>\n<h1>" + title + "</h1>\n<p class=\"meta\">";
        if (is_clean()) {
            out_ += word(Term::draft);
        } else {
            out_ += word(Term::consolidated_text) + std::string(dot) +
                    announced(word(Term::proposals)) +
                    std::to_string(consolidated_.proposals.size()) + std::string(dot) +
                    announced(word(Term::open_places)) + std::to_string(open);
        }
        out_ += "</p>\n</header>\n";
    }

    void foot() {
        out_ += "<footer class=\"meta\"><p>" + announced(word(Term::draft)) + "<bdi>" +
                hex(consolidated_.draft.bytes) + "</bdi></p></footer>\n</body>\n</html>\n";
    }

    // Divisions with the open places in them, down to the next division.
    void contents() {
        open_contents();
        const auto& rows = consolidated_.rows;
        const auto is_listed = [](const Row& row) {
            return is_division(row.provision_kind) && row.kind == RowKind::provision;
        };
        for (std::size_t at = 0; at < rows.size(); ++at) {
            if (!is_listed(rows[at]) || is_title_alone(draft_, consolidated_, rows[at])) continue;
            std::size_t count = open_places(rows[at]);
            for (std::size_t next = at + 1; next < rows.size() && !is_listed(rows[next]); ++next) {
                count += open_places(rows[next]);
            }
            const std::string name = name_of(rows[at]);
            if (name.empty()) continue;
            out_ += "<li class=\"d" + std::to_string(std::min(rows[at].depth, 4U)) +
                    "\"><a href=\"#" + anchor_of(rows[at]) + "\">" + escaped(name) + "</a>";
            if (!is_clean()) out_ += state(count, rows[at].provision_kind);
            out_ += "</li>\n";
        }
        out_ += "</ol>\n</nav>\n";
    }

    void open_contents() {
        out_ += "<nav aria-labelledby=\"contents\">\n<h2 class=\"sec\" id=\"contents\">" +
                word(Term::contents) + "</h2>\n<ol>\n";
    }

    [[nodiscard]] std::string state(std::size_t count, text::ProvisionKind kind) const {
        if (count == 0 && holds_divisions(kind)) return {};
        if (count == 0) return " <span class=\"none\">" + word(Term::untouched) + "</span>";
        return " <span class=\"count\"><span class=\"vh\">" + announced(word(Term::open_places)) +
               "</span>[" + std::to_string(count) + "]</span>";
    }

    void contents_of_sponsors() {
        open_contents();
        for (std::size_t at = 0; at < wants_.size(); ++at) {
            out_ += "<li><a href=\"#s-" + std::to_string(at + 1) + "\">" +
                    isolated(wants_[at].sponsor) + "</a> <span class=\"count\">[" +
                    std::to_string(wants_[at].list.size()) + "]</span></li>\n";
        }
        out_ += "</ol>\n</nav>\n";
    }

    // Only marks that stand in the text are explained.
    void legend() {
        std::string lines;
        const auto line = [&](bool is_used, const std::string& sample, Term name) {
            if (!is_used) return;
            lines += "<div><dt>" + sample + "</dt><dd>" + word(name) + "</dd></div>\n";
        };
        const auto bracketed = [](const std::string& words) {
            return "<span class=\"br\">[</span>" + words + "<span class=\"br\">]</span>";
        };
        const auto key = [&](const std::string& before, std::size_t at) {
            return "<span class=\"k\">" + before + reading_letter(at, consolidated_.language) +
                   "</span>\xE2\x80\xA6";
        };
        const std::string ellipsis = "\xC2\xA0\xE2\x80\xA6\xC2\xA0";
        line(used_.place, bracketed(key("1", 0)) + " " + bracketed(key("", 1)), Term::legend_place);
        line(used_.inserted, "<ins>" + ellipsis + "</ins>", Term::legend_inserted);
        line(used_.deleted, "<del>" + ellipsis + "</del>", Term::legend_deleted);
        line(has_insertion_, "<span class=\"new\">\xC2\xA0" + ellipsis + "</span>",
             Term::legend_new);
        line(used_.bracket, bracketed(ellipsis), Term::legend_bracket);
        line(used_.split, "<span class=\"br\">\xC2\xB6</span>", Term::legend_split);
        line(has_reservation_, reservation_sign(), Term::legend_reserved);
        if (lines.empty()) return;
        out_ +=
            "<section class=\"legend\" aria-labelledby=\"marks\">\n"
            "<h2 class=\"sec\" id=\"marks\">" +
            word(Term::marks) + "</h2>\n<dl>\n" + lines + "</dl>\n</section>\n";
    }

    [[nodiscard]] std::string reservation_sign() const {
        return "<span class=\"flag\">" + std::string(reservation_letter(consolidated_.language)) +
               "</span>";
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

    void body() {
        if (is_by_sponsor_) return sponsors();
        for (std::size_t at = 0; at < consolidated_.rows.size(); ++at) print_row(at);
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

    std::string annotated(std::size_t at, const AnnotatedText& text, std::string& margin) {
        const Row& row = consolidated_.rows[at];
        if (is_clean()) {
            const std::string base = base_text(consolidated_, text);
            return &text == &row.text ? linked(at, base) : escaped(base);
        }
        const HtmlPlace place{consolidated_, row, printing_, anchor_of(row)};
        HtmlSink sink(place, places_in_row_, used_);
        walk(consolidated_, text, links_.in(at, text), sink);
        places_in_row_ = sink.places;
        for (const std::string& line : sink.margin) margin += line;
        return std::move(sink.text);
    }

    void print_row(std::size_t at) {
        const Row& row = consolidated_.rows[at];
        if (is_clean() && row.kind != RowKind::provision) return;
        if (row.kind == RowKind::destination) return destination(row);
        if (is_title_alone(draft_, consolidated_, row)) return;
        places_in_row_ = 0;
        std::string margin = row.kind == RowKind::insertion ? new_line(at) : std::string{};
        const std::string number = annotated(at, row.number, margin);
        const std::string heading = annotated(at, row.heading, margin);
        const bool has_options = printing_.view == View::options && is_open(row.text);
        const std::string text =
            has_options ? options(at) : whole(row, annotated(at, row.text, margin));
        if (is_division(row.provision_kind) && (!number.empty() || !heading.empty())) {
            division(row, number, heading, text.empty() ? margin : std::string{});
            if (!text.empty()) paragraph(row, {}, text, margin);
        } else {
            const std::string title =
                heading.empty() ? std::string{} : "<strong>" + heading + "</strong> ";
            paragraph(row, number, title + text, margin, anchor_of(row));
        }
        if (is_clean()) return;
        remarks(row);
        voting(at);
    }

    void division(const Row& row, const std::string& number, const std::string& heading,
                  const std::string& margin) {
        const std::string level = "h" + std::to_string(std::min(row.depth + 2, 6U));
        if (!margin.empty()) out_ += "<div class=\"prov head\">";
        out_ += "<" + level + " id=\"" + anchor_of(row) + "\" class=\"div" +
                (row.kind == RowKind::insertion ? " new" : "") + "\">";
        if (!number.empty()) out_ += "<span class=\"no\">" + number + "</span> ";
        out_ += heading + "</" + level + ">";
        if (!margin.empty()) out_ += "<ul class=\"app\">" + margin + "</ul></div>";
        out_ += "\n";
    }

    // What is proposed, or to go, as a whole stands in brackets as a whole.
    [[nodiscard]] std::string whole(const Row& row, const std::string& text) const {
        const bool is_going = std::ranges::any_of(
            row.marks, [](const Mark& mark) { return mark.kind == MarkKind::deletion; });
        const bool is_bracketed = row.kind == RowKind::insertion || is_going;
        if (is_clean() || !is_bracketed || text.empty()) return text;
        const bool is_struck = is_going && !is_open(row.text);
        return "<span class=\"br\">[</span>" + (is_struck ? "<del>" + text + "</del>" : text) +
               "<span class=\"br\">]</span>";
    }

    void paragraph(const Row& row, const std::string& number, const std::string& text,
                   const std::string& margin, const std::string& id = {}) {
        out_ += "<div class=\"prov d" + std::to_string(std::min(row.depth, 4U)) +
                (row.kind == RowKind::insertion ? " new" : "") + "\"" +
                (id.empty() ? "" : " id=\"" + id + "\"") + "><div class=\"n\">" + number +
                "</div><div class=\"tx\">" + text + "</div>";
        if (!margin.empty()) out_ += "<ul class=\"app\">" + margin + "</ul>";
        out_ += "</div>\n";
    }

    // Said once for a provision with what it holds.
    std::string new_line(std::size_t at) {
        const Row& row = consolidated_.rows[at];
        has_insertion_ = true;
        const bool is_inside = at > 0 && consolidated_.rows[at - 1].kind == RowKind::insertion &&
                               new_root_.first < row.depth && new_root_.second == row.proposed_by;
        if (is_inside) return {};
        new_root_ = {row.depth, row.proposed_by};
        std::string line = "<li><span class=\"k\">+</span><span>" + word(Term::new_provision);
        if (is_named()) line = announced(line) + by(row.proposed_by);
        return line + "</span></li>";
    }

    [[nodiscard]] std::string by(const std::vector<ProposalIndex>& proposals) const {
        return names_in_html(consolidated_, attribution_of(consolidated_, proposals));
    }

    [[nodiscard]] std::string options(std::size_t row) const {
        std::string result = "<ol class=\"options\">";
        for (const OptionText& one :
             options_of(consolidated_, consolidated_.rows[row].text, printing_)) {
            result += "<li><span class=\"meta\">" + escaped(one.label) +
                      (one.by.empty() ? "" : std::string(dot) + isolated(one.by)) + "</span><p>" +
                      linked(row, one.words) + "</p></li>";
        }
        return result + "</ol>";
    }

    void voting(std::size_t row) {
        const auto lines = voting_lines_of(consolidated_, row, printing_);
        if (lines.empty()) return;
        out_ += "<div class=\"prov d" +
                std::to_string(std::min(consolidated_.rows[row].depth, 4U)) +
                "\"><div class=\"tx meta\"><p>" + word(Term::voting_order) +
                "</p>\n<ol class=\"voting\">";
        for (const auto& [label, by, rejects] : lines) {
            out_ += "<li>" + escaped(label) + (by.empty() ? "" : std::string(dash) + isolated(by)) +
                    (rejects.empty() ? "" : word(Term::voting_rejects) + isolated(rejects)) +
                    "</li>";
        }
        out_ += "</ol></div></div>\n";
    }

    void remarks(const Row& row) {
        const auto list = remarks_of(consolidated_, row, printing_);
        if (list.empty()) return;
        out_ += "<div class=\"prov d" + std::to_string(std::min(row.depth, 4U)) +
                "\"><ul class=\"remarks\">";
        for (const Remark& one : list) {
            const bool is_reserved = one.label == word(Term::reservation);
            has_reservation_ = has_reservation_ || is_reserved;
            out_ += "<li>" + (is_reserved ? reservation_sign() + " " : std::string{}) +
                    escaped(one.label) +
                    (one.by.empty() ? "" : std::string(dash) + isolated(one.by)) +
                    (one.words.empty() ? "" : announced("") + isolated(one.words)) + "</li>";
        }
        out_ += "</ul></div>\n";
    }

    void destination(const Row& row) {
        out_ += "<div class=\"prov d" + std::to_string(std::min(row.depth, 4U)) +
                " new\"><div class=\"tx\"><p class=\"remark\"><span class=\"br\">[</span>" +
                announced(word(Term::move_here)) + link_to(row.id, links_.label_of(row.id)) +
                (is_named() ? std::string(dash) + by(row.proposed_by) : "") +
                "<span class=\"br\">]</span></p></div></div>\n";
    }

    void sponsors() {
        std::size_t number = 0;
        for (const Wants& wants : wants_) {
            out_ += "<h2 class=\"div\" id=\"s-" + std::to_string(++number) + "\">" +
                    isolated(wants.sponsor) + "</h2>\n<ul class=\"wants\">\n";
            for (const Want& want : wants.list) {
                out_ += "<li><p class=\"meta\">" + escaped(name_of(want)) + "</p>";
                const std::string text = change(want);
                if (!text.empty()) out_ += "<p class=\"tx\">" + text + "</p>";
                out_ += "</li>\n";
            }
            out_ += "</ul>\n";
        }
    }

    // The provision and what is asked of it: "article 5 · Delete", "New provision · 3."
    [[nodiscard]] std::string name_of(const Want& want) const {
        const Row& row = consolidated_.rows[want.row];
        const bool is_new = row.kind == RowKind::insertion;
        std::string name = is_new ? word(Term::new_provision) : links_.label_of(row.id);
        const std::string more = is_new ? base_text(consolidated_, row.number) : want.label;
        return more.empty() ? name : name + std::string(dot) + more;
    }

    std::string change(const Want& want) {
        if (want.change.targets.empty()) return isolated(want.words);
        used_.inserted = used_.deleted = true;
        ChangeSink sink;
        walk(consolidated_, want.change, {}, sink);
        return std::move(sink.text);
    }

    void proposals() {
        out_ += "<section aria-labelledby=\"proposals\">\n<h2 class=\"sec\" id=\"proposals\">" +
                word(consolidated_.proposals.empty() ? Term::nothing : Term::proposals) +
                "</h2>\n<ul class=\"props\">\n";
        for (const Proposal& proposal : consolidated_.proposals) {
            std::string sponsors;
            for (const std::string& one : proposal.sponsors) {
                sponsors +=
                    (sponsors.empty() ? "" : list_comma(consolidated_.language)) + isolated(one);
            }
            out_ += "<li><strong>" + isolated(proposal.id) + "</strong> " +
                    (sponsors.empty() ? word(Term::withdrawn) : sponsors);
            if (!proposal.amends.empty()) {
                out_ += std::string(dot) + word(Term::amends) + " " + isolated(proposal.amends);
            }
            if (!proposal.reason.empty()) {
                out_ += "<br><span class=\"meta\" lang=\"" +
                        std::string(text::code_of(proposal.language)) + "\">" +
                        isolated(proposal.reason) + "</span>";
            }
            out_ += "</li>\n";
        }
        out_ += "</ul>\n</section>\n";
    }

    const text::Draft& draft_;
    const Consolidated& consolidated_;
    const Printing& printing_;
    ReferenceLinks links_;
    bool is_by_sponsor_;
    std::vector<Wants> wants_;
    MarksUsed used_;
    bool has_insertion_ = false;
    std::pair<std::uint32_t, std::vector<ProposalIndex>> new_root_;  ///< depth, and who proposes it
    bool has_reservation_ = false;
    std::size_t places_in_row_ = 0;
    std::string out_;
};

}  // namespace

std::string print_html(const text::Draft& draft, const Consolidated& consolidated,
                       const Printing& printing) {
    return HtmlPrinter(draft, consolidated, printing).print();
}

}  // namespace travaux::formats
