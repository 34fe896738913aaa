// SPDX-License-Identifier: MIT
#include "cli/remote.h"

#include <algorithm>
#include <cstdlib>

#include "base/limits.h"
#include "cli/files.h"
#include "http/client.h"
#include "record/canonical_json.h"
#include "record/checkpoint.h"
#include "record/sequence.h"
#include "record/tiles.h"

namespace travaux::cli {
namespace {

constexpr http::ClientLimits client_limits{.answer_bytes = limits::body_bytes + 1024};

std::unexpected<Error> refuse(std::string id, std::vector<std::string> args,
                              ErrorCode code = ErrorCode::invalid) {
    return std::unexpected(Error{code, std::move(id), std::move(args)});
}

// The refusal that a server answered, or that it answered something else.
Error refusal_of(const std::string& place, int status, const std::string& body) {
    Error other{ErrorCode::invalid, "remote.answer", {place, std::to_string(status)}};
    const auto read = record::parse_json(body);
    if (!read || !read->is_object()) return other;
    const auto& object = read->get_object();
    const auto* id = object.if_contains("id");
    const auto* args = object.if_contains("args");
    if (id == nullptr || !id->is_string() || args == nullptr || !args->is_array()) return other;
    Error refusal{
        status >= 500 ? ErrorCode::storage : ErrorCode::refused, std::string(id->get_string()), {}};
    for (const auto& one : args->get_array()) {
        if (!one.is_string()) return other;
        refusal.args.emplace_back(one.get_string());
    }
    return refusal;
}

std::string escaped(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const char sign : text) {
        const auto byte = static_cast<unsigned char>(sign);
        result += '%';
        result += digits[byte >> 4U];
        result += digits[byte & 15U];
    }
    return result;
}

}  // namespace

bool Remote::is_address(std::string_view location) {
    return location.starts_with("http://") || location.starts_with("https://");
}

Result<Remote> Remote::of(std::string_view address, std::string token) {
    const auto malformed = refuse("remote.malformed", {std::string(address)});
    while (address.ends_with('/')) address.remove_suffix(1);
    if (address.ends_with("/record")) address.remove_suffix(std::string_view("/record").size());
    constexpr std::string_view middle = "/committees/";
    const std::size_t at = address.find(middle);
    if (!is_address(address) || at == std::string_view::npos) return malformed;
    Remote remote;
    remote.host_ = address.substr(0, at);
    remote.committee_ = address.substr(at + middle.size());
    remote.token_ = std::move(token);
    const bool is_one_part = remote.committee_.find_first_of("/?#%") == std::string::npos;
    if (remote.committee_.empty() || !is_one_part) return malformed;
    return remote;
}

Result<std::string> Remote::ask(const RemoteRequest& request) const {
    http::ClientRequest asked{host_ + request.target, request.fields, request.body};
    if (!token_.empty()) asked.fields.push_back("Authorization: Bearer " + token_);
    if (request.body) asked.fields.emplace_back("Content-Type: application/json");
    TRY_ASSIGN(http::ClientAnswer answer, http::ask_server(asked, client_limits));
    constexpr int fine = 200;
    if (answer.status == fine) return std::move(answer.body);
    return std::unexpected(refusal_of(asked.address, answer.status, answer.body));
}

Result<boost::json::value> Remote::act(const std::string& name, const boost::json::object& fields,
                                       std::optional<std::uint64_t> seen) const {
    RemoteRequest request{"/api/v1/committees/" + committee_ + "/acts/" + escaped(name), {}, {}};
    if (seen) request.fields.push_back("If-Match: \"" + std::to_string(*seen) + "-\"");
    request.body = boost::json::serialize(fields);
    TRY_ASSIGN(const std::string answer, ask(request));
    return record::parse_json(answer);
}

Result<boost::json::value> Remote::view(const std::string& name,
                                        const boost::json::object& fields) const {
    std::string query;
    const auto add = [&](std::string_view field, const boost::json::value& value) {
        query += query.empty() ? "?" : "&";
        query += escaped(field) + "=" +
                 escaped(value.is_string() ? std::string(value.get_string())
                                           : boost::json::serialize(value));
    };
    for (const auto& [field, value] : fields) {
        if (!value.is_array()) {
            add(field, value);
            continue;
        }
        for (const auto& one : value.get_array()) add(field, one);
    }
    TRY_ASSIGN(
        const std::string answer,
        ask({"/api/v1/committees/" + committee_ + "/views/" + escaped(name) + query, {}, {}}));
    return record::parse_json(answer);
}

Result<std::string> Remote::written_document(
    const std::string& kind, const std::map<std::string, std::string>& query) const {
    std::string target = "/api/v1/committees/" + committee_ + "/written_documents/" + escaped(kind);
    char mark = '?';
    for (const auto& [name, value] : query) {
        if (value.empty()) continue;
        target += mark + escaped(name) + "=" + escaped(value);
        mark = '&';
    }
    return ask({target, {}, {}});
}

Result<std::string> Remote::record_file(const std::string& name) const {
    return ask({"/committees/" + committee_ + "/record/" + name, {}, {}});
}

Result<std::vector<std::string>> RemoteExport::names() {
    TRY_ASSIGN(files_["checkpoint"], remote_.record_file("checkpoint"));
    TRY_ASSIGN(const record::Note note, record::read_note(files_["checkpoint"]));
    TRY_ASSIGN(const record::Checkpoint checkpoint, record::read_checkpoint(note.text));
    std::vector<std::string> names = {"checkpoint", "keys"};
    TRY_OK(read_entries(checkpoint.head.size, names));
    std::ranges::sort(names);
    return names;
}

// What the entries name is there too: bodies, and the heads at which keys changed.
Result<void> RemoteExport::read_entries(std::uint64_t size, std::vector<std::string>& names) {
    record::Sequence sequence;
    for (const record::Tile& tile : record::tiles_of(size)) {
        names.push_back(record::tile_path(tile));
        if (tile.level != 0) continue;
        const std::string& name = names.emplace_back(record::bundle_path(tile));
        std::string& bundle = files_[name];
        TRY_ASSIGN(bundle, remote_.record_file(name));
        const auto entries = record::read_bundle(bundle);
        if (!entries) continue;  // the check says so
        for (const std::string_view entry : *entries) (void)sequence.add(entry);
    }
    for (const auto& [hash, state] : sequence.bodies()) {
        if (!state.withheld_by) names.push_back(record::body_path(hash));
    }
    for (const record::KeyPeriod& one : sequence.keys()) {
        if (one.entry != 0) names.push_back(record::rotation_path(one.entry + 1));
    }
    return {};
}

Result<std::string> RemoteExport::read(const std::string& name) {
    if (const auto found = files_.find(name); found != files_.end()) return found->second;
    return remote_.record_file(name);
}

Result<std::string> token_from(const std::string& file) {
    if (file.empty()) {
        const char* token = std::getenv("TRAVAUX_TOKEN");
        return std::string(token == nullptr ? "" : token);
    }
    TRY_ASSIGN(std::string token, read_file(file));
    token.resize(std::min(token.find_first_of("\r\n"), token.size()));
    return token;
}

}  // namespace travaux::cli
