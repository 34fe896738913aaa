// Amounts of money as people write them in the six languages.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "text/language.h"

namespace travaux::lang {

/// Returns an amount with the code of its currency, `USD 1,234.50`. `minor` counts the smallest
/// unit of the currency (ISO 4217; two decimals where it is not known). REQUIRES: a code of three
/// capital letters.
[[nodiscard]] std::string money_in_words(std::int64_t minor, const std::string& currency,
                                         text::Language language);

/// Returns a whole number with its thousands set off, in European digits.
[[nodiscard]] std::string number_in_words(std::int64_t number, text::Language language);

}  // namespace travaux::lang
