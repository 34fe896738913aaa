// SPDX-License-Identifier: MIT
#include "lang/messages.h"

#include <unicode/msgfmt.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ranges>
#include <vector>

#include "lang/direction.h"

namespace travaux::lang {
namespace {

using text::Language;

// Plain arrays: there are more messages than clang deduces the size of a std::array from. The build
// makes the rows of the files in lang/.
// NOLINTBEGIN(cppcoreguidelines-avoid-c-arrays)
constexpr Message arabic[] = {
#include "lang/rows/ar.inc"
};
constexpr Message chinese[] = {
#include "lang/rows/zh.inc"
};
constexpr Message english[] = {
#include "lang/rows/en.inc"
};
constexpr Message french[] = {
#include "lang/rows/fr.inc"
};
constexpr Message russian[] = {
#include "lang/rows/ru.inc"
};
constexpr Message spanish[] = {
#include "lang/rows/es.inc"
};
// NOLINTEND(cppcoreguidelines-avoid-c-arrays)

const Message* find(Language language, std::string_view id) {
    const auto all = messages(language);
    const auto found = std::ranges::lower_bound(all, id, {}, &Message::id);
    return found != all.end() && found->id == id ? &*found : nullptr;
}

// The name of a thing where there is one, such as `capacity.delegate`; otherwise the thing itself.
std::string named(std::string_view kind, const std::string& thing, Language language) {
    const auto name = find_words(language, std::string(kind) + "." + thing);
    return name ? std::string(*name) : thing;
}

enum class Arguments : std::uint8_t { beginnings, whole };

// `{0}` and `{1, capacity}`, and words between them.
std::string fill(std::string_view words, std::span<const std::string> args, Language language,
                 Arguments how = Arguments::beginnings) {
    std::string text;
    while (true) {
        const std::size_t open = words.find('{');
        text += words.substr(0, open);
        if (open == std::string_view::npos) return text;
        words.remove_prefix(open + 1);
        const std::size_t close = words.find('}');
        const auto index = static_cast<std::size_t>(words.front() - '0');
        std::string arg = index < args.size() ? args[index] : std::string();
        if (how == Arguments::beginnings) arg = shown(arg);
        constexpr std::size_t kind_at = 3;  // after "1, "
        const bool has_kind = close > kind_at;
        text +=
            set_off(has_kind ? named(words.substr(kind_at, close - kind_at), arg, language) : arg,
                    language);
        words.remove_prefix(close + 1);
    }
}

icu::Formattable formattable(const std::string& arg, Language language) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(arg.data(), arg.data() + arg.size(), number);
    const bool is_number = error == std::errc{} && end == arg.data() + arg.size();
    return is_number
               ? icu::Formattable(number)
               : icu::Formattable(icu::UnicodeString::fromUTF8(set_off(shown(arg), language)));
}

// With plurals, in the notation of ICU; the digits are those of the other arguments.
std::string fill_plural(std::string_view words, std::span<const std::string> args,
                        Language language) {
    UErrorCode failure = U_ZERO_ERROR;
    const std::string locale = std::string(code_of(language)) + "@numbers=latn";
    const icu::MessageFormat format(icu::UnicodeString::fromUTF8(words), locale.c_str(), failure);
    std::vector<icu::Formattable> values;
    for (const std::string& arg : args) values.push_back(formattable(arg, language));
    icu::UnicodeString text;
    icu::FieldPosition place;
    format.format(values.data(), static_cast<std::int32_t>(values.size()), text, place, failure);
    if (U_FAILURE(failure) != 0) return fill(words, args, language);
    std::string result;
    return text.toUTF8String(result);
}

}  // namespace

std::span<const Message> messages(Language language) {
    switch (language) {
        case Language::ar: return arabic;
        case Language::zh: return chinese;
        case Language::en: return english;
        case Language::fr: return french;
        case Language::ru: return russian;
        case Language::es: return spanish;
    }
    return english;
}

std::optional<std::string_view> find_words(Language language, std::string_view id) {
    const Message* found = find(language, id);
    if (found == nullptr) found = find(Language::en, id);
    return found == nullptr ? std::nullopt : std::optional(found->words);
}

std::string words(Language language, std::string_view id, std::span<const std::string> args) {
    const auto found = find_words(language, id);
    VERIFY(found);
    const std::string pattern =
        language == Language::ar ? set_off_code(*found) : std::string(*found);
    const bool has_plural = pattern.find(", plural,") != std::string::npos ||
                            pattern.find(", selectordinal,") != std::string::npos;
    std::string text =
        has_plural ? fill_plural(pattern, args, language) : fill(pattern, args, language);
    while (text.ends_with(' ')) text.pop_back();
    return text;
}

std::string words_in_full(Language language, std::string_view id,
                          std::span<const std::string> args) {
    const auto found = find_words(language, id);
    VERIFY(found);
    return fill(*found, args, language, Arguments::whole);
}

std::string label(Language language, std::string_view id, std::size_t number) {
    std::size_t at = 0;
    for (const auto one : std::views::split(words(language, id), '|')) {
        if (++at == number) return {one.begin(), one.end()};
    }
    return std::to_string(number);
}

std::string capitalized(std::string_view words, Language language) {
    auto text = icu::UnicodeString::fromUTF8(words);
    const std::int32_t end = text.moveIndex32(0, 1);
    icu::UnicodeString first(text, 0, end);
    first.toUpper(icu::Locale(std::string(code_of(language)).c_str()));
    text.replace(0, end, first);
    std::string result;
    return text.toUTF8String(result);
}

std::string sentence_of(const Error& error, Language language) {
    if (find_words(language, error.id)) return words(language, error.id, error.args);
    std::string sentence;
    for (const std::string& arg : error.args) sentence += set_off(shown(arg), language) + ": ";
    return sentence + shown(error.id);
}

}  // namespace travaux::lang
