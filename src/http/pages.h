// Pages for people: their frame, their forms, and in which language they are.
//
// They work without scripts; every field has its label, and what was refused is said at the top.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "http/service.h"
#include "lang/messages.h"

namespace travaux::http {

/// In which language a page is, and whether its address says so.
struct PageLanguage {
    text::Language language = text::Language::en;
    bool is_chosen = false;

    /// Returns the words of a message.
    [[nodiscard]] std::string words(std::string_view id,
                                    std::span<const std::string> args = {}) const {
        return lang::words(language, id, args);
    }

    /// Returns a path on which the page that follows is in a language that was chosen.
    [[nodiscard]] std::string path(std::string_view path) const;
};

/// Returns the language of a page: the one that its address names in `language`, otherwise that of
/// whoever asks.
[[nodiscard]] PageLanguage page_language(const Service& service, const Request& request);

/// Returns the language and the direction of an element, as attributes with a blank before them.
[[nodiscard]] std::string marked(text::Language language);

/// Returns the name that a language has for itself, HTML: signs beyond ASCII as references, for a
/// browser keeps a page with a single wide sign as one of wide signs, at twice the size.
[[nodiscard]] std::string own_name_of(text::Language language);

/// What all pages have around what they say; HTML but for the title.
struct PageFrame {
    std::string title;
    std::string body;
    std::string nav{};    ///< links at the head, `<li>` elements
    std::string foot{};   ///< what stands at the foot
    std::string query{};  ///< of its address, `view=clean`, for the links to the other languages
    std::string data{};   ///< attributes of the body, for the script
};

/// Returns a whole page in a language.
[[nodiscard]] std::string framed(const PageFrame& frame, const PageLanguage& in);

/// Gives an answer what every page has in its head.
void mark_as_page(Response& response, text::Language language);

/// A page of one column, with its title.
struct Page {
    PageLanguage in;
    std::string title;
    std::string body;  ///< HTML
    int status = 200;
};

/// Returns a page as an answer that nobody keeps, with links to it in the other languages.
[[nodiscard]] Response page(const Page& page);

/// Leads a browser to a path.
[[nodiscard]] Response go_to(const std::string& path);

/// A field of a form: its name, its label, and what a browser is to know of it.
struct FormField {
    std::string name;
    std::string label;
    std::string_view type = "text";
    std::string_view autocomplete = "off";
    std::string value;
};

/// Returns a field as HTML.
[[nodiscard]] std::string shown(const FormField& field);

/// Returns a form as HTML, with a button after which others may stand.
[[nodiscard]] std::string form(std::string_view path, std::string_view fields,
                               std::string_view button, std::string_view others = {});

/// Returns what was refused, if anything was, as HTML.
[[nodiscard]] std::string refused(const std::optional<Error>& error, const PageLanguage& in);

/// Reads what a form sends, as a query is read. Errors: `request.media_type`,
/// `request.target_malformed`.
[[nodiscard]] Result<Request> form_of(const Request& sent);

}  // namespace travaux::http
