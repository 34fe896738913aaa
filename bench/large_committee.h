// A committee as large as one gets, made up: a treaty of 66 articles with 924 paragraphs, and
// proposals on all of them.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "host/kept_committee.h"
#include "record/signing.h"
#include "storage/memory.h"

namespace travaux::bench {

/// Returns the key that signs the record.
[[nodiscard]] const record::SigningKey& signing_key();

/// How many words each paragraph has, where nobody says otherwise.
inline constexpr unsigned words_usual = 36;

/// Makes the committee in an empty store, with its text and no proposals.
void found_large(record::Store& store, unsigned words = words_usual);

/// Returns who submits, and the next submission: another word in some paragraph of the text. The
/// same number gives the same submission.
[[nodiscard]] const committee::Caller& submitter();
[[nodiscard]] boost::json::object submission(std::uint32_t number, unsigned words = words_usual);

/// Has so many proposals submitted.
void submit_many(record::Store& store, std::uint32_t proposals, unsigned words = words_usual);

/// Has others put their names to the proposals until the record has so many entries.
void co_sponsor_many(record::Store& store, std::uint64_t entries);

/// Copies entries and bodies into an empty store.
void copy_record(storage::MemoryStore& from, record::Store& to);

}  // namespace travaux::bench
