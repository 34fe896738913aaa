// Two published texts, compared.
// SPDX-License-Identifier: MIT
#include "committee/view.h"
#include "formats/word_document.h"
#include "host/compared_texts.h"
#include "http/file_names.h"
#include "http/languages.h"
#include "http/printings.h"
#include "http/service.h"

namespace travaux::http {
namespace {

using host::ComparisonForm;

std::string media_type_of(ComparisonForm form) {
    switch (form) {
        case ComparisonForm::html: return "text/html; charset=utf-8";
        case ComparisonForm::text: return "text/plain; charset=utf-8";
        case ComparisonForm::json: return "application/json";
        case ComparisonForm::docx:
        case ComparisonForm::docx_tracked: return std::string(formats::word_media_type);
    }
    return {};
}

Result<host::AskedComparison> asked_comparison(const Asked& asked) {
    static const std::map<std::string_view, ComparisonForm> forms = {
        {"html", ComparisonForm::html},
        {"text", ComparisonForm::text},
        {"json", ComparisonForm::json},
        {"docx", ComparisonForm::docx},
        {"docx_tracked", ComparisonForm::docx_tracked}};
    host::AskedComparison wanted{asked.places.at("former"), asked.places.at("later"),
                                 accepted_languages(asked.request.field("Accept-Language"))};
    for (const auto& [name, value] : asked.request.query) {
        const auto language = text::parse_language(value);
        if (name == "language" && language) {
            wanted.languages = {*language};
        } else if (name == "form" && forms.contains(value)) {
            wanted.form = forms.at(value);
        } else if (name == "language" || name == "form") {
            return refuse_request("request.parameter_value", {name, value});
        } else {
            return refuse_request("request.parameter_unknown", {name});
        }
    }
    return wanted;
}

Result<Response> compare(const Service& service, const Asked& asked) {
    TRY_ASSIGN(const ServedCommittee* committee, committee_of(service, asked));
    TRY_ASSIGN(const host::AskedComparison wanted, asked_comparison(asked));
    TRY_ASSIGN(host::PrintedComparison printed,
               host::compare_texts(committee->committee(), wanted));
    Representation representation = represent(std::move(printed.bytes), media_type_of(wanted.form),
                                              Kept::no, asked.request.field("Accept-Encoding"));
    representation.entries = printed.entries;
    Response response = answer_with(asked.request, representation, Sharing::everybody);
    const std::string_view language = text::code_of(printed.language);
    response.with("Content-Language", std::string(language));
    if (wanted.form == ComparisonForm::html) {
        response.with("Content-Security-Policy", policy_of_printings());
    }
    if (wanted.form == ComparisonForm::docx || wanted.form == ComparisonForm::docx_tracked) {
        response.with("Content-Disposition",
                      saved_as({committee->name(), wanted.former, wanted.later, language}, "docx"));
    }
    return response;
}

}  // namespace

std::vector<Route> comparison_routes(const Service& service) {
    const auto one_of = [](boost::json::array names) {
        return boost::json::object{{"type", "string"}, {"enum", std::move(names)}};
    };
    return {{"GET",
             "/api/v1/committees/{committee}/comparisons/{former}/{later}",
             committee::everybody(),
             {"comparison",
              "Compares two published texts word by word, without what is proposed on them.",
              {{"form", "As what it is printed.",
                one_of({"html", "text", "json", "docx", "docx_tracked"})},
               {"language", "In which language; else as the browser says, or one that both have.",
                one_of({"ar", "en", "es", "fr", "ru", "zh"})}},
              nullptr,
              nullptr,
              "text/html"},
             {},
             answering(service, [&service](const Asked& asked) { return compare(service, asked); }),
             {},
             [&service](const Asked& asked) { return wait_for_min_length(service, asked); },
             [](const Asked& /*asked*/) { return Lane::documents; }}};
}

}  // namespace travaux::http
