// What the pages of accounts share: those that several routes show.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "http/account_service.h"
#include "http/pages.h"

namespace travaux::http {

/// What pages are made of.
struct PageTurn {
    const Service& service;
    AccountService& accounts;
    const Asked& asked;

    [[nodiscard]] PageLanguage in() const { return page_language(service, asked.request); }
};

/// Returns the route of a page about accounts, `id` being a word for its description. It has no
/// answer yet.
[[nodiscard]] Route account_page_route(std::string method, std::string pattern,
                                       access::Operation operation, const std::string& id);

using AnswerTurn = Result<Response> (*)(const PageTurn&);

/// Returns such a route with what answers a turn. The services outlive it.
[[nodiscard]] Route answered(const Service& service, AccountService& accounts, Route route,
                             AnswerTurn answer);

/// Returns the words of a part, in which committee and for whom.
[[nodiscard]] std::string part_in_words(const access::Part& part, const PageLanguage& in);

/// Returns an option of a list, and a list with its label; a field has the name of its place.
[[nodiscard]] std::string option(std::string_view value, std::string_view words,
                                 bool is_chosen = false);
[[nodiscard]] std::string chooser(const std::string& name, std::string_view label,
                                  std::string_view options);

/// Each returns a page, with what was refused at its top; `form` is what was filled in. That of a
/// link is of the secret in the path's place `secret`.
[[nodiscard]] Response log_in_page(const PageTurn& turn, const Request& form,
                                   const std::optional<Error>& error);
[[nodiscard]] Response link_page(const PageTurn& turn, const Request& form,
                                 const std::optional<Error>& error);
[[nodiscard]] Response account_page(const PageTurn& turn, const access::Asker& asker,
                                    const std::optional<Error>& error);

/// Buttons that lead to the providers, for those pages; empty where there are none.
[[nodiscard]] std::string log_in_buttons(const AccountService& accounts, const PageLanguage& in);
[[nodiscard]] std::string accept_buttons(const AccountService& accounts, const std::string& secret,
                                         const PageLanguage& in);

/// The identities that an account has, with buttons that link one and take one away.
[[nodiscard]] std::string identities_section(const AccountService& accounts,
                                             const access::Asker& asker, const PageLanguage& in);

/// The button that logs in with a passkey; a script shows it where the browser knows passkeys.
[[nodiscard]] std::string passkey_button(const PageLanguage& in);

/// The passkeys of an account, with buttons that end one, and one that makes one, likewise.
[[nodiscard]] std::string passkeys_section(const AccountService& accounts,
                                           const access::Asker& asker, const PageLanguage& in);

/// How often somebody is told by e-mail what is new, with a form; empty where no mail is sent.
[[nodiscard]] std::string notices_section(const AccountService& accounts,
                                          const access::Asker& asker, const access::Account& own,
                                          const PageLanguage& in);

/// One's own calendars, with buttons that make one and end one.
[[nodiscard]] std::string feeds_section(const AccountService& accounts, const access::Asker& asker,
                                        const access::Account& own, const PageLanguage& in);

}  // namespace travaux::http
