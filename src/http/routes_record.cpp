// Routes of the public record: C2SP tlog-tiles, the keys and the bodies.
// SPDX-License-Identifier: MIT
#include "committee/view.h"
#include "http/representation.h"
#include "http/service.h"

namespace travaux::http {
namespace {

constexpr auto for_ever = "public, max-age=31536000, immutable";
constexpr auto bytes_type = "application/octet-stream";
constexpr auto text_type = "text/plain; charset=utf-8";

std::unexpected<Error> unknown(const std::string& name) {
    return refuse_request("export.file_unknown", {name}, ErrorCode::not_found);
}

Result<Response> file(const Service& service, const Asked& asked) {
    TRY_ASSIGN(ServedCommittee* const committee, committee_of(service, asked));
    const std::string& name = asked.places.at("file");
    TRY_ASSIGN(auto found, committee->record().file(name));
    if (!found) {
        TRY_OK(committee->catch_up());
        TRY_ASSIGN(found, committee->record().file(name));
    }
    if (!found) return unknown(name);
    const bool is_bytes = name.starts_with("tile/") || name.starts_with("bodies/");
    Response response;
    response.media_type = is_bytes ? bytes_type : text_type;
    response.body = share(std::move(found->bytes));
    response.with("Cache-Control", found->is_final ? for_ever : "no-cache");
    // Whoever checks a record may do so from anywhere; nothing here depends on who asks.
    return response;
}

// What somebody handed in is never shown as a page of this site.
Result<Response> body(const Service& service, const Asked& asked) {
    TRY_ASSIGN(ServedCommittee* const committee, committee_of(service, asked));
    const std::string& text = asked.places.at("hash");
    const auto hash = parse_sha256(text);
    if (!hash) return unknown(text);
    TRY_ASSIGN(auto found, committee->record().body(*hash));
    if (!found) {
        TRY_OK(committee->catch_up());
        TRY_ASSIGN(found, committee->record().body(*hash));
    }
    if (!found) return unknown(text);
    Representation representation = represent(std::move(found->content), found->media_type,
                                              Kept::no, asked.request.field("Accept-Encoding"));
    Response response = answer_with(asked.request, representation, Sharing::everybody);
    response.with("Content-Disposition", "attachment");
    return response;
}

}  // namespace

std::vector<Route> record_routes(const Service& service) {
    return {
        {"GET",
         "/committees/{committee}/record/{file…}",
         committee::everybody(),
         {"record.file",
          "Returns a file of the public record: checkpoint, keys, tile/…, rotations/…, bodies/….",
          {},
          nullptr,
          nullptr,
          bytes_type},
         {},
         answering(service, [&service](const Asked& asked) { return file(service, asked); }),
         {},
         {}},
        {"GET",
         "/api/v1/committees/{committee}/bodies/{hash}",
         committee::everybody(),
         {"body",
          "Returns what stands beside the record, by its hash.",
          {},
          nullptr,
          nullptr,
          bytes_type},
         {},
         answering(service, [&service](const Asked& asked) { return body(service, asked); }),
         {},
         {}}};
}

}  // namespace travaux::http
