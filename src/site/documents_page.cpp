// The documents of a committee as a list, by what the query asks for, with what was requested.
// SPDX-License-Identifier: MIT
#include <array>

#include "site/document_parts.h"
#include "site/forms.h"
#include "site/pages.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

/// A field of the view, and its name in the address: `language` there is that of the page.
struct Filter {
    std::string_view field;
    std::string_view name;
};
constexpr std::array filters = {Filter{"series", "series"}, Filter{"kind", "kind"},
                                Filter{"session", "session"}, Filter{"language", "in"},
                                Filter{"current", "current"}};

json::object filter_of(const Visit& visit) {
    json::object fields;
    for (const Filter& one : filters) {
        const auto value = visit.asked.request.parameter(one.name);
        if (!value.empty()) fields[one.field] = value;
    }
    return fields;
}

std::string query_of(const json::object& fields) {
    std::string query;
    for (const Filter& one : filters) {
        const std::string value = text_in(fields, one.field);
        if (!value.empty())
            query += (query.empty() ? "" : "&") + std::string(one.name) + "=" + value;
    }
    return query;
}

template <typename Enum>
std::string choices(const Visit& visit, const std::string& beginning, const std::string& chosen) {
    std::string options = option("", visit.say("site.any"));
    for (const Enum one : committee::all_of<Enum>()) {
        const std::string name(committee::name_of(one));
        options += option(name, visit.say(std::string(beginning).append(name)), name == chosen);
    }
    return options;
}

std::string filter_form(const Visit& visit, const json::object& fields) {
    std::string sessions = option("", visit.say("site.any"));
    for (const auto& [id, one] : visit.state().sessions) {
        sessions += option(id, html(visit.said_of(one.title)), id == text_in(fields, "session"));
    }
    const std::string current = text_in(fields, "current");
    return "<form class=\"row\" method=\"get\" action=\"" + visit.to("/documents") + "\">\n" +
           chooser(
               "by-series", "series", visit.say("site.series"),
               choices<committee::Series>(visit, "document_series.", text_in(fields, "series"))) +
           chooser(
               "by-kind", "kind", visit.say("site.kind"),
               choices<committee::DocumentKind>(visit, "document_kind.", text_in(fields, "kind"))) +
           chooser("by-session", "session", visit.say("site.session"), sessions) +
           chooser("by-language", "in", visit.say("site.language"),
                   choices<text::Language>(visit, "language.", text_in(fields, "language"))) +
           chooser("by-current", "current", visit.say("site.standing"),
                   option("", visit.say("site.any")) +
                       option("yes", visit.say("site.current"), current == "yes") +
                       option("no", visit.say("site.superseded_ones"), current == "no")) +
           (visit.in.is_chosen ? "<input type=\"hidden\" name=\"language\" value=\"" +
                                     std::string(code_of(visit.in.language)) + "\">"
                               : std::string{}) +
           "<button>" + visit.say("site.filter") + "</button></form>\n";
}

std::string row_of(const Visit& visit, const json::object& row) {
    const std::string id = text_in(row, "id");
    const std::string superseded = text_in(row, "superseded_by");
    std::string standing = release_in_words(visit, row);
    if (!superseded.empty()) {
        const std::string by = committee::holder_of(visit.state(), superseded);
        standing += "<br>" + visit.say("symbol_relation_to.supersedes") + " " +
                    symbol_link(visit, superseded, by);
    }
    // A published text has no title of its own: it is a version of something.
    const auto* text = committee::find(visit.state().texts, id);
    const std::string title = text_in(row, "title");
    return "<tr><th scope=\"row\">" + symbol_link(visit, text_in(row, "symbol"), id) + "</th><td>" +
           (text != nullptr
                ? lang::capitalized(
                      visit.say("subject." + std::string(committee::name_of(text->subject))),
                      visit.in.language)
                : "<span dir=\"auto\">" + html(title) + "</span>") +
           "</td><td>" + kind_in_words(visit, row) + "</td><td>" + standing + "</td><td>" +
           languages_in_words(visit, row, "languages") + "</td></tr>\n";
}

std::string table_of(const Visit& visit, const json::array& rows) {
    if (rows.empty()) return {};
    std::string body;
    for (const json::value& row : rows) body += row_of(visit, row.as_object());
    std::vector<std::string> columns;
    for (const char* name :
         {"site.symbol", "site.document_title", "site.kind", "site.standing", "site.languages"}) {
        columns.push_back(visit.say(name));
    }
    return table(visit.say("site.documents"), columns, body);
}

std::string request_item(const Visit& visit, const json::object& one) {
    const std::string document = text_in(one, "document");
    std::string more = visit.say("site.due_day") + " " + html(text_in(one, "due"));
    if (const std::string day = text_in(one, "delivered"); !day.empty()) {
        more += " · " + visit.say("site.delivered") + " " + html(day);
    } else if (text_in(one, "overdue") == "yes") {
        more += " · " + visit.say("site.overdue");
    }
    if (const auto* held = committee::find(visit.state().documents, document)) {
        more += " · " + symbol_link(visit, held->symbol.text(), document);
    }
    return "<li id=\"" + html(text_in(one, "id")) + "\"><span dir=\"auto\">" +
           html(text_in(one, "title")) + "</span><span class=\"more\">" + more + "</span></li>\n";
}

Result<std::string> requests_section(const Visit& visit) {
    TRY_ASSIGN(const json::value requests, visit.view("document_requests"));
    std::string items;
    for (const json::value& one : requests.as_array()) {
        items += request_item(visit, one.as_object());
    }
    if (items.empty()) return std::string{};
    return section_head(visit.say("site.requested_documents"), "requests") +
           "<ul class=\"list\">\n" + items + "</ul>\n";
}

}  // namespace

Result<SitePage> documents_page(const Visit& visit) {
    const json::object fields = filter_of(visit);
    TRY_ASSIGN(const json::value shown, visit.view("documents", fields));
    TRY_ASSIGN(const std::string requests, requests_section(visit));
    const json::array& rows = shown.as_array();
    const bool is_empty = visit.state().documents.empty() && visit.state().texts.empty();
    std::string body =
        "<div class=\"wrap\">" +
        title_block({}, visit.say("site.documents"),
                    is_empty ? std::string{}
                             : "<p role=\"status\">" +
                                   visit.say("site.documents_found", std::to_string(rows.size())) +
                                   "</p>\n") +
        "<p>" + link(visit.to("/contributions"), visit.say("site.contributions")) + "</p>\n" +
        done_note(visit);
    if (is_empty) {
        body += "<p class=\"none-yet\">" + visit.say("site.no_documents") + "</p>\n";
    } else {
        body += filter_form(visit, fields) + table_of(visit, rows);
    }
    return SitePage{visit.in.words("site.documents"),
                    body + requests + written_documents(visit) + enter_form(visit) +
                        request_form(visit) + "</div>\n",
                    Section::documents,
                    query_of(fields),
                    200,
                    true};
}

}  // namespace travaux::site
