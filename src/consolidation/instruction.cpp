// SPDX-License-Identifier: MIT
#include "consolidation/instruction.h"

#include <algorithm>
#include <vector>

#include "text/word.h"

namespace travaux::consolidation {
namespace {

using text::Word;
using text::Words;

std::vector<std::size_t> places(const Words& text, const Words& wanted) {
    std::vector<std::size_t> found;
    if (wanted.empty()) return found;
    for (auto from = text.begin();;) {
        const auto hit =
            std::search(from, text.end(), wanted.begin(), wanted.end(), text::same_spelling);
        if (hit == text.end()) return found;
        found.push_back(static_cast<std::size_t>(hit - text.begin()));
        from = hit + static_cast<std::ptrdiff_t>(wanted.size());
    }
}

}  // namespace

std::size_t occurrences(std::string_view text, std::string_view words) {
    text::Lexicon lexicon;
    return places(text::words_of(text, lexicon), text::words_of(words, lexicon)).size();
}

std::string with_replaced(std::string_view text, std::string_view words, std::string_view by) {
    text::Lexicon lexicon;
    const Words before = text::words_of(text, lexicon);
    const Words wanted = text::words_of(words, lexicon);
    Words after;
    std::size_t at = 0;
    const auto copy_to = [&](std::size_t end) {
        after.insert(after.end(), before.begin() + static_cast<std::ptrdiff_t>(at),
                     before.begin() + static_cast<std::ptrdiff_t>(end));
    };
    for (const std::size_t place : places(before, wanted)) {
        copy_to(place);
        Words more = text::words_of(by, lexicon);
        // What takes the place keeps the blank that stood before it.
        if (!more.empty()) more.front() = (more.front() & ~Word{1}) | (before[place] & 1U);
        after.insert(after.end(), more.begin(), more.end());
        at = place + wanted.size();
    }
    copy_to(before.size());
    return text::text_of(after, lexicon);
}

std::optional<std::string> without_brackets(std::string_view text, std::string_view words) {
    text::Lexicon lexicon;
    Words before = text::words_of(text, lexicon);
    const Words wanted = text::words_of(words, lexicon);
    const Word open = lexicon.word("[", false);
    const Word close = lexicon.word("]", false);
    const auto is_pair = [&](std::size_t from, std::size_t to) {
        return from < to && to < before.size() && text::same_spelling(before[from], open) &&
               text::same_spelling(before[to], close);
    };
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    if (wanted.empty() && !before.empty()) {
        if (is_pair(0, before.size() - 1)) pairs.emplace_back(0, before.size() - 1);
    }
    for (const std::size_t place : places(before, wanted)) {
        if (place > 0 && is_pair(place - 1, place + wanted.size())) {
            pairs.emplace_back(place - 1, place + wanted.size());
        }
    }
    if (pairs.size() != 1) return std::nullopt;
    const auto [from, to] = pairs.front();
    if (from + 1 < to) before[from + 1] = (before[from + 1] & ~Word{1}) | (before[from] & 1U);
    before.erase(before.begin() + static_cast<std::ptrdiff_t>(to));
    before.erase(before.begin() + static_cast<std::ptrdiff_t>(from));
    return text::text_of(before, lexicon);
}

}  // namespace travaux::consolidation
