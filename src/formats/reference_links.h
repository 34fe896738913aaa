// Where the texts of a printing refer to provisions: what becomes a link.
//
// A reference is read in a whole text, the draft's or a proposed one, and is printed as a link
// where all its words stand in one reading of the annotated tree. Brackets between its words cut
// the link into pieces that lead to the same provision.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "consolidation/consolidated.h"
#include "text/labels.h"

namespace travaux::formats {

/// Consecutive words of a base or of a target that refer to a provision, or to none.
struct LinkedWords {
    const text::Word* begin = nullptr;
    const text::Word* end = nullptr;
    ProvisionId provision;
};

/// The linked words of one annotated text, by their place in memory.
using TextLinks = std::vector<LinkedWords>;

/// Returns words cut where links begin and end.
[[nodiscard]] std::vector<LinkedWords> stretches_of(std::span<const text::Word> words,
                                                    const TextLinks& links);

/// The references in the texts of a draft, and of what is proposed for it, in one language.
class ReferenceLinks {
public:
    /// The draft must outlive the links.
    ReferenceLinks(const text::Draft& draft, const consolidation::Consolidated& consolidated);

    /// Returns the references in a text of row `row`.
    [[nodiscard]] std::vector<text::Reference> in(std::size_t row, std::string_view text) const;

    /// Returns what is linked in a field of row `row`: nothing in numbers and headings.
    [[nodiscard]] TextLinks in(std::size_t row, const consolidation::AnnotatedText& text) const;

    /// Returns the label of a provision of the draft, and the id of any other.
    [[nodiscard]] std::string label_of(ProvisionId provision) const;

private:
    [[nodiscard]] TextLinks in_words(std::size_t row, const text::Words& words) const;

    const text::Draft& draft_;
    const consolidation::Consolidated& consolidated_;
    text::Labels labels_;
    std::vector<std::size_t> stands_in_;  ///< by row: the provision of the draft that it is or has
                                          ///< its place in; `whole_treaty` at the top
};

/// Calls `plain` and `link` with the stretches of a text, in order.
void each_stretch(std::string_view text, const std::vector<text::Reference>& references,
                  const std::function<void(std::string_view)>& plain,
                  const std::function<void(std::string_view, ProvisionId)>& link);

}  // namespace travaux::formats
