// SPDX-License-Identifier: MIT
#include "committee/word_limits.h"

#include <algorithm>
#include <array>

#include "planning/documents.h"

namespace travaux::committee {
namespace {

constexpr auto instructions = "Instructions for the submission of documents, word limits";

using planning::PaperKind;

std::uint32_t words_of(PaperKind kind) {
    return static_cast<std::uint32_t>(planning::word_limit(kind));
}

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
        WordLimit{LimitedKind::secretariat_document, words_of(PaperKind::secretariat),
                  BeyondLimit::needs_waiver, instructions},
        WordLimit{LimitedKind::intergovernmental_document, words_of(PaperKind::intergovernmental),
                  BeyondLimit::needs_waiver, instructions},
        WordLimit{LimitedKind::in_session_document, words_of(PaperKind::in_session),
                  BeyondLimit::is_marked, instructions},
        WordLimit{LimitedKind::stakeholder_paper, words_of(PaperKind::stakeholder),
                  BeyondLimit::is_refused, "A/AC.291/6, annex II"},
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
