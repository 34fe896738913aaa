// SPDX-License-Identifier: MIT
#include "site/document_parts.h"

#include "crypto/random.h"
#include "site/forms.h"

namespace travaux::site {
namespace {

namespace json = boost::json;
using committee::ReleaseStanding;

/// The values of an enumeration as options, with the words that stand under a beginning.
template <typename Enum>
std::string options_of(const Visit& visit, const std::string& beginning) {
    std::string options;
    for (const Enum one : committee::all_of<Enum>()) {
        std::string id = beginning + ".";
        id += committee::name_of(one);
        options += option(committee::name_of(one), visit.say(id));
    }
    return options;
}

std::string language_options(const Visit& visit, const std::vector<text::Language>& languages) {
    std::string options;
    for (const text::Language one : languages) {
        const std::string code(code_of(one));
        options += option(code, visit.say("language." + code), one == visit.in.language);
    }
    return options;
}

std::string session_options(const Visit& visit) {
    std::string options = option("", "");
    for (const auto& [id, one] : visit.state().sessions)
        options += option(id, html(visit.said_of(one.title)));
    return options;
}

std::string request_options(const Visit& visit) {
    std::string options = option("", "");
    for (const auto& [id, one] : visit.state().document_requests) {
        if (one.document.empty()) options += option(id, html(one.title));
    }
    return options;
}

std::string hidden(std::string_view name, std::string_view value) {
    return "<input type=\"hidden\" name=\"" + std::string(name) + "\" value=\"" + html(value) +
           "\">";
}

std::string version_form(const Visit& visit, const std::string& id,
                         const committee::Document& document) {
    return "<form class=\"inline\" method=\"post\" enctype=\"multipart/form-data\" action=\"" +
           visit.to("/documents") + "\">" + hidden("document", id) +
           hidden("once", hex(crypto::random_bytes())) +
           chooser("language-of-version", "language", visit.say("site.language"),
                   language_options(visit, document.languages)) +
           "<div><label for=\"version\">" + visit.say("site.document_file") +
           "</label><input id=\"version\" name=\"file\" type=\"file\" "
           "accept=\".docx,.pdf,.txt,.akn,.xml\" required></div>\n<button class=\"quiet\">" +
           visit.say("site.add_version") + "</button></form>\n";
}

}  // namespace

std::string document_address(const Visit& visit, const std::string& id) {
    const auto document = visit.state().documents.find(id);
    if (document == visit.state().documents.end()) return visit.to("/texts/" + id);
    return visit.to("/documents/" + document->second.symbol.text());
}

std::string symbol_link(const Visit& visit, const std::string& symbol, const std::string& id) {
    return link(document_address(visit, id), "<bdi>" + html(symbol) + "</bdi>");
}

std::string text_in(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value == nullptr || !value->is_string() ? std::string{}
                                                   : std::string(value->get_string());
}

std::string kind_in_words(const Visit& visit, const json::object& row) {
    const std::string kind = text_in(row, "kind");
    return kind.empty() ? visit.say("text_kind." + text_in(row, "text_kind"))
                        : visit.say("document_kind." + kind);
}

std::string release_in_words(const Visit& visit, const json::object& row) {
    const std::string released = text_in(row, "released");
    return visit.say(released.empty() ? "site.not_released" : "release_standing." + released);
}

std::string languages_in_words(const Visit& visit, const json::object& object,
                               std::string_view key) {
    std::vector<std::string> names;
    if (const auto* codes = object.if_contains(key)) {
        for (const json::value& code : codes->as_array()) {
            names.push_back(visit.say("language." + std::string(code.as_string())));
        }
    }
    return listed(names, visit.in.language);
}

std::string enter_form(const Visit& visit) {
    if (!may(visit, "document.enter", {})) return {};
    using namespace committee;
    const std::string fields =
        line("symbol", "symbol", visit.say("site.symbol")) +
        line("title", "title", visit.say("site.document_title")) +
        chooser("kind", "kind", visit.say("site.kind"),
                options_of<DocumentKind>(visit, "document_kind")) +
        chooser("author", "author", visit.say("site.document_author"),
                options_of<DocumentAuthor>(visit, "document_author")) +
        chooser("distribution", "distribution", visit.say("site.distribution"),
                options_of<DocumentDistribution>(visit, "document_distribution")) +
        chooser("original", "original", visit.say("site.original"),
                language_options(visit, {text::languages.begin(), text::languages.end()})) +
        line("agenda-item", "agenda_item", visit.say("site.agenda_item"), {}, false) +
        chooser("session", "session", visit.say("site.session"), session_options(visit)) +
        chooser("request", "request", visit.say("site.answers_request"), request_options(visit));
    return section_head(visit.say("site.enter_document")) +
           act_form(visit, "document.enter", {}, fields, visit.say("site.enter_document"));
}

std::string request_form(const Visit& visit) {
    if (!may(visit, "document.request", {})) return {};
    const std::string fields =
        line("requested", "title", visit.say("site.document_title")) + "<div><label for=\"due\">" +
        visit.say("site.due_day") +
        "</label><input id=\"due\" name=\"due\" type=\"date\" required></div>\n" +
        chooser("meeting", "meeting", visit.say("site.meeting"), meeting_options(visit)) +
        line("authority", "authority", visit.say("site.authority"),
             visit.in.words("site.the_committee"));
    return section_head(visit.say("site.request_document")) +
           act_form(visit, "document.request", {}, fields, visit.say("site.request_document"));
}

std::string document_forms(const Visit& visit, const std::string& id,
                           const committee::Document& document) {
    const bool is_open = document.released != ReleaseStanding::official &&
                         document.distribution != committee::DocumentDistribution::restricted;
    std::string out;
    if (is_open && may(visit, "document.add_version", id)) out += version_form(visit, id, document);
    if (is_open && may(visit, "document.release", id)) {
        for (const ReleaseStanding one : {ReleaseStanding::official, ReleaseStanding::advance}) {
            const std::string name(committee::name_of(one));
            out += act_form(visit, "document.release", {{"document", id}, {"standing", name}}, {},
                            visit.say(one == ReleaseStanding::official ? "site.release_official"
                                                                       : "site.release_advance"));
        }
    }
    const auto limit =
        committee::word_limit(document.symbol, document.author, visit.state().modalities);
    const bool may_be_waived =
        is_open && document.waiver.empty() && limit.beyond == committee::BeyondLimit::needs_waiver;
    if (may_be_waived && may(visit, "document.waive_limit", id)) {
        out += act_form(visit, "document.waive_limit", {{"document", id}},
                        line("waived-by", "authority", visit.say("site.authority")),
                        visit.say("site.waive_limit"));
    }
    return out.empty() ? out : section_head(visit.say("site.what")) + out;
}

}  // namespace travaux::site
