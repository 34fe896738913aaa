// A document of an organization as a Word file.
// SPDX-License-Identifier: MIT
#include <numeric>

#include "docx/write.h"
#include "formats/official_document.h"

namespace travaux::formats {
namespace {

constexpr std::string_view isolate = "\xE2\x81\xA8";         // U+2068
constexpr std::string_view end_of_isolate = "\xE2\x81\xA9";  // U+2069

// Twentieths of a point, of an A4 page with an inch around.
constexpr int text_width = 9026;
constexpr std::uint32_t organ_width = 5600;

class WordMaker {
public:
    explicit WordMaker(const OfficialDocument& document) : document_(document) {}

    docx::Document make() {
        made_.properties.title = without_isolates(document_.title);
        made_.properties.subject = document_.masthead.symbol;
        made_.properties.creator = without_isolates(document_.masthead.organization);
        made_.properties.language = text::code_of(document_.language);
        made_.is_first_page_plain = true;
        made_.heads = {line("Header", document_.masthead.symbol.empty()
                                          ? document_.title
                                          : document_.masthead.symbol)};
        masthead();
        add(line("DocumentTitle", document_.title));
        for (const std::string& one : document_.subtitle) add(line("Section2", one));
        for (const Block& block : document_.blocks) {
            std::visit([this](const auto& one) { write(one); }, block);
        }
        return std::move(made_);
    }

private:
    // Word shows marks of direction as signs in some fonts. What reads from the left is a span that
    // says so by itself.
    [[nodiscard]] std::vector<docx::Span> spans_of(std::string_view words,
                                                   const std::string& style = {}) const {
        std::vector<docx::Span> spans;
        while (!words.empty()) {
            const std::size_t at = std::min(words.find(isolate), words.find(end_of_isolate));
            const std::string_view piece = words.substr(0, at);
            if (!piece.empty()) {
                spans.push_back({std::string(piece), {}, style, reads_from_left(piece)});
            }
            if (at == std::string_view::npos) break;
            words.remove_prefix(at + isolate.size());
        }
        return spans;
    }

    // Whether there are letters, and none of Arabic, which begin with the bytes D8 to DB.
    [[nodiscard]] static bool reads_from_left(std::string_view piece) {
        bool has_letters = false;
        for (const char c : piece) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte >= 0xD8 && byte <= 0xDB) return false;
            has_letters = has_letters || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        }
        return has_letters;
    }

    [[nodiscard]] std::string without_isolates(std::string_view words) const {
        std::string plain;
        for (const docx::Span& span : spans_of(words)) plain += span.text;
        return plain;
    }

    [[nodiscard]] docx::Paragraph line(std::string style, std::string_view words = {}) const {
        docx::Paragraph paragraph;
        paragraph.style = std::move(style);
        paragraph.is_right_to_left = document_.language == text::Language::ar;
        paragraph.spans = spans_of(words);
        return paragraph;
    }

    void add(docx::Paragraph paragraph) { made_.paragraphs.push_back(std::move(paragraph)); }

    // Paragraphs that follow each other in one cell of a row.
    void cell(std::vector<docx::Paragraph> paragraphs) {
        ++cell_;
        for (docx::Paragraph& one : paragraphs) {
            one.row = row_;
            one.cell = cell_;
            add(std::move(one));
        }
    }

    void masthead() {
        const Masthead& head = document_.masthead;
        made_.tables.push_back(
            {{organ_width, text_width - organ_width}, docx::TableRules::of_masthead});
        ++row_;
        cell({line("Masthead", head.organization)});
        cell({line("MastheadSymbol", head.symbol)});
        ++row_;
        cell({line("MastheadOrgan", head.organ)});
        std::vector<docx::Paragraph> issue;
        for (const std::string& one : head.issue) {
            issue.push_back(line("Masthead", one));
            // In Arabic how a document is issued is said in English, from the left.
            if (reads_from_left(one)) issue.back().is_right_to_left = false;
        }
        if (issue.empty()) issue.push_back(line("Masthead"));
        cell(std::move(issue));
        add(line("MastheadBody", head.body));
        for (const std::string& one : head.sitting) add(line("Masthead", one));
    }

    void write(const SectionHeading& heading) {
        const std::string label = heading.label.empty() ? "" : heading.label + "\t";
        add(line("Section" + std::to_string(heading.level), label + heading.words));
    }

    void write(const DocumentParagraph& passage) {
        docx::Paragraph paragraph = line("Provision" + std::to_string(passage.level));
        if (!passage.label.empty()) paragraph.spans.push_back({passage.label + "\t", {}});
        for (const SaidWords& phrase : passage.phrases) {
            for (docx::Span& span : spans_of(phrase.words, phrase.is_verb ? "Verb" : "")) {
                paragraph.spans.push_back(std::move(span));
            }
        }
        add(std::move(paragraph));
    }

    void write(const DocumentTable& table) {
        made_.tables.push_back({widths_of(table), docx::TableRules::of_list});
        const auto row = [&](const std::vector<std::string>& cells, const std::string& style) {
            ++row_;
            for (const std::string& words : cells) {
                std::vector<docx::Paragraph> lines;
                for (std::size_t at = 0; at <= words.size();) {
                    const std::size_t end = std::min(words.find('\n', at), words.size());
                    lines.push_back(line(style, std::string_view(words).substr(at, end - at)));
                    at = end + 1;
                }
                cell(std::move(lines));
            }
        };
        row(table.columns, "CellHead");
        for (const auto& cells : table.rows) row(cells, "Cell");
        add(line("Masthead"));  // parts the table from one that may follow
    }

    [[nodiscard]] static std::vector<std::uint32_t> widths_of(const DocumentTable& table) {
        const int all = std::accumulate(table.shares.begin(), table.shares.end(), 0);
        std::vector<std::uint32_t> widths;
        for (const int share : table.shares) {
            widths.push_back(static_cast<std::uint32_t>(text_width * share / all));
        }
        return widths;
    }

    void write(const AnnexHeading& annex) {
        add(line("Annex", annex.label));
        if (!annex.title.empty()) add(line("Section1", annex.title));
    }

    void write(const TreatyHeading& heading) {
        add(line("Heading" + std::to_string(heading.level), heading.words));
    }

    const OfficialDocument& document_;
    docx::Document made_;
    std::uint32_t row_ = 0;
    std::uint32_t cell_ = 0;
};

}  // namespace

docx::Document official_word_document(const OfficialDocument& document) {
    return WordMaker(document).make();
}

std::string write_official_word(const OfficialDocument& document) {
    return docx::write(official_word_document(document));
}

}  // namespace travaux::formats
