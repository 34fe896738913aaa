// Texts with their successive wordings, and the words of which it is known which wording brought
// them: they stood nowhere in the text before, and in each wording since they stand once between
// the neighbours that they have in the last.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "consolidation/lineage.h"
#include "text/word.h"

namespace travaux::tests {

struct WordingHistory {
    std::string_view path;
    std::vector<consolidation::PlainTexts> wordings;  ///< oldest first
};

/// Reads what `wordings_to_drafts` writes; texts that never changed are left out. The bytes must
/// outlive the result.
inline std::vector<WordingHistory> histories_of(std::string_view bytes) {
    std::vector<WordingHistory> all;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view rest = bytes.substr(1, end - 1);
        switch (bytes.front()) {
            case 'T': all.push_back({rest, {}}); break;
            case 'L': all.back().wordings.emplace_back(); break;
            case 'P': all.back().wordings.back().push_back(rest); break;
            default: break;
        }
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    std::erase_if(all, [](const WordingHistory& one) { return one.wordings.size() < 2; });
    return all;
}

/// The words of the last wording, each as one token.
struct KnownWords {
    std::vector<std::string> words;
    /// The wording that brought each, or -1 where that is not known.
    std::vector<std::int32_t> brought_by;
};

inline std::vector<std::string> words_in(const consolidation::PlainTexts& texts) {
    std::vector<std::string> result;
    text::Lexicon lexicon;
    for (const std::string_view one : texts) {
        for (const text::Word word : text::words_of(one, lexicon)) {
            result.emplace_back(lexicon.spelling(word));
        }
    }
    return result;
}

/// Calls `visit(word, phrase)` for each word, the phrase being the word between its neighbours.
template <typename Visit>
void each_phrase(const std::vector<std::string>& words, Visit visit) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        std::string phrase = at > 0 ? words[at - 1] : std::string();
        (phrase += '\n') += words[at];
        phrase += '\n';
        if (at + 1 < words.size()) phrase += words[at + 1];
        visit(words[at], phrase);
    }
}

inline KnownWords known_words_of(const WordingHistory& history) {
    std::map<std::string, std::size_t> first;  // by word: the wording that has it first
    std::map<std::string, std::size_t> since;  // by phrase: from where on it stands once in each
    for (std::size_t at = 0; at < history.wordings.size(); ++at) {
        std::map<std::string, std::size_t> counts;
        each_phrase(words_in(history.wordings[at]), [&](const auto& word, const auto& phrase) {
            first.emplace(word, at);
            ++counts[phrase];
        });
        std::erase_if(since, [&](const auto& one) {
            const auto found = counts.find(one.first);
            return found == counts.end() || found->second != 1;
        });
        for (const auto& [phrase, count] : counts) {
            if (count == 1) since.emplace(phrase, at);
        }
    }
    KnownWords known{words_in(history.wordings.back()), {}};
    const std::size_t last = history.wordings.size() - 1;
    each_phrase(known.words, [&](const auto& word, const auto& phrase) {
        const std::size_t brought = first.at(word);
        const auto found = since.find(phrase);
        const bool stayed = found != since.end() && found->second <= brought;
        const bool is_known = brought == last || stayed;
        known.brought_by.push_back(is_known ? static_cast<std::int32_t>(brought) : -1);
    });
    return known;
}

/// How many of the words known are attributed rightly: those of the first wording, of the last, and
/// of those in between.
struct KnownScore {
    struct Part {
        std::size_t right = 0;
        std::size_t known = 0;
    };
    Part first;
    Part between;
    Part last;
    std::size_t words = 0;

    /// `brought_by` names a wording for each word.
    void add(const KnownWords& known, const std::vector<std::uint32_t>& brought_by,
             std::size_t wordings) {
        words += known.words.size();
        for (std::size_t at = 0; at < known.words.size(); ++at) {
            const std::int32_t want = known.brought_by[at];
            if (want < 0) continue;
            const auto place = static_cast<std::size_t>(want);
            Part& part = place == 0 ? first : place + 1 == wordings ? last : between;
            ++part.known;
            part.right += at < brought_by.size() && brought_by[at] == place ? 1U : 0U;
        }
    }

    [[nodiscard]] std::size_t known() const { return first.known + between.known + last.known; }
    [[nodiscard]] std::size_t right() const { return first.right + between.right + last.right; }
};

/// Returns which wording brought each word, by likeness.
inline std::vector<std::uint32_t> by_likeness(const WordingHistory& history) {
    std::vector<std::uint32_t> brought_by;
    for (const auto& text : consolidation::lineage_of(history.wordings).live) {
        for (const auto& run : text.runs) {
            if (!run.removed_by) brought_by.insert(brought_by.end(), run.words, run.draft);
        }
    }
    return brought_by;
}

}  // namespace travaux::tests
