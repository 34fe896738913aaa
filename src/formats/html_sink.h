// An annotated text as HTML: readings in brackets with keys, names for the margin.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/printing.h"
#include "formats/tree_walk.h"

namespace travaux::formats {

/// Returns text with what means something in HTML written out.
[[nodiscard]] std::string escaped(std::string_view text);

/// Returns text whose direction is its own.
[[nodiscard]] std::string isolated(std::string_view text);

/// Returns words that lead to a provision.
[[nodiscard]] std::string link_to(ProvisionId provision, std::string_view words);

/// Returns sponsors, each with a direction of its own.
[[nodiscard]] std::string names_in_html(const consolidation::Consolidated& consolidated,
                                        const Attributions& attributions);

/// Marks of the text that a reader may ask about.
struct MarksUsed {
    bool place = false;
    bool inserted = false;
    bool deleted = false;
    bool bracket = false;
    bool split = false;
};

/// A reading, or a new provision as a whole, that a reader may ask about.
struct Phrase {
    std::string anchor;                     ///< its name on the page, `p-…-1b`
    std::string key;                        ///< `1b`; empty for a provision as a whole
    std::string words;                      ///< HTML
    consolidation::ProposalList proposals;  ///< that want it; empty: the draft's own
};

/// What a page says of rows beside the text itself, and where the keys of readings lead.
class RowNotes {
public:
    RowNotes() = default;
    RowNotes(const RowNotes&) = delete;
    RowNotes& operator=(const RowNotes&) = delete;
    virtual ~RowNotes() = default;

    /// Returns the address that says more of what stands at an anchor, for an attribute.
    [[nodiscard]] virtual std::string address(std::string_view anchor) const = 0;
    /// Returns a class for a row, with a blank before it, or nothing.
    [[nodiscard]] virtual std::string row_class(std::size_t row) const = 0;
    /// Returns the state of a division for the contents, whose rows have so many open places;
    /// nothing where the count says it.
    [[nodiscard]] virtual std::string contents_state(std::size_t row, std::size_t open) const = 0;
    /// Returns lines for the margin of a row, `<li>` elements.
    [[nodiscard]] virtual std::string beside(std::size_t row) const = 0;
    /// Returns what stands under a row, whose readings are `phrases`.
    [[nodiscard]] virtual std::string under(std::size_t row,
                                            const std::vector<Phrase>& phrases) const = 0;
};

/// Where a field of a row is printed.
struct HtmlPlace {
    const consolidation::Consolidated& consolidated;
    const consolidation::Row& row;
    const Printing& printing;
    std::string anchor;  ///< of the provision; keys begin with it
    const RowNotes* notes = nullptr;
};

/// Brackets stand in the text with a key; names stand in the margin.
class HtmlSink : public TreeSink {
public:
    HtmlSink(const HtmlPlace& place, std::size_t numbered, MarksUsed& used)
        : places(numbered), place_(place), used_(used) {}

    std::string text;
    std::vector<std::string> margin;  ///< a line for each reading, in the order of their keys
    std::vector<Phrase> phrases;      ///< a reading each, in that order; none without notes
    std::size_t places = 0;           ///< numbered so far in this provision

    void words(std::string_view words) override;
    void link(std::string_view words, ProvisionId provision) override;
    void blank() override { text += ' '; }
    void open_place(const consolidation::Tree& tree, std::size_t place) override;
    void close_place() override;
    void open_deletion() override;
    void close_deletion(const Attributions& only) override;
    void open_insertion() override;
    void close_insertion(const Attributions& by) override;
    void open_mark() override;
    void close_mark(std::uint32_t mark) override;

private:
    struct Place {
        std::size_t number;
        std::size_t readings;
        bool is_single;   ///< then its key needs no letter
        bool is_struck;   ///< nobody wants other words here, and somebody fewer
        bool is_set_out;  ///< one reading to a row
    };

    struct Reading {
        std::string key;
        std::size_t line = 0;    ///< in the margin
        std::size_t phrase = 0;  ///< among the phrases
        std::size_t begin = 0;   ///< of its words in the text
        bool is_first = false;   ///< of its place
    };

    void open_reading(std::string_view element);
    void close_reading(std::string_view element);
    void remark(std::string_view label, const Attributions& by);
    void keep_phrase(const Attributions& by);
    [[nodiscard]] std::string address_of(const std::string& key) const;
    [[nodiscard]] bool is_named() const;

    const HtmlPlace& place_;
    MarksUsed& used_;
    std::vector<Place> open_;
    std::vector<Reading> readings_;
    Reading closed_;
};

}  // namespace travaux::formats
