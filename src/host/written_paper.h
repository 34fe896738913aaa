// The documents that are written from the record of a committee, as files.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "host/kept_committee.h"
#include "paperwork/paper.h"

namespace travaux::host {

enum class PaperForm : std::uint8_t { html, docx };

struct WrittenPaper {
    std::string bytes;
    std::string session;  ///< that it is about
    std::uint64_t entries = 0;
};

/// Writes a paper. Errors: those of `paperwork::write_paper`.
[[nodiscard]] Result<WrittenPaper> write_paper(const KeptCommittee& committee,
                                               paperwork::AskedPaper asked, PaperForm form);

}  // namespace travaux::host
