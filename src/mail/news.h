// What people are told of, as it follows from the record: of an entry, and of days that come.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "access/notice.h"
#include "committee/rights.h"
#include "committee/state.h"
#include "record/entry.h"

namespace travaux::mail {

/// To whom something is told.
enum class Audience : std::uint8_t {
    everybody,    ///< who has a part
    delegations,  ///< of members, and who works for the committee
    sponsors,     ///< the delegations that sponsor a proposal
    member,       ///< one delegation
    readers,      ///< those who may read a paper
};

/// Something that people are told of.
struct News {
    access::NoticeKind kind = access::NoticeKind::session_planned;
    std::string about;  ///< its id on the record
    std::string
        member;  ///< the delegation that it goes to, or for a co-sponsor the one that joined
    Audience audience = Audience::everybody;

    bool operator==(const News&) const = default;
};

/// Returns what an entry has people told of; the state has the entry in it. A sealed one is told
/// where the state could open it. Errors: those of decoding.
[[nodiscard]] Result<std::vector<News>> news_of(const committee::State& state,
                                                const record::Entry& entry);

/// Whether something is told to somebody in one of their parts: delegates, heads, officers and
/// facilitators as long as the record knows them.
[[nodiscard]] bool is_told(const committee::State& state, const News& news,
                           const committee::Caller& caller);

}  // namespace travaux::mail
