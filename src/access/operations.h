// What can be done about accounts, and who may: declared once. The check, the page of the
// interface and the test of every right read the one table.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "access/account.h"
#include "base/result.h"

namespace travaux::access {

enum class Operation : std::uint8_t {
    found,
    invite,
    see_links,
    revoke_link,
    accept,
    log_in,
    see_log_ins,
    end_log_in,
    change_password,
    choose_language,
    make_token,
    see_tokens,
    end_token,
    add_passkey,
    see_passkeys,
    end_passkey,
    link_identity,
    see_identities,
    end_identity,
    see_people,
    see_accounts,
    end_role,
    recover,
    end_all_log_ins,
    erase_person,
    see_audit,
    see_notices,
    choose_notices,
    unsubscribe,
    see_outbox,
    make_feed,
    see_feeds,
    end_feed,
    read_feed,
};

/// To whom an operation is open.
enum class Whoever : std::uint8_t {
    anyone,
    holder,     ///< of a link
    self,       ///< whose account it is
    giver,      ///< who may give the part that it is about, see `gives`
    colleague,  ///< who has any part in the committee that it is about
    administrator,
};

/// Whether it may be done with a token of a script, or only where somebody is logged in.
enum class By : std::uint8_t { log_in, log_in_or_token };

struct OperationRule {
    Operation operation{};
    std::string_view name;
    std::string_view sentence;
    std::vector<Whoever> who;
    By by = By::log_in;
};

/// Returns every operation with who may do it, in the order of the enumeration.
[[nodiscard]] std::span<const OperationRule> operations();

/// Returns the rule of an operation.
[[nodiscard]] const OperationRule& rule_of(Operation operation);

/// Whether whoever has one part gives, and takes away, another: an administrator those of
/// administrators and of the Secretariat; the Secretariat every other of its committee; a head of
/// delegation those of its delegates.
[[nodiscard]] bool gives(const Part& giver, const Part& given);

/// What an operation is about.
struct About {
    std::string_view account;    ///< an account; empty where it is about none
    const Part* part = nullptr;  ///< a part; null where it is about none
};

/// Who does an operation: an account as it is, and how it came in.
struct Doer {
    const std::string& id;
    const Account& account;
    bool is_by_token = false;
    std::int64_t time_ms = 0;
};

/// Checks that somebody with an account may do an operation. Errors: `account.not_open` (with the
/// operation), `account.by_token`.
[[nodiscard]] Result<void> may(const Doer& doer, Operation operation, const About& about);

}  // namespace travaux::access
