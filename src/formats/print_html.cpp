// One HTML file without script: the views of a consolidated text for the screen and for paper.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "formats/document_view.h"
#include "formats/html_body.h"
#include "formats/print_style.h"
#include "formats/printing.h"
#include "formats/terms.h"

namespace travaux::formats {
namespace {

using namespace consolidation;

constexpr std::string_view dot = " \xC2\xB7 ";

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
        : page_{draft, consolidated, printing}, body_(page_),
          is_by_sponsor_(printing.view == View::by_sponsor && page_.is_named()) {}

    std::string print() {
        if (is_by_sponsor_) wants_ = wants_of(page_.consolidated);
        const std::string text = is_by_sponsor_ ? body_.print(wants_) : body_.print();
        head();
        is_by_sponsor_ ? contents_of_sponsors() : contents();
        if (!page_.is_clean()) legend();
        out_ += "<main id=\"text\" tabindex=\"-1\">\n" + text + "</main>\n";
        if (!page_.is_clean() && page_.is_named()) proposals();
        foot();
        return std::move(out_);
    }

private:
    void head() {
        const std::string code(text::code_of(page_.consolidated.language));
        const std::string title = escaped(title_of(page_.draft, page_.consolidated));
        std::size_t open = 0;
        for (const Row& row : page_.consolidated.rows) open += open_places(row);
        out_ += "<!DOCTYPE html>\n<html lang=\"" + code + "\" dir=\"" +
                (page_.consolidated.language == text::Language::ar ? "rtl" : "ltr") +
                "\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                "style-src 'unsafe-inline'\">\n<title>" +
                title + "</title>\n<style>" + std::string(print_style) +
                "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#text\">" +
                page_.word(Term::skip) + "</a>\n<header>\n<h1>" + title +
                "</h1>\n<p class=\"meta\">";
        if (page_.is_clean()) {
            out_ += page_.word(Term::draft);
        } else {
            out_ += page_.word(Term::consolidated_text) + std::string(dot) +
                    page_.announced(page_.word(Term::proposals)) +
                    std::to_string(page_.consolidated.proposals.size()) + std::string(dot) +
                    page_.announced(page_.word(Term::open_places)) + std::to_string(open);
        }
        out_ += "</p>\n</header>\n";
    }

    void foot() {
        out_ += "<footer class=\"meta\"><p>" + page_.announced(page_.word(Term::draft)) + "<bdi>" +
                hex(page_.consolidated.draft.bytes) + "</bdi></p></footer>\n</body>\n</html>\n";
    }

    // Divisions with the open places in them, down to the next division.
    void contents() {
        open_contents();
        const auto& rows = page_.consolidated.rows;
        const auto is_listed = [](const Row& row) {
            return is_division(row.provision_kind) && row.kind == RowKind::provision;
        };
        for (std::size_t at = 0; at < rows.size(); ++at) {
            if (!is_listed(rows[at]) || is_title_alone(page_.draft, page_.consolidated, rows[at]))
                continue;
            std::size_t count = open_places(rows[at]);
            for (std::size_t next = at + 1; next < rows.size() && !is_listed(rows[next]); ++next) {
                count += open_places(rows[next]);
            }
            const std::string name = name_of(rows[at]);
            if (name.empty()) continue;
            out_ += "<li class=\"d" + std::to_string(std::min(rows[at].depth, 4U)) +
                    "\"><a href=\"#" + anchor_of(rows[at]) + "\">" + escaped(name) + "</a>";
            if (!page_.is_clean()) out_ += state(count, rows[at].provision_kind);
            out_ += "</li>\n";
        }
        out_ += "</ol>\n</nav>\n";
    }

    void open_contents() {
        out_ += "<nav aria-labelledby=\"contents\">\n<h2 class=\"sec\" id=\"contents\">" +
                page_.word(Term::contents) + "</h2>\n<ol>\n";
    }

    [[nodiscard]] std::string state(std::size_t count, text::ProvisionKind kind) const {
        if (count == 0 && holds_divisions(kind)) return {};
        if (count == 0) return " <span class=\"none\">" + page_.word(Term::untouched) + "</span>";
        return " <span class=\"count\"><span class=\"vh\">" +
               page_.announced(page_.word(Term::open_places)) + "</span>[" + std::to_string(count) +
               "]</span>";
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
        const MarksUsed& used = body_.used();
        const auto line = [&](bool is_used, const std::string& sample, Term name) {
            if (!is_used) return;
            lines += "<div><dt>" + sample + "</dt><dd>" + page_.word(name) + "</dd></div>\n";
        };
        const auto bracketed = [](const std::string& words) {
            return "<span class=\"br\">[</span>" + words + "<span class=\"br\">]</span>";
        };
        const auto key = [&](const std::string& before, std::size_t at) {
            return "<span class=\"k\">" + before + reading_letter(at, page_.consolidated.language) +
                   "</span>\xE2\x80\xA6";
        };
        const std::string ellipsis = "\xC2\xA0\xE2\x80\xA6\xC2\xA0";
        line(used.place, bracketed(key("1", 0)) + " " + bracketed(key("", 1)), Term::legend_place);
        line(used.inserted, "<ins>" + ellipsis + "</ins>", Term::legend_inserted);
        line(used.deleted, "<del>" + ellipsis + "</del>", Term::legend_deleted);
        line(body_.has_insertion(), "<span class=\"new\">\xC2\xA0" + ellipsis + "</span>",
             Term::legend_new);
        line(used.bracket, bracketed(ellipsis), Term::legend_bracket);
        line(used.split, "<span class=\"br\">\xC2\xB6</span>", Term::legend_split);
        line(body_.has_reservation(), page_.reservation_sign(), Term::legend_reserved);
        if (lines.empty()) return;
        out_ +=
            "<section class=\"legend\" aria-labelledby=\"marks\">\n"
            "<h2 class=\"sec\" id=\"marks\">" +
            page_.word(Term::marks) + "</h2>\n<dl>\n" + lines + "</dl>\n</section>\n";
    }

    [[nodiscard]] std::string name_of(const Row& row) const {
        std::string name = base_text(page_.consolidated, row.number);
        const std::string heading = base_text(page_.consolidated, row.heading);
        const std::string& rest =
            heading.empty() && row.provision_kind != text::ProvisionKind::article
                ? base_text(page_.consolidated, row.text)
                : heading;
        if (!rest.empty() && rest.size() < 200) name += (name.empty() ? "" : " ") + rest;
        return name;
    }

    void proposals() {
        out_ += "<section aria-labelledby=\"proposals\">\n<h2 class=\"sec\" id=\"proposals\">" +
                page_.word(page_.consolidated.proposals.empty() ? Term::nothing : Term::proposals) +
                "</h2>\n<ul class=\"props\">\n";
        for (const Proposal& proposal : page_.consolidated.proposals) {
            std::string sponsors;
            for (const std::string& one : proposal.sponsors) {
                if (!sponsors.empty()) sponsors += list_comma(page_.consolidated.language);
                sponsors += isolated(one);
            }
            out_ += "<li><strong>" + isolated(proposal.id) + "</strong> " +
                    (sponsors.empty() ? page_.word(Term::withdrawn) : sponsors);
            if (!proposal.amends.empty()) {
                out_ +=
                    std::string(dot) + page_.word(Term::amends) + " " + isolated(proposal.amends);
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

    HtmlPage page_;
    HtmlBody body_;
    bool is_by_sponsor_;
    std::vector<Wants> wants_;
    std::string out_;
};

}  // namespace

std::string print_html(const text::Draft& draft, const Consolidated& consolidated,
                       const Printing& printing) {
    return HtmlPrinter(draft, consolidated, printing).print();
}

}  // namespace travaux::formats
