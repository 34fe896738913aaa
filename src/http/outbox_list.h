// The outbox as pages and programs are shown it, and what both change there.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "http/account_service.h"

namespace travaux::http {

/// A message as an operator sees it; nothing of what it says.
struct ListedMessage {
    std::string id;
    std::string to;  ///< the name of the account, or an address without one
    std::vector<access::NoticeKind> kinds;
    std::int64_t since_ms = 0;  ///< made, or where it ended: ended
    std::int64_t tries = 0;
    std::string reason;  ///< why it was not sent the last time; empty where it was
};

/// Returns the outbox. Error: `notice.no_mail` where the server sends none.
[[nodiscard]] Result<access::Outbox*> outbox_of(const AccountService& accounts);

/// Returns messages of a standing, the newest first, as far as who asks may see them: all of them
/// an administrator, those of its committee alone the Secretariat. Errors: `account.not_open`.
[[nodiscard]] Result<std::vector<ListedMessage>> messages_for(const AccountService& accounts,
                                                              const access::Asker& asker,
                                                              access::MessageStanding standing);

/// Keeps what somebody chose. Errors: `notice.choice_malformed` where a committee stands there in
/// which they have no part; those of accounts.
[[nodiscard]] Result<void> choose_notices(const AccountService& accounts,
                                          const access::Asker& asker,
                                          const access::NoticeChoice& choice);

/// Has a link sent to whom it is for, where the server sends mail.
struct SentLink {
    access::NoticeKind kind = access::NoticeKind::invitation;
    const access::GivenLink& link;
    std::optional<std::string> account{};
    std::optional<std::string> address{};
    std::optional<std::string> language{};
    const access::Part* part = nullptr;  ///< of an invitation
};

/// Sends it. Errors: `notice.no_mail`, `account.address_malformed`.
[[nodiscard]] Result<void> send_link(const AccountService& accounts, const SentLink& sent);

}  // namespace travaux::http
