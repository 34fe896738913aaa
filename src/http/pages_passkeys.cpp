// Passkeys on the pages of accounts: a browser makes and shows them, so a script does what the
// buttons say; where none runs, or the browser knows no passkeys, there are no buttons.
// SPDX-License-Identifier: MIT
#include "formats/html_sink.h"
#include "http/account_pages.h"
#include "lang/dates.h"

namespace travaux::http {
namespace {

using formats::escaped;

// What the script needs: what to do, what to say where the browser does not do it.
std::string place_of(std::string_view act, const PageLanguage& in, const std::string& content) {
    return "<div hidden data-passkey=\"" + std::string(act) + "\" data-failed=\"" +
           escaped(in.words("page.passkey_failed")) + "\" data-next=\"" +
           escaped(in.path("/account")) + "\">" + content +
           "<p class=\"told\" role=\"alert\" hidden></p></div>\n";
}

std::string button(const PageLanguage& in, std::string_view words) {
    return "<p><button type=\"button\">" + escaped(in.words(words)) + "</button></p>";
}

}  // namespace

std::string passkey_button(const PageLanguage& in) {
    return place_of("show", in, button(in, "page.passkey_log_in"));
}

std::string passkeys_section(const AccountService& accounts, const access::Asker& asker,
                             const PageLanguage& in) {
    const auto all = accounts.accounts.passkeys(asker);
    std::string html = "<h2>" + escaped(in.words("page.passkeys")) + "</h2>\n<ul>\n";
    for (const auto& [id, one] : all.value_or(access::ById<access::KeptPasskey>{})) {
        const std::array since = {one.name, lang::date_in_words(date_of(one.made_ms), in.language)};
        html += "<li>" + escaped(in.words("page.identity_since", since)) +
                form(in.path("/end_passkey/" + id), "", in.words("page.end")) + "</li>\n";
    }
    const FormField name{"passkey_name", in.words("page.passkey_name"), "text", "off",
                         in.words("page.passkey")};
    return html + "</ul>\n" + place_of("make", in, shown(name) + button(in, "page.passkey_add"));
}

}  // namespace travaux::http
