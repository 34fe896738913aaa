// Committees that a server keeps: asked over HTTP.
//
// A committee is named by its address, `https://HOST/committees/NAME`. Certificates are checked,
// and no answer leads anywhere else.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/export.h"

namespace travaux::cli {

/// What is asked of a server.
struct RemoteRequest {
    std::string target;               ///< after the host
    std::vector<std::string> fields;  ///< of the head, `Name: value`
    std::optional<std::string> body;  ///< of JSON; with it the request is a POST
};

/// A server and a committee of it.
class Remote {
public:
    /// Whether a location is an address of HTTP.
    [[nodiscard]] static bool is_address(std::string_view location);

    /// Reads an address; a `/record` at its end may stand or not. `token` is who asks, or empty.
    /// Error: `remote.malformed`.
    [[nodiscard]] static Result<Remote> of(std::string_view address, std::string token);

    /// Returns the body of the answer. Errors: `remote.away` where there is no answer, the refusal
    /// that the server answered, `remote.answer` where it answered something else.
    [[nodiscard]] Result<std::string> ask(const RemoteRequest& request) const;

    /// Does an act or shows a view, and returns what the server said.
    [[nodiscard]] Result<boost::json::value> act(const std::string& name,
                                                 const boost::json::object& fields,
                                                 std::optional<std::uint64_t> seen) const;
    [[nodiscard]] Result<boost::json::value> view(const std::string& name,
                                                  const boost::json::object& fields) const;

    /// Returns a document that the server writes from the record; of the query, what is not empty.
    [[nodiscard]] Result<std::string> written_document(
        const std::string& kind, const std::map<std::string, std::string>& query) const;

    /// Returns a file of the public record.
    [[nodiscard]] Result<std::string> record_file(const std::string& name) const;

private:
    std::string host_;  ///< `https://HOST`
    std::string committee_;
    std::string token_;
};

/// The public record of a server, read as an export: the files that its signed head stands for.
class RemoteExport final : public record::ExportFiles {
public:
    explicit RemoteExport(Remote remote) : remote_(std::move(remote)) {}

    Result<std::vector<std::string>> names() override;
    Result<std::string> read(const std::string& name) override;

private:
    [[nodiscard]] Result<void> read_entries(std::uint64_t size, std::vector<std::string>& names);

    Remote remote_;
    std::map<std::string, std::string> files_;  ///< those that were read to know the others
};

/// Returns the token that a file holds in its first line; of no file, what the environment variable
/// `TRAVAUX_TOKEN` says. Errors: those of files.
[[nodiscard]] Result<std::string> token_from(const std::string& file);

}  // namespace travaux::cli
