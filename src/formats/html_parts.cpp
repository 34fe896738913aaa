// SPDX-License-Identifier: MIT
#include "formats/html_parts.h"

#include <algorithm>

namespace travaux::formats {
namespace {

using namespace consolidation;

bool holds_divisions(text::ProvisionKind kind) {
    using enum text::ProvisionKind;
    return kind == part || kind == chapter || kind == section;
}

bool is_listed(const Row& row) {
    return is_division(row.provision_kind) && row.kind == RowKind::provision;
}

std::string name_of(const HtmlPage& page, const Row& row) {
    std::string name = base_text(page.consolidated, row.number);
    const std::string heading = base_text(page.consolidated, row.heading);
    const std::string& rest = heading.empty() && row.provision_kind != text::ProvisionKind::article
                                  ? base_text(page.consolidated, row.text)
                                  : heading;
    if (!rest.empty() && rest.size() < 200) name += (name.empty() ? "" : " ") + rest;
    return name;
}

std::string state_of(const HtmlPage& page, std::size_t row, std::size_t count) {
    if (page.notes != nullptr) {
        std::string state = page.notes->contents_state(row, count);
        if (!state.empty()) return state;
    }
    if (count == 0 && holds_divisions(page.consolidated.rows[row].provision_kind)) return {};
    if (count == 0) return " <span class=\"none\">" + page.word(Term::untouched) + "</span>";
    return " <span class=\"count\"><span class=\"vh\">" +
           page.announced(page.word(Term::open_places)) + "</span>[" + std::to_string(count) +
           "]</span>";
}

}  // namespace

std::size_t open_places(const Row& row) {
    std::size_t count = row.marks.size() + (row.kind == RowKind::insertion ? 1U : 0U);
    for (const AnnotatedText* text : {&row.number, &row.heading, &row.text}) {
        count += static_cast<std::size_t>(std::ranges::count(
            text->tree, NodeKind::place, [](const Node& node) { return node.kind; }));
    }
    return count;
}

std::size_t open_places(const Consolidated& consolidated) {
    std::size_t count = 0;
    for (const Row& row : consolidated.rows) count += open_places(row);
    return count;
}

std::string contents_items(const HtmlPage& page) {
    std::string out;
    const auto& rows = page.consolidated.rows;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (!is_listed(rows[at]) || is_title_alone(page.draft, page.consolidated, rows[at]))
            continue;
        std::size_t count = open_places(rows[at]);
        for (std::size_t next = at + 1; next < rows.size() && !is_listed(rows[next]); ++next) {
            count += open_places(rows[next]);
        }
        const std::string name = name_of(page, rows[at]);
        if (name.empty()) continue;
        out += "<li class=\"d" + std::to_string(std::min(rows[at].depth, 4U)) + "\"><a href=\"#" +
               anchor_of(rows[at]) + "\">" + escaped(name) + "</a>";
        if (!page.is_clean()) out += state_of(page, at, count);
        out += "</li>\n";
    }
    return out;
}

std::string legend_of(const HtmlPage& page, const HtmlBody& body) {
    std::string lines;
    const MarksUsed& used = body.used();
    const auto line = [&](bool is_used, const std::string& sample, Term name) {
        if (!is_used) return;
        lines += "<div><dt>" + sample + "</dt><dd>" + page.word(name) + "</dd></div>\n";
    };
    const auto bracketed = [](const std::string& words) {
        return "<span class=\"br\">[</span>" + words + "<span class=\"br\">]</span>";
    };
    const auto key = [&](const std::string& before, std::size_t at) {
        return "<span class=\"k\">" + before + reading_letter(at, page.consolidated.language) +
               "</span>&hellip;";
    };
    const std::string ellipsis = "&nbsp;&hellip;&nbsp;";
    line(used.place, bracketed(key("1", 0)) + " " + bracketed(key("", 1)), Term::legend_place);
    line(used.inserted, "<ins>" + ellipsis + "</ins>", Term::legend_inserted);
    line(used.deleted, "<del>" + ellipsis + "</del>", Term::legend_deleted);
    line(body.has_insertion(), "<span class=\"new\">\xC2\xA0" + ellipsis + "</span>",
         Term::legend_new);
    line(used.bracket, bracketed(ellipsis), Term::legend_bracket);
    line(used.split, "<span class=\"br\">\xC2\xB6</span>", Term::legend_split);
    line(body.has_reservation(), page.reservation_sign(), Term::legend_reserved);
    if (lines.empty()) return {};
    return "<section class=\"legend\" aria-labelledby=\"marks\">\n"
           "<h2 class=\"sec\" id=\"marks\">" +
           page.word(Term::marks) + "</h2>\n<dl>\n" + lines + "</dl>\n</section>\n";
}

}  // namespace travaux::formats
