// SPDX-License-Identifier: MIT
#include "tests/committee_under_test.h"

#include "committee/act.h"
#include "tests/record/sample_record.h"

namespace travaux::tests {

CommitteeUnderTest::CommitteeUnderTest(record::Store& store) : store_(store) {
    const record::SigningKey key{"example.org/committee", {1}};
    sure(host::KeptCommittee::open_record(store, 0, record::verifier_of(key)));
    kept_ = sure(open());
}

Result<std::unique_ptr<host::KeptCommittee>> CommitteeUnderTest::open() {
    return host::KeptCommittee::open(
        store_, [this] { return time_ms_; },
        [this] { return sha256("salt " + std::to_string(++salts_)); });
}

Result<host::DoneAct> CommitteeUnderTest::act(const host::AttemptedAct& attempt,
                                              std::int64_t time_ms) {
    time_ms_ = time_ms;
    const committee::State before = kept_->state();
    auto done = kept_->act(attempt);
    if (!done && kept_->state() != before) return committee::refuse("test.decided_and_changed");
    return done;
}

Result<boost::json::value> CommitteeUnderTest::view(const host::AskedView& asked,
                                                    std::int64_t time_ms) {
    time_ms_ = time_ms;
    return kept_->view(asked);
}

Result<std::string> CommitteeUnderTest::text(const std::string& id) const {
    return kept_->text(id, text::Language::en);
}

Result<void> CommitteeUnderTest::check() {
    TRY_ASSIGN(const auto again, open());
    if (again->state() != kept_->state()) return committee::refuse("test.replay_differs");
    return {};
}

}  // namespace travaux::tests
