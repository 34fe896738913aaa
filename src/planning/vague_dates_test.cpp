// SPDX-License-Identifier: MIT
#include "planning/vague_dates.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "planning/date_vocabulary.h"

using namespace travaux;
using namespace travaux::planning;
using text::Language;

namespace {

struct Case {
    Language language = Language::en;
    const char* words = "";
    std::optional<std::int32_t> year;
    Date first;
    Date last;
    Exactness exactness = Exactness::within;
    std::int32_t weeks = 0;
};

void check(const Case& one) {
    INFO(one.words);
    const auto window = read_dates({"plan.json:1", one.words, one.year, one.language});
    if (!window) {
        FAIL(window.error().id << " " << window.error().args.back());
        return;
    }
    CHECK(window->words == one.words);
    CHECK(window->first.text() == one.first.text());
    CHECK(window->last.text() == one.last.text());
    CHECK(window->exactness == one.exactness);
    CHECK((window->length ? window->length->count : 0) == one.weeks);
}

Error refusal_of(const char* words, std::optional<std::int32_t> year = {},
                 Language language = Language::en) {
    const auto window = read_dates({"plan.json:1", words, year, language});
    REQUIRE_FALSE(window);
    return window.error();
}

}  // namespace

TEST_CASE("the dates of the paper on outline and modalities are read as they stand in it") {
    using enum Exactness;
    constexpr auto zh = Language::zh;
    const std::array cases = {
        Case{zh, "8 月 2 日至 13 日", 2021, {2021, 8, 2}, {2021, 8, 13}, exact},
        Case{zh, "2 月 21 日至 3 月 4 日 中间的一周", 2022, {2022, 2, 21}, {2022, 3, 4}, doubtful},
        Case{zh, "8月22日至9月2日", 2022, {2022, 8, 22}, {2022, 9, 2}, exact},
        Case{zh, "12月12日至23日", 2022, {2022, 12, 12}, {2022, 12, 23}, exact},
        Case{zh, "四月内的两周*", 2023, {2023, 4, 1}, {2023, 4, 30}, within, 2},
        Case{zh, "8月下旬至9月初两周", 2023, {2023, 8, 21}, {2023, 9, 10}, within, 2},
        Case{zh, "12月内的两周", 2023, {2023, 12, 1}, {2023, 12, 31}, within, 2},
        Case{zh, "六月底前的两周", 2024, {2024, 6, 1}, {2024, 6, 30}, within, 2},
    };
    for (const Case& one : cases) check(one);
}

TEST_CASE("vague dates are read in the six languages") {
    const Case april{Language::en, "", {}, {2023, 4, 1}, {2023, 4, 30}, Exactness::within, 2};
    const Case summer{Language::en, "", 2023, {2023, 8, 21}, {2023, 9, 10}, Exactness::within, 2};
    const Case june{Language::en, "", {}, {2024, 6, 1}, {2024, 6, 30}, Exactness::within, 2};
    const Case august{Language::en, "", {}, {2021, 8, 2}, {2021, 8, 13}, Exactness::exact};
    const Case between{Language::en, "", {}, {2022, 2, 21}, {2022, 3, 4}, Exactness::doubtful};
    const auto check_in = [](Language language, Case one, const char* words) {
        one.language = language;
        one.words = words;
        check(one);
    };
    check_in(Language::en, april, "two weeks in April 2023");
    check_in(Language::ar, april, "أسبوعان في نيسان/أبريل 2023");
    check_in(Language::zh, april, "2023 年 4 月内的两周");
    check_in(Language::fr, april, "deux semaines en avril 2023");
    check_in(Language::ru, april, "две недели в апреле 2023 года");
    check_in(Language::es, april, "dos semanas en abril de 2023");

    check_in(Language::en, summer, "Two weeks between late August and early September");
    check_in(Language::ar, summer, "أسبوعان بين أواخر آب/أغسطس وأوائل أيلول/سبتمبر");
    check_in(Language::zh, summer, "8 月下旬至 9 月初两周");
    check_in(Language::fr, summer, "Deux semaines entre fin août et début septembre");
    check_in(Language::ru, summer, "две недели в период с конца августа по начало сентября");
    check_in(Language::es, summer, "dos semanas entre fines de agosto y principios de septiembre");

    check_in(Language::en, june, "two weeks before the end of June 2024");
    check_in(Language::ar, june, "أسبوعان قبل نهاية حزيران/يونيه 2024");
    check_in(Language::zh, june, "2024 年 6 月底前的两个星期");
    check_in(Language::fr, june, "deux semaines avant la fin de juin 2024");
    check_in(Language::ru, june, "две недели до конца июня 2024 года");
    check_in(Language::es, june, "dos semanas antes de fines de junio de 2024");

    check_in(Language::en, august, "2 to 13 August 2021");
    check_in(Language::en, august, "2–13 August 2021");
    check_in(Language::ar, august, "من ٢ إلى ١٣ آب/أغسطس ٢٠٢١");
    check_in(Language::zh, august, "2021 年 8 月 2 日至 13 日");
    check_in(Language::fr, august, "du 2 au 13 août 2021");
    check_in(Language::ru, august, "2–13 августа 2021 года");
    check_in(Language::es, august, "2 a 13 de agosto de 2021");

    check_in(Language::en, between, "21 February to 4 March 2022, the week in between");
    check_in(Language::fr, between, "21 février au 4 mars 2022, la semaine intermédiaire");
    check_in(Language::es, between, "21 de febrero a 4 de marzo de 2022, la semana intermedia");
    check_in(Language::ru, between, "21 февраля – 4 марта 2022 года, неделя между ними");
    check_in(Language::ar, between, "21 شباط/فبراير إلى 4 آذار/مارس 2022، الأسبوع الواقع بينهما");
}

TEST_CASE("a month has early, middle and late days, and halves") {
    check({Language::en, "mid-May 2024", {}, {2024, 5, 11}, {2024, 5, 20}});
    check({Language::fr, "mi-mai 2024", {}, {2024, 5, 11}, {2024, 5, 20}});
    check({Language::en, "late February 2024", {}, {2024, 2, 21}, {2024, 2, 29}});
    check({Language::en,
           "one week in the first half of May 2024",
           {},
           {2024, 5, 1},
           {2024, 5, 15},
           Exactness::within,
           1});
    check({Language::es, "a mediados de mayo de 2024", {}, {2024, 5, 11}, {2024, 5, 20}});
}

TEST_CASE("a length from a day on gives the days; dates may go over the new year") {
    check({Language::en,
           "two weeks from 2 August 2021",
           {},
           {2021, 8, 2},
           {2021, 8, 13},
           Exactness::exact,
           2});
    check({Language::en,
           "28 December to 8 January",
           2020,
           {2020, 12, 28},
           {2021, 1, 8},
           Exactness::exact});
    check({Language::fr, "1er au 5 mars 2021", {}, {2021, 3, 1}, {2021, 3, 5}, Exactness::exact});
}

TEST_CASE("words that are not understood are refused by name") {
    const Error unread = refusal_of("two weeks in sunny April 2023");
    CHECK(unread.id == "plan.dates_unread");
    CHECK(unread.args ==
          std::vector<std::string>{"plan.json:1", "two weeks in sunny April 2023", "sunny"});
    CHECK(refusal_of("两周在某月", 2023, Language::zh).id == "plan.dates_unread");
    CHECK(refusal_of("April May 2023").id == "plan.dates_unread");
}

TEST_CASE("dates that cannot be are refused") {
    CHECK(refusal_of("two weeks in April").id == "plan.year_missing");
    CHECK(refusal_of("two weeks in 2023").id == "plan.month_missing");
    CHECK(refusal_of("").id == "plan.month_missing");
    CHECK(refusal_of("29 February 2023").id == "plan.day_impossible");
    CHECK(refusal_of("31 to 32 August 2023").id == "plan.day_impossible");
    CHECK(refusal_of("4 March 2022 to 21 February 2022").id == "plan.window_reversed");
    CHECK(refusal_of("13 to 2 August", 2021).id == "plan.window_reversed");
    CHECK(refusal_of("4 March to 21 February", 2022).id == "plan.window_reversed");
    CHECK(refusal_of("three weeks in early April 2023").id == "plan.window_short");
}

TEST_CASE("whatever the words are, there is a window that is none backwards, or a refusal") {
    std::uint64_t state = 5;
    const auto below = [&](std::size_t bound) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state >> 33U) % bound;
    };
    int windows = 0;
    for (const Language language : text::languages) {
        std::vector<std::string> words = {"0",  "1",    "2",    "29", "31",
                                          "32", "2024", "9999", "-",  "/"};
        for (const DateSpelling& one : date_spellings(language)) words.emplace_back(one.words);
        for (int run = 0; run < 5'000; ++run) {
            std::string said;
            for (std::size_t count = 1 + below(6); count > 0; --count) {
                said += words[below(words.size())] + (language == Language::zh ? "" : " ");
            }
            INFO(said);
            const auto window = read_dates({"here", said, 2024, language});
            if (!window) continue;
            ++windows;
            REQUIRE(window->first <= window->last);
            REQUIRE(Date::parse(window->first.text()));
        }
    }
    CHECK(windows > 1'000);
}
