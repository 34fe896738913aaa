// SPDX-License-Identifier: MIT
#include "formats/eid.h"

#include <doctest/doctest.h>

using namespace travaux;
using formats::eids_of;
using formats::NumberedProvision;
using text::ProvisionKind;

TEST_CASE("no two ids are alike, whatever numbers say") {
    CHECK(eids_of({{0, ProvisionKind::article, "Article 6 bis"},
                   {1, ProvisionKind::paragraph, "1."},
                   {1, ProvisionKind::paragraph, "1."},
                   {1, ProvisionKind::paragraph, ""},
                   {1, ProvisionKind::paragraph, "1."},
                   {1, ProvisionKind::paragraph, ""},
                   {2, ProvisionKind::subparagraph, "(a)"}}) ==
          std::vector<std::string>{"art_6bis", "art_6bis__para_1", "art_6bis__para_1-2",
                                   "art_6bis__para_2", "art_6bis__para_1-3", "art_6bis__para_3",
                                   "art_6bis__para_3__subpara_a"});
}

TEST_CASE("numbers keep their letters, without blanks and signs at their ends") {
    CHECK(eids_of({{0, ProvisionKind::chapter, "Chapter IV"},
                   {0, ProvisionKind::paragraph, "11.2 Rev. A"},
                   {0, ProvisionKind::subparagraph, "(a)"},
                   {0, ProvisionKind::subparagraph, "(A)"}}) ==
          std::vector<std::string>{"chp_IV", "para_11-2RevA", "subpara_a", "subpara_A"});
}

TEST_CASE("a list of a hundred thousand is counted on, not through") {
    const std::vector<NumberedProvision> list(100'000, {0, ProvisionKind::paragraph, ""});
    CHECK(eids_of(list).back() == "para_100000");
}
