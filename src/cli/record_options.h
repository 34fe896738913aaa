// What `travaux act`, `travaux view` and `travaux letter` have in common: the record, who asks, and
// the fields.
// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <memory>

#include "host/kept_committee.h"
#include "storage/key_folder.h"
#include "storage/sqlite.h"

namespace travaux::cli {

struct RecordOptions {
    std::string record;
    std::string name;  ///< of the act or the view
    std::string capacity = "visitor";
    std::string member;
    std::string actor;
    std::vector<std::string> fields;
    std::string token;  ///< the file of the token, where a server is asked
};

/// Returns the time of this machine in milliseconds since 1970, UTC.
[[nodiscard]] std::int64_t now_ms();

/// Adds the options to a command.
void add_record_options(CLI::App& command, RecordOptions& options);

/// Returns who asks. Errors: `command.capacity_unknown`, `command.actor_malformed`.
[[nodiscard]] Result<committee::Caller> caller_of(const RecordOptions& options);

/// Returns the fields: `name=text`, `name:=JSON`, `name=@FILE`. Errors: `command.field_malformed`,
/// those of files.
[[nodiscard]] Result<boost::json::object> fields_of(const RecordOptions& options);

/// Returns the key that a new record is opened with: the first of a folder, made for an origin
/// where there is none. Nothing where no origin is given.
[[nodiscard]] Result<std::optional<record::VerifierKey>> opening_key(storage::KeyFolder& keys,
                                                                     const std::string& origin);

/// A committee and the file that it is kept in.
struct OpenedCommittee {
    std::unique_ptr<storage::SqliteStore> store;
    std::unique_ptr<host::KeptCommittee> committee;
};

/// Opens a committee with the clock and chance of this machine. A record that is not there is
/// opened with `key`, where there is one. Errors: those of the store, `command.record_not_there`.
[[nodiscard]] Result<OpenedCommittee> open_committee(
    const std::string& path, storage::Access access,
    const std::optional<record::VerifierKey>& key = {});

/// Returns what a view shows, of a file or of a server. Errors: those of both, and of the view.
[[nodiscard]] Result<boost::json::value> shown_view(const RecordOptions& options);

}  // namespace travaux::cli
