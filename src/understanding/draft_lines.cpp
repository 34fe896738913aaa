// SPDX-License-Identifier: MIT
#include "understanding/draft_lines.h"

namespace travaux::understanding {
namespace {

std::string joined(const std::string& first, const std::string& second) {
    if (first.empty() || second.empty()) return first + second;
    return std::string(first).append(" ").append(second);
}

}  // namespace

std::vector<DraftLine> lines_of_draft(const text::Draft& draft, text::Language language) {
    std::vector<DraftLine> lines;
    const auto add = [&](std::size_t at, LineRole role, std::string text) {
        if (!text.empty()) lines.push_back({at, role, std::move(text)});
    };
    for (std::size_t at = 0; at < draft.provisions.size(); ++at) {
        const text::Wording& wording = draft.provisions[at].in(language);
        if (wording.heading.empty()) {
            add(at, LineRole::numbered_words, joined(wording.number, wording.text));
        } else {
            add(at, LineRole::heading, joined(wording.number, wording.heading));
            add(at, LineRole::words, wording.text);
        }
    }
    return lines;
}

}  // namespace travaux::understanding
