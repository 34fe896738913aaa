// Plays acts that are written in files into an empty store: a committee to try, or to test with.
//
// What is played depends on the files and the keys alone: the clock is that of the lines, persons
// have ids made of their names, and salts are drawn from the first key. The same files and keys
// give the same record, byte for byte. See docs/acts-as-lines.md.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "host/kept_committee.h"

namespace travaux::host {

/// One file of acts, an act a line.
struct ActLines {
    std::string name;  ///< as errors name it
    std::string bytes;
};

/// Returns the content of a file that a line names as `@NAME`.
using NamedFile = std::function<Result<std::string>(const std::string& name)>;

/// What is played, and with what.
struct Script {
    std::vector<ActLines> files;
    NamedFile file;
    std::span<const record::SigningKey> keys;  ///< the first opens the record; at least one
};

/// Where playing stopped and why.
struct PlayStop {
    std::string place;  ///< `file:line`
    Error error;
};

/// Plays a script into an empty store and signs the head. Returns the number of entries. Errors:
/// `store.moved_on` where the store is not empty, `play.*`, `json.*`, those of the acts.
[[nodiscard]] std::expected<std::uint64_t, PlayStop> play(record::Store& store,
                                                          const Script& script,
                                                          record::HeadMemory& memory);

/// Returns the id of a person that the lines call by a name.
[[nodiscard]] ActorId person_called(std::string_view name);

}  // namespace travaux::host
