// What the pages of accounts share: how a page looks, and those that several routes show.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/account_service.h"

namespace travaux::http {

/// Returns a page that lets no script run and no other site show it.
[[nodiscard]] Response page(std::string_view title, std::string_view body, int status = 200);

/// Returns an answer that leads to another page of the server.
[[nodiscard]] Response go_to(const std::string& path);

/// Reads what a form sends, as a query is read. Errors: `request.media_type`, those of a target.
[[nodiscard]] Result<Request> form_of(const Request& sent);

/// Returns a form with a button, after which others may stand.
[[nodiscard]] std::string form(std::string_view path, std::string_view fields,
                               std::string_view button, std::string_view others = {});

/// What pages are made of.
struct PageTurn {
    const Service& service;
    AccountService& accounts;
};

/// Each returns a page, with what was refused at its top; `form` is what was filled in.
[[nodiscard]] Response log_in_page(const PageTurn& turn, const Request& form,
                                   const std::optional<Error>& error);
[[nodiscard]] Response link_page(const PageTurn& turn, const std::string& secret,
                                 const Request& form, const std::optional<Error>& error);
[[nodiscard]] Response account_page(const PageTurn& turn, const access::Asker& asker,
                                    const std::optional<Error>& error);

/// Buttons that lead to the providers, for those pages; empty where there are none.
[[nodiscard]] std::string log_in_buttons(const AccountService& accounts);
[[nodiscard]] std::string accept_buttons(const AccountService& accounts, const std::string& secret);

/// The identities that an account has, with buttons that link one and take one away.
[[nodiscard]] std::string identities_section(const AccountService& accounts,
                                             const access::Asker& asker);

}  // namespace travaux::http
