// SPDX-License-Identifier: MIT
#include "office/pdf_words.h"

#include <algorithm>

#include "office/own_folder.h"

namespace travaux::office {
namespace {

// Lines that follow each other are one block; an empty line, or a new page, ends it.
std::string blocks_of(std::string_view lines) {
    std::string blocks;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find_first_of("\n\f"), lines.size());
        const std::string_view line = lines.substr(0, end);
        const bool is_page_end = end < lines.size() && lines[end] == '\f';
        lines.remove_prefix(std::min(end + 1, lines.size()));
        if (!line.empty()) {
            if (!blocks.empty() && blocks.back() != '\n') blocks += ' ';
            blocks += line;
        }
        const bool ends = line.empty() || is_page_end;
        if (ends && !blocks.empty() && blocks.back() != '\n') blocks += '\n';
    }
    return blocks;
}

}  // namespace

std::optional<std::string> words_of_pdf(std::string_view pdf, ProcessLimits limits,
                                        const std::stop_token& stop) {
    const OwnFolder folder;
    if (!folder.is_there() || !folder.write("source.pdf", pdf)) return std::nullopt;
    const Command command{{"/usr/bin/pdftotext", "-q", "-enc", "UTF-8", folder.path("source.pdf"),
                           folder.path("words.txt")},
                          {"PATH=/usr/bin:/bin", "LANG=C.UTF-8"}};
    if (run_confined(command, limits, stop) != ProcessEnd::done) return std::nullopt;
    return blocks_of(folder.read("words.txt"));
}

}  // namespace travaux::office
