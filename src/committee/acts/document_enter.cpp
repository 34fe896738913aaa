// document.enter: a document is registered under its symbol, before or after its words are there.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

struct Fields {
    Symbol symbol;
    std::string title;
    DocumentKind kind = DocumentKind::note;
    DocumentAuthor author = DocumentAuthor::secretariat;
    DocumentDistribution distribution = DocumentDistribution::general;
    text::Language original = text::Language::en;
    std::vector<text::Language> languages;
    std::optional<std::string> agenda_item;
    std::optional<std::string> session;
    std::optional<std::string> request;
};
BOOST_DESCRIBE_STRUCT(Fields, (),
                      (symbol, title, kind, author, distribution, original, languages, agenda_item,
                       session, request))

Result<void> check_request(const State& state, const std::string& id) {
    const DocumentRequest* request = find(state.document_requests, id);
    if (request == nullptr) return refuse("document.request_unknown", {id}, ErrorCode::not_found);
    if (request->document.empty()) return {};
    return refuse("document.request_answered",
                  {id, state.documents.at(request->document).symbol.text()}, ErrorCode::conflict);
}

// A corrigendum may concern some languages alone; nothing else chooses its languages.
Result<std::vector<text::Language>> languages_to_issue(const Fields& act) {
    if (act.languages.empty()) return languages_of(act.symbol, act.original);
    const bool is_corrigendum =
        !act.symbol.suffixes.empty() && act.symbol.suffixes.back().kind == Suffix::corr;
    if (!is_corrigendum) return refuse("document.languages_fixed", {act.symbol.text()});
    std::vector<text::Language> languages;
    for (const text::Language one : text::languages) {
        if (std::ranges::find(act.languages, one) != act.languages.end()) languages.push_back(one);
    }
    if (std::ranges::find(languages, act.original) == languages.end()) {
        return refuse("document.original_missing",
                      {act.symbol.text(), std::string(code_of(act.original))});
    }
    return languages;
}

Result<Events> decide_enter(const State& state, const Fields& act, const Context& /*context*/) {
    if (const std::string holder = holder_of(state, act.symbol.text()); !holder.empty()) {
        return refuse("document.symbol_taken", {act.symbol.text(), holder}, ErrorCode::conflict);
    }
    if (act.session && find(state.sessions, *act.session) == nullptr) {
        return refuse("session.unknown", {*act.session}, ErrorCode::not_found);
    }
    if (act.request) TRY_OK(check_request(state, *act.request));
    TRY_ASSIGN(const auto languages, languages_to_issue(act));
    return Events{DocumentEntered{next_id('R', state.documents), act.symbol, act.title, act.kind,
                                  act.author, act.distribution, act.original, languages,
                                  act.agenda_item, act.session, act.request}};
}

}  // namespace

Act document_enter() {
    return declare<Fields>(
        {
            .name = "document.enter",
            .sentence = "Enters a document in the registry, under its symbol.",
            .who = {{Capacity::secretariat}},
            .on = {},
            .reads = {"request"},
            .fields =
                {
                    {"symbol", "The symbol, such as A/AC.291/22/Rev.3."},
                    {"title", "The title, in the original language."},
                    {"kind", "What kind of document it is."},
                    {"author", "Whose it is, which decides how long it may be."},
                    {"distribution", "What the masthead says of its distribution."},
                    {"original", "The language in which it was written."},
                    {"languages", "Of a corrigendum: the languages that it concerns; else all."},
                    {"agenda_item", "The agenda item that it is for."},
                    {"session", "The session that it is for."},
                    {"request", "The request of the committee that it answers."},
                },
        },
        decide_enter);
}

}  // namespace travaux::committee
