// A draft: one frozen state of the treaty, a tree of provisions with words in up to six languages.
//
// Numbers and headings are attributes; only the permanent id identifies a provision. The tree is
// one list in reading order (preorder), so that a walk is a loop and equal drafts are equal lists.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "text/language.h"

namespace travaux::text {

/// Kinds of provision, outermost first.
enum class ProvisionKind : std::uint8_t {
    title,     ///< the title of the treaty, or of an annex
    preamble,  ///< holds the preambular paragraphs
    preambular_paragraph,
    part,
    chapter,
    section,
    article,
    paragraph,     ///< numbered or not; its text may introduce subparagraphs
    subparagraph,  ///< "(a)"
    item,          ///< "(i)" and deeper
    continuation,  ///< words of the parent that follow its subparagraphs
    annex,
    heading,  ///< a heading that numbers nothing and holds nothing
    table,    ///< holds rows of cells
    table_row,
    table_cell,
    footnote,
};

/// Returns the spelling of a kind on the wire, `preambular_paragraph`.
[[nodiscard]] std::string_view name_of(ProvisionKind kind);

/// Reads the spelling of a kind.
[[nodiscard]] std::optional<ProvisionKind> parse_provision_kind(std::string_view name);

/// What a provision says in one language. All texts are UTF-8 in NFC with single blanks.
struct Wording {
    std::string number;   ///< as printed: "Article 6", "2.", "(a)", "Chapter IV"; may be empty
    std::string heading;  ///< may be empty
    std::string text;     ///< may be empty

    bool operator==(const Wording&) const = default;
};

struct Provision {
    ProvisionId id;
    ProvisionKind kind = ProvisionKind::paragraph;
    std::uint32_t depth = 0;  ///< 0 at the top; a child's depth is its parent's plus one
    std::array<Wording, languages.size()> wordings;

    [[nodiscard]] const Wording& in(Language language) const {
        return wordings[static_cast<std::size_t>(language)];
    }
    [[nodiscard]] Wording& in(Language language) {
        return wordings[static_cast<std::size_t>(language)];
    }

    bool operator==(const Provision&) const = default;
};

struct Draft {
    std::string title;                 ///< a name for people, from the source
    std::vector<Language> written_in;  ///< sorted; the languages that have words
    Language working_language = Language::en;
    std::vector<Provision> provisions;

    bool operator==(const Draft&) const = default;
};

/// Returns the id of a draft: the hash of everything in it.
[[nodiscard]] DraftId id_of(const Draft& draft);

/// Returns the position of a provision in `draft.provisions`, or nothing.
[[nodiscard]] std::optional<std::size_t> find(const Draft& draft, ProvisionId id);

/// Returns the position after the last descendant of the provision at `at`.
[[nodiscard]] std::size_t subtree_end(const Draft& draft, std::size_t at);

/// Returns the position of the parent, or nothing at the top.
[[nodiscard]] std::optional<std::size_t> parent_of(const Draft& draft, std::size_t at);

}  // namespace travaux::text
