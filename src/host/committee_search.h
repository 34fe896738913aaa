// The search of a committee: its documents, published texts and proposals, as the public record has
// them. What is confidential is never in it, so everybody finds the same.
// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <set>

#include "host/kept_committee.h"
#include "host/public_record.h"
#include "host/search_index.h"

namespace travaux::host {

/// Any thread may use it.
class CommitteeSearch {
public:
    /// What it reads, all of which outlives it.
    struct Source {
        const KeptCommittee& committee;
        const PublicRecord& record;
    };

    explicit CommitteeSearch(Source source) : source_(source) {}

    /// Returns where all words of a query stand, after what is new in a state was taken in:
    /// anywhere, or in a published text and the proposals on it. The place of a hit is, in a
    /// document, the hash of its file; in a text, the permanent id of the provision. Errors:
    /// `search.query_too_long`, those of reading.
    [[nodiscard]] Result<Hits> find(const committee::State& state, std::string_view query,
                                    std::string_view text = {});

private:
    [[nodiscard]] Result<void> take_in(const committee::State& state);
    void take_title(const std::string& id, const committee::Document& document);
    [[nodiscard]] Result<void> take_versions(const std::string& id,
                                             const committee::Document& document);
    [[nodiscard]] Result<void> take_text(const std::string& id);
    [[nodiscard]] Result<void> take_proposal(const std::string& id,
                                             const committee::Proposal& proposal);
    [[nodiscard]] bool is_new(const std::string& what) { return taken_.insert(what).second; }

    Source source_;
    std::mutex mutex_;  // all below
    SearchIndex index_;
    std::set<std::string> taken_;
    std::uint64_t entries_ = 0;
};

}  // namespace travaux::host
