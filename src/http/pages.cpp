// SPDX-License-Identifier: MIT
#include "http/pages.h"

#include <algorithm>

#include "formats/html_sink.h"
#include "http/assets.h"
#include "http/form_data.h"
#include "text/code_point.h"

namespace travaux::http {
namespace {

using formats::escaped;
using text::Language;

constexpr auto form_type = "application/x-www-form-urlencoded";
constexpr std::size_t password_characters_min = 12;

// Nothing that a page runs or fetches comes from elsewhere, and nothing stands in it.
constexpr auto policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' "
    "data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

std::string_view direction_of(Language language) {
    return language == Language::ar ? "rtl" : "ltr";
}

// A link to the same page in each language, in its own words.
std::string language_links(const PageLanguage& in, const std::string& query) {
    std::string html =
        "<ul class=\"langs\" aria-label=\"" + escaped(in.words("page.language")) + "\">\n";
    for (const Language language : text::languages) {
        html += "<li><a href=\"?" + escaped(query) + (query.empty() ? "" : "&amp;") +
                "language=" + std::string(code_of(language)) + "\"" + marked(language) +
                " hreflang=\"" + std::string(code_of(language)) + "\"" +
                (language == in.language ? " aria-current=\"true\"" : "") + ">" +
                own_name_of(language) + "</a></li>\n";
    }
    return html + "</ul>\n";
}

// The name of the program, in brackets as the texts that it is about.
std::string wordmark(const PageLanguage& in) {
    return "<a class=\"word\" href=\"" + escaped(in.path("/")) +
           "\" lang=\"en\" dir=\"ltr\"><span aria-hidden=\"true\">[</span>Travaux<span "
           "aria-hidden=\"true\">]</span></a>\n";
}

}  // namespace

std::string marked(Language language) {
    return " lang=\"" + std::string(code_of(language)) + "\" dir=\"" +
           std::string(direction_of(language)) + "\"";
}

std::string own_name_of(Language language) {
    const std::string name = escaped(lang::words(language, "page.own_name"));
    std::string html;
    for (std::size_t at = 0; at < name.size();) {
        const text::CodePoint here = text::code_point_at(name, at);
        html += here.value < 0x80 ? std::string(1, name[at])
                                  : "&#" + std::to_string(std::uint32_t{here.value}) + ";";
        at += here.bytes;
    }
    return html;
}

std::string PageLanguage::path(std::string_view path) const {
    std::string with_language(path);
    if (!is_chosen) return with_language;
    // What leads to a place on the page stands last.
    const std::size_t place = std::min(with_language.find('#'), with_language.size());
    const char sign = with_language.find('?') < place ? '&' : '?';
    return with_language.insert(place, sign + ("language=" + std::string(code_of(language))));
}

PageLanguage page_language(const Service& service, const Request& request) {
    const auto chosen = text::parse_language(request.parameter("language"));
    if (chosen) return {*chosen, true};
    return {language_of(service, request), false};
}

std::string framed(const PageFrame& frame, const PageLanguage& in) {
    const std::string title = escaped(frame.title);
    const std::string nav = frame.nav.empty()
                                ? std::string{}
                                : "<nav aria-label=\"" + escaped(in.words("page.pages")) +
                                      "\"><ul>\n" + frame.nav + "</ul></nav>\n";
    std::string html =
        "<!DOCTYPE html>\n<html" + marked(in.language) +
        ">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\">\n<title>" +
        title + "</title>\n<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"" +
        style_address() + "\">\n<script type=\"module\" src=\"" + script_address() +
        "\"></script>\n</head>\n<body" + frame.data + ">\n<a class=\"skip\" href=\"#main\">" +
        escaped(in.words("page.skip")) + "</a>\n<header class=\"mast\"><div class=\"wrap\">\n" +
        wordmark(in) + nav + language_links(in, frame.query) +
        "</div></header>\n<div class=\"news\" role=\"status\"></div>\n<main id=\"main\" "
        "tabindex=\"-1\">\n";
    const std::string foot = frame.foot.empty()
                                 ? std::string{}
                                 : "<footer class=\"foot\"><div class=\"wrap nums\">\n" +
                                       frame.foot + "</div></footer>\n";
    html.reserve(html.size() + frame.body.size() + foot.size() + 32);
    return html.append(frame.body).append("</main>\n").append(foot).append("</body>\n</html>\n");
}

void mark_as_page(Response& response, Language language) {
    response.with("Content-Security-Policy", policy);
    response.with("Content-Language", std::string(code_of(language)));
}

Response page(const Page& page) {
    Response response;
    response.status = page.status;
    response.media_type = "text/html; charset=utf-8";
    response.body = share(
        framed({.title = page.title,
                .body = "<div class=\"wrap\"><div class=\"flow\">\n<div class=\"title\"><h1>" +
                        escaped(page.title) + "</h1></div>\n" + page.body + "</div></div>\n"},
               page.in));
    response.with("Cache-Control", "no-store").with("Vary", "Accept-Language, Cookie");
    mark_as_page(response, page.in.language);
    return response;
}

Response go_to(const std::string& path) {
    Response response;
    response.status = 303;
    response.media_type = {};
    response.with("Location", path).with("Cache-Control", "no-store");
    return response;
}

std::string shown(const FormField& field) {
    const std::string name = escaped(field.name);
    std::string html = "<p><label for=\"" + name + "\">" + escaped(field.label) + "</label>\n";
    html += "<input id=\"" + name + "\" name=\"" + name + "\" type=\"" + std::string(field.type) +
            "\" autocomplete=\"" + std::string(field.autocomplete) + "\" required";
    // Addresses read from the left in every language; a name as it begins.
    html += field.type == "text" ? " dir=\"auto\"" : " dir=\"ltr\"";
    if (field.autocomplete == "new-password") {
        html += " minlength=\"" + std::to_string(password_characters_min) + "\"";
    }
    if (!field.value.empty()) html += " value=\"" + escaped(field.value) + "\"";
    return html + "></p>\n";
}

std::string form(std::string_view path, std::string_view fields, std::string_view button,
                 std::string_view others) {
    return "<form method=\"post\" action=\"" + escaped(path) + "\">\n" + std::string(fields) +
           "<p><button>" + escaped(button) + "</button></p>\n" + std::string(others) + "</form>\n";
}

std::string refused(const std::optional<Error>& error, const PageLanguage& in) {
    if (!error) return {};
    return "<p role=\"alert\">" + escaped(lang::sentence_of(*error, in.language)) + "</p>\n";
}

Result<Request> form_of(const Request& sent) {
    if (!is_same_name(media_type_of(sent), form_type)) {
        return refuse_request("request.media_type", {form_type});
    }
    Request form;
    TRY_OK(read_form_fields(sent.body, form));
    return form;
}

}  // namespace travaux::http
