// The printings of published texts.
// SPDX-License-Identifier: MIT
#include "base/base64.h"
#include "committee/view.h"
#include "formats/print_style.h"
#include "http/printings.h"
#include "http/service.h"

namespace travaux::http {
namespace {

// The page has its style in it and nothing else that a browser would run or fetch.
std::string policy_of_pages() {
    const Sha256 hash = sha256(formats::print_style());
    return "default-src 'none'; style-src 'sha256-" +
           base64(std::string_view(reinterpret_cast<const char*>(hash.data()), hash.size())) +
           "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

Response answer_with_text(const Asked& asked, const Printings::Kept& kept) {
    static const std::string policy = policy_of_pages();
    Response response = answer_with(asked.request, kept.representation, Sharing::everybody);
    response.with("Content-Language", std::string(text::code_of(kept.language)));
    if (kept.representation.media_type.starts_with("text/html")) {
        response.with("Content-Security-Policy", policy);
    }
    return response;
}

Result<Response> print(const Service& service, const Asked& asked, Printings& printings) {
    TRY_ASSIGN(const ServedCommittee* committee, committee_of(service, asked));
    TRY_ASSIGN(const auto text, asked_text(asked.places.at("text"), asked.request));
    TRY_ASSIGN(const auto kept, printings.print(*committee, text));
    return answer_with_text(asked, *kept);
}

std::optional<Response> print_at_once(const Service& service, const Asked& asked,
                                      Printings& printings) {
    const auto committee = committee_of(service, asked);
    const auto text = asked_text(asked.places.at("text"), asked.request);
    if (!committee || !text) return std::nullopt;
    const auto kept = printings.find(**committee, *text);
    if (!kept) return std::nullopt;
    return answer_with_text(asked, *kept);
}

boost::json::object one_of(boost::json::array names) {
    return {{"type", "string"}, {"enum", std::move(names)}};
}

}  // namespace

std::vector<Route> text_routes(const Service& service) {
    const auto printings = std::make_shared<Printings>();
    auto answer = answering(service, [&service, printings](const Asked& asked) {
        return print(service, asked, *printings);
    });
    return {
        {"GET",
         "/api/v1/committees/{committee}/texts/{text}",
         committee::everybody(),
         {"text",
          "Prints a published text with everything proposed on it.",
          {{"form", "As what it is printed.", one_of({"html", "text", "json", "akoma_ntoso"})},
           {"language", "In which language; else as the browser says, or in the working language.",
            one_of({"ar", "en", "es", "fr", "ru", "zh"})},
           {"sponsors", "Whether sponsors are named.", one_of({"named", "unnamed"})},
           {"view", "What is shown of it.",
            one_of({"bracketed", "by_sponsor", "clean", "options"})}},
          nullptr,
          nullptr,
          "text/html"},
         [&service, printings](const Asked& asked) {
             return print_at_once(service, asked, *printings);
         },
         std::move(answer),
         {},
         [&service](const Asked& asked) { return wait_for_min_length(service, asked); }}};
}

}  // namespace travaux::http
