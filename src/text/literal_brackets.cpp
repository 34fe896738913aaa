// SPDX-License-Identifier: MIT
#include "text/literal_brackets.h"

#include <algorithm>
#include <array>

#include "text/code_point.h"

namespace travaux::text {
namespace {

constexpr char32_t open_sign = U'[';
constexpr char32_t close_sign = U']';
// Those of full width, which Chinese texts have.
constexpr char32_t wide_open_sign = 0xFF3B;
constexpr char32_t wide_close_sign = 0xFF3D;

bool is_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x2000) ||
           (c >= 0x3400 && c < 0xFF00);
}

// What takes the place of words that are to come.
bool is_placeholder(std::string_view words) {
    constexpr std::u32string_view signs = U" .…_-–—?XxYyZzNn•";
    bool has_sign = words.empty();
    for (std::size_t at = 0; at < words.size();) {
        const CodePoint point = code_point_at(words, at);
        at += point.bytes;
        const bool is_digit = point.value >= '0' && point.value <= '9';
        if (!is_digit && !signs.contains(point.value)) return false;
        has_sign = has_sign || !is_digit;
    }
    return has_sign;
}

// Whether words begin with "Option 1" or its like.
bool begins_option(std::string_view words) {
    constexpr std::array<std::string_view, 16> names = {
        "Option",   "OPTION",      "Alternative", "ALTERNATIVE", "Variante",     "Opción",
        "OPCIÓN",   "Alternativa", "Вариант",     "ВАРИАНТ",     "Альтернатива", "备选案文",
        "备选方案", "الخيار",      "خيار",        "البديل"};
    while (words.starts_with(' ')) words.remove_prefix(1);
    const auto* const name =
        std::ranges::find_if(names, [&](std::string_view one) { return words.starts_with(one); });
    if (name == names.end()) return false;
    const std::string_view rest = words.substr(name->size());
    if (rest.empty()) return true;
    const CodePoint next = code_point_at(rest, 0);
    if (!is_letter(next.value)) return true;
    // Chinese has no blank before its numerals.
    return name->starts_with("备");
}

// Whether a stroke stands between two words, neither of them a symbol, and is none of "and/or".
bool is_choice(std::string_view text, std::size_t at) {
    // No word is longer; a text of strokes alone is still read in time.
    constexpr std::size_t reach = 40;
    const std::size_t from = at - std::min(at, reach);
    std::string_view token = text.substr(from, at - from + reach);
    const std::size_t stroke = at - from;
    if (const auto end = token.find(' ', stroke); end != std::string_view::npos) {
        token = token.substr(0, end);
    }
    if (const auto blank = token.rfind(' ', stroke); blank != std::string_view::npos) {
        token.remove_prefix(blank + 1);
    }
    if (token.find_first_of("0123456789:") != std::string_view::npos) return false;
    constexpr std::array<std::string_view, 4> both = {"and/or", "et/ou", "y/o", "и/или"};
    if (std::ranges::any_of(both, [&](auto one) { return token.contains(one); })) return false;
    const char32_t left = last_code_point(text.substr(0, at));
    const bool has_right = at + 1 < text.size();
    return is_letter(left) && has_right && is_letter(code_point_at(text, at + 1).value);
}

class Reader {
public:
    Reader(const Draft& draft, Language language) : draft_(draft), language_(language) {}

    LiteralBrackets read() {
        for (std::size_t at = 0; at < draft_.provisions.size(); ++at) {
            for (const Field field : {Field::number, Field::heading, Field::text}) {
                read(words({at, field, 0}), {at, field, 0});
            }
        }
        for (const std::size_t pair : open_) found_.lone.push_back(found_.pairs[pair].open);
        std::ranges::sort(found_.lone);
        for (const std::size_t pair : open_) found_.pairs[pair].close = nowhere();
        std::erase_if(found_.pairs, [&](const auto& one) { return one.close == nowhere(); });
        count_depths();
        for (LiteralBracket& pair : found_.pairs) pair.use = use_of(pair);
        mark_alternatives();
        return std::move(found_);
    }

private:
    [[nodiscard]] SignPlace nowhere() const { return {draft_.provisions.size(), Field::text, 0}; }

    [[nodiscard]] const std::string& words(const SignPlace& place) const {
        return words_at(draft_, language_, place);
    }

    void read(std::string_view text, SignPlace place) {
        if (begins_option(text)) found_.options.push_back(place);
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint point = code_point_at(text, at);
            place.at = at;
            at += point.bytes;
            if (point.value == open_sign || point.value == wide_open_sign) {
                open_.push_back(found_.pairs.size());
                found_.pairs.push_back({place, {}, 0, BracketUse::words});
                SignPlace inside = place;
                inside.at = at;
                if (begins_option(text.substr(at))) found_.options.push_back(inside);
            } else if (point.value == close_sign || point.value == wide_close_sign) {
                if (open_.empty()) {
                    found_.lone.push_back(place);
                } else {
                    found_.pairs[open_.back()].close = place;
                    open_.pop_back();
                }
            } else if (point.value == U'/' && is_choice(text, place.at)) {
                found_.slashes.push_back(place);
            }
        }
    }

    void count_depths() {
        std::vector<SignPlace> closing;
        for (LiteralBracket& pair : found_.pairs) {
            while (!closing.empty() && closing.back() < pair.open) closing.pop_back();
            pair.depth = static_cast<std::uint32_t>(closing.size());
            closing.push_back(pair.close);
        }
    }

    [[nodiscard]] BracketUse use_of(const LiteralBracket& pair) const {
        const std::string_view text = words(pair.open);
        const std::size_t begin = pair.open.at + code_point_at(text, pair.open.at).bytes;
        if (begins_option(text.substr(begin))) return BracketUse::option;
        const bool is_short = pair.open.provision == pair.close.provision &&
                              pair.open.field == pair.close.field && pair.close.at - begin <= 40;
        return is_short && is_placeholder(text.substr(begin, pair.close.at - begin))
                   ? BracketUse::placeholder
                   : BracketUse::words;
    }

    // Brackets of one depth with nothing between them but blanks or a stroke offer a choice.
    void mark_alternatives() {
        std::vector<LiteralBracket*> before;  // by depth
        for (LiteralBracket& pair : found_.pairs) {
            before.resize(pair.depth + 1);
            LiteralBracket* const left = before.back();
            before.back() = &pair;
            if (left == nullptr || !is_beside(left->close, pair.open)) continue;
            for (LiteralBracket* one : {left, &pair}) {
                if (one->use == BracketUse::words) one->use = BracketUse::alternative;
            }
        }
    }

    [[nodiscard]] bool is_beside(const SignPlace& close, const SignPlace& open) const {
        if (close.provision != open.provision || close.field != open.field) return false;
        const std::string_view text = words(close);
        const std::size_t begin = close.at + code_point_at(text, close.at).bytes;
        if (open.at > begin + 3) return false;
        return text.substr(begin, open.at - begin).find_first_not_of(" /") ==
               std::string_view::npos;
    }

    const Draft& draft_;
    Language language_;
    LiteralBrackets found_;
    std::vector<std::size_t> open_;  // pairs that are not closed yet
};

}  // namespace

std::string_view name_of(BracketUse use) {
    constexpr std::array<std::string_view, 4> names = {"words", "alternative", "option",
                                                       "placeholder"};
    return names[static_cast<std::size_t>(use)];
}

LiteralBrackets literal_brackets_of(const Draft& draft, Language language) {
    return Reader(draft, language).read();
}

const std::string& words_at(const Draft& draft, Language language, const SignPlace& place) {
    const Wording& wording = draft.provisions[place.provision].in(language);
    switch (place.field) {
        case Field::number: return wording.number;
        case Field::heading: return wording.heading;
        case Field::text: break;
    }
    return wording.text;
}

std::string extract_at(const Draft& draft, Language language, const SignPlace& place) {
    constexpr std::size_t bytes_max = 72;
    const std::string_view words =
        std::string_view(words_at(draft, language, place)).substr(place.at);
    if (words.size() <= bytes_max) return std::string(words);
    std::size_t end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
    return std::string(words.substr(0, end)) + "…";
}

}  // namespace travaux::text
