// A comparison as one page in HTML, for the screen and for paper.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "formats/html_body.h"
#include "formats/html_sink.h"
#include "formats/print_style.h"
#include "formats/terms.h"
#include "understanding/print_comparison.h"

namespace travaux::understanding {
namespace {

using formats::escaped;
using formats::Term;

std::string element(PieceChange change, const std::string& words) {
    switch (change) {
        case PieceChange::deleted: return "<del>" + words + "</del>";
        case PieceChange::inserted: return "<ins>" + words + "</ins>";
        case PieceChange::same: break;
    }
    return words;
}

class PagePrinter {
public:
    PagePrinter(const std::vector<ComparedRow>& rows, const Compared& compared)
        : rows_(rows), compared_(compared) {}

    std::string print() {
        head();
        out_ += "<main id=\"text\" tabindex=\"-1\">\n";
        for (std::size_t at = 0; at < rows_.size(); ++at) {
            print_row(rows_[at], begins_move(rows_, at));
        }
        out_ += "</main>\n</body>\n</html>\n";
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string word(Term name) const {
        return std::string(formats::term(name, compared_.language));
    }

    void head() {
        const std::string code(text::code_of(compared_.language));
        const std::string later = escaped(compared_.later);
        out_ += "<!DOCTYPE html>\n<html lang=\"" + code + "\" dir=\"" +
                (compared_.language == text::Language::ar ? "rtl" : "ltr") +
                "\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                "style-src 'unsafe-inline'\">\n<title>" +
                word(Term::comparison) + " \xC2\xB7 " + later + "</title>\n<style>" +
                formats::print_style() +
                "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#text\">" + word(Term::skip) +
                "</a>\n<header>\n<h1>" + later + "</h1>\n<p class=\"meta\">" +
                escaped(about(rows_, compared_)) + "</p>\n<ul class=\"props\">\n<li><ins>" +
                word(Term::legend_came) + "</ins></li>\n<li><del>" + word(Term::legend_went) +
                "</del></li>\n</ul>\n</header>\n";
    }

    // What moves together is named where it begins.
    void print_row(const ComparedRow& row, bool is_end) {
        // The page says it already.
        if (row.kind == text::ProvisionKind::title && !row.is_changed()) return;
        const std::string depth = "d" + std::to_string(std::min(row.depth, 4U));
        const std::string anchor = is_end ? anchor_of(row) : "";
        const std::string other_end = is_end ? moved(row) : "";
        if (!row.heading.empty() || formats::is_division(row.kind)) {
            out_ += "<div class=\"prov head " + depth + "\"" + anchor + "><h2 class=\"div\">";
            if (!row.number.empty())
                out_ += "<span class=\"no\">" + words(row, row.number) + "</span>";
            out_ += words(row, row.heading) + "</h2>" + other_end + "</div>\n";
            if (row.text.empty()) return;
            out_ += "<div class=\"prov " + depth + "\"><div class=\"n\"></div>";
            out_ += "<p class=\"tx\">" + words(row, row.text) + "</p></div>\n";
            return;
        }
        out_ += "<div class=\"prov " + depth + "\"" + anchor + "><div class=\"n\">" +
                words(row, row.number) + "</div><p class=\"tx\">" + words(row, row.text) + "</p>" +
                other_end + "</div>\n";
    }

    static std::string anchor_of(const ComparedRow& row) {
        const bool is_away = row.standing == RowStanding::moves_away;
        return std::string(" id=\"") + (is_away ? "from-" : "to-") + std::to_string(row.move) +
               "\"";
    }

    // The way to the other end of a move.
    [[nodiscard]] std::string moved(const ComparedRow& row) const {
        const bool is_away = row.standing == RowStanding::moves_away;
        const std::string number = std::to_string(row.move);
        return "<p class=\"app\"><a href=\"#" + std::string(is_away ? "to-" : "from-") + number +
               "\">" + escaped(about_move(row, compared_.language)) + "</a></p>";
    }

    static std::string words(const ComparedRow& row, const Pieces& pieces) {
        if (pieces.empty()) return {};
        std::string all = html_of(pieces);
        switch (row.standing) {
            case RowStanding::goes:
            case RowStanding::moves_away: return "<del>" + all + "</del>";
            case RowStanding::comes:
            case RowStanding::moves_here: return "<ins>" + all + "</ins>";
            case RowStanding::stays: break;
        }
        return all;
    }

    const std::vector<ComparedRow>& rows_;
    const Compared& compared_;
    std::string out_;
};

}  // namespace

std::string html_of(const Pieces& pieces) {
    std::string all;
    for (const Piece& piece : pieces) {
        if (!all.empty() && piece.has_blank_before) all += ' ';
        all += element(piece.change, escaped(piece.words));
    }
    return all;
}

std::string print_comparison_html(const std::vector<ComparedRow>& rows, const Compared& compared) {
    return PagePrinter(rows, compared).print();
}

}  // namespace travaux::understanding
