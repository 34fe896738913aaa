// Entries of a record: one accepted act each, as canonical JSON. See docs/record-format.md.
//
// The bytes of an entry are the truth and are never written again. What an act means, and what its
// events mean, is no matter of this folder. Texts and files stand beside the entry as bodies; an
// entry names them by hash. A confidential act shows as a commitment and a time.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "record/merkle.h"
#include "record/signed_note.h"

namespace travaux::record {

/// What stands in an entry for a body.
struct BodyReference {
    Sha256 hash{};           ///< of the salt and the content
    std::uint64_t size = 0;  ///< of the content
    std::string media_type;

    bool operator==(const BodyReference&) const = default;
};

/// What an act changed, in the past tense.
struct Event {
    std::string name;
    boost::json::object fields;

    bool operator==(const Event&) const = default;
};

/// What somebody did.
struct Act {
    ActorId actor;  ///< none: the server itself
    std::string capacity;
    std::string name;
    std::vector<Event> events;
    std::vector<BodyReference> bodies;  ///< those that come into the record with this act

    bool operator==(const Act&) const = default;
};

/// The head at which a lost record ended, which another continues.
struct OldHead {
    std::string origin;
    TreeHead head;

    bool operator==(const OldHead&) const = default;
};

/// What the first entry says of its record.
struct Opening {
    std::string origin;
    std::optional<OldHead> continues;

    bool operator==(const Opening&) const = default;
};

/// An act that everybody may see, and what it does to the record itself.
struct OpenAct {
    Act act;
    std::optional<Opening> opens;          ///< in the first entry, and only there
    std::optional<VerifierKey> key;        ///< signs from the next size on; this size both sign
    std::vector<Sha256> withholds;         ///< bodies that are deleted
    std::vector<std::uint64_t> discloses;  ///< confidential entries whose content is public

    bool operator==(const OpenAct&) const = default;
};

/// A confidential act, as far as it shows: the hash of a salt and the act.
struct Commitment {
    Sha256 hash{};

    bool operator==(const Commitment&) const = default;
};

struct Entry {
    std::uint64_t index = 0;
    std::int64_t time_ms = 0;  ///< since 1970, UTC
    std::variant<OpenAct, Commitment> content;

    bool operator==(const Entry&) const = default;
};

/// Returns the bytes of an entry, which decode to the same entry. Errors: `entry.malformed`,
/// `entry.too_large`, those of canonical JSON.
[[nodiscard]] Result<std::string> encode(const Entry& entry);

/// Reads the bytes of an entry. Errors: as above, and `entry.field_unknown` where there is more
/// in the bytes than an entry has.
[[nodiscard]] Result<Entry> decode_entry(std::string_view bytes);

/// Returns the bytes of an act, as a commitment seals them.
[[nodiscard]] Result<std::string> encode(const Act& act);

/// Reads the bytes of an act.
[[nodiscard]] Result<Act> decode_act(std::string_view bytes);

}  // namespace travaux::record
