// The documents that the program writes from the record, as a form: of which session, in which
// language and form, a button for each.
// SPDX-License-Identifier: MIT
#include <set>

#include "committee/described.h"
#include "paperwork/paper.h"
#include "site/document_parts.h"
#include "site/forms.h"

namespace travaux::site {
namespace {

std::string session_options(const Visit& visit) {
    const std::string usual = paperwork::usual_session(visit.state());
    std::string options;
    for (const auto& [id, one] : visit.state().sessions) {
        options += option(id, html(paperwork::name_in(visit.state(), one.title, visit.in.language)),
                          id == usual);
    }
    return options;
}

std::string language_options(const Visit& visit) {
    std::string options;
    for (const text::Language one : text::languages) {
        const std::string code(code_of(one));
        options += option(code, visit.say("language." + code), one == visit.in.language);
    }
    return options;
}

std::string form_options(const Visit& visit) {
    std::string options =
        option("html", visit.say("text_form.html")) + option("docx", visit.say("text_form.docx"));
    if (visit.site.service().conversions != nullptr)
        options += option("pdf", visit.say("text_form.pdf"));
    return options;
}

std::string file_link(const Visit& visit, const std::string& rest, std::string_view form,
                      std::string_view words) {
    return link("/api/v1/committees/" + html(visit.committee.name()) + rest + "?language=" +
                    std::string(code_of(visit.in.language)) + "&amp;form=" + std::string(form),
                words);
}

// The text that is negotiated with its brackets, and what changed since the one before it.
std::string texts_as_files(const Visit& visit) {
    const std::string id = committee::basis_of(visit.state(), committee::Subject::convention);
    if (id.empty()) return {};
    const committee::PublishedText& text = visit.state().texts.at(id);
    const std::string name = text.symbol.empty() ? id : text.symbol;
    std::string items = "<li>" + visit.say("site.text_with_brackets", name) + " " +
                        file_link(visit, "/texts/" + id, "docx", visit.say("text_form.docx"));
    if (visit.site.service().conversions != nullptr) {
        items += " " + file_link(visit, "/texts/" + id, "pdf", visit.say("text_form.pdf"));
    }
    items += "</li>\n";
    if (const auto* former = committee::find(visit.state().texts, text.supersedes)) {
        const std::string rest = "/comparisons/" + text.supersedes + "/" + id;
        items += "<li>" +
                 visit.say("site.changes_between",
                           former->symbol.empty() ? text.supersedes : former->symbol, name) +
                 " " + file_link(visit, rest, "html", visit.say("text_form.html")) + " " +
                 file_link(visit, rest, "docx", visit.say("text_form.docx")) + " " +
                 file_link(visit, rest, "docx_tracked", visit.say("text_form.docx_tracked")) +
                 "</li>\n";
    }
    return "<ul class=\"list\">\n" + items + "</ul>\n";
}

}  // namespace

std::string written_documents(const Visit& visit) {
    if (!visit.state().mandate || visit.state().sessions.empty()) return {};
    // Those that some session has: what another lacks is said when it is asked for.
    std::set<paperwork::PaperKind> kinds;
    for (const auto& [id, session] : visit.state().sessions) {
        for (const auto kind : paperwork::papers_of(visit.state(), id)) kinds.insert(kind);
    }
    std::string buttons;
    for (const auto kind : kinds) {
        const std::string name(committee::name_of(kind));
        buttons += "<button class=\"quiet\" formaction=\"" +
                   visit.to("/written_documents/" + name) + "\">" +
                   visit.say("paper_kind." + name) + "</button>\n";
    }
    return section_head(visit.say("site.written_documents"), "written") + "<p>" +
           visit.say("site.written_documents_are") +
           "</p>\n<form method=\"get\">\n<div class=\"row\">" +
           chooser("written-session", "session", visit.say("site.session"),
                   session_options(visit)) +
           chooser("written-language", "language", visit.say("site.language"),
                   language_options(visit)) +
           chooser("written-form", "form", visit.say("site.file_form"), form_options(visit)) +
           line("written-symbol", "symbol", visit.say("site.symbol"), {}, false) +
           "</div>\n<p class=\"row\">" + buttons + "</p>\n</form>\n" + texts_as_files(visit);
}

}  // namespace travaux::site
