// What a delegation's file wants of a draft: the parts of a proposal, and what is doubtful.
//
// Nothing is guessed over: what is not certain or likely is a doubt, with its place in the file.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "consolidation/proposal.h"
#include "docx/document.h"
#include "text/draft.h"
#include "understanding/file_lines.h"

namespace travaux::understanding {

/// How sure a change is understood: `certain` where the file tracks it on the draft's own words.
enum class Confidence : std::uint8_t { certain, likely };

/// A change that a file wants. `place` is the paragraph of the file, counted from 1.
struct Understood {
    consolidation::Part part;
    Confidence confidence = Confidence::certain;
    std::size_t place = 0;

    bool operator==(const Understood&) const = default;
};

/// What is no change for the reader to take over without looking.
enum class DoubtKind : std::uint8_t {
    no_place,      ///< the words stand nowhere in the draft, and are no insertion for certain
    other_words,   ///< the file changes words that the draft has not, and they do not fit it
    struck_words,  ///< words that stand in no draft were struck: somebody's insertion
    odd_place,     ///< an inserted provision has an unusual place or number
    left_out,      ///< a line of the draft is missing between its neighbours; the words are its
    own_parts,     ///< a provision stands behind what it holds
    contradicts,   ///< another change of the file excludes it
    twice,         ///< another change of the file inserts the same at the same place
};

struct Doubt {
    DoubtKind kind = DoubtKind::no_place;
    std::size_t place = 0;
    std::string words;  ///< of the file

    bool operator==(const Doubt&) const = default;
};

/// Words of fields.
using WordsOf = std::map<std::pair<ProvisionId, text::Field>, std::string>;

/// What came of a file.
struct Understanding {
    std::vector<Understood> changes;  ///< in the order of the file
    std::vector<Doubt> doubts;        ///< in the order of the file
    std::size_t lines = 0;            ///< of the file, before its changes
    std::size_t found = 0;            ///< of these, in the draft
    /// Provisions that the file has other words for than the draft, before its tracked changes; in
    /// the draft's order. Where other words are edits, there are none.
    std::vector<ProvisionId> altered;
    /// What comments say that is beside no one provision, or is a reason by its label; in their
    /// order.
    std::vector<std::string> reasons;
    /// Of what amends another's insertions: the words that it amends.
    WordsOf amended_words;

    bool operator==(const Understanding&) const = default;
};

/// What it means where a file has other words than the draft before its tracked changes.
enum class OtherWords : std::uint8_t {
    doubtful,  ///< it was made on another draft, and what it changes there is a doubt
    rebased,   ///< ... and its changes are carried over where they touch no words that differ
    edited,    ///< it was made of this very draft, and edited without tracking
    printed,   ///< brackets and names were printed into it: tracked changes alone count, where they
               ///< touch none of that
};

/// Compares a file with a draft in a language. A comment on one provision is a note there, or a
/// reservation where it says so.
[[nodiscard]] Understanding understand(const text::Draft& draft, text::Language language,
                                       const docx::Document& document, OtherWords other_words);

/// As above, of a part of a document.
[[nodiscard]] Understanding understand(const text::Draft& draft, text::Language language,
                                       const docx::Document& document, const FileText& file,
                                       OtherWords other_words);

}  // namespace travaux::understanding
