// SPDX-License-Identifier: MIT
#include "host/kept_committee.h"

#include <doctest/doctest.h>

#include "storage/memory.h"
#include "tests/record/sample_record.h"

using namespace travaux;

TEST_CASE("a defect in an act is heard by who does it, appends nothing, and others go on") {
    storage::MemoryStore store;
    tests::sure(host::KeptCommittee::open_record(
        store, 0, record::verifier_of({"example.org/committee", {1}})));
    bool is_broken = true;
    const auto chance = [&]() -> record::Salt {
        VERIFY(!is_broken);
        return {};
    };
    const auto kept =
        tests::sure(host::KeptCommittee::open(store, [] { return 1'600'000'000'000; }, chance));
    const committee::Caller secretariat{{}, committee::Capacity::secretariat, {}};
    const boost::json::object mandate{{"resolution", "A/RES/1"},
                                      {"adopted_on", "2020-01-01"},
                                      {"title", "Title"},
                                      {"purpose", "Purpose"},
                                      {"parent_organ", "Organ"}};
    CHECK(kept->act({secretariat, "committee.found", mandate, {}}));
    const boost::json::object text{
        {"subject", "convention"},
        {"kind", "initial_draft"},
        {"standing", "basis_of_work"},
        {"mandate", "Decision"},
        {"files", boost::json::object{{"import", "# Title\n\nWords.\n"}, {"language", "en"}}}};
    const host::AttemptedAct publish{secretariat, "text.publish", text, {}};
    CHECK_THROWS_AS((void)kept->act(publish), Defect);
    CHECK(tests::sure(store.length()) == 2);
    CHECK(kept->state().texts.empty());
    is_broken = false;
    CHECK(tests::sure(
              kept->act({secretariat,
                         "member.admit",
                         {{"seats",
                           boost::json::array{boost::json::object{
                               {"code", "GHA"}, {"name", "Ghana"}, {"status", "member_state"}}}}},
                         {}}))
              .entry == 2);
}
