// SPDX-License-Identifier: MIT
#include "http/request_check.h"

#include <algorithm>

#include "base/limits.h"
#include "http/answers.h"

namespace travaux::http {
namespace {

std::size_t count_of(const Request& request, std::string_view name) {
    return static_cast<std::size_t>(std::ranges::count_if(
        request.fields, [&](const HeaderField& one) { return is_same_name(one.name, name); }));
}

}  // namespace

Result<void> check_head(std::string_view head) {
    std::size_t lines = 0;
    while (!head.empty()) {
        const std::size_t end = head.find('\n');
        const bool is_whole = end != std::string_view::npos && end > 0 && head[end - 1] == '\r';
        if (!is_whole) return refuse_request("request.head_malformed", {"line end"});
        if (head.starts_with(' ') || head.starts_with('\t')) {
            return refuse_request("request.head_malformed", {"folded line"});
        }
        if (++lines > limits::head_fields + 2) {
            return refuse_request("request.head_too_large", {std::to_string(limits::head_fields)});
        }
        head.remove_prefix(end + 1);
    }
    return {};
}

Result<void> check_framing(const Request& request, unsigned minor) {
    const std::size_t hosts = count_of(request, "Host");
    if (hosts > 1) return refuse_request("request.host_twice");
    if (minor >= 1 && hosts == 0) return refuse_request("request.host_missing");
    const std::size_t codings = count_of(request, "Transfer-Encoding");
    const std::size_t lengths = count_of(request, "Content-Length");
    if (lengths + codings > 1) return refuse_request("request.length_twice");
    const std::string_view length = request.field("Content-Length");
    const auto is_digit = [](char sign) { return sign >= '0' && sign <= '9'; };
    if (lengths == 1 && (length.empty() || !std::ranges::all_of(length, is_digit))) {
        return refuse_request("request.length_twice");
    }
    if (codings == 0) return {};
    const std::string_view coding = request.field("Transfer-Encoding");
    if (minor >= 1 && is_same_name(coding, "chunked")) return {};
    return refuse_request("request.coding_unknown", {std::string(coding)});
}

Result<void> check_host(const Request& request, const std::vector<std::string>& hosts) {
    const std::string_view host = request.field("Host");
    const auto is_it = [&](const std::string& one) { return is_same_name(one, host); };
    if (hosts.empty() || host.empty() || std::ranges::any_of(hosts, is_it)) return {};
    return refuse_request("request.host_unknown", {std::string(host)});
}

Result<void> check_site(const Request& request) {
    if (request.method == "GET" || request.method == "HEAD" || request.method == "OPTIONS") {
        return {};
    }
    const std::string_view site = request.field("Sec-Fetch-Site");
    const bool is_of_other_site = !site.empty() && site != "same-origin" && site != "none";
    std::string_view origin = request.field("Origin");
    const std::size_t scheme = origin.find("://");
    const bool has_host = scheme != std::string_view::npos &&
                          is_same_name(origin.substr(scheme + 3), request.field("Host"));
    if (is_of_other_site || (!origin.empty() && !has_host)) {
        return refuse_request("request.cross_site", {std::string(origin)}, ErrorCode::refused);
    }
    return {};
}

}  // namespace travaux::http
