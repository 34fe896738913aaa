// SPDX-License-Identifier: MIT
#include "host/kept_committee.h"

#include <doctest/doctest.h>

#include "base/base64.h"
#include "host/committee_search.h"
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

TEST_CASE("the words of a PDF file are read once, for who may add it, are counted, and are found") {
    storage::MemoryStore store;
    tests::sure(host::KeptCommittee::open_record(
        store, 0, record::verifier_of({"example.org/committee", {1}})));
    int count = 0;
    const auto read = [&](std::string_view pdf) -> std::optional<std::string> {
        ++count;
        CHECK(pdf.starts_with("%PDF-"));
        return "States Parties\nshall cooperate.\n";
    };
    const auto kept = tests::sure(host::KeptCommittee::open(
        store, [] { return 1'600'000'000'000; }, [] { return record::Salt{}; }, nullptr, read));
    const committee::Caller secretariat{{}, committee::Capacity::secretariat, {}};
    const auto act = [&](const std::string& name, const boost::json::object& fields) {
        return tests::sure(kept->act({secretariat, name, fields, {}}));
    };
    act("committee.found", {{"resolution", "A/RES/74/247"},
                            {"adopted_on", "2020-01-01"},
                            {"title", "Title"},
                            {"purpose", "Purpose"},
                            {"parent_organ", "Organ"}});
    const std::string document = act("document.enter", {{"symbol", "A/AC.291/CRP.1"},
                                                        {"title", "Note"},
                                                        {"kind", "note"},
                                                        {"author", "secretariat"},
                                                        {"distribution", "limited"},
                                                        {"original", "en"}})
                                     .born.front();
    const boost::json::object version{
        {"document", document},
        {"language", "en"},
        {"body", boost::json::object{{"base64", base64("%PDF-1.7\nstartxref\n0\n%%EOF\n")},
                                     {"media_type", "application/pdf"}}}};
    const committee::Caller member{{}, committee::Capacity::delegate, "GHA"};
    CHECK_FALSE(kept->act({member, "document.add_version", version, {}}));
    CHECK(count == 0);
    act("document.add_version", version);
    CHECK(count == 1);
    act("document.release", {{"document", document}, {"standing", "official"}});
    REQUIRE(kept->state().documents.at(document).versions.size() == 1);
    CHECK(kept->state().documents.at(document).versions.front().words == 4);
    host::PublicRecord record(store);
    (void)tests::sure(record.read_on(100));
    host::CommitteeSearch search({*kept, record});
    const host::Hits hits = tests::sure(search.find(kept->state(), "cooperate"));
    REQUIRE(hits.count == 1);
    CHECK(hits.shown.front().passage->of == document);
    CHECK(count == 1);
}
