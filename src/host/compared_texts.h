// Two published texts of a committee, compared word by word, without what is proposed on them.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "host/kept_committee.h"

namespace travaux::host {

enum class ComparisonForm : std::uint8_t { html, text, json, docx, docx_tracked };

struct AskedComparison {
    std::string former;  ///< the ids of the texts
    std::string later;
    std::vector<text::Language> languages;  ///< as `AskedText` has them
    ComparisonForm form = ComparisonForm::html;
};

struct PrintedComparison {
    std::string bytes;
    text::Language language = text::Language::en;
    std::uint64_t entries = 0;
};

/// Compares two texts, in the first of the languages in which both are written, or else in the
/// first that they share. Errors: `text.unknown`, `text.too_long_to_compare`,
/// `text.no_common_language`, those of reading.
[[nodiscard]] Result<PrintedComparison> compare_texts(const KeptCommittee& committee,
                                                      const AskedComparison& asked);

}  // namespace travaux::host
