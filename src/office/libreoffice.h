// LibreOffice as a maker of PDF files.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "base/result.h"
#include "office/confined_process.h"

namespace travaux::office {

class LibreOffice {
public:
    explicit LibreOffice(std::filesystem::path program, ProcessLimits limits = {})
        : program_(std::move(program)), limits_(limits) {}

    /// Returns the one that stands in a list of folders, parted by colons, as `PATH` has them.
    [[nodiscard]] static std::optional<LibreOffice> find(std::string_view folders);

    [[nodiscard]] const std::filesystem::path& program() const { return program_; }

    /// Returns a Word file, or a text of OpenDocument as one XML file, as a PDF file: tagged,
    /// PDF/A-2b, with all its fonts. Each call has a folder and a profile of its own, which go with
    /// it. Errors: `pdf.failed`, also where it is to stop; `pdf.too_slow`, `file.unwritable`.
    [[nodiscard]] Result<std::string> pdf_of(std::string_view document,
                                             const std::stop_token& stop = {}) const;

private:
    std::filesystem::path program_;
    ProcessLimits limits_;
};

/// Returns a document as a PDF file, made by the LibreOffice of this system. Errors: those of
/// `pdf_of`, and `pdf.no_libreoffice`.
[[nodiscard]] Result<std::string> pdf_of_document(std::string_view document,
                                                  ProcessLimits limits = {},
                                                  const std::stop_token& stop = {});

}  // namespace travaux::office
