// SPDX-License-Identifier: MIT
#include "planning/feasts.h"

#include <doctest/doctest.h>

using namespace travaux;
using namespace travaux::planning;

namespace {

std::string days_text(Feast feast, std::int32_t year) {
    std::string text;
    for (const Date& date : days_of(feast, year)) text += (text.empty() ? "" : " ") + date.text();
    return text;
}

}  // namespace

TEST_CASE("Easter of the West and of the East is computed for any year") {
    CHECK(days_text(Feast::easter, 2023) == "2023-04-09");
    CHECK(days_text(Feast::easter, 2024) == "2024-03-31");
    CHECK(days_text(Feast::easter, 2038) == "2038-04-25");
    CHECK(days_text(Feast::good_friday, 2017) == "2017-04-14");
    CHECK(days_text(Feast::orthodox_easter, 2023) == "2023-04-16");
    CHECK(days_text(Feast::orthodox_easter, 2024) == "2024-05-05");
    CHECK(days_text(Feast::orthodox_good_friday, 2017) == "2017-04-14");
    CHECK(days_text(Feast::orthodox_christmas, 2017) == "2017-01-07");
    CHECK(days_text(Feast::orthodox_christmas, 2102) == "2102-01-08");
}

TEST_CASE("feasts of the moon are found in their calendars, and say how sure they are") {
    CHECK(days_text(Feast::eid_al_fitr, 2023) == "2023-04-21");
    CHECK(days_text(Feast::eid_al_adha, 2023) == "2023-06-28");
    CHECK(days_text(Feast::eid_al_fitr, 2000) == "2000-01-08 2000-12-27");
    CHECK(days_text(Feast::yom_kippur, 2017) == "2017-09-30");
    CHECK(days_text(Feast::yom_kippur, 2023) == "2023-09-25");
    CHECK(days_text(Feast::lunar_new_year, 2023) == "2023-01-22");
    CHECK(days_text(Feast::lunar_new_year, 2024) == "2024-02-10");
    CHECK(certainty_of(Feast::eid_al_fitr) == Certainty::subject_to_sighting);
    CHECK(certainty_of(Feast::vesak) == Certainty::reckoned);
    CHECK(certainty_of(Feast::easter) == Certainty::fixed);
}

TEST_CASE("feasts of new and full moons are computed from the moon") {
    CHECK(days_text(Feast::vesak, 2017) == "2017-05-10");
    CHECK(days_text(Feast::vesak, 2025) == "2025-05-12");
    CHECK(days_text(Feast::vesak, 2026) == "2026-05-31");
    CHECK(days_text(Feast::diwali, 2017) == "2017-10-19");
    CHECK(days_text(Feast::diwali, 2018) == "2018-11-07");
    CHECK(days_text(Feast::diwali, 2020) == "2020-11-14");
    CHECK(days_text(Feast::diwali, 2022) == "2022-10-24");
    CHECK(days_text(Feast::diwali, 2023) == "2023-11-12");
    CHECK(days_text(Feast::gurpurab, 2017) == "2017-11-04");
    CHECK(days_text(Feast::gurpurab, 2022) == "2022-11-08");
    CHECK(days_text(Feast::gurpurab, 2023) == "2023-11-27");
}

TEST_CASE("the fifth session of the Committee meets feasts on 14, 16 and 21 April 2023") {
    const auto found = feasts_between({2023, 4, 11}, {2023, 4, 21});
    const std::vector<FeastDay> wanted = {{{2023, 4, 14}, Feast::orthodox_good_friday},
                                          {{2023, 4, 16}, Feast::orthodox_easter},
                                          {{2023, 4, 21}, Feast::eid_al_fitr}};
    CHECK(found == wanted);
}
