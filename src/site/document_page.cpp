// One document: its versions by language, what it is to others, its history, and what the
// Secretariat does with it.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/base64.h"
#include "base/limits.h"
#include "http/answers.h"
#include "http/form_data.h"
#include "site/document_parts.h"
#include "site/forms.h"
#include "site/pages.h"

namespace travaux::site {
namespace {

namespace json = boost::json;
using committee::DocumentForm;

std::string fact(const std::string& name, const std::string& value) {
    return value.empty() ? value : "<dt>" + name + "</dt><dd>" + value + "</dd>\n";
}

std::string words_of(const Visit& visit, const json::object& shown) {
    const auto* words = shown.if_contains("words");
    if (words == nullptr) return {};
    const std::string max = std::to_string(shown.at("words_max").to_number<std::uint32_t>());
    std::string out =
        visit.say("site.words_of_limit", std::to_string(words->to_number<std::uint32_t>()), max);
    const std::string length = text_in(shown, "length");
    if (length != "within_limit") {
        out +=
            "<br>" + visit.say("document_length." + length) + " " + html(text_in(shown, "waiver"));
    }
    return out;
}

std::string facts(const Visit& visit, const json::object& shown) {
    const auto session = visit.state().sessions.find(text_in(shown, "session"));
    const auto named = [&](const char* beginning, const char* key) {
        return visit.say(std::string(beginning) + "." + text_in(shown, key));
    };
    return "<dl class=\"facts\">\n" + fact(visit.say("site.kind"), kind_in_words(visit, shown)) +
           fact(visit.say("site.document_author"), named("document_author", "author")) +
           fact(visit.say("site.distribution"), named("document_distribution", "distribution")) +
           fact(visit.say("site.original"), named("language", "original")) +
           fact(visit.say("site.agenda_item"), html(text_in(shown, "agenda_item"))) +
           fact(visit.say("site.session"), session == visit.state().sessions.end()
                                               ? std::string{}
                                               : html(visit.said_of(session->second.title))) +
           fact(visit.say("site.standing"), release_in_words(visit, shown)) +
           fact(visit.say("site.words"), words_of(visit, shown)) +
           fact(visit.say("site.languages_missing"), languages_in_words(visit, shown, "missing")) +
           "</dl>\n";
}

// A file is saved under the symbol and the language: `A-AC.291-22.en.docx`.
std::string saved_name(const std::string& symbol, const json::object& version) {
    std::string name = symbol;
    std::ranges::replace(name, '/', '-');
    return name + "." + text_in(version, "language") + "." + text_in(version, "form");
}

std::string version_item(const Visit& visit, const std::string& symbol, const json::object& one,
                         bool is_public) {
    const std::string code = text_in(one, "language");
    std::string item =
        visit.say("language." + code) + " <bdi>." + html(text_in(one, "form")) + "</bdi>";
    if (is_public) {
        const std::string address = "/api/v1/committees/" + visit.committee.name() + "/bodies/" +
                                    text_in(one.at("body").as_object(), "hash");
        item = "<a href=\"" + html(address) + "\" hreflang=\"" + code + "\" download=\"" +
               html(saved_name(symbol, one)) + "\">" + item + "</a>";
    }
    if (const auto* words = one.if_contains("words")) {
        item += " <span class=\"dim nums\">" +
                visit.say("site.words_count", std::to_string(words->to_number<std::uint32_t>())) +
                "</span>";
    }
    return "<li>" + item + "</li>\n";
}

std::string versions_section(const Visit& visit, const json::object& shown, const char* key) {
    const auto* versions = shown.if_contains(key);
    if (versions == nullptr) return {};
    const bool is_public = std::string_view(key) == "versions";
    std::string items;
    for (const json::value& one : versions->as_array()) {
        items += version_item(visit, text_in(shown, "symbol"), one.as_object(), is_public);
    }
    return section_head(visit.say(is_public ? "site.versions" : "site.versions_added")) +
           "<ul class=\"list\">\n" + items + "</ul>\n";
}

std::string relation_items(const Visit& visit, const json::object& shown, const char* key,
                           const std::string& beginning) {
    std::string items;
    const auto* related = shown.if_contains(key);
    if (related == nullptr) return items;
    for (const json::value& one : related->as_array()) {
        const json::object& other = one.as_object();
        items += "<li>" + visit.say(beginning + "." + text_in(other, "relation")) + " " +
                 symbol_link(visit, text_in(other, "symbol"), text_in(other, "id")) + "</li>\n";
    }
    return items;
}

std::string relations_section(const Visit& visit, const json::object& shown) {
    const std::string items = relation_items(visit, shown, "is", "symbol_relation") +
                              relation_items(visit, shown, "has", "symbol_relation_to");
    if (items.empty()) return {};
    return section_head(visit.say("site.related_documents")) + "<ul class=\"list\">\n" + items +
           "</ul>\n";
}

std::string history_section(const Visit& visit, const std::string& id,
                            const committee::Document& document) {
    std::string items = "<li>" + visit.moment(document.entered_ms) + " " +
                        visit.say("act_name.document.enter") + "</li>\n";
    if (!document.waiver.empty()) {
        items += "<li>" + visit.say("act_name.document.waive_limit") + ": " +
                 html(document.waiver) + "</li>\n";
    }
    if (document.released) {
        const std::string standing(committee::name_of(*document.released));
        items += "<li>" + visit.moment(document.released_ms) + " " +
                 visit.say("release_standing." + standing) + "</li>\n";
    }
    const auto last = visit.state().changed.find(id);
    if (last != visit.state().changed.end()) {
        items += "<li>" +
                 link(visit.to("/entries/" + std::to_string(last->second)),
                      visit.say("site.see_receipt")) +
                 "</li>\n";
    }
    return section_head(visit.say("site.history")) + "<ul class=\"list\">\n" + items + "</ul>\n";
}

/// A version as a form sends it.
struct SentVersion {
    json::object fields;
    std::string once;
};

// The ending of a file's name says what it is; its bytes have to bear that out.
Result<std::string_view> media_type_by_name(const std::string& name) {
    const std::string_view ending = std::string_view(name).substr(name.rfind('.') + 1);
    if (ending == "xml") return committee::media_type_of(DocumentForm::akn);
    for (const DocumentForm one : committee::all_of<DocumentForm>()) {
        if (committee::name_of(one) == ending) return committee::media_type_of(one);
    }
    return http::refuse_request("document.form_unknown", {name, std::string(ending)});
}

Result<SentVersion> sent_version(const Visit& visit) {
    TRY_ASSIGN(const auto form, http::read_form_data(visit.asked.request));
    SentVersion sent;
    for (const http::SentField& field : form) {
        if (field.name == "once") {
            sent.once = field.content;
        } else if (field.name != "file") {
            sent.fields[field.name] = field.content;
        } else if (field.content.size() > limits::sent_file_bytes) {
            return http::refuse_request("request.file_too_large",
                                        {std::to_string(limits::sent_file_bytes)});
        } else {
            TRY_ASSIGN(const std::string_view type, media_type_by_name(field.file_name));
            sent.fields["body"] = {{"base64", base64(field.content)}, {"media_type", type}};
        }
    }
    if (!sent.fields.contains("body")) return http::refuse_request("request.file_missing");
    return sent;
}

Result<host::DoneAct> add(const Visit& visit, const SentVersion& sent) {
    host::AttemptedAct attempt{visit.identity.caller, "document.add_version", sent.fields, {}, {}};
    TRY_ASSIGN(attempt.once, http::once_of(visit.identity, sent.once, attempt));
    return visit.committee.committee().act(attempt);
}

}  // namespace

Result<SitePage> document_page(const Visit& visit) {
    const std::string& place = visit.asked.places.at("document");
    TRY_ASSIGN(const json::value value, visit.view("document", {{"document", place}}));
    const json::object& shown = value.as_object();
    const std::string id = text_in(shown, "id");
    const auto* held = committee::find(visit.state().documents, id);
    if (held == nullptr) {
        return http::refuse_request("document.unknown", {place}, ErrorCode::not_found);
    }
    const committee::Document& document = *held;
    const std::string symbol = text_in(shown, "symbol");
    const std::string body =
        "<div class=\"wrap\"><div class=\"flow\">" +
        title_block({"<bdi>" + html(symbol) + "</bdi>"},
                    "<span lang=\"" + std::string(code_of(document.original)) + "\" dir=\"auto\">" +
                        html(document.title) + "</span>") +
        done_note(visit) + facts(visit, shown) + versions_section(visit, shown, "versions") +
        versions_section(visit, shown, "added") + relations_section(visit, shown) +
        history_section(visit, id, document) + document_forms(visit, id, document) +
        "</div></div>\n";
    return SitePage{symbol, body, Section::documents, {}, 200, true};
}

Result<http::Response> add_version(const Visit& visit) {
    const auto sent = sent_version(visit);
    const std::string home = visit.in.path("/committees/" + visit.committee.name() + "/documents");
    if (!sent) return not_done_page(visit, sent.error(), home);
    const std::string back = home + "/" + text_in(sent->fields, "document");
    const auto done = add(visit, *sent);
    if (!done) return not_done_page(visit, done.error(), back);
    return http::go_to(back + "?done=" + std::to_string(done->entry));
}

}  // namespace travaux::site
