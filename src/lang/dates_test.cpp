// SPDX-License-Identifier: MIT
#include "lang/dates.h"

#include <doctest/doctest.h>

using namespace travaux;
using namespace travaux::lang;
using text::Language;

TEST_CASE("a day is written as documents of the United Nations write it") {
    const Date day{2019, 12, 27};
    CHECK(date_in_words(day, Language::en) == "27 December 2019");
    CHECK(date_in_words(day, Language::fr) == "27 décembre 2019");
    CHECK(date_in_words({2022, 3, 1}, Language::fr) == "1er mars 2022");
    CHECK(date_in_words(day, Language::es) == "27 de diciembre de 2019");
    CHECK(date_in_words(day, Language::ru) == "27 декабря 2019 года");
    CHECK(date_in_words(day, Language::zh) == "2019年12月27日");
    CHECK(date_in_words(day, Language::ar) == "27 \u2068كانون الأول/ديسمبر\u2069 2019");
}

TEST_CASE("a day has its day of the week") {
    const Date day{2022, 3, 1};
    CHECK(weekday_in_words(day, Language::en) == "Tuesday, 1 March 2022");
    CHECK(weekday_in_words({2022, 3, 6}, Language::en) == "Sunday, 6 March 2022");
    CHECK(weekday_in_words({2022, 3, 7}, Language::fr) == "lundi 7 mars 2022");
    CHECK(weekday_in_words(day, Language::es) == "martes 1 de marzo de 2022");
    CHECK(weekday_in_words(day, Language::ru) == "вторник, 1 марта 2022 года");
    CHECK(weekday_in_words(day, Language::zh) == "2022年3月1日，星期二");
    CHECK(weekday_in_words(day, Language::ar) ==
          "\u2068الثلاثاء\u2069، \u20681 آذار/مارس 2022\u2069");
}

TEST_CASE("a time has the day before it") {
    const LocalTime time{{2022, 2, 1}, 18 * 60 + 5};
    CHECK(time_in_words(time, Language::en) == "1 February 2022, 18:05");
    CHECK(time_in_words(time, Language::fr) == "1er février 2022 à 18:05");
    CHECK(time_in_words(time, Language::zh) == "2022年2月1日 18:05");
    CHECK(time_in_words({{2022, 2, 1}, 5}, Language::es) == "1 de febrero de 2022 a las 0:05");
}
