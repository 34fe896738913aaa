// The words of PDF files, read by poppler's pdftotext.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "office/confined_process.h"

namespace travaux::office {

/// Returns the words of a PDF file in UTF-8, a line for each block of them; nothing where the file
/// cannot be read, is locked or takes too long, and where the program is not there. The program has
/// no network, and the limits that are set.
[[nodiscard]] std::optional<std::string> words_of_pdf(std::string_view pdf, ProcessLimits limits,
                                                      const std::stop_token& stop = {});

}  // namespace travaux::office
