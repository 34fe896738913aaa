// SPDX-License-Identifier: MIT
#include "planning/date_words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/result.h"
#include "planning/date_vocabulary.h"

namespace travaux::planning {
namespace {

using enum DateToken::Kind;
using text::Language;

// Small letters in NFC; every digit is 0 to 9, every blank a plain one, every apostrophe a curly
// one.
std::string plain(std::string_view words) {
    UErrorCode failure = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(failure);
    auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(words.data(), static_cast<std::int32_t>(words.size())));
    text = nfc->normalize(text.foldCase(), failure);
    VERIFY(U_SUCCESS(failure));
    icu::UnicodeString result;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 sign = text.char32At(at);
        if (u_isdigit(sign)) {
            result.append(static_cast<UChar32>('0' + u_charDigitValue(sign)));
        } else if (u_isUWhiteSpace(sign)) {
            result.append(static_cast<UChar32>(' '));
        } else {
            result.append(sign == '\'' ? UChar32{0x2019} : sign);
        }
    }
    std::string bytes;
    result.toUTF8String(bytes);
    return bytes;
}

UChar32 sign_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return ' ';
    UChar32 sign = 0;
    U8_GET(reinterpret_cast<const std::uint8_t*>(text.data()), 0, static_cast<std::int32_t>(at),
           static_cast<std::int32_t>(text.size()), sign);
    return sign;
}

class Reader {
public:
    Reader(std::string text, Language language)
        : text_(std::move(text)), language_(language), spellings_(date_spellings(language)) {}

    DateTokens read() {
        while (at_ < text_.size()) {
            if (!take_words() && !take_sign() && !take_prefix()) take_unread();
        }
        return std::move(result_);
    }

private:
    void add(DateToken token) {
        if (token.kind != nothing) result_.tokens.push_back(token);
    }

    // Digits, dashes and signs that say nothing.
    bool take_sign() {
        constexpr std::string_view idle = " .,;:()[]*/";
        if (idle.find(text_[at_]) != std::string_view::npos) {
            ++at_;
            return true;
        }
        for (const std::string_view sign : {"،", "、", "，", "（", "）", "。"}) {
            if (!rest().starts_with(sign)) continue;
            at_ += sign.size();
            return true;
        }
        const std::size_t digits = std::min(rest().find_first_not_of("0123456789"), rest().size());
        if (digits > 0 && digits <= 4) {
            std::int32_t value = 0;
            std::from_chars(text_.data() + at_, text_.data() + at_ + digits, value);
            add({number, value});
            at_ += digits;
            return true;
        }
        for (const std::string_view dash : {"-", "–", "—"}) {
            if (!rest().starts_with(dash)) continue;
            add({range, 0});
            at_ += dash.size();
            return true;
        }
        return false;
    }

    // Where words are set apart by blanks, no word ends in the middle of one.
    [[nodiscard]] const DateSpelling* find_words() const {
        for (const DateSpelling& one : spellings_) {
            if (!rest().starts_with(one.words)) continue;
            const bool is_joined = one.words.ends_with("’") || one.words.ends_with("-");
            const bool goes_on = u_isalpha(sign_at(text_, at_ + one.words.size())) != 0;
            if (language_ == Language::zh || is_joined || !goes_on) return &one;
        }
        return nullptr;
    }

    bool take_words() {
        const DateSpelling* found = find_words();
        if (found == nullptr) return false;
        add(found->token);
        at_ += found->words.size();
        return true;
    }

    // In Arabic "and", "in", "to" are written as one with the word behind them.
    bool take_prefix() {
        if (language_ != Language::ar) return false;
        for (const std::string_view prefix : {"و", "ب", "ل", "ف"}) {
            if (!rest().starts_with(prefix)) continue;
            const std::size_t before = at_;
            at_ += prefix.size();
            const bool is_number = at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9';
            if (find_words() == nullptr && !is_number) {
                at_ = before;
                return false;
            }
            if (prefix == "و") add({range, 0});
            return true;
        }
        return false;
    }

    void take_unread() {
        const std::size_t end = std::min(text_.find(' ', at_), text_.size());
        result_.unread.push_back(text_.substr(at_, end - at_));
        at_ = end;
    }

    [[nodiscard]] std::string_view rest() const { return std::string_view(text_).substr(at_); }

    std::string text_;
    Language language_;
    std::vector<DateSpelling> spellings_;
    std::size_t at_ = 0;
    DateTokens result_;
};

}  // namespace

DateTokens date_tokens(std::string_view words, Language language) {
    return Reader(plain(words), language).read();
}

}  // namespace travaux::planning
