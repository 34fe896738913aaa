// A consolidated text as blocks: what a printing shows, before it is text or HTML.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "formats/printing.h"
#include "formats/tree_walk.h"

namespace travaux::formats {

/// A remark under a provision: a mark, a pending translation, an insertion's sponsors.
struct Remark {
    std::string label;  ///< "Delete", "Position reserved"
    std::string words;  ///< may be empty
    std::string by;     ///< sponsors, empty where unnamed
};

/// One option of a provision as a whole.
struct OptionText {
    std::string label;  ///< "Option 2"
    std::string words;
    std::string by;
};

/// Returns the remarks under a row, in the language of the text.
[[nodiscard]] std::vector<Remark> remarks_of(const consolidation::Consolidated& consolidated,
                                             const consolidation::Row& row,
                                             const Printing& printing);

/// Returns the options for a text: the draft's own words first, then each target.
[[nodiscard]] std::vector<OptionText> options_of(const consolidation::Consolidated& consolidated,
                                                 const consolidation::AnnotatedText& text,
                                                 const Printing& printing);

/// One thing that one sponsor wants of one row.
struct Want {
    std::size_t row = 0;
    std::string label;                    ///< of a mark or a new provision; empty for words
    std::string words;                    ///< of a mark or a new provision
    consolidation::AnnotatedText change;  ///< the draft's words with this one's changes alone
};

/// What one sponsor wants.
struct Wants {
    std::string sponsor;
    std::vector<Want> list;
};

/// Returns what each sponsor wants, sponsor by sponsor.
[[nodiscard]] std::vector<Wants> wants_of(const consolidation::Consolidated& consolidated);

/// Returns what a want is about, from the outside in: `article 5` and `Delete`, `article 8` and
/// `New provision`. `label_of` names a provision of the draft.
[[nodiscard]] std::vector<std::string> subject_of(
    const consolidation::Consolidated& consolidated, const Want& want,
    const std::function<std::string(ProvisionId)>& label_of);

/// Returns the sponsors behind proposals as one text; empty where printing leaves them out.
[[nodiscard]] std::string by_line(const consolidation::Consolidated& consolidated,
                                  std::span<const consolidation::ProposalIndex> proposals,
                                  const Printing& printing);

/// Returns a line that may end in words of another language: in Arabic, which runs from the right,
/// a mark of direction keeps the full stop behind such words.
[[nodiscard]] std::string line_in(text::Language language, std::string words);

/// Returns the title of the text in its language; the name of the draft where it has none.
[[nodiscard]] std::string title_of(const text::Draft& draft,
                                   const consolidation::Consolidated& consolidated);

/// Whether a row says nothing but the title, which stands at the head of every printing.
[[nodiscard]] bool is_title_alone(const text::Draft& draft,
                                  const consolidation::Consolidated& consolidated,
                                  const consolidation::Row& row);

/// Whether anything is proposed for a row.
[[nodiscard]] bool is_touched(const consolidation::Row& row);

/// Returns the words of an annotated text as the draft has them.
[[nodiscard]] std::string base_text(const consolidation::Consolidated& consolidated,
                                    const consolidation::AnnotatedText& text);

}  // namespace travaux::formats
