// The pages of accounts for people: log-in, what a link opens, one's own account.
// SPDX-License-Identifier: MIT
#include <array>

#include "committee/described.h"
#include "formats/html_sink.h"
#include "http/account_pages.h"
#include "lang/dates.h"

namespace travaux::http {
namespace {

using access::Asker;
using access::LinkKind;
using access::Operation;
using formats::escaped;

std::string said(const Request& form, const std::string& name) {
    return std::string(form.parameter(name));
}

std::string new_password_field(const std::string& prefix, const PageLanguage& in) {
    const std::array characters = {std::string("12")};
    return shown({prefix + "password",
                  in.words("page.new_password", characters),
                  "password",
                  "new-password",
                  {}});
}

// What is asked of a person; `prefix` keeps two on one page apart.
std::string person_fields(const std::string& prefix, const Request& form, const PageLanguage& in) {
    return shown({prefix + "name", in.words("page.name"), "text", "name",
                  said(form, prefix + "name")}) +
           shown({prefix + "address", in.words("page.address"), "email", "username",
                  said(form, prefix + "address")}) +
           new_password_field(prefix, in);
}

// Who makes an account on a page has the language of the page.
access::NewAccount person_of(const std::string& prefix, const Request& form,
                             const PageLanguage& in) {
    return {said(form, prefix + "address"), said(form, prefix + "name"),
            std::string(code_of(in.language)), said(form, prefix + "password")};
}

// Who may invite others to a committee finds the page for it here.
std::string people_link(const access::Part& part, const PageLanguage& in) {
    const bool may_invite = part.capacity == committee::Capacity::secretariat ||
                            part.capacity == committee::Capacity::head;
    if (!may_invite) return {};
    return " <a href=\"" + escaped(in.path("/committees/" + *part.committee + "/people")) + "\">" +
           escaped(in.words("page.people")) + "</a>";
}

std::string section(std::string_view heading, std::string_view items) {
    return "<h2>" + escaped(heading) + "</h2>\n<ul>\n" + std::string(items) + "</ul>\n";
}

/// What a link opens, as a form.
struct LinkForm {
    std::string title;
    std::string fields;
    std::string others;  ///< buttons after its own
};

LinkForm form_of_link(const access::Link& link, const Request& form, const PageLanguage& in) {
    const auto part = [&](std::string_view legend, const std::string& prefix) {
        return "<fieldset>\n<legend>" + escaped(legend) + "</legend>\n" +
               person_fields(prefix, form, in) + "</fieldset>\n";
    };
    switch (link.kind) {
        case LinkKind::founding:
            return {in.words("page.founding"),
                    part(in.words("capacity.administrator"), "administrator_") +
                        part(part_in_words(*link.part, in), "secretariat_"),
                    {}};
        case LinkKind::invitation: {
            const std::array as = {part_in_words(*link.part, in)};
            return {in.words("page.invitation"),
                    "<p>" + escaped(in.words("page.invited_as", as)) + "</p>\n<p>" +
                        escaped(in.words("page.invited_known")) + "</p>\n" +
                        person_fields("", form, in),
                    {}};
        }
        case LinkKind::recovery: break;
    }
    return {in.words("page.recovery"), new_password_field("", in), {}};
}

class Pages {
public:
    Pages(const Service& service, AccountService& accounts)
        : service_(service), accounts_(accounts) {}

    Response log_in(const Asked& asked, const Request& form,
                    const std::optional<Error>& error) const {
        const PageLanguage in = language_of_page(asked);
        const std::string fields =
            shown(
                {"address", in.words("page.address"), "email", "username", said(form, "address")}) +
            shown({"password", in.words("page.password"), "password", "current-password", {}});
        const std::string words = in.words("page.log_in");
        return page({in, words,
                     refused(error, in) + ::travaux::http::form(in.path("/log_in"), fields, words) +
                         passkey_button(in) + log_in_buttons(accounts_, in),
                     error ? status_of(*error) : 200});
    }

    Response link(const Asked& asked, const Request& form,
                  const std::optional<Error>& error) const {
        const PageLanguage in = language_of_page(asked);
        const std::string& secret = asked.places.at("secret");
        const auto link = accounts_.accounts.link(secret, accounts_.clock());
        if (!link) {
            return page({in, in.words("page.link_not_open"), refused(link.error(), in),
                         status_of(link.error())});
        }
        LinkForm shown = form_of_link(*link, form, in);
        if (link->kind == LinkKind::invitation) {
            shown.others = accept_buttons(accounts_, secret, in);
        }
        return page(
            {in, shown.title,
             refused(error, in) + ::travaux::http::form(in.path("/accept/" + secret), shown.fields,
                                                        in.words("page.accept"), shown.others),
             error ? status_of(*error) : 200});
    }

    Response account(const Asked& asked, const Asker& asker,
                     const std::optional<Error>& error) const {
        const PageLanguage in = language_of_page(asked);
        const auto own = accounts_.accounts.own(asker);
        const auto log_ins = accounts_.accounts.log_ins(asker);
        if (!own || !log_ins) return go_to(in.path("/log_in"));
        std::string parts;
        for (const access::Role& role : own->roles) {
            const std::string words = escaped(part_in_words(role.part, in));
            parts += "<li>" +
                     (role.part.committee
                          ? "<a href=\"" + escaped(in.path("/committees/" + *role.part.committee)) +
                                "\">" + words + "</a>" + people_link(role.part, in)
                          : words) +
                     "</li>\n";
        }
        std::string body = refused(error, in);
        body += own->roles.empty() ? "<p>" + escaped(in.words("page.no_parts")) + "</p>\n"
                                   : section(in.words("page.parts"), parts);
        const std::array count = {std::to_string(log_ins->size())};
        body += section(in.words("page.log_ins", count), log_in_items(asker, *log_ins, in));
        body += passkeys_section(accounts_, asker, in);
        body += identities_section(accounts_, asker, in);
        body += notices_section(accounts_, asker, *own, in);
        body += feeds_section(accounts_, asker, *own, in);
        if (own->language != code_of(in.language)) {
            body += ::travaux::http::form(in.path("/language"), "", in.words("page.keep_language"));
        }
        return page({in, own->name, body, error ? status_of(*error) : 200});
    }

    /// Opens a link with what a form says, and logs in.
    [[nodiscard]] Result<std::string> open(const Asked& asked, const Request& form) const {
        access::Accounts& accounts = accounts_.accounts;
        const std::string& secret = asked.places.at("secret");
        const PageLanguage in = language_of_page(asked);
        const std::int64_t now = accounts_.clock();
        TRY_ASSIGN(const access::Link link, accounts.link(secret, now));
        switch (link.kind) {
            case LinkKind::founding:
                TRY_OK(accounts.found(
                    secret,
                    {person_of("administrator_", form, in), person_of("secretariat_", form, in)},
                    now));
                return accounts.log_in(said(form, "secretariat_address"),
                                       said(form, "secretariat_password"), now);
            case LinkKind::invitation:
                TRY_OK(accounts.accept(secret, person_of("", form, in), now));
                return accounts.log_in(said(form, "address"), said(form, "password"), now);
            case LinkKind::recovery: break;
        }
        TRY_OK(accounts.accept_recovery(secret, said(form, "password"), now));
        return std::string();
    }

    [[nodiscard]] PageLanguage language_of_page(const Asked& asked) const {
        return page_language(service_, asked.request);
    }
    [[nodiscard]] AccountService& accounts() const { return accounts_; }

private:
    static std::string log_in_items(const Asker& asker, const access::ById<access::LogIn>& log_ins,
                                    const PageLanguage& in) {
        std::string items;
        for (const auto& [id, one] : log_ins) {
            const std::array since = {lang::date_in_words(date_of(one.began_ms), in.language),
                                      one.by};
            items += "<li>" + escaped(in.words("page.log_in_since", since)) +
                     form(in.path("/end_log_in/" + id), "",
                          in.words(id == asker.key ? "page.end_this" : "page.end")) +
                     "</li>\n";
        }
        return items;
    }

    const Service& service_;
    AccountService& accounts_;
};

Response logged_in(const Pages& pages, const Asked& asked, const std::string& secret) {
    const PageLanguage in = pages.language_of_page(asked);
    // After a recovery one logs in with the new password.
    if (secret.empty()) return go_to(in.path("/log_in"));
    Response response = go_to(in.path("/account"));
    response.with("Set-Cookie", cookie_of(pages.accounts(), secret));
    return response;
}

Result<Response> post_log_in(const Pages& pages, const Asked& asked) {
    TRY_ASSIGN(const Request form, form_of(asked.request));
    AccountService& accounts = pages.accounts();
    const auto secret = trying(accounts, [&] {
        return accounts.accounts.log_in(said(form, "address"), said(form, "password"),
                                        accounts.clock());
    });
    return secret ? logged_in(pages, asked, *secret) : pages.log_in(asked, form, secret.error());
}

Result<Response> post_link(const Pages& pages, const Asked& asked) {
    TRY_ASSIGN(const Request form, form_of(asked.request));
    const auto secret = trying(pages.accounts(), [&] { return pages.open(asked, form); });
    return secret ? logged_in(pages, asked, *secret) : pages.link(asked, form, secret.error());
}

Result<Response> post_end(const Pages& pages, const Asked& asked) {
    AccountService& accounts = pages.accounts();
    TRY_ASSIGN(const Asker asker, asker_of(accounts, asked.request));
    TRY_OK(accounts.accounts.end_log_in(asker, asked.places.at("id")));
    return go_to(pages.language_of_page(asked).path("/account"));
}

Result<Response> post_end_passkey(const Pages& pages, const Asked& asked) {
    AccountService& accounts = pages.accounts();
    TRY_ASSIGN(const Asker asker, asker_of(accounts, asked.request));
    if (const auto ended = accounts.accounts.end_passkey(asker, asked.places.at("id")); !ended) {
        return pages.account(asked, asker, ended.error());
    }
    return go_to(pages.language_of_page(asked).path("/account"));
}

Result<Response> post_language(const Pages& pages, const Asked& asked) {
    AccountService& accounts = pages.accounts();
    TRY_ASSIGN(const Asker asker, asker_of(accounts, asked.request));
    const PageLanguage in = pages.language_of_page(asked);
    TRY_OK(accounts.accounts.choose_language(asker, code_of(in.language)));
    return go_to("/account");
}

Result<Response> get_account(const Pages& pages, const Asked& asked) {
    const auto asker = asker_of(pages.accounts(), asked.request);
    return asker ? pages.account(asked, *asker, std::nullopt)
                 : go_to(pages.language_of_page(asked).path("/log_in"));
}

}  // namespace

Route account_page_route(std::string method, std::string pattern, Operation operation,
                         const std::string& id) {
    Route route;
    route.method = std::move(method);
    route.pattern = std::move(pattern);
    route.who = open_to(operation);
    route.description.id = "page." + id;
    route.description.sentence = access::rule_of(operation).sentence;
    route.description.query = {
        {"language", "In which language; else that of whoever asks.",
         boost::json::object{{"type", "string"}, {"enum", {"ar", "en", "es", "fr", "ru", "zh"}}}}};
    route.description.media_type = "text/html; charset=utf-8";
    return route;
}

Route answered(const Service& service, AccountService& accounts, Route route, AnswerTurn answer) {
    route.answer = answering(service, [&service, &accounts, answer](const Asked& asked) {
        return answer({service, accounts, asked});
    });
    return route;
}

std::string part_in_words(const access::Part& part, const PageLanguage& in) {
    std::string text = in.words("capacity." + std::string(committee::name_of(part.capacity)));
    if (part.delegation) text = in.words("page.part_of", std::array{text, *part.delegation});
    if (part.committee) text = in.words("page.part_in", std::array{text, *part.committee});
    return text;
}

std::string option(std::string_view value, std::string_view words, bool is_chosen) {
    return "<option value=\"" + escaped(value) + "\"" + (is_chosen ? " selected" : "") + ">" +
           escaped(words) + "</option>\n";
}

std::string chooser(const std::string& name, std::string_view label, std::string_view options) {
    return "<p><label for=\"" + escaped(name) + "\">" + escaped(label) + "</label>\n<select id=\"" +
           escaped(name) + "\" name=\"" + escaped(name) + "\">\n" + std::string(options) +
           "</select></p>\n";
}

Response log_in_page(const PageTurn& turn, const Request& form, const std::optional<Error>& error) {
    return Pages(turn.service, turn.accounts).log_in(turn.asked, form, error);
}

Response link_page(const PageTurn& turn, const Request& form, const std::optional<Error>& error) {
    return Pages(turn.service, turn.accounts).link(turn.asked, form, error);
}

Response account_page(const PageTurn& turn, const Asker& asker, const std::optional<Error>& error) {
    return Pages(turn.service, turn.accounts).account(turn.asked, asker, error);
}

std::vector<Route> account_pages(const Service& service, AccountService& accounts) {
    const Pages pages(service, accounts);
    std::vector<Route> routes;
    const auto add = [&](std::string method, std::string pattern, Operation operation,
                         const std::string& id, auto answer) {
        Route route = account_page_route(std::move(method), std::move(pattern), operation, id);
        route.answer = answering(
            service, [pages, answer](const Asked& asked) { return answer(pages, asked); });
        routes.push_back(std::move(route));
    };
    add("GET", "/log_in", Operation::log_in, "log_in",
        [](const Pages& all, const Asked& asked) -> Result<Response> {
            return all.log_in(asked, Request{}, std::nullopt);
        });
    add("POST", "/log_in", Operation::log_in, "log_in_form.sent", post_log_in);
    add("GET", "/accept/{secret}", Operation::accept, "accept",
        [](const Pages& all, const Asked& asked) -> Result<Response> {
            return all.link(asked, Request{}, std::nullopt);
        });
    add("POST", "/accept/{secret}", Operation::accept, "accept.sent", post_link);
    add("GET", "/account", Operation::see_log_ins, "account", get_account);
    add("POST", "/end_log_in/{id}", Operation::end_log_in, "end_log_in.sent", post_end);
    add("POST", "/end_passkey/{id}", Operation::end_passkey, "end_passkey.sent", post_end_passkey);
    add("POST", "/language", Operation::choose_language, "language.sent", post_language);
    return routes;
}

}  // namespace travaux::http
