// Words found again: an index in memory over passages in the six languages.
//
// Words are compared at the first level of collation, so that capitals, accents and the vowel marks
// of Arabic play no part. Chinese is sought character by character, in the order in which they are
// asked for. Results depend on what was added and in which order, and on nothing else.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace travaux::host {

/// Some words in a place.
struct Passage {
    std::string of;     ///< the id of what it belongs to
    std::string place;  ///< in it, for whoever leads there; may be empty
    text::Language language = text::Language::en;
    std::string words;  ///< UTF-8
    bool is_title = false;

    bool operator==(const Passage&) const = default;
};

/// Where words were found: the passage, and the part of it around the first of them.
struct Hit {
    const Passage* passage = nullptr;  ///< lives as long as the index
    std::string before;                ///< with an ellipsis where more stands before
    std::string found;
    std::string after;
};

/// What a search gives: some hits, and how many there are.
struct Hits {
    std::vector<Hit> shown;
    std::size_t count = 0;
};

class SearchIndex {
public:
    SearchIndex();
    SearchIndex(const SearchIndex&) = delete;
    SearchIndex& operator=(const SearchIndex&) = delete;
    ~SearchIndex();

    void add(Passage passage);

    /// Returns the passages that have all words of a query, titles first, then as they were added;
    /// at most `limits::search_hits` of those that `may_see` lets through. Words beyond
    /// `limits::search_words` play no part; without any word nothing is found.
    template <typename MaySee>
    [[nodiscard]] Hits find(std::string_view query, MaySee may_see) const {
        Hits hits;
        for (const std::uint32_t one : matching(query)) {
            if (may_see(passages_[one])) take(query, one, hits);
        }
        return hits;
    }

    [[nodiscard]] std::size_t size() const { return passages_.size(); }

private:
    /// A word of a passage or of a query.
    struct Token {
        std::string key;  ///< equal for words that are compared as equal
        std::size_t begin = 0;
        std::size_t end = 0;
        bool continues = false;  ///< a Chinese character right behind another
    };
    class Words;

    /// The tokens of a query that have to stand one behind the other.
    using Phrase = std::vector<std::string>;

    [[nodiscard]] std::vector<Phrase> phrases_of(std::string_view query) const;
    [[nodiscard]] std::vector<std::uint32_t> matching(std::string_view query) const;
    [[nodiscard]] std::set<std::uint32_t> with(const Phrase& phrase) const;
    void take(std::string_view query, std::uint32_t passage, Hits& hits) const;

    std::unique_ptr<const Words> words_;
    std::deque<Passage> passages_;  // hits point into it
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> passages_with_;
};

}  // namespace travaux::host
