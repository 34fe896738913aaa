// The printings of published texts.
// SPDX-License-Identifier: MIT
#include "committee/view.h"
#include "http/file_names.h"
#include "http/printings.h"
#include "http/service.h"

namespace travaux::http {
namespace {

// Under which name a text is saved: its symbol, or the committee and its id.
std::string name_of_document(const Asked& asked, const host::AskedText& text,
                             const Printings::Kept& kept, bool is_pdf) {
    const std::string id = asked.places.at("committee") + "-" + text.id;
    const bool is_tracked = text.form == host::TextForm::docx_tracked;
    const bool is_clean = text.printing.view == formats::View::clean;
    return saved_as({kept.symbol.empty() ? id : kept.symbol, is_clean ? "clean" : "",
                     is_tracked ? "tracked" : "", text::code_of(kept.language)},
                    is_pdf ? "pdf" : "docx");
}

Response answer_with_text(const Asked& asked, const host::AskedText& text,
                          const Printings::Kept& kept) {
    Response response = answer_with(asked.request, kept.representation, Sharing::everybody);
    response.with("Content-Language", std::string(text::code_of(kept.language)));
    if (kept.representation.media_type.starts_with("text/html")) {
        response.with("Content-Security-Policy", policy_of_printings());
    }
    if (is_word(text.form)) {
        response.with("Content-Disposition", name_of_document(asked, text, kept, false));
    }
    return response;
}

Result<Response> answer_with_pdf(const Service& service, const Asked& asked,
                                 const host::AskedText& text, const Printings::Kept& kept) {
    if (service.conversions == nullptr) return refuse_request("pdf.no_libreoffice");
    TRY_ASSIGN(const Bytes pdf, service.conversions->pdf_of(*kept.representation.plain));
    // Two conversions of one file differ in the time that they tell; the file has the tag of both.
    Representation representation = kept.representation;
    representation.media_type = "application/pdf";
    representation.plain = pdf;
    Response response = answer_with(asked.request, representation, Sharing::everybody);
    response.with("Content-Language", std::string(text::code_of(kept.language)));
    response.with("Content-Disposition", name_of_document(asked, text, kept, true));
    return response;
}

Result<Response> print(const Service& service, const Asked& asked, Printings& printings) {
    TRY_ASSIGN(const ServedCommittee* committee, committee_of(service, asked));
    TRY_ASSIGN(const auto text, asked_text(asked.places.at("text"), asked.request));
    TRY_ASSIGN(const auto kept, printings.print(*committee, text));
    if (wants_pdf(text, asked.request)) return answer_with_pdf(service, asked, text, *kept);
    return answer_with_text(asked, text, *kept);
}

Lane lane_of(const Asked& asked) {
    const auto text = asked_text(asked.places.at("text"), asked.request);
    return text && is_word(text->form) ? Lane::documents : Lane::answers;
}

std::optional<Response> print_at_once(const Service& service, const Asked& asked,
                                      Printings& printings) {
    const auto committee = committee_of(service, asked);
    const auto text = asked_text(asked.places.at("text"), asked.request);
    if (!committee || !text || wants_pdf(*text, asked.request)) return std::nullopt;
    const auto kept = printings.find(**committee, *text);
    if (!kept) return std::nullopt;
    return answer_with_text(asked, *text, *kept);
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
          {{"form", "As what it is printed.",
            one_of({"html", "text", "json", "akoma_ntoso", "docx", "docx_tracked", "pdf"})},
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
         [&service](const Asked& asked) { return wait_for_min_length(service, asked); },
         lane_of}};
}

}  // namespace travaux::http
