// The body of a page: the rows of a consolidated text, or what each sponsor wants, as HTML.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "formats/document_view.h"
#include "formats/html_sink.h"
#include "formats/printing.h"
#include "formats/reference_links.h"
#include "formats/terms.h"

namespace travaux::formats {

/// What is printed on a page, and how; all parts of it ask the same.
struct HtmlPage {
    const text::Draft& draft;
    const consolidation::Consolidated& consolidated;
    const Printing& printing;
    const RowNotes* notes = nullptr;  ///< none: the page says nothing beside the text

    [[nodiscard]] std::string word(Term name) const;
    [[nodiscard]] std::string announced(const std::string& label) const;
    [[nodiscard]] std::string reservation_sign() const;
    [[nodiscard]] bool is_named() const { return printing.sponsors == Sponsors::named; }
    [[nodiscard]] bool is_clean() const { return printing.view == View::clean; }
};

/// Returns the name of the place where a row stands on its page.
[[nodiscard]] std::string anchor_of(const consolidation::Row& row);

/// Whether a provision opens a division of a treaty, for the contents to list.
[[nodiscard]] bool is_division(text::ProvisionKind kind);

class HtmlBody {
public:
    explicit HtmlBody(const HtmlPage& page) : page_(page), links_(page.draft, page.consolidated) {}

    /// Returns the rows.
    [[nodiscard]] std::string print();

    /// Returns the HTML of each row; nothing where a row is not shown.
    [[nodiscard]] std::vector<std::string> print_rows();

    /// Returns the view by sponsor, and what one of them wants without its name.
    [[nodiscard]] std::string print(const std::vector<Wants>& wanted);
    [[nodiscard]] std::string print(const Wants& wants);

    /// What was printed, for the legend.
    [[nodiscard]] const MarksUsed& used() const { return used_; }
    [[nodiscard]] bool has_insertion() const { return has_insertion_; }
    [[nodiscard]] bool has_reservation() const { return has_reservation_; }

private:
    using AnnotatedText = consolidation::AnnotatedText;
    using ProposalIndex = consolidation::ProposalIndex;
    using Row = consolidation::Row;

    [[nodiscard]] std::string linked(std::size_t row, const std::string& text) const;
    std::string annotated(std::size_t at, const AnnotatedText& text, std::string& margin);
    void print_row(std::size_t at);
    void division(const Row& row, const std::string& number, const std::string& heading,
                  const std::string& margin);
    [[nodiscard]] std::string whole(const Row& row, const std::string& text) const;
    void paragraph(const Row& row, const std::string& number, const std::string& text,
                   const std::string& margin, const std::string& id = {});
    std::string new_line(std::size_t at);
    [[nodiscard]] std::string by(const consolidation::ProposalList& proposals) const;
    [[nodiscard]] std::string options(std::size_t row) const;
    void voting(std::size_t row);
    void remarks(const Row& row);
    void destination(const Row& row);
    [[nodiscard]] std::string name_of(const Want& want) const;
    std::string change(const Want& want);
    [[nodiscard]] std::string led(const Row& row, const std::string& number) const;
    [[nodiscard]] std::string class_of(const Row& row) const;

    const HtmlPage& page_;
    ReferenceLinks links_;
    MarksUsed used_;
    bool has_insertion_ = false;
    bool has_reservation_ = false;
    std::pair<std::uint32_t, consolidation::ProposalList>
        new_root_;  ///< depth, and who proposes it
    std::size_t places_in_row_ = 0;
    std::vector<Phrase> phrases_;  // of the row
    std::string out_;
};

}  // namespace travaux::formats
