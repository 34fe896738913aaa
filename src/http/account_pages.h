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

/// How often somebody is told by e-mail what is new, with a form; empty where no mail is sent.
[[nodiscard]] std::string notices_section(const AccountService& accounts,
                                          const access::Asker& asker, const access::Account& own,
                                          const PageLanguage& in);

/// One's own calendars, with buttons that make one and end one.
[[nodiscard]] std::string feeds_section(const AccountService& accounts, const access::Asker& asker,
                                        const access::Account& own, const PageLanguage& in);

}  // namespace travaux::http
