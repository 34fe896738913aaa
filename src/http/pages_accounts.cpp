// The pages of accounts for people: log-in, what a link opens, one's own account. They work without
// scripts; every field has its label, and what was refused is said at the top.
// SPDX-License-Identifier: MIT
#include "committee/described.h"
#include "formats/html_sink.h"
#include "http/account_pages.h"

namespace travaux::http {
namespace {

using access::Asker;
using access::LinkKind;
using access::Operation;
using formats::escaped;

constexpr auto policy =
    "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
constexpr auto form_type = "application/x-www-form-urlencoded";

}  // namespace

Response page(std::string_view title, std::string_view body, int status) {
    std::string html =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
    html += escaped(title);
    html += "</title>\n</head>\n<body>\n<main>\n<h1>";
    html += escaped(title);
    html += "</h1>\n";
    html += body;
    html += "</main>\n</body>\n</html>\n";
    Response response;
    response.status = status;
    response.media_type = "text/html; charset=utf-8";
    response.body = share(std::move(html));
    response.with("Cache-Control", "no-store").with("Content-Security-Policy", policy);
    return response;
}

Response go_to(const std::string& path) {
    Response response;
    response.status = 303;
    response.media_type = {};
    response.with("Location", path).with("Cache-Control", "no-store");
    return response;
}

std::string form(std::string_view path, std::string_view fields, std::string_view button,
                 std::string_view others) {
    return "<form method=\"post\" action=\"" + escaped(path) + "\">\n" + std::string(fields) +
           "<p><button>" + escaped(button) + "</button></p>\n" + std::string(others) + "</form>\n";
}

// Reads what a form sends, as a query is read.
Result<Request> form_of(const Request& sent) {
    if (!is_same_name(media_type_of(sent), form_type)) {
        return refuse_request("request.media_type", {form_type});
    }
    Request form;
    TRY_OK(read_target("/?" + std::string(sent.body), form));
    return form;
}

namespace {

/// A field of a form: its name, its label, and what a browser is to know of it.
struct FormField {
    std::string name;
    std::string_view label;
    std::string_view type = "text";
    std::string_view autocomplete = "off";
    std::string value;
};

std::string shown(const FormField& field) {
    const std::string name = escaped(field.name);
    std::string html = "<p><label for=\"" + name + "\">" + escaped(field.label) + "</label><br>\n";
    html += "<input id=\"" + name + "\" name=\"" + name + "\" type=\"" + std::string(field.type) +
            "\" autocomplete=\"" + std::string(field.autocomplete) + "\" required";
    if (field.autocomplete == "new-password") html += " minlength=\"12\"";
    if (!field.value.empty()) html += " value=\"" + escaped(field.value) + "\"";
    return html + "></p>\n";
}

std::string refused(const std::optional<Error>& error, const Words& words) {
    if (!error) return {};
    return "<p role=\"alert\">" + escaped(words(*error)) + "</p>\n";
}

std::string said(const Request& form, const std::string& name) {
    return std::string(form.parameter(name));
}

// What is asked of a person; `prefix` keeps two on one page apart.
std::string person_fields(const std::string& prefix, const Request& form) {
    std::string fields =
        shown({prefix + "name", "Name", "text", "name", said(form, prefix + "name")});
    fields +=
        shown({prefix + "address", "E-mail", "email", "username", said(form, prefix + "address")});
    return fields + shown({prefix + "password",
                           "Password, 12 characters or more",
                           "password",
                           "new-password",
                           {}});
}

access::NewAccount person_of(const std::string& prefix, const Request& form) {
    return {said(form, prefix + "address"),
            said(form, prefix + "name"),
            {},
            said(form, prefix + "password")};
}

std::string words_of(const access::Part& part) {
    std::string text(committee::name_of(part.capacity));
    for (char& one : text) one = one == '_' ? ' ' : one;
    if (part.delegation) text += " of " + *part.delegation;
    if (part.committee) text += ", " + *part.committee;
    return text;
}

class Pages {
public:
    Pages(const Service& service, AccountService& accounts)
        : service_(service), accounts_(accounts) {}

    Response log_in(const Request& form, const std::optional<Error>& error) const {
        std::string fields =
            shown({"address", "E-mail", "email", "username", said(form, "address")});
        fields += shown({"password", "Password", "password", "current-password", {}});
        return page("Log in",
                    refused(error, service_.words) +
                        ::travaux::http::form("/log_in", fields, "Log in") +
                        log_in_buttons(accounts_),
                    error ? status_of(*error) : 200);
    }

    Response link(const std::string& secret, const Request& form,
                  const std::optional<Error>& error) const {
        const auto link = accounts_.accounts.link(secret, accounts_.clock());
        if (!link) {
            return page("This link is not open", refused(link.error(), service_.words),
                        status_of(link.error()));
        }
        std::string fields;
        std::string others;  // buttons after the form's own
        std::string_view title = "A new password";
        switch (link->kind) {
            case LinkKind::founding:
                title = "The first two accounts";
                fields = "<fieldset>\n<legend>Administrator of accounts</legend>\n" +
                         person_fields("administrator_", form) +
                         "</fieldset>\n<fieldset>\n<legend>" +
                         escaped("The " + words_of(*link->part)) + "</legend>\n" +
                         person_fields("secretariat_", form) + "</fieldset>\n";
                break;
            case LinkKind::invitation:
                title = "An invitation";
                fields = "<p>" + escaped("You are invited as " + words_of(*link->part) + ".") +
                         "</p>\n<p>Who has an account here gives its address and its "
                         "password.</p>\n" +
                         person_fields("", form);
                others = accept_buttons(accounts_, secret);
                break;
            case LinkKind::recovery:
                fields = shown({"password",
                                "Password, 12 characters or more",
                                "password",
                                "new-password",
                                {}});
                break;
        }
        return page(title,
                    refused(error, service_.words) +
                        ::travaux::http::form("/accept/" + secret, fields, "Accept", others),
                    error ? status_of(*error) : 200);
    }

    Response account(const Asker& asker, const std::optional<Error>& error) const {
        const auto own = accounts_.accounts.own(asker);
        const auto log_ins = accounts_.accounts.log_ins(asker);
        if (!own || !log_ins) return go_to("/log_in");
        std::string body = refused(error, service_.words) + "<h2>Parts</h2>\n<ul>\n";
        for (const access::Role& role : own->roles) {
            body += "<li>" + escaped(words_of(role.part)) + "</li>\n";
        }
        body += "</ul>\n<h2>Log-ins</h2>\n<ul>\n";
        for (const auto& [id, one] : *log_ins) {
            const std::string label = id == asker.key ? "End this log-in" : "End";
            body += "<li>" + escaped("Since " + date_of(one.began_ms).text() + ", by " + one.by) +
                    ::travaux::http::form("/end_log_in/" + id, "", label) + "</li>\n";
        }
        body += "</ul>\n" + identities_section(accounts_, asker);
        return page(own->name, body, error ? status_of(*error) : 200);
    }

    /// Opens a link with what a form says, and logs in.
    [[nodiscard]] Result<std::string> open(const std::string& secret, const Request& form) const {
        access::Accounts& accounts = accounts_.accounts;
        const std::int64_t now = accounts_.clock();
        TRY_ASSIGN(const access::Link link, accounts.link(secret, now));
        switch (link.kind) {
            case LinkKind::founding:
                TRY_OK(accounts.found(
                    secret, {person_of("administrator_", form), person_of("secretariat_", form)},
                    now));
                return accounts.log_in(said(form, "secretariat_address"),
                                       said(form, "secretariat_password"), now);
            case LinkKind::invitation:
                TRY_OK(accounts.accept(secret, person_of("", form), now));
                return accounts.log_in(said(form, "address"), said(form, "password"), now);
            case LinkKind::recovery: break;
        }
        TRY_OK(accounts.accept_recovery(secret, said(form, "password"), now));
        return std::string();
    }

    [[nodiscard]] AccountService& accounts() const { return accounts_; }

private:
    const Service& service_;
    AccountService& accounts_;
};

Response logged_in(const AccountService& accounts, const std::string& secret) {
    // After a recovery one logs in with the new password.
    if (secret.empty()) return go_to("/log_in");
    Response response = go_to("/account");
    response.with("Set-Cookie", cookie_of(accounts, secret));
    return response;
}

Result<Response> post_log_in(const Pages& pages, const Asked& asked) {
    TRY_ASSIGN(const Request form, form_of(asked.request));
    AccountService& accounts = pages.accounts();
    const auto secret = trying(accounts, [&] {
        return accounts.accounts.log_in(said(form, "address"), said(form, "password"),
                                        accounts.clock());
    });
    return secret ? logged_in(accounts, *secret) : pages.log_in(form, secret.error());
}

Result<Response> post_link(const Pages& pages, const Asked& asked) {
    TRY_ASSIGN(const Request form, form_of(asked.request));
    const std::string& link = asked.places.at("secret");
    const auto secret = trying(pages.accounts(), [&] { return pages.open(link, form); });
    return secret ? logged_in(pages.accounts(), *secret) : pages.link(link, form, secret.error());
}

Result<Response> post_end(const Pages& pages, const Asked& asked) {
    AccountService& accounts = pages.accounts();
    TRY_ASSIGN(const Asker asker, asker_of(accounts, asked.request));
    TRY_OK(accounts.accounts.end_log_in(asker, asked.places.at("id")));
    return go_to("/account");
}

Result<Response> get_account(const Pages& pages, const Asked& asked) {
    const auto asker = asker_of(pages.accounts(), asked.request);
    return asker ? pages.account(*asker, std::nullopt) : go_to("/log_in");
}

}  // namespace

Response log_in_page(const PageTurn& turn, const Request& form, const std::optional<Error>& error) {
    return Pages(turn.service, turn.accounts).log_in(form, error);
}

Response link_page(const PageTurn& turn, const std::string& secret, const Request& form,
                   const std::optional<Error>& error) {
    return Pages(turn.service, turn.accounts).link(secret, form, error);
}

Response account_page(const PageTurn& turn, const Asker& asker, const std::optional<Error>& error) {
    return Pages(turn.service, turn.accounts).account(asker, error);
}

std::vector<Route> account_pages(const Service& service, AccountService& accounts) {
    const Pages pages(service, accounts);
    std::vector<Route> routes;
    const auto add = [&](std::string method, std::string pattern, Operation operation,
                         const std::string& id, auto answer) {
        Route route;
        route.method = std::move(method);
        route.pattern = std::move(pattern);
        route.who = open_to(operation);
        route.description.id = "page." + id;
        route.description.sentence = access::rule_of(operation).sentence;
        route.description.media_type = "text/html; charset=utf-8";
        route.answer = answering(
            service, [pages, answer](const Asked& asked) { return answer(pages, asked); });
        routes.push_back(std::move(route));
    };
    add("GET", "/log_in", Operation::log_in, "log_in",
        [](const Pages& all, const Asked&) -> Result<Response> {
            return all.log_in(Request{}, std::nullopt);
        });
    add("POST", "/log_in", Operation::log_in, "log_in_form.sent", post_log_in);
    add("GET", "/accept/{secret}", Operation::accept, "accept",
        [](const Pages& all, const Asked& asked) -> Result<Response> {
            return all.link(asked.places.at("secret"), Request{}, std::nullopt);
        });
    add("POST", "/accept/{secret}", Operation::accept, "accept.sent", post_link);
    add("GET", "/account", Operation::see_log_ins, "account", get_account);
    add("POST", "/end_log_in/{id}", Operation::end_log_in, "end_log_in.sent", post_end);
    return routes;
}

}  // namespace travaux::http
