// What every Word file of ours has beside its words: styles for provisions, running heads, and the
// ways in which provisions are found again in a file that comes back.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "docx/document.h"
#include "formats/printing.h"

namespace travaux::formats {

/// The namespace of the part that lists the provisions of a file.
inline constexpr std::string_view provisions_namespace = "urn:travaux:provisions";

/// Returns the style of a provision: a heading of a level, or text further in.
[[nodiscard]] std::string word_style_of(text::ProvisionKind kind, std::uint32_t depth);

/// Returns the name of a provision in a file, `p_` and the 32 digits of its id. The first paragraph
/// of the provision has it.
[[nodiscard]] std::string word_name_of(ProvisionId provision);

/// Returns the provision with a name, or none where the name is another's.
[[nodiscard]] ProvisionId provision_named(std::string_view name);

/// Returns 16 digits that tell what a provision says in one language: the first ones of the SHA-256
/// of its number, heading and text, a line each.
[[nodiscard]] std::string fingerprint_of(const text::Wording& wording);

/// What the words of a file are before its tracked changes.
enum class WordsBefore : std::uint8_t { of_draft, printed };

/// What a file of ours tells of the draft that it was made of.
struct MadeOf {
    DraftId draft;
    WordsBefore words = WordsBefore::printed;
};

/// Returns what the data of a file tells; nothing where no data does.
[[nodiscard]] std::optional<MadeOf> made_of(const docx::Document& document);

/// Returns an empty document: what it says of itself, its running heads, and the list of the
/// draft's provisions as a part of data.
[[nodiscard]] docx::Document word_frame(const text::Draft& draft,
                                        const consolidation::Consolidated& consolidated,
                                        const Printing& printing, WordsBefore words);

}  // namespace travaux::formats
