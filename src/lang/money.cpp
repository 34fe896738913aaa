// SPDX-License-Identifier: MIT
#include "lang/money.h"

#include <unicode/currunit.h>
#include <unicode/numberformatter.h>
#include <unicode/ucurr.h>

#include "base/result.h"

namespace travaux::lang {
namespace {

// Digits are the same in all languages, as in the documents of the organization.
icu::Locale locale_of(text::Language language) {
    return {(std::string(code_of(language)) + "-u-nu-latn").c_str()};
}

std::string utf8(const icu::number::FormattedNumber& number, UErrorCode& failure) {
    const icu::UnicodeString text = number.toString(failure);
    VERIFY(U_SUCCESS(failure));
    std::string result;
    return text.toUTF8String(result);
}

// `1234.50` of 123450: no amount passes through a floating point.
std::string decimal(std::int64_t minor, std::int32_t digits) {
    std::string text = std::to_string(minor < 0 ? -minor : minor);
    const auto places = static_cast<std::size_t>(digits);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    if (places > 0) text.insert(text.size() - places, ".");
    return minor < 0 ? "-" + text : text;
}

}  // namespace

std::string money_in_words(std::int64_t minor, const std::string& currency,
                           text::Language language) {
    UErrorCode failure = U_ZERO_ERROR;
    icu::UnicodeString code = icu::UnicodeString::fromUTF8(currency);
    const icu::CurrencyUnit unit(code.getTerminatedBuffer(), failure);
    const std::int32_t digits = ucurr_getDefaultFractionDigits(unit.getISOCurrency(), &failure);
    const auto number = icu::number::NumberFormatter::withLocale(locale_of(language))
                            .unit(unit)
                            .unitWidth(UNUM_UNIT_WIDTH_ISO_CODE)
                            .formatDecimal(decimal(minor, digits), failure);
    return utf8(number, failure);
}

std::string number_in_words(std::int64_t number, text::Language language) {
    UErrorCode failure = U_ZERO_ERROR;
    return utf8(
        icu::number::NumberFormatter::withLocale(locale_of(language)).formatInt(number, failure),
        failure);
}

}  // namespace travaux::lang
