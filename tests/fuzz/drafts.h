// What the fuzzers of readers share: a small draft, and that a draft folder reads back equal.
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "formats/draft_folder.h"
#include "formats/import_text.h"

namespace travaux::tests {

/// Returns a language by a byte.
inline text::Language language_by(std::string_view byte) {
    const auto drawn = byte.empty() ? 0U : static_cast<unsigned char>(byte.front());
    return text::languages[drawn % text::languages.size()];
}

/// Returns what stands before and behind the first NUL.
inline std::pair<std::string_view, std::string_view> halves(std::string_view bytes) {
    const std::size_t at = bytes.find('\0');
    if (at == std::string_view::npos) return {bytes, {}};
    return {bytes.substr(0, at), bytes.substr(at + 1)};
}

/// Checks that a draft is written and reads back equal (law 20).
inline void check_round_trip(const formats::DraftWithProvenance& draft) {
    const auto files = formats::write_draft_folder(draft);
    const auto back = formats::read_draft_folder(files);
    VERIFY(back.has_value());
    VERIFY(back->draft == draft.draft);
    VERIFY(back->provenance == draft.provenance);
    VERIFY(formats::write_draft_folder(*back) == files);
}

/// Returns a short convention in English and French.
inline formats::DraftWithProvenance small_draft() {
    const auto english = formats::import_text(
        "# Convention on Lights\n\n## Preamble\n\nThe Parties,\n\n## Chapter I: Lights\n\n"
        "### Article 1: Duties\n\n1. Each Party shall keep [a light].\n\n2. Each Party shall:\n\n"
        "(a) report;\n\n(b) pay.\n\n### Article 2: Force\n\nIt enters into force at noon.\n\n"
        "## Annex\n\n1. Forms.\n",
        "en.md", text::Language::en);
    VERIFY(english.has_value());
    const auto both = formats::import_language(
        *english,
        "# Convention sur les feux\n\n## Préambule\n\nLes Parties,\n\n## Chapitre I: Feux\n\n"
        "### Article 1: Devoirs\n\n1. Chaque Partie tient un feu.\n\n2. Chaque Partie :\n\n"
        "a) informe;\n\nb) paie.\n\n### Article 2: Vigueur\n\nElle entre en vigueur à midi.\n\n"
        "## Annexe\n\n1. Formes.\n",
        "fr.md", text::Language::fr);
    VERIFY(both.has_value());
    return both->draft;
}

}  // namespace travaux::tests
