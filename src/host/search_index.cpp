// SPDX-License-Identifier: MIT
#include "host/search_index.h"

#include <unicode/brkiter.h>
#include <unicode/coll.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>

#include "base/result.h"
#include "base/search_limits.h"
#include "text/code_point.h"
#include "text/word.h"

namespace travaux::host {
namespace {

constexpr std::string_view ellipsis = "\xE2\x80\xA6";
constexpr std::size_t excerpt_bytes = 120;  // on either side

struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
};

// The next place where a code point begins, at or behind a byte.
std::size_t begin_at(std::string_view text, std::size_t at) {
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    return std::min(at, text.size());
}

// Cuts what is far from the words that were found.
Hit excerpt(const Passage& passage, std::size_t begin, std::size_t end) {
    const std::string_view text = passage.words;
    Hit hit{&passage, {}, std::string(text.substr(begin, end - begin)), {}};
    const std::size_t from =
        begin > excerpt_bytes ? begin_at(text, begin - excerpt_bytes) : std::size_t{0};
    const std::size_t to = begin_at(text, std::min(text.size(), end + excerpt_bytes));
    hit.before =
        (from > 0 ? std::string(ellipsis) : "") + std::string(text.substr(from, begin - from));
    hit.after =
        std::string(text.substr(end, to - end)) + (to < text.size() ? std::string(ellipsis) : "");
    return hit;
}

}  // namespace

// The words of texts, as ICU breaks and compares them.
class SearchIndex::Words {
public:
    Words() {
        UErrorCode failure = U_ZERO_ERROR;
        break_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), failure));
        collator_.reset(icu::Collator::createInstance(icu::Locale::getRoot(), failure));
        VERIFY(U_SUCCESS(failure));
        collator_->setStrength(icu::Collator::PRIMARY);
    }

    std::vector<Token> of(std::string_view text) const {
        UErrorCode failure = U_ZERO_ERROR;
        const std::unique_ptr<UText, CloseText> opened(
            utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &failure));
        const std::unique_ptr<icu::BreakIterator> breaks(break_->clone());
        breaks->setText(opened.get(), failure);
        VERIFY(U_SUCCESS(failure));
        std::vector<Token> tokens;
        std::int32_t begin = breaks->first();
        for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE;
             begin = end, end = breaks->next()) {
            if (breaks->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
            add(text, static_cast<std::size_t>(begin), static_cast<std::size_t>(end), tokens);
        }
        return tokens;
    }

private:
    void add(std::string_view text, std::size_t begin, std::size_t end,
             std::vector<Token>& tokens) const {
        const text::CodePoint first = text::code_point_at(text, begin);
        const bool is_han = text::word_class(first.value) == text::WordClass::han;
        if (!is_han) {
            std::string key = key_of(text.substr(begin, end - begin));
            if (!key.empty()) tokens.push_back({std::move(key), begin, end, false});
            return;
        }
        for (std::size_t at = begin; at < end;) {
            const std::size_t next = at + text::code_point_at(text, at).bytes;
            const bool continues = !tokens.empty() && tokens.back().end == at;
            tokens.push_back({key_of(text.substr(at, next - at)), at, next, continues});
            at = next;
        }
    }

    // The first level of a sort key. What stretches an Arabic word is left out.
    std::string key_of(std::string_view word) const {
        icu::UnicodeString folded = icu::UnicodeString::fromUTF8(
            icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
        folded.findAndReplace(icu::UnicodeString(u'\u0640'), icu::UnicodeString());
        std::array<std::uint8_t, 256> key{};
        const std::int32_t size = collator_->getSortKey(folded, key.data(), key.size());
        const auto used = std::min<std::size_t>(key.size(), static_cast<std::size_t>(size));
        return used <= 1 ? std::string() : std::string(key.begin(), key.begin() + used);
    }

    std::unique_ptr<icu::BreakIterator> break_;
    std::unique_ptr<icu::Collator> collator_;
};

SearchIndex::SearchIndex() : words_(std::make_unique<const Words>()) {}
SearchIndex::~SearchIndex() = default;

void SearchIndex::add(Passage passage) {
    const auto number = static_cast<std::uint32_t>(passages_.size());
    for (const Token& token : words_->of(passage.words)) {
        auto& list = passages_with_[token.key];
        if (list.empty() || list.back() != number) list.push_back(number);
    }
    passages_.push_back(std::move(passage));
}

std::vector<SearchIndex::Phrase> SearchIndex::phrases_of(std::string_view query) const {
    std::vector<Phrase> phrases;
    std::size_t words = 0;
    for (const Token& token : words_->of(query)) {
        if (++words > limits::search_words) break;
        if (token.continues && !phrases.empty()) {
            phrases.back().push_back(token.key);
        } else {
            phrases.push_back({token.key});
        }
    }
    return phrases;
}

std::set<std::uint32_t> SearchIndex::with(const Phrase& phrase) const {
    std::set<std::uint32_t> result;
    const auto first = passages_with_.find(phrase.front());
    if (first == passages_with_.end()) return result;
    for (const std::uint32_t one : first->second) {
        bool has_all = phrase.size() == 1;
        if (!has_all) {
            const auto tokens = words_->of(passages_[one].words);
            has_all = !std::ranges::search(tokens, phrase, {}, &Token::key).empty();
        }
        if (has_all) result.insert(one);
    }
    return result;
}

std::vector<std::uint32_t> SearchIndex::matching(std::string_view query) const {
    const auto phrases = phrases_of(query);
    if (phrases.empty()) return {};
    std::set<std::uint32_t> found = with(phrases.front());
    for (std::size_t at = 1; at < phrases.size() && !found.empty(); ++at) {
        const auto others = with(phrases[at]);
        std::erase_if(found, [&](std::uint32_t one) { return !others.contains(one); });
    }
    std::vector<std::uint32_t> ordered(found.begin(), found.end());
    std::ranges::stable_partition(ordered,
                                  [&](std::uint32_t one) { return passages_[one].is_title; });
    return ordered;
}

void SearchIndex::take(std::string_view query, std::uint32_t number, Hits& hits) const {
    ++hits.count;
    if (hits.shown.size() >= limits::search_hits) return;
    const Passage& passage = passages_[number];
    const auto tokens = words_->of(passage.words);
    const auto phrases = phrases_of(query);
    const auto found = std::ranges::search(tokens, phrases.front(), {}, &Token::key);
    VERIFY(!found.empty());
    hits.shown.push_back(excerpt(passage, found.front().begin, found.back().end));
}

}  // namespace travaux::host
