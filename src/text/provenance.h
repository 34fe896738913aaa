// Provenance: what introduced, and what removed, every word of a draft.
//
// A word is identified by its origin and its ordinal there, so the id of a word is its provenance.
// Removed words and provisions stay, where they stood, as tombstones.
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/id.h"
#include "text/draft.h"

namespace travaux::text {

/// Which words of a provision are meant.
enum class Field : std::uint8_t { number, heading, text };

/// Returns `number`, `heading` or `text`.
[[nodiscard]] std::string_view name_of(Field field);

/// Reads the spelling of a field.
[[nodiscard]] std::optional<Field> parse_field(std::string_view name);

/// How words came in, or went out.
enum class OriginKind : std::uint8_t { import, proposal, editorial };

/// Returns `import`, `proposal` or `editorial`.
[[nodiscard]] std::string_view name_of(OriginKind kind);

[[nodiscard]] std::optional<OriginKind> parse_origin_kind(std::string_view name);

/// One thing that introduced or removed words.
struct Origin {
    OriginId id;
    OriginKind kind = OriginKind::import;
    std::string name;                          ///< the proposal's id, or the imported file's name
    std::vector<std::string> sponsors;         ///< sorted; empty for an import
    std::uint32_t step = 0;                    ///< drafts adopted before it: 0 for the first import
    std::vector<std::string> brought_by = {};  ///< of a proposal: who submitted it and left it

    bool operator==(const Origin&) const = default;
};

/// Consecutive words of one origin: their ordinals there are `first`, `first` + 1, and so on.
struct Run {
    std::string text;           ///< spellings with single blanks, none at the start or the end
    bool blank_before = false;  ///< whether a blank stands before the first word
    OriginId origin;
    std::uint32_t first = 0;
    OriginId removed_by;  ///< none while the words live

    bool operator==(const Run&) const = default;
};

/// Where runs stand.
struct FieldKey {
    ProvisionId provision;
    Language language = Language::en;
    Field field = Field::text;

    auto operator<=>(const FieldKey&) const = default;
};

/// A provision's own coming and going; `after` and `parent` say where it stood when removed.
struct ProvisionHistory {
    ProvisionKind kind = ProvisionKind::paragraph;
    OriginId introduced_by;
    OriginId removed_by;      ///< none while it lives
    ProvisionId parent;       ///< of a removed one: its parent, none at the top
    ProvisionId after;        ///< of a removed one: its left neighbour, none where it was first
    ProvisionId split_from;   ///< none unless it was split off another
    ProvisionId joined_into;  ///< none unless its words went to another

    bool operator==(const ProvisionHistory&) const = default;
};

struct Provenance {
    std::uint32_t step = 0;  ///< drafts adopted so far
    std::map<OriginId, Origin> origins;
    std::map<ProvisionId, ProvisionHistory> provisions;
    std::map<FieldKey, std::vector<Run>> runs;  ///< live and removed, in reading order

    bool operator==(const Provenance&) const = default;
};

/// Whether a draft was made from an earlier one by adoptions, so that its provenance knows all that
/// the earlier one's does.
[[nodiscard]] bool descends(const Provenance& later, const Provenance& former);

/// Returns the live text of runs.
[[nodiscard]] std::string live_text(const std::vector<Run>& runs);

/// Returns the provenance of a draft in which everything has one origin.
[[nodiscard]] Provenance provenance_of_import(const Draft& draft, const Origin& origin);

}  // namespace travaux::text
