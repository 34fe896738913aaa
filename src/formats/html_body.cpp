// SPDX-License-Identifier: MIT
#include "formats/html_body.h"

#include <algorithm>

#include "formats/voting_view.h"

namespace travaux::formats {

using namespace consolidation;

namespace {

constexpr std::string_view dot = " \xC2\xB7 ";
constexpr std::string_view dash = " \xE2\x80\x93 ";

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

}  // namespace

std::string anchor_of(const Row& row) {
    return "p-" + hex(row.id.bytes) + (row.kind == RowKind::insertion ? "-new" : "");
}

bool is_division(text::ProvisionKind kind) {
    using enum text::ProvisionKind;
    return kind == title || kind == preamble || kind == part || kind == chapter ||
           kind == section || kind == article || kind == annex || kind == heading;
}

std::string HtmlPage::word(Term name) const {
    return std::string(term(name, consolidated.language));
}

std::string HtmlPage::announced(const std::string& label) const {
    return std::string(label).append(colon(consolidated.language));
}

std::string HtmlPage::reservation_sign() const {
    return "<span class=\"flag\">" + std::string(reservation_letter(consolidated.language)) +
           "</span>";
}

// A division and what follows it are a section, so that a browser can leave out of its work what is
// far from the window.
std::string HtmlBody::print() {
    bool is_in_section = false;
    for (std::size_t at = 0; at < page_.consolidated.rows.size(); ++at) {
        const std::size_t begin = out_.size();
        print_row(at);
        if (begin == out_.size() || !is_division(page_.consolidated.rows[at].provision_kind))
            continue;
        out_.insert(begin, is_in_section ? "</section>\n<section class=\"art\">\n"
                                         : "<section class=\"art\">\n");
        is_in_section = true;
    }
    if (is_in_section) out_ += "</section>\n";
    return std::exchange(out_, {});
}

std::vector<std::string> HtmlBody::print_rows() {
    std::vector<std::string> rows;
    for (std::size_t at = 0; at < page_.consolidated.rows.size(); ++at) {
        print_row(at);
        rows.push_back(std::exchange(out_, {}));
    }
    return rows;
}

std::string HtmlBody::linked(std::size_t row, const std::string& text) const {
    std::string result;
    each_stretch(
        text, links_.in(row, text), [&](std::string_view words) { result += escaped(words); },
        [&](std::string_view words, ProvisionId provision) {
            result += link_to(provision, words);
        });
    return result;
}

std::string HtmlBody::annotated(std::size_t at, const AnnotatedText& text, std::string& margin) {
    const Row& row = page_.consolidated.rows[at];
    if (page_.is_clean()) {
        const std::string base = base_text(page_.consolidated, text);
        return &text == &row.text ? linked(at, base) : escaped(base);
    }
    const HtmlPlace place{page_.consolidated, row, page_.printing, anchor_of(row), page_.notes};
    HtmlSink sink(place, places_in_row_, used_);
    walk(page_.consolidated, text, links_.in(at, text), sink);
    places_in_row_ = sink.places;
    for (const std::string& line : sink.margin) margin += line;
    std::ranges::move(sink.phrases, std::back_inserter(phrases_));
    return std::move(sink.text);
}

void HtmlBody::print_row(std::size_t at) {
    const Row& row = page_.consolidated.rows[at];
    if (page_.is_clean() && row.kind != RowKind::provision) return;
    if (row.kind == RowKind::destination) return destination(row);
    if (is_title_alone(page_.draft, page_.consolidated, row)) return;
    places_in_row_ = 0;
    phrases_.clear();
    std::string margin = page_.notes == nullptr ? std::string{} : page_.notes->beside(at);
    if (row.kind == RowKind::insertion) margin += new_line(at);
    const std::string number = annotated(at, row.number, margin);
    const std::string heading = annotated(at, row.heading, margin);
    const bool has_options = page_.printing.view == View::options && is_open(row.text);
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
    if (!page_.is_clean()) {
        remarks(row);
        voting(at);
    }
    if (page_.notes != nullptr) out_ += page_.notes->under(at, phrases_);
}

void HtmlBody::division(const Row& row, const std::string& number, const std::string& heading,
                        const std::string& margin) {
    const std::string level = "h" + std::to_string(std::min(row.depth + 2, 6U));
    if (!margin.empty()) out_ += "<div class=\"prov head\">";
    out_ += "<" + level + " id=\"" + anchor_of(row) + "\" class=\"div" + class_of(row) + "\">";
    if (!number.empty()) out_ += "<span class=\"no\">" + led(row, number) + "</span> ";
    out_ += heading + "</" + level + ">";
    if (!margin.empty()) out_ += "<ul class=\"app\">" + margin + "</ul></div>";
    out_ += "\n";
}

// What is proposed, or to go, as a whole stands in brackets as a whole.
std::string HtmlBody::whole(const Row& row, const std::string& text) const {
    const bool is_going = std::ranges::any_of(
        row.marks, [](const Mark& mark) { return mark.kind == MarkKind::deletion; });
    const bool is_bracketed = row.kind == RowKind::insertion || is_going;
    if (page_.is_clean() || !is_bracketed || text.empty()) return text;
    const bool is_struck = is_going && !is_open(row.text);
    return "<span class=\"br\">[</span>" + (is_struck ? "<del>" + text + "</del>" : text) +
           "<span class=\"br\">]</span>";
}

void HtmlBody::paragraph(const Row& row, const std::string& number, const std::string& text,
                         const std::string& margin, const std::string& id) {
    out_ += "<div class=\"prov d" + std::to_string(std::min(row.depth, 4U)) + class_of(row) + "\"" +
            (id.empty() ? "" : " id=\"" + id + "\"") + "><div class=\"n\">" +
            (id.empty() ? number : led(row, number)) + "</div><div class=\"tx\">" + text + "</div>";
    if (!margin.empty()) out_ += "<ul class=\"app\">" + margin + "</ul>";
    out_ += "</div>\n";
}

// A number leads to what there is to say of its provision; one without a number has a mark for it.
std::string HtmlBody::led(const Row& row, const std::string& number) const {
    if (page_.notes == nullptr) return number;
    const bool has_links = number.find("<a ") != std::string::npos;
    const std::string mark = number.empty() || has_links ? "\xC2\xB6" : number;
    return (has_links ? number + " " : std::string{}) + "<a class=\"" +
           (mark == number ? "num" : "num pilcrow") + "\" href=\"" +
           page_.notes->address(anchor_of(row)) + "\"" +
           (mark == number ? std::string{}
                           : " aria-label=\"" + escaped(links_.label_of(row.id)) + "\"") +
           ">" + mark + "</a>";
}

std::string HtmlBody::class_of(const Row& row) const {
    std::string result = row.kind == RowKind::insertion ? " new" : "";
    if (page_.notes != nullptr) {
        result +=
            page_.notes->row_class(static_cast<std::size_t>(&row - page_.consolidated.rows.data()));
    }
    return result;
}

// Said once for a provision with what it holds.
std::string HtmlBody::new_line(std::size_t at) {
    const Row& row = page_.consolidated.rows[at];
    has_insertion_ = true;
    const bool is_inside = at > 0 && page_.consolidated.rows[at - 1].kind == RowKind::insertion &&
                           new_root_.first < row.depth && new_root_.second == row.proposed_by;
    if (is_inside) return {};
    new_root_ = {row.depth, row.proposed_by};
    std::string line = "<li><span class=\"k\">+</span><span>" + page_.word(Term::new_provision);
    if (page_.is_named()) line = page_.announced(line) + by(row.proposed_by);
    return line + "</span></li>";
}

std::string HtmlBody::by(const ProposalList& proposals) const {
    return names_in_html(page_.consolidated, attribution_of(page_.consolidated, proposals));
}

std::string HtmlBody::options(std::size_t row) const {
    std::string result = "<ol class=\"options\">";
    for (const OptionText& one :
         options_of(page_.consolidated, page_.consolidated.rows[row].text, page_.printing)) {
        result += "<li><span class=\"meta\">" + escaped(one.label) +
                  (one.by.empty() ? "" : std::string(dot) + isolated(one.by)) + "</span><p>" +
                  linked(row, one.words) + "</p></li>";
    }
    return result + "</ol>";
}

void HtmlBody::voting(std::size_t row) {
    const auto lines = voting_lines_of(page_.consolidated, row, page_.printing);
    if (lines.empty()) return;
    out_ += "<div class=\"prov d" +
            std::to_string(std::min(page_.consolidated.rows[row].depth, 4U)) +
            "\"><div class=\"tx meta\"><p>" + page_.word(Term::voting_order) +
            "</p>\n<ol class=\"voting\">";
    for (const auto& [label, by, rejects] : lines) {
        out_ += "<li>" + escaped(label) + (by.empty() ? "" : std::string(dash) + isolated(by)) +
                (rejects.empty() ? "" : page_.word(Term::voting_rejects) + isolated(rejects)) +
                "</li>";
    }
    out_ += "</ol></div></div>\n";
}

void HtmlBody::remarks(const Row& row) {
    const auto list = remarks_of(page_.consolidated, row, page_.printing);
    if (list.empty()) return;
    out_ += "<div class=\"prov d" + std::to_string(std::min(row.depth, 4U)) +
            "\"><ul class=\"remarks\">";
    for (const Remark& one : list) {
        const bool is_reserved = one.label == page_.word(Term::reservation);
        has_reservation_ = has_reservation_ || is_reserved;
        out_ += "<li>" + (is_reserved ? page_.reservation_sign() + " " : std::string{}) +
                escaped(one.label) + (one.by.empty() ? "" : std::string(dash) + isolated(one.by)) +
                (one.words.empty() ? "" : page_.announced("") + isolated(one.words)) + "</li>";
    }
    out_ += "</ul></div>\n";
}

void HtmlBody::destination(const Row& row) {
    out_ += "<div class=\"prov d" + std::to_string(std::min(row.depth, 4U)) +
            " new\"><div class=\"tx\"><p class=\"remark\"><span class=\"br\">[</span>" +
            page_.announced(page_.word(Term::move_here)) +
            link_to(row.id, links_.label_of(row.id)) +
            (page_.is_named() ? std::string(dash) + by(row.proposed_by) : "") +
            "<span class=\"br\">]</span></p></div></div>\n";
}

std::string HtmlBody::print(const std::vector<Wants>& wanted) {
    std::string out;
    std::size_t number = 0;
    for (const Wants& wants : wanted) {
        out += "<h2 class=\"div\" id=\"s-" + std::to_string(++number) + "\">" +
               isolated(wants.sponsor) + "</h2>\n" + print(wants);
    }
    return out;
}

std::string HtmlBody::print(const Wants& wants) {
    std::string out = "<ul class=\"wants\">\n";
    for (const Want& want : wants.list) {
        out += "<li><p class=\"meta\">" + escaped(name_of(want)) + "</p>";
        const std::string text = change(want);
        if (!text.empty()) out += "<p class=\"tx\">" + text + "</p>";
        out += "</li>\n";
    }
    return out + "</ul>\n";
}

// The provision and what is asked of it: "article 5 · Delete", "New provision · 3."
std::string HtmlBody::name_of(const Want& want) const {
    const Row& row = page_.consolidated.rows[want.row];
    const bool is_new = row.kind == RowKind::insertion;
    std::string name = is_new ? page_.word(Term::new_provision) : links_.label_of(row.id);
    const std::string more = is_new ? base_text(page_.consolidated, row.number) : want.label;
    return more.empty() ? name : name + std::string(dot) + more;
}

std::string HtmlBody::change(const Want& want) {
    if (want.change.targets.empty()) return isolated(want.words);
    used_.inserted = used_.deleted = true;
    ChangeSink sink;
    walk(page_.consolidated, want.change, {}, sink);
    return std::move(sink.text);
}

}  // namespace travaux::formats
