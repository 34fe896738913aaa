// The walk over an annotated text that every printing with brackets shares.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "consolidation/consolidated.h"
#include "formats/reference_links.h"

namespace travaux::formats {

using consolidation::Attributions;

/// What a place holds.
struct PlaceShape {
    std::size_t readings = 0;  ///< the draft's own included, where it has words there
    std::size_t words = 0;     ///< in all of them
    bool has_new = false;      ///< whether anybody wants other words, and not just fewer
};

/// Returns what the place at a position of a tree holds.
[[nodiscard]] PlaceShape shape_of(const consolidation::Tree& tree, std::size_t place);

/// What a printing does at each step. Words come with a blank before them where one belongs.
class TreeSink {
public:
    virtual ~TreeSink() = default;
    virtual void words(std::string_view text) = 0;
    /// Those of a lexicon; the first has no blank where a text or a bracket begins.
    virtual void words(std::span<const text::Word> words, const text::Lexicon& lexicon,
                       bool is_start);
    /// Words that refer to a provision; the blank before them is printed already.
    virtual void link(std::string_view text, ProvisionId provision) {
        static_cast<void>(provision);
        words(text);
    }
    virtual void blank() = 0;
    virtual void open_place(const consolidation::Tree& tree, std::size_t place) {
        static_cast<void>(tree);
        static_cast<void>(place);
    }
    virtual void close_place() {}
    virtual void open_deletion() = 0;
    /// `only` want the words away and nothing in their place.
    virtual void close_deletion(const Attributions& only) = 0;
    virtual void open_insertion() = 0;
    virtual void close_insertion(const Attributions& by) = 0;
    virtual void open_mark() = 0;
    virtual void close_mark(std::uint32_t mark) = 0;

private:
    std::string spelled_;  // the words in hand
};

/// Asks for the words of a text and for who wants them, which stand far from its tree: a walk that
/// begins later does not wait for them.
void ask_for_words(const consolidation::AnnotatedText& text);

/// Walks a text in reading order; `links` says which words refer to provisions.
void walk(const consolidation::Consolidated& consolidated, const consolidation::AnnotatedText& text,
          const TextLinks& links, TreeSink& sink);

/// Whether anything is proposed for a text.
[[nodiscard]] bool is_open(const consolidation::AnnotatedText& text);

/// Returns "Ghana, Norway (P3)": a sponsor with several proposals among them is told apart by ids.
[[nodiscard]] std::string names(const consolidation::Consolidated& consolidated,
                                const Attributions& attributions);

/// Appends those names to a text.
void append_names(const consolidation::Consolidated& consolidated, const Attributions& attributions,
                  std::string& text);

}  // namespace travaux::formats
