// One HTML file without script: the views of a consolidated text for the screen and for paper.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "formats/document_view.h"
#include "formats/html_parts.h"
#include "formats/print_style.h"
#include "formats/printing.h"
#include "formats/terms.h"

namespace travaux::formats {
namespace {

using namespace consolidation;

constexpr std::string_view dot = " \xC2\xB7 ";

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
        if (!page_.is_clean()) out_ += legend_of(page_, body_);
        out_ += "<main id=\"text\" tabindex=\"-1\">\n" + text + "</main>\n";
        if (!page_.is_clean() && page_.is_named()) proposals();
        foot();
        return std::move(out_);
    }

private:
    void head() {
        const std::string code(text::code_of(page_.consolidated.language));
        const std::string title = escaped(title_of(page_.draft, page_.consolidated));
        out_ += "<!DOCTYPE html>\n<html lang=\"" + code + "\" dir=\"" +
                (page_.consolidated.language == text::Language::ar ? "rtl" : "ltr") +
                "\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                "style-src 'unsafe-inline'\">\n<title>" +
                title + "</title>\n<style>" + print_style() +
                "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#text\">" +
                page_.word(Term::skip) + "</a>\n<header>\n<h1>" + title +
                "</h1>\n<p class=\"meta\">";
        if (page_.is_clean()) {
            out_ += page_.word(Term::draft);
        } else {
            out_ += page_.word(Term::consolidated_text) + std::string(dot) +
                    page_.announced(page_.word(Term::proposals)) +
                    std::to_string(page_.consolidated.proposals.size()) + std::string(dot) +
                    page_.announced(page_.word(Term::open_places)) +
                    std::to_string(open_places(page_.consolidated));
        }
        out_ += "</p>\n</header>\n";
    }

    void foot() {
        out_ += "<footer class=\"meta\"><p>" + page_.announced(page_.word(Term::draft)) + "<bdi>" +
                hex(page_.consolidated.draft.bytes) + "</bdi></p></footer>\n</body>\n</html>\n";
    }

    void contents() {
        open_contents();
        out_ += contents_items(page_) + "</ol>\n</nav>\n";
    }

    void open_contents() {
        out_ += "<nav aria-labelledby=\"contents\">\n<h2 class=\"sec\" id=\"contents\">" +
                page_.word(Term::contents) + "</h2>\n<ol>\n";
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
