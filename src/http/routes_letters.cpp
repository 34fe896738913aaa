// The route of letters: one that is due or was sent, as a document to download in the language
// asked for.
// SPDX-License-Identifier: MIT
#include "committee/described.h"
#include "committee/view.h"
#include "host/letter_document.h"
#include "http/representation.h"
#include "http/service.h"

namespace travaux::http {
namespace {

using host::LetterForm;

/// How a letter is wanted.
struct WantedLetter {
    text::Language language = text::Language::en;
    LetterForm form = LetterForm::html;
};

Result<WantedLetter> wanted(const Service& service, const Request& request) {
    WantedLetter wanted{language_of(service, request), LetterForm::html};
    for (const auto& [name, value] : request.query) {
        const auto language = text::parse_language(value);
        if (name == "language" && language) {
            wanted.language = *language;
        } else if (name == "form" && (value == "html" || value == "text")) {
            wanted.form = value == "html" ? LetterForm::html : LetterForm::text;
        } else if (name == "language" || name == "form") {
            return refuse_request("request.parameter_value", {name, value});
        } else {
            return refuse_request("request.parameter_unknown", {name});
        }
    }
    return wanted;
}

// What the view of the letter shows to whoever asks.
Result<host::ShownView> content(const Service& service, const Asked& asked) {
    TRY_ASSIGN(ServedCommittee* const committee, committee_of(service, asked));
    TRY_ASSIGN(const Identity identity, identity_of(service, asked));
    boost::json::object fields;
    for (const char* name : {"kind", "about", "member"}) fields[name] = asked.places.at(name);
    return committee->committee().view({identity.caller, "letter", std::move(fields)});
}

Result<Response> letter(const Service& service, const Asked& asked) {
    TRY_ASSIGN(const WantedLetter how, wanted(service, asked.request));
    TRY_ASSIGN(const host::ShownView shown, content(service, asked));
    TRY_ASSIGN(const auto content,
               committee::from_object<committee::LetterContent>(shown.value.as_object(), "letter"));
    const std::string language(code_of(how.language));
    const bool is_html = how.form == LetterForm::html;
    Representation representation =
        represent(letter_document(content, how.language, how.form),
                  is_html ? "text/html; charset=utf-8" : "text/plain; charset=utf-8", Kept::no,
                  asked.request.field("Accept-Encoding"));
    representation.entries = shown.entries;
    Response response = answer_with(asked.request, representation, Sharing::by_rights);
    response.with("Content-Language", language);
    // The ids are those of the record, and have no signs that mean something in a field.
    response.with("Content-Disposition", "attachment; filename=\"" + content.about + "-" +
                                             content.member + "-" + language +
                                             (is_html ? ".html\"" : ".txt\""));
    return response;
}

}  // namespace

std::vector<Route> letter_routes(const Service& service) {
    const committee::View* view = committee::find_view("letter");
    VERIFY(view != nullptr);
    const auto one_of = [](boost::json::array names) {
        return boost::json::object{{"type", "string"}, {"enum", std::move(names)}};
    };
    return {{"GET",
             "/api/v1/committees/{committee}/letters/{kind}/{about}/{member}",
             view->declaration.who,
             {"letter",
              "Makes a letter that is due or was sent, as a document to download.",
              {{"form", "As what it is made.", one_of({"html", "text"})},
               {"language", "In which language; else in that of whoever asks.",
                one_of({"ar", "en", "es", "fr", "ru", "zh"})}},
              nullptr,
              nullptr,
              "text/html"},
             {},
             answering(service, [&service](const Asked& asked) { return letter(service, asked); }),
             {},
             [&service](const Asked& asked) { return wait_for_min_length(service, asked); }}};
}

}  // namespace travaux::http
