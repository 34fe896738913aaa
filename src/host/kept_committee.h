// A committee that is kept in a store: an act is decided on its state and appended to its record,
// and its state is the fold of that record.
//
// Whoever does an act waits until it is durable. Several threads may use one committee.
// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>

#include "committee/view.h"
#include "host/committee_library.h"
#include "storage/recorder.h"

namespace travaux::host {

/// One act as somebody sends it, with contents in the place of bodies, see `with_bodies`.
struct AttemptedAct {
    committee::Caller caller;
    std::string name;
    boost::json::object fields;
    std::optional<std::uint64_t> seen;  ///< entries of the page from which it is done
};

/// What came of an act.
struct DoneAct {
    std::uint64_t entry = 0;
    std::vector<std::string> born;  ///< the ids that it gave
};

/// A view as somebody asks for it.
struct AskedView {
    committee::Caller caller;
    std::string name;
    boost::json::object fields;
};

class KeptCommittee {
    struct Private {};

public:
    using Chance = std::function<record::Salt()>;

    /// Opens the record in an empty store. Errors: `store.moved_on` where it is not empty.
    [[nodiscard]] static Result<void> open_record(record::Store& store, std::int64_t time_ms,
                                                  const record::VerifierKey& key);

    /// Reads a whole record and folds it. The store outlives the committee. Errors: those of
    /// reading, and `event.unknown`.
    [[nodiscard]] static Result<std::unique_ptr<KeptCommittee>> open(record::Store& store,
                                                                     storage::Recorder::Clock clock,
                                                                     Chance chance);

    /// For `open` alone.
    KeptCommittee(Private /*only here*/, record::Store& store, storage::Recorder::Clock clock,
                  Chance chance);

    KeptCommittee(const KeptCommittee&) = delete;
    KeptCommittee& operator=(const KeptCommittee&) = delete;

    /// Does an act. Errors: `act.unknown`, `act.stale`, those of `decide`, those of the store.
    [[nodiscard]] Result<DoneAct> act(const AttemptedAct& attempt);

    /// Signs the heads that are not signed yet, see `record::sign_pending`.
    [[nodiscard]] Result<record::Note> sign(std::span<const record::SigningKey> keys,
                                            record::HeadMemory& memory);

    /// Returns what a view shows. Errors: `view.unknown`, those of `show`.
    [[nodiscard]] Result<boost::json::value> view(const AskedView& asked) const;

    /// Returns a published text with its brackets, as plain text.
    [[nodiscard]] Result<std::string> text(const std::string& id, text::Language language) const;

    /// Returns the state as it is.
    [[nodiscard]] committee::State state() const;

private:
    [[nodiscard]] Result<storage::Proposed> propose(const AttemptedAct& attempt,
                                                    const record::Sequence& sequence,
                                                    std::int64_t time_ms);
    [[nodiscard]] Result<std::string> content(const committee::BodyReference& body) const;
    [[nodiscard]] committee::BodyReference keep(std::string_view content, std::string media_type);
    [[nodiscard]] Result<committee::Events> fold(const record::Entry& entry);

    record::Store& store_;
    storage::Recorder::Clock clock_;
    Chance chance_;
    mutable std::mutex mutex_;
    committee::State state_;
    std::map<Sha256, record::Body> coming_;  // bodies of the act that is being done
    CommitteeLibrary library_;
    std::unique_ptr<storage::Recorder> recorder_;
};

}  // namespace travaux::host
