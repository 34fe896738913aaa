// Accounts and what they log in with, as they are kept: who somebody is, and in which part they
// act in each committee.
//
// Of a secret only what checks it is kept. The record has nothing of this: there somebody is the
// id of one role, and whoever reads two records cannot tell that one person acted in both.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "committee/rights.h"

namespace travaux::access {

using committee::Capacity;

/// What somebody may act as: a capacity in a committee, for a delegation where it has one.
struct Part {
    static constexpr std::string_view type_name = "part";

    std::optional<std::string>
        committee;  ///< none for an administrator, whose accounts are the server's
    Capacity capacity = Capacity::visitor;
    std::optional<std::string> delegation;
    std::optional<Date> from;   ///< none: from the beginning
    std::optional<Date> until;  ///< the first day on which it holds no more

    bool operator==(const Part&) const = default;
};

/// A part that somebody has.
struct Role {
    static constexpr std::string_view type_name = "role";

    ActorId actor;  ///< who acts, on the record; an id of this role alone
    Part part;

    bool operator==(const Role&) const = default;
};

struct Account {
    std::string address;  ///< of e-mail: what one logs in with
    std::string name;
    std::optional<std::string> language;
    std::optional<std::string> password;  ///< as `crypto::keep_password` keeps it
    std::vector<Role> roles;
    std::int64_t made_ms = 0;
    std::optional<std::int64_t>
        recovered_ms;  ///< when an administrator's link last gave a password

    bool operator==(const Account&) const = default;
};

/// A log-in that lasts, in a browser.
struct LogIn {
    std::string account;
    std::int64_t began_ms = 0;
    std::int64_t used_ms = 0;  ///< to the minute
    std::string by;            ///< how it was logged in: `password`, `passkey`, `openid`

    bool operator==(const LogIn&) const = default;
};

/// A log-in of a script.
struct Token {
    std::string account;
    std::string name;
    std::int64_t made_ms = 0;
    std::int64_t used_ms = 0;  ///< to the minute
    std::int64_t until_ms = 0;

    bool operator==(const Token&) const = default;
};

/// A key of an authenticator that an account logs in with.
struct KeptPasskey {
    std::string account;
    std::string name;
    std::string algorithm;  ///< `ES256`, `EdDSA` or `RS256`
    std::string key;        ///< base64, as `crypto::Passkey` has it
    std::int64_t count = 0;
    std::int64_t made_ms = 0;

    bool operator==(const KeptPasskey&) const = default;
};

/// Who somebody is to a provider of OpenID Connect, as an account has it. Of the subject only the
/// key of the row tells, by its hash.
struct KeptIdentity {
    std::string account;
    std::string issuer;
    std::int64_t made_ms = 0;

    bool operator==(const KeptIdentity&) const = default;
};

/// What somebody goes to a provider of OpenID Connect for.
enum class Errand : std::uint8_t { log_in, link, accept };

/// Somebody's way to a provider and back, as their browser keeps it, sealed.
struct Trip {
    Errand errand = Errand::log_in;
    std::string provider;                ///< its name here
    std::optional<std::string> account;  ///< of a link: whose
    std::optional<std::string> log_in;   ///< of a link: the id of the log-in
    std::optional<std::string> secret;   ///< of an invitation
    std::optional<std::string> address;  ///< who takes it, for a new account
    std::optional<std::string> name;
    std::optional<std::string> language;
    std::int64_t began_ms = 0;
    std::string chance;

    bool operator==(const Trip&) const = default;
};

/// What a link opens, once.
enum class LinkKind : std::uint8_t { founding, invitation, recovery };

/// A link that was given to somebody.
struct Link {
    LinkKind kind = LinkKind::invitation;
    std::string by;                      ///< the account that gave it; `server` for the first
    std::optional<Part> part;            ///< of an invitation, and the Secretariat's of the first
    std::optional<ActorId> actor;        ///< of an invitation: who it will be on the record
    std::optional<std::string> account;  ///< of a recovery
    std::int64_t until_ms = 0;
    std::int64_t refused = 0;  ///< tries to open it that were refused

    bool operator==(const Link&) const = default;
};

/// What was done about accounts; whom it was about stands by opaque ids.
struct Audited {
    std::int64_t time_ms = 0;
    std::string operation;
    std::string by;
    std::optional<std::string> about;
    std::optional<Part> part;

    bool operator==(const Audited&) const = default;
};

/// How many more tries to log in there are.
struct Tries {
    std::int64_t left = 0;
    std::int64_t at_ms = 0;  ///< when that many were left

    bool operator==(const Tries&) const = default;
};

/// The accounts that administer the server.
struct Administrators {
    std::vector<std::string> accounts;

    bool operator==(const Administrators&) const = default;
};

BOOST_DESCRIBE_STRUCT(Part, (), (committee, capacity, delegation, from, until))
BOOST_DESCRIBE_STRUCT(Role, (), (actor, part))
BOOST_DESCRIBE_STRUCT(Account, (),
                      (address, name, language, password, roles, made_ms, recovered_ms))
BOOST_DESCRIBE_STRUCT(LogIn, (), (account, began_ms, used_ms, by))
BOOST_DESCRIBE_STRUCT(Token, (), (account, name, made_ms, used_ms, until_ms))
BOOST_DESCRIBE_STRUCT(KeptPasskey, (), (account, name, algorithm, key, count, made_ms))
BOOST_DESCRIBE_STRUCT(KeptIdentity, (), (account, issuer, made_ms))
BOOST_DESCRIBE_ENUM(Errand, log_in, link, accept)
BOOST_DESCRIBE_STRUCT(Trip, (),
                      (errand, provider, account, log_in, secret, address, name, language, began_ms,
                       chance))
BOOST_DESCRIBE_ENUM(LinkKind, founding, invitation, recovery)
BOOST_DESCRIBE_STRUCT(Link, (), (kind, by, part, actor, account, until_ms, refused))
BOOST_DESCRIBE_STRUCT(Audited, (), (time_ms, operation, by, about, part))
BOOST_DESCRIBE_STRUCT(Tries, (), (left, at_ms))
BOOST_DESCRIBE_STRUCT(Administrators, (), (accounts))

/// Whether a part holds at a time: its days are those at Greenwich.
[[nodiscard]] bool holds_at(const Part& part, std::int64_t time_ms);

}  // namespace travaux::access
