// A committee as scenarios see it: acts go in, outcomes and views come out, at times that the
// scenario says, and without chance.
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "host/kept_committee.h"
#include "tests/http/http_client.h"
#include "tests/http/served_for_test.h"

namespace travaux::tests {

/// How acts and views reach the committee.
enum class Way : std::uint8_t { directly, over_http };

class CommitteeUnderTest {
public:
    /// Opens a record in an empty store, and a committee on it.
    explicit CommitteeUnderTest(record::Store& store, Way way = Way::directly);

    /// REQUIRES: it is reached over HTTP.
    [[nodiscard]] ServedForTest& server() { return *server_; }
    [[nodiscard]] http::ServedCommittee& served() { return *served_; }

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

    [[nodiscard]] Result<host::DoneAct> do_act(const host::AttemptedAct& attempt);

    record::Store& store_;
    std::atomic<std::int64_t> time_ms_ = 0;
    std::uint64_t salts_ = 0;
    std::unique_ptr<host::KeptCommittee> kept_;
    std::unique_ptr<http::ServedCommittee> served_;
    std::unique_ptr<ServedForTest> server_;
    mutable std::unique_ptr<HttpClient> client_;
};

}  // namespace travaux::tests
