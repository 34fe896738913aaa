// SPDX-License-Identifier: MIT
#include "http/answers.h"

#include <algorithm>
#include <array>

#include "committee/cited_rule.h"
#include "lang/messages.h"
#include "record/canonical_json.h"

namespace travaux::http {
namespace {

struct StatusOfId {
    std::string_view id;
    int status;
};

// Ids whose status does not follow from their code.
constexpr std::array statuses = {
    StatusOfId{"account.by_token", 403},
    StatusOfId{"account.not_open", 403},
    StatusOfId{"act.stale", 412},
    StatusOfId{"canonical.malformed", 400},
    StatusOfId{"canonical.too_deep", 400},
    StatusOfId{"identity.unknown", 401},
    StatusOfId{"link.unknown", 404},
    StatusOfId{"log_in.wait", 429},
    StatusOfId{"log_in.wrong", 403},
    StatusOfId{"openid.account_needed", 403},
    StatusOfId{"openid.answer_refused", 403},
    StatusOfId{"openid.cancelled", 403},
    StatusOfId{"openid.key_unknown", 403},
    StatusOfId{"openid.not_begun", 403},
    StatusOfId{"openid.provider_refused", 403},
    StatusOfId{"passkey.refused", 403},
    StatusOfId{"pdf.failed", 500},
    StatusOfId{"pdf.no_libreoffice", 501},
    StatusOfId{"private_draft.of_another", 403},
    StatusOfId{"request.body_too_large", 413},
    StatusOfId{"request.cross_site", 403},
    StatusOfId{"request.file_too_large", 413},
    StatusOfId{"request.form_too_long", 413},
    StatusOfId{"request.head_too_large", 431},
    StatusOfId{"request.host_unknown", 421},
    StatusOfId{"request.media_type", 415},
    StatusOfId{"request.method", 405},
    StatusOfId{"request.rate", 429},
    StatusOfId{"request.target_too_long", 414},
    StatusOfId{"request.timeout", 408},
};

constexpr auto retry_after_seconds = "2";

}  // namespace

int status_of(const Error& error) {
    const auto found = std::ranges::find(statuses, error.id, &StatusOfId::id);
    if (found != statuses.end()) return found->status;
    const bool is_of_request = error.id.starts_with("request.");
    switch (error.code) {
        case ErrorCode::invalid: return is_of_request ? 400 : 422;
        case ErrorCode::refused: return error.id.starts_with("rights.") ? 403 : 409;
        case ErrorCode::not_found: return 404;
        case ErrorCode::conflict: return 409;
        case ErrorCode::storage: return 503;
        case ErrorCode::corrupt: return 500;
    }
    return 500;
}

Response refusal(const Error& error, text::Language language) {
    boost::json::object answer = committee::as_json(error);
    answer["message"] = lang::sentence_of(error, language);
    if (const auto rule = lang::find_words(language, "rule." + error.id)) answer["rule"] = *rule;
    Response response = json_answer(answer);
    response.status = status_of(error);
    response.with("Content-Language", std::string(code_of(language)));
    response.with("Vary", "Accept-Language, Authorization, Cookie");
    if (response.status == 401) response.with("WWW-Authenticate", "Bearer");
    if (response.status == 503 || response.status == 429) {
        const bool says_when = error.id == "log_in.wait" && !error.args.empty();
        response.with("Retry-After", says_when ? error.args.front() : retry_after_seconds);
    }
    return response;
}

Response json_answer(const boost::json::value& value) {
    Response response;
    response.body = share(boost::json::serialize(value) + "\n");
    response.with("Cache-Control", "no-store");
    return response;
}

boost::json::object object_or_list_schema() {
    return {{"type", {"object", "array"}}, {"items", {{"type", "object"}}}};
}

std::string_view media_type_of(const Request& request) {
    std::string_view media_type = request.field("Content-Type");
    media_type = media_type.substr(0, media_type.find(';'));
    while (media_type.ends_with(' ')) media_type.remove_suffix(1);
    return media_type;
}

Result<boost::json::object> sent_object(const Request& request) {
    if (!is_same_name(media_type_of(request), "application/json")) {
        return refuse_request("request.media_type", {"application/json"});
    }
    TRY_ASSIGN(boost::json::value value, record::parse_json(request.body));
    if (!value.is_object()) return refuse_request("request.not_an_object");
    return std::move(value.get_object());
}

std::string_view reason_of(int status) {
    switch (status) {
        case 200: return "OK";
        case 204: return "No Content";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 415: return "Unsupported Media Type";
        case 417: return "Expectation Failed";
        case 421: return "Misdirected Request";
        case 422: return "Unprocessable Content";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        default: return "Answer";
    }
}

std::unexpected<Error> refuse_request(std::string_view id, std::vector<std::string> args,
                                      ErrorCode code) {
    return std::unexpected(Error{code, std::string(id), std::move(args)});
}

}  // namespace travaux::http
