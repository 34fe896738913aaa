// SPDX-License-Identifier: MIT
#include "lang/money.h"

#include <doctest/doctest.h>

using namespace travaux;
using text::Language;

TEST_CASE("amounts keep their smallest unit, whatever the currency") {
    CHECK(lang::money_in_words(123'450, "USD", Language::en) == "USD\u00A01,234.50");
    CHECK(lang::money_in_words(5, "USD", Language::en) == "USD\u00A00.05");
    CHECK(lang::money_in_words(-5, "EUR", Language::en) == "-EUR\u00A00.05");
    CHECK(lang::money_in_words(1'234, "JPY", Language::en) == "JPY\u00A01,234");
    CHECK(lang::money_in_words(100'000'000'000'000'001, "USD", Language::en) ==
          "USD\u00A01,000,000,000,000,000.01");
}

TEST_CASE("amounts and numbers are set as the language sets them, with the same digits") {
    CHECK(lang::money_in_words(123'450, "USD", Language::fr) == "1\u202F234,50\u00A0USD");
    CHECK(lang::money_in_words(123'450, "USD", Language::ru) == "1\u00A0234,50\u00A0USD");
    CHECK(lang::number_in_words(1'234'567, Language::es) == "1.234.567");
    CHECK(lang::number_in_words(1'234'567, Language::zh) == "1,234,567");
    CHECK(lang::number_in_words(1'234, Language::ar).find('1') != std::string::npos);
}
