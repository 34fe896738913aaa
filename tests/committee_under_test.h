// A committee as scenarios see it: acts go in, outcomes and views come out, at times that the
// scenario says, and without chance.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "host/kept_committee.h"

namespace travaux::tests {

class CommitteeUnderTest {
public:
    /// Opens a record in an empty store, and a committee on it.
    explicit CommitteeUnderTest(record::Store& store);

    /// Does an act at a time. Deciding changes nothing: error `test.decided_and_changed`.
    [[nodiscard]] Result<host::DoneAct> act(const host::AttemptedAct& attempt,
                                            std::int64_t time_ms);

    /// Returns what a view shows at a time.
    [[nodiscard]] Result<boost::json::value> view(const host::AskedView& asked,
                                                  std::int64_t time_ms);

    /// Returns a published text with its brackets, as plain text.
    [[nodiscard]] Result<std::string> text(const std::string& id) const;

    /// Checks that the record, read anew, is sound and folds to the state. Error:
    /// `test.replay_differs`, and those of reading.
    [[nodiscard]] Result<void> check();

private:
    [[nodiscard]] Result<std::unique_ptr<host::KeptCommittee>> open();

    record::Store& store_;
    std::int64_t time_ms_ = 0;
    std::uint64_t salts_ = 0;
    std::unique_ptr<host::KeptCommittee> kept_;
};

}  // namespace travaux::tests
