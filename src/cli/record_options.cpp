// SPDX-License-Identifier: MIT
#include "cli/record_options.h"

#include <chrono>

#include "cli/files.h"
#include "cli/remote.h"
#include "committee/described.h"
#include "crypto/random.h"
#include "record/canonical_json.h"

namespace travaux::cli {
namespace {

std::unexpected<Error> refuse(std::string id, std::string what) {
    return std::unexpected(Error{ErrorCode::invalid, std::move(id), {std::move(what)}});
}

Result<boost::json::value> value_of(std::string_view text) {
    if (text.starts_with(":=")) {
        auto value = record::parse_json(text.substr(2));
        if (!value) value.error().args.insert(value.error().args.begin(), std::string(text));
        return value;
    }
    text.remove_prefix(1);
    if (!text.starts_with('@')) return boost::json::value(text);
    TRY_ASSIGN(const std::string bytes, read_file(text.substr(1)));
    return boost::json::value(bytes);
}

}  // namespace

std::int64_t now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

void add_record_options(CLI::App& command, RecordOptions& options) {
    command
        .add_option("record", options.record,
                    "The database of the committee, or its address: https://HOST/committees/NAME")
        ->required();
    command.add_option("name", options.name, "The name, as travaux acts lists it")->required();
    command.add_option("--as", options.capacity, "The capacity of who asks")->capture_default_str();
    command.add_option("--for", options.member, "The code of the member for which they speak");
    command.add_option("--actor", options.actor, "The id of who asks, 32 hexadecimal digits");
    command.add_option("--token", options.token,
                       "The file of the token that tells a server who asks; without it, the "
                       "environment variable TRAVAUX_TOKEN");
    command.add_option("--field", options.fields, "A field: NAME=TEXT, NAME=@FILE or NAME:=JSON");
}

Result<committee::Caller> caller_of(const RecordOptions& options) {
    committee::Caller caller;
    caller.delegation = options.member;
    if (!options.actor.empty()) {
        const auto id = parse_id(options.actor);
        if (!id) return refuse("command.actor_malformed", options.actor);
        caller.actor = ActorId{*id};
    }
    for (const auto capacity : committee::all_of<committee::Capacity>()) {
        caller.capacity = capacity;
        if (committee::name_of(capacity) == options.capacity) return caller;
    }
    return refuse("command.capacity_unknown", options.capacity);
}

Result<boost::json::object> fields_of(const RecordOptions& options) {
    boost::json::object fields;
    for (const std::string& field : options.fields) {
        const auto end = field.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
        const std::string_view rest = std::string_view(field).substr(std::min(end, field.size()));
        if (end == 0 || !(rest.starts_with('=') || rest.starts_with(":="))) {
            return refuse("command.field_malformed", field);
        }
        TRY_ASSIGN(fields[field.substr(0, end)], value_of(rest));
    }
    return fields;
}

Result<std::optional<record::VerifierKey>> opening_key(storage::KeyFolder& keys,
                                                       const std::string& origin) {
    if (origin.empty()) return std::nullopt;
    if (keys.keys().empty()) TRY_OK(keys.add_key(origin, crypto::random_bytes()));
    return record::verifier_of(keys.keys().front());
}

Result<OpenedCommittee> open_committee(const std::string& path, storage::Access access,
                                       const std::optional<record::VerifierKey>& key) {
    OpenedCommittee opened;
    TRY_ASSIGN(opened.store, storage::SqliteStore::open(path, access));
    TRY_ASSIGN(const std::uint64_t length, opened.store->length());
    if (length == 0) {
        if (!key) return refuse("command.record_not_there", path);
        TRY_OK(host::KeptCommittee::open_record(*opened.store, now_ms(), *key));
    }
    TRY_ASSIGN(opened.committee,
               host::KeptCommittee::open(*opened.store, now_ms, crypto::random_bytes));
    return opened;
}

Result<boost::json::value> shown_view(const RecordOptions& options) {
    TRY_ASSIGN(const auto fields, fields_of(options));
    if (Remote::is_address(options.record)) {
        TRY_ASSIGN(std::string token, token_from(options.token));
        TRY_ASSIGN(const Remote remote, Remote::of(options.record, std::move(token)));
        return remote.view(options.name, fields);
    }
    TRY_ASSIGN(const committee::Caller caller, caller_of(options));
    TRY_ASSIGN(const OpenedCommittee opened, open_committee(options.record, storage::Access::read));
    TRY_ASSIGN(host::ShownView view, opened.committee->view({caller, options.name, fields}));
    return std::move(view.value);
}

}  // namespace travaux::cli
