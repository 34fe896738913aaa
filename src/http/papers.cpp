// SPDX-License-Identifier: MIT
#include "http/papers.h"

#include "committee/described.h"
#include "formats/word_document.h"
#include "host/written_paper.h"
#include "http/file_names.h"
#include "http/printings.h"
#include "http/representation.h"

namespace travaux::http {
namespace {

using host::PaperForm;
using paperwork::AskedPaper;
using paperwork::PaperKind;

/// A paper, and as what it is wanted.
struct WantedPaper {
    AskedPaper paper;
    PaperForm form = PaperForm::html;
    bool is_pdf = false;  ///< made of the Word file
};

constexpr std::size_t symbol_bytes_max = 100;

std::optional<PaperKind> kind_named(std::string_view name) {
    for (const PaperKind kind : committee::all_of<PaperKind>()) {
        if (committee::name_of(kind) == name) return kind;
    }
    return std::nullopt;
}

// What is empty, as a form sends it, is not asked for.
Result<void> read_parameter(const std::string& name, const std::string& value,
                            WantedPaper& wanted) {
    const auto wrong = [&] { return refuse_request("request.parameter_value", {name, value}); };
    if (name == "session") {
        wanted.paper.session = value;
    } else if (name == "language") {
        const auto language = text::parse_language(value);
        if (!language) return wrong();
        wanted.paper.language = *language;
    } else if (name == "form") {
        if (value != "html" && value != "docx" && value != "pdf") return wrong();
        wanted.form = value == "html" ? PaperForm::html : PaperForm::docx;
        wanted.is_pdf = value == "pdf";
    } else if (name == "symbol") {
        if (value.size() > symbol_bytes_max) return wrong();
        wanted.paper.symbol = value;
    } else if (name == "date") {
        wanted.paper.date = Date::parse(value);
        if (!wanted.paper.date) return wrong();
    } else {
        return refuse_request("request.parameter_unknown", {name});
    }
    return {};
}

Result<WantedPaper> wanted_paper(const Service& service, const Asked& asked) {
    WantedPaper wanted;
    const std::string& name = asked.places.at("kind");
    const auto kind = kind_named(name);
    if (!kind) return refuse_request("request.parameter_value", {"kind", name});
    wanted.paper.kind = *kind;
    wanted.paper.language = language_of(service, asked.request);
    for (const auto& [parameter, value] : asked.request.query) {
        if (!value.empty()) TRY_OK(read_parameter(parameter, value, wanted));
    }
    return wanted;
}

std::string_view media_type_of(const WantedPaper& wanted) {
    if (wanted.is_pdf) return "application/pdf";
    return wanted.form == PaperForm::html ? "text/html; charset=utf-8" : formats::word_media_type;
}

}  // namespace

Result<Response> answer_with_paper(const Service& service, const Asked& asked) {
    TRY_ASSIGN(const WantedPaper wanted, wanted_paper(service, asked));
    if (wanted.is_pdf && service.conversions == nullptr) {
        return refuse_request("pdf.no_libreoffice");
    }
    TRY_ASSIGN(const ServedCommittee* committee, committee_of(service, asked));
    TRY_ASSIGN(host::WrittenPaper written,
               host::write_paper(committee->committee(), wanted.paper, wanted.form));
    const bool is_page = wanted.form == PaperForm::html;
    Representation representation =
        represent(std::move(written.bytes), std::string(media_type_of(wanted)), Kept::no,
                  is_page ? asked.request.field("Accept-Encoding") : std::string_view{});
    representation.entries = written.entries;
    // Two conversions of one file differ in the time that they tell; the file has the tag of both.
    if (wanted.is_pdf) {
        TRY_ASSIGN(representation.plain, service.conversions->pdf_of(*representation.plain));
    }
    // Without a language in the address the one of an account may have been taken.
    const bool is_same_for_all = !asked.request.parameter("language").empty();
    Response response = answer_with(asked.request, representation,
                                    is_same_for_all ? Sharing::everybody : Sharing::by_rights);
    const std::string_view language = text::code_of(wanted.paper.language);
    response.with("Content-Language", std::string(language));
    if (is_page) {
        response.with("Content-Security-Policy", policy_of_style(formats::official_style()));
        return response;
    }
    response.with("Content-Disposition",
                  saved_as({wanted.paper.symbol.empty() ? committee->name() : wanted.paper.symbol,
                            wanted.paper.symbol.empty() ? written.session : "",
                            committee::name_of(wanted.paper.kind), language},
                           wanted.is_pdf ? "pdf" : "docx"));
    return response;
}

std::vector<Parameter> parameters_of_papers() {
    const auto one_of = [](boost::json::array names) {
        return boost::json::object{{"type", "string"}, {"enum", std::move(names)}};
    };
    return {{"date", "The date of its masthead; else the one of the registry."},
            {"form", "As what it is made.", one_of({"html", "docx", "pdf"})},
            {"language", "In which language; else in that of whoever asks.",
             one_of({"ar", "en", "es", "fr", "ru", "zh"})},
            {"session", "The session that it is about; else the last one."},
            {"symbol", "The symbol of its masthead, with what the registry knows of it."}};
}

std::vector<Route> paper_routes(const Service& service) {
    return {
        {"GET",
         "/api/v1/committees/{committee}/written_documents/{kind}",
         committee::everybody(),
         {"written_document",
          "Writes a document from the public record: list_of_participants, session_report, "
          "provisional_agenda, organization_of_work, compilation, draft_resolution.",
          parameters_of_papers(), nullptr, nullptr, "text/html"},
         {},
         answering(service,
                   [&service](const Asked& asked) { return answer_with_paper(service, asked); }),
         {},
         [&service](const Asked& asked) { return wait_for_min_length(service, asked); },
         [](const Asked& /*asked*/) { return Lane::documents; }}};
}

}  // namespace travaux::http
