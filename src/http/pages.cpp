// SPDX-License-Identifier: MIT
#include "http/pages.h"

#include "base/base64.h"
#include "base/id.h"
#include "formats/html_sink.h"

namespace travaux::http {
namespace {

using formats::escaped;
using text::Language;

constexpr auto form_type = "application/x-www-form-urlencoded";
constexpr std::size_t password_characters_min = 12;

constexpr std::string_view style = R"(body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a;
       background: #fff; margin: 0 auto; max-width: 36rem; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.3; }
h2 { font-size: 1.15rem; }
a { color: #0b4f8a; }
a:focus-visible, button:focus-visible, input:focus-visible {
       outline: 3px solid #0b4f8a; outline-offset: 2px; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; }
nav a[aria-current] { color: inherit; font-weight: bold; text-decoration: none; }
label { display: block; }
input { box-sizing: border-box; font: inherit; padding: .4rem; width: 100%;
       border: 1px solid #595959; }
button { font: inherit; padding: .4rem 1rem; }
fieldset { border: 1px solid #8a8a8a; margin: 1rem 0; }
legend::first-letter { text-transform: uppercase; }
[role=alert] { border-inline-start: .3rem solid #a32a1e; padding: .25rem .75rem; }
)";

std::string policy_of_pages() {
    const Sha256 hash = sha256(style);
    return "default-src 'none'; style-src 'sha256-" +
           base64(std::string_view(reinterpret_cast<const char*>(hash.data()), hash.size())) +
           "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
}

std::string_view direction_of(Language language) {
    return language == Language::ar ? "rtl" : "ltr";
}

// The language and the direction of an element.
std::string marked(Language language) {
    return " lang=\"" + std::string(code_of(language)) + "\" dir=\"" +
           std::string(direction_of(language)) + "\"";
}

// A link to the same page in each language, in its own words.
std::string language_links(const PageLanguage& in) {
    std::string html = "<nav aria-label=\"" + escaped(in.words("page.language")) + "\">\n<ul>\n";
    for (const Language language : text::languages) {
        html += "<li><a href=\"?language=" + std::string(code_of(language)) + "\"" +
                marked(language) + (language == in.language ? " aria-current=\"true\"" : "") + ">" +
                escaped(lang::words(language, "page.own_name")) + "</a></li>\n";
    }
    return html + "</ul>\n</nav>\n";
}

}  // namespace

std::string PageLanguage::path(std::string_view path) const {
    std::string with_language(path);
    if (is_chosen) with_language += "?language=" + std::string(code_of(language));
    return with_language;
}

PageLanguage page_language(const Service& service, const Request& request) {
    const auto chosen = text::parse_language(request.parameter("language"));
    if (chosen) return {*chosen, true};
    return {language_of(service, request), false};
}

Response page(const Page& page) {
    static const std::string policy = policy_of_pages();
    const std::string title = escaped(page.title);
    std::string html = "<!DOCTYPE html>\n<html" + marked(page.in.language) +
                       ">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                       "content=\"width=device-width, initial-scale=1\">\n<title>" +
                       title + "</title>\n<style>" + std::string(style) +
                       "</style>\n</head>\n<body>\n" + language_links(page.in) + "<main>\n<h1>" +
                       title + "</h1>\n" + page.body + "</main>\n</body>\n</html>\n";
    Response response;
    response.status = page.status;
    response.media_type = "text/html; charset=utf-8";
    response.body = share(std::move(html));
    response.with("Cache-Control", "no-store").with("Content-Security-Policy", policy);
    response.with("Content-Language", std::string(code_of(page.in.language)));
    response.with("Vary", "Accept-Language, Cookie");
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
    TRY_OK(read_target("/?" + std::string(sent.body), form));
    return form;
}

}  // namespace travaux::http
