// The words of an annotated text as spans under tracked changes.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "consolidation/consolidated.h"
#include "docx/document.h"
#include "formats/printing.h"

namespace travaux::formats {

/// On which sides something stands: once changes are rejected, once they are accepted.
struct Sides {
    bool rejected = false;
    bool accepted = false;

    bool operator==(const Sides&) const = default;
};

/// The changes of a document: one for each kind and author, however often it is made.
class ChangeList {
public:
    explicit ChangeList(docx::Document& document) : document_(document) {}

    /// `move` names what moves.
    [[nodiscard]] std::uint32_t of(docx::ChangeKind kind, const std::string& author,
                                   const std::string& move = {});

    /// Returns `outer` with words taken away inside it, or brought in.
    [[nodiscard]] docx::Changes deleted(docx::Changes outer, const std::string& author);
    [[nodiscard]] docx::Changes inserted(const std::string& author);

    /// Returns under which changes a blank stands between words that one author takes away and
    /// words that another brings.
    [[nodiscard]] docx::Changes both(const docx::Changes& before, const docx::Changes& here);

    [[nodiscard]] Sides sides_of(const docx::Changes& changes) const;

    /// Returns the change that takes words away, if one of these does.
    [[nodiscard]] std::optional<std::uint32_t> deletion_in(const docx::Changes& changes) const;

    /// Returns who made the innermost of some changes. REQUIRES: there is one.
    [[nodiscard]] const std::string& author_of(const docx::Changes& changes) const;

private:
    [[nodiscard]] bool has(const docx::Changes& changes, docx::ChangeKind kind) const;

    docx::Document& document_;
    std::map<std::tuple<docx::ChangeKind, std::string, std::string>, std::uint32_t> known_;
};

/// Writes annotated texts into paragraphs. A blank stands before a word wherever words stand
/// before it: once changes are accepted, once they are rejected, each for itself.
class TrackedWords {
public:
    /// Everything outlives this.
    TrackedWords(const consolidation::Consolidated& consolidated, const Printing& printing,
                 ChangeList& changes)
        : consolidated_(consolidated), printing_(printing), changes_(changes) {}

    /// Begins a paragraph; what is written goes to its end.
    void begin(docx::Paragraph paragraph);

    /// Writes a field of a row, its words in the draft alone, or what stands between fields, under
    /// changes.
    void field(const consolidation::Row& row, const consolidation::AnnotatedText& text,
               const docx::Changes& around);
    void base(const consolidation::AnnotatedText& text, const docx::Changes& around);
    void between(std::string_view text, const docx::Changes& around);

    /// Returns the paragraphs: as many as texts break into. Their ends stand under `mark`.
    [[nodiscard]] std::vector<docx::Paragraph> finish(const docx::Changes& mark);

    /// Returns the changes of words that proposals bring.
    [[nodiscard]] docx::Changes brought(consolidation::ProposalList by);

    /// Returns the changes of words that proposals move: here, `move_from` or `move_to`, and at
    /// another place of the same name.
    [[nodiscard]] docx::Changes moved(docx::ChangeKind kind, consolidation::ProposalList by,
                                      const std::string& move);

    /// Returns `outer` with words struck by proposals inside it. Words that others strike already
    /// are struck by all of them together: a file has one deletion for them.
    [[nodiscard]] docx::Changes struck(docx::Changes outer, consolidation::ProposalList by);

    [[nodiscard]] std::string authors(const consolidation::AnnotatedText& text,
                                      std::span<const consolidation::Witness> witnesses) const;
    [[nodiscard]] std::string authors(
        std::span<const consolidation::ProposalIndex> proposals) const;

private:
    void nodes(const consolidation::Row& row, const consolidation::AnnotatedText& text,
               std::size_t begin, std::size_t end, const docx::Changes& around);
    void words(std::span<const text::Word> words, const docx::Changes& changes);
    void break_paragraph(const docx::Changes& changes);
    void word(std::string_view spelling, bool has_blank, const docx::Changes& changes);
    void write(std::string_view text, const docx::Changes& changes);
    void append(std::string_view text, const docx::Changes& changes);
    void blank(const docx::Changes& changes);
    void blank_of_both(const docx::Changes& changes);

    const consolidation::Consolidated& consolidated_;
    const Printing& printing_;
    ChangeList& changes_;
    std::vector<docx::Paragraph> paragraphs_;
    std::vector<docx::Changes> opening_;  // brackets before the next word
    Sides has_words_;                     // before, in the field and the paragraph
    docx::Changes break_;                 // of the last break of a paragraph
    std::size_t field_begin_ = 0;         // of the field, among the spans of the paragraph
    std::map<std::uint32_t, consolidation::ProposalList> makers_;  // of each change
};

}  // namespace travaux::formats
