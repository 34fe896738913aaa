// SPDX-License-Identifier: MIT
#include "committee/word_limits.h"

#include <algorithm>
#include <array>

namespace travaux::committee {
namespace {

constexpr auto instructions = "Instructions for the submission of documents, word limits";

LimitedKind limited_kind(const Symbol& symbol, DocumentAuthor author) {
    if (author == DocumentAuthor::stakeholder) return LimitedKind::stakeholder_paper;
    switch (symbol.series) {
        case Series::limited:
        case Series::conference_room_paper:
        case Series::working_paper: return LimitedKind::in_session_document;
        case Series::non_governmental: return LimitedKind::stakeholder_paper;
        case Series::numbered:
        case Series::information: break;
    }
    return author == DocumentAuthor::secretariat ? LimitedKind::secretariat_document
                                                 : LimitedKind::intergovernmental_document;
}

}  // namespace

std::span<const WordLimit> usual_word_limits() {
    static const std::array limits = {
        WordLimit{LimitedKind::secretariat_document, 8'500, BeyondLimit::needs_waiver,
                  instructions},
        WordLimit{LimitedKind::intergovernmental_document, 10'700, BeyondLimit::needs_waiver,
                  instructions},
        WordLimit{LimitedKind::in_session_document, 3'300, BeyondLimit::is_marked, instructions},
        WordLimit{LimitedKind::stakeholder_paper, 2'000, BeyondLimit::is_refused,
                  "A/AC.291/6, annex II"},
    };
    return limits;
}

WordLimit word_limit(const Symbol& symbol, DocumentAuthor author,
                     const std::optional<Modalities>& modalities) {
    WordLimit limit =
        *std::ranges::find(usual_word_limits(), limited_kind(symbol, author), &WordLimit::kind);
    const bool is_laid_down = limit.kind == LimitedKind::stakeholder_paper && modalities &&
                              modalities->stakeholder_words_max;
    if (is_laid_down) {
        limit.words_max = *modalities->stakeholder_words_max;
        limit.source = source_of(*modalities, Setting::stakeholder_words_max);
    }
    return limit;
}

}  // namespace travaux::committee
