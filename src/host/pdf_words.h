// The words of PDF files, as another program reads them.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"

namespace travaux::host {

/// Reads each file once, and keeps what came of the last ones. Any thread may use it.
class PdfWords {
public:
    /// Returns the words of a PDF file, a line for each block of them; nothing where it cannot.
    using Read = std::function<std::optional<std::string>(std::string_view pdf)>;

    /// Without a reader no words are known.
    explicit PdfWords(Read read = {}) : read_(std::move(read)) {}

    std::optional<std::string> of(std::string_view pdf);

private:
    Read read_;
    std::mutex mutex_;
    std::map<Sha256, std::optional<std::string>> known_;
};

}  // namespace travaux::host
