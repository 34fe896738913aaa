// Whether two parts can be adopted together.
//
// GA rule 130 (A/520): where the adoption of one amendment necessarily implies the rejection of
// another, the latter is not put to the vote. The answer is that of `next_draft`, for two parts.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "consolidation/proposal.h"
#include "text/provenance.h"
#include "text/word.h"

namespace travaux::consolidation {

/// New words for the words [begin, end) of a field.
struct TextChange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    text::Words words;

    bool operator==(const TextChange&) const = default;
};

/// Whether two changes overlap in positive length, and are not one change. Insertions at one gap
/// stand side by side.
[[nodiscard]] bool excludes(const TextChange& a, const TextChange& b);

/// Some words in a row: from the first to before the second.
using WordRange = std::pair<std::uint32_t, std::uint32_t>;

/// Returns where words stand first in a text; no words stand for all of it.
[[nodiscard]] std::optional<WordRange> range_of(const text::Words& text, const text::Words& words);

/// Whether two ranges overlap without one being within the other.
[[nodiscard]] bool cross(const WordRange& a, const WordRange& b);

/// Answers for the parts of proposals on one draft, and remembers what it computed.
class Exclusions {
public:
    /// REQUIRES: both outlive this.
    Exclusions(const text::Draft& draft, const std::vector<Proposal>& proposals);

    /// One part of a proposal of the list.
    struct Which {
        std::size_t proposal = 0;
        std::size_t part = 0;
    };

    /// Whether adopting one part implies the rejection of the other.
    [[nodiscard]] bool excludes(const Which& a, const Which& b);

private:
    [[nodiscard]] bool words_exclude(const Which& a, const Which& b);
    [[nodiscard]] bool bracket_excludes(const BracketPart& bracket, const Part& other,
                                        text::Language language);
    [[nodiscard]] bool deletion_excludes(ProvisionId deleted, const Part& other) const;
    [[nodiscard]] bool moves_exclude(const MovePart& a, const MovePart& b) const;
    [[nodiscard]] bool join_excludes(const Part& part, const Part& other) const;
    [[nodiscard]] bool is_within(ProvisionId id, ProvisionId ancestor) const;
    [[nodiscard]] const std::vector<TextChange>& changes(const TextPart& part,
                                                         text::Language language);
    [[nodiscard]] std::string_view base(const text::FieldKey& key) const;

    const text::Draft& draft_;
    const std::vector<Proposal>& proposals_;
    text::Lexicon lexicon_;
    std::map<ProvisionId, const text::Provision*> provisions_;
    std::map<ProvisionId, ProvisionId> parents_;  // inserted ones too
    std::map<ProvisionId, ProvisionId> next_;     // the next sibling, of the draft
    std::map<ProvisionId, std::pair<Which, std::size_t>> inserted_;
    std::map<const TextPart*, std::vector<TextChange>> changes_;
};

}  // namespace travaux::consolidation
