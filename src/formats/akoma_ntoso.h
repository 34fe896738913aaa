// Akoma Ntoso: the file of a draft in one language, and of a consolidated text.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "consolidation/consolidated.h"
#include "formats/printing.h"
#include "text/draft.h"

namespace travaux::formats {

/// Returns a draft in one of its languages as an Akoma Ntoso 1.0 document: `wId` is the permanent
/// id, `eId` is computed from numbers and place.
[[nodiscard]] std::string write_akoma_ntoso(const text::Draft& draft, text::Language language);

/// Reads a document that `write_akoma_ntoso` wrote; the draft has words in one language. Errors:
/// `akoma_ntoso.*` with `file_name` and line.
[[nodiscard]] Result<text::Draft> read_akoma_ntoso(std::string_view xml,
                                                   std::string_view file_name);

/// Who gave a file of a draft its form.
enum class Form : std::uint8_t { own, of_others };

/// A draft and the form of its file.
struct DraftFile {
    text::Draft draft;
    Form form = Form::own;
};

/// Reads the file of a draft in either form.
[[nodiscard]] Result<DraftFile> read_draft_file(std::string_view xml, std::string_view file_name);

/// Returns a consolidated text as Akoma Ntoso: `ins` and `del` refer to the sponsors, rival
/// provisions are `alternativeTo` the first of them; what the standard cannot say stands in
/// `proprietary`. A reader that ignores that still has every word of every translated proposal.
[[nodiscard]] std::string write_akoma_ntoso(const text::Draft& draft,
                                            const consolidation::Consolidated& consolidated,
                                            const Printing& printing);

}  // namespace travaux::formats
