// A document of an organization as one HTML file.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "formats/html_sink.h"
#include "formats/official_document.h"

namespace travaux::formats {
namespace {

constexpr std::string_view style = R"css(
:root{--ink:#111;--line:#444;--wash:#f4f5f6;--serif:"Times New Roman",Tinos,"Liberation Serif",serif}
:lang(ar){--serif:"Traditional Arabic",Amiri,"Noto Naskh Arabic",serif}
:lang(zh){--serif:SimSun,"Songti SC","Noto Serif CJK SC",serif}
*{box-sizing:border-box}
body{margin:0;background:var(--wash);color:var(--ink);font:1.0625rem/1.55 var(--serif);overflow-wrap:break-word}
:lang(ar) body{font-size:1.25rem;line-height:1.8}
article{max-inline-size:46rem;margin:0 auto;padding:2.5rem clamp(1rem,6vw,4rem) 4rem;background:#fff;min-block-size:100vh}
p{margin:0 0 .75rem}
.top,.organ{display:flex;flex-wrap:wrap;justify-content:space-between;gap:1rem 2rem;align-items:baseline;border-block-end:1px solid var(--line)}
.organ{align-items:flex-start;border-block-end-width:3px;padding-block:.75rem}
.organ p,.top p,.sitting p{margin:0}
.symbol{font-weight:700;font-size:1.125rem;unicode-bidi:isolate}
.name{font-size:1.625rem;line-height:1.2;font-weight:700}
.issue{font-size:.9375rem;flex:none;max-inline-size:45%}
.body{font-weight:700;margin:1.25rem 0 .125rem;max-inline-size:32rem}
.sitting{font-size:.9375rem}
h1{font-size:1.375rem;line-height:1.3;margin:2.25rem 0 .5rem;max-inline-size:34rem}
.under{font-weight:700;margin:0 0 .5rem}
h2,h3,h4,h5{line-height:1.3;margin:2rem 0 .75rem;display:flex;gap:1rem}
h2{font-size:1.25rem}h3,h4,h5{font-size:1.0625rem}h3.treaty{font-size:1.25rem}
h2>span,h3>span{flex:none;min-inline-size:2rem}
.n{display:inline-block;min-inline-size:2.5rem}
.point{margin-inline-start:2.5rem;padding-inline-start:2.5rem;text-indent:-2.5rem}
.point.deep{margin-inline-start:5rem}
.point .n{text-indent:0}
.treaty{display:block;text-align:center}
.annex{border-block-start:1px solid var(--line);margin-block-start:3.5rem;padding-block-start:.5rem}
.annex h2{margin-block-start:.5rem}
.scroll{overflow-x:auto;margin-block:.5rem 1.25rem}
table{border-collapse:collapse;inline-size:100%;font-size:.9375rem;line-height:1.4}
caption{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{text-align:start;vertical-align:top;padding:.3125rem .75rem .3125rem 0;border-block-end:1px solid #bbb}
thead th{border-block:1px solid var(--line)}
tbody th{font-weight:400}
@media print{body{background:#fff;font-size:11pt}article{max-inline-size:none;padding:0}.annex{break-before:page;border:0}
h2,h3,h4,h5{break-after:avoid}tr{break-inside:avoid}@page{margin:2.5cm}}
)css";

class HtmlMaker {
public:
    explicit HtmlMaker(const OfficialDocument& document) : document_(document) {}

    std::string make() {
        const std::string title = escaped(document_.title);
        out_ = "<!DOCTYPE html>\n<html lang=\"" + std::string(text::code_of(document_.language)) +
               "\" dir=\"" + (document_.language == text::Language::ar ? "rtl" : "ltr") +
               "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
               "content=\"width=device-width, initial-scale=1\">\n"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
               "style-src 'unsafe-inline'\">\n<title>" +
               title + "</title>\n<style>" + official_style() +
               "</style>\n</head>\n<body>\n<main>\n<article>\n";
        masthead();
        out_ += in("h1", "", document_.title);
        for (const std::string& one : document_.subtitle) out_ += in("p", "under", one);
        for (const Block& block : document_.blocks) {
            std::visit([this](const auto& one) { write(one); }, block);
        }
        close_annex();
        return std::move(out_) + "</article>\n</main>\n</body>\n</html>\n";
    }

private:
    // Among words of Arabic a text that has none keeps the direction in which it reads.
    [[nodiscard]] std::string said(std::string_view words) const {
        const bool is_set_off = document_.language == text::Language::ar && !words.empty();
        return is_set_off ? isolated(words) : escaped(words);
    }

    [[nodiscard]] std::string in(std::string_view element, std::string_view of_class,
                                 std::string_view words) const {
        std::string html("<");
        html.append(element);
        if (!of_class.empty()) html.append(" class=\"").append(of_class).append("\"");
        html.append(">").append(said(words)).append("</");
        return html.append(element).append(">\n");
    }

    void masthead() {
        const Masthead& head = document_.masthead;
        out_ += "<header>\n<div class=\"top\">" + in("p", "", head.organization) +
                (head.symbol.empty() ? "" : in("p", "symbol", head.symbol)) +
                "</div>\n<div class=\"organ\">" + in("p", "name", head.organ) +
                "<div class=\"issue\">";
        for (const std::string& one : head.issue) out_ += in("p", "", one);
        out_ += "</div></div>\n" + in("p", "body", head.body) + "<div class=\"sitting\">\n";
        for (const std::string& one : head.sitting) out_ += in("p", "", one);
        out_ += "</div>\n</header>\n";
    }

    void write(const SectionHeading& heading) {
        const std::string element = heading.level == 1 ? "h2" : "h3";
        out_ += "<" + element + ">";
        if (!heading.label.empty()) out_ += "<span>" + escaped(heading.label) + "</span> ";
        out_ += said(heading.words) + "</" + element + ">\n";
    }

    void write(const DocumentParagraph& passage) {
        constexpr std::array openings = {"<p>", "<p class=\"point\">", "<p class=\"point deep\">"};
        out_ += openings.at(static_cast<std::size_t>(passage.level - 1));
        if (!passage.label.empty()) {
            out_ += "<span class=\"n\">" + escaped(passage.label) + "</span> ";
        }
        for (const SaidWords& phrase : passage.phrases) {
            const std::string words = said(phrase.words);
            out_ += phrase.is_verb ? "<i>" + words + "</i>" : words;
        }
        out_ += "</p>\n";
    }

    // Lines of a cell are parted as they are.
    [[nodiscard]] std::string lines(std::string_view words) const {
        std::string html;
        while (true) {
            const std::size_t end = std::min(words.find('\n'), words.size());
            html += said(words.substr(0, end));
            if (end == words.size()) return html;
            html += "<br>";
            words.remove_prefix(end + 1);
        }
    }

    void write(const DocumentTable& table) {
        out_ += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" +
                escaped(table.caption) + "\">\n<table>\n" + in("caption", "", table.caption) +
                "<thead><tr>";
        for (const std::string& column : table.columns) {
            out_ += "<th scope=\"col\">" + escaped(column) + "</th>";
        }
        out_ += "</tr></thead>\n<tbody>\n";
        for (const auto& row : table.rows) {
            out_ += "<tr>";
            for (std::size_t at = 0; at < row.size(); ++at) {
                out_ += at == 0 ? "<th scope=\"row\">" + lines(row[at]) + "</th>"
                                : "<td>" + lines(row[at]) + "</td>";
            }
            out_ += "</tr>\n";
        }
        out_ += "</tbody>\n</table>\n</div>\n";
    }

    void write(const AnnexHeading& annex) {
        close_annex();
        is_in_annex_ = true;
        out_ += "<section class=\"annex\">\n" + in("h2", "", annex.label);
        if (!annex.title.empty()) out_ += in("p", "under", annex.title);
    }

    void close_annex() {
        if (is_in_annex_) out_ += "</section>\n";
        is_in_annex_ = false;
    }

    // Sections of a chapter are not so deep as to need a heading between it and its articles.
    void write(const TreatyHeading& heading) {
        const std::string element = "h" + std::to_string(2 + std::min(heading.level, 3));
        out_ +=
            "<" + element + " class=\"treaty\">" + lines(heading.words) + "</" + element + ">\n";
    }

    const OfficialDocument& document_;
    std::string out_;
    bool is_in_annex_ = false;
};

}  // namespace

std::string official_style() { return std::string(style); }

std::string print_official_html(const OfficialDocument& document) {
    return HtmlMaker(document).make();
}

}  // namespace travaux::formats
