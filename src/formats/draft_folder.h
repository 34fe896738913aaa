// A draft folder: one Akoma Ntoso file per language and `provenance.json`.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "base/result.h"
#include "text/draft.h"
#include "text/provenance.h"

namespace travaux::formats {

/// The files of a folder: bytes by name.
using Files = std::map<std::string, std::string>;

/// A draft with the account of where its words come from, and the documents of others from which
/// they were read, as far as these still say them.
struct DraftWithProvenance {
    text::Draft draft;
    text::Provenance provenance;
    std::map<text::Language, std::string> forms = {};

    bool operator==(const DraftWithProvenance&) const = default;
};

/// Returns the files of a draft folder.
[[nodiscard]] Files write_draft_folder(const DraftWithProvenance& draft);

/// Reads the files of a draft folder. Refuses what does not agree: languages with different trees
/// (`draft.languages_disagree`), words without provenance (`draft.provenance_disagrees`), a missing
/// file (`draft.file_missing`); arguments name the file and the provision.
[[nodiscard]] Result<DraftWithProvenance> read_draft_folder(const Files& files);

}  // namespace travaux::formats
