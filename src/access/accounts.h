// The accounts of a server: invitations, log-in, parts in committees.
//
// They stand beside the records, in a store of their own, and several processes may use one store.
// Time and chance come from outside. What is refused tells nobody who has an account.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/notice.h"
#include "access/openid.h"
#include "access/operations.h"
#include "access/work.h"
#include "crypto/passkey.h"
#include "crypto/password.h"

namespace travaux::access {

/// What somebody says of themselves to get an account.
struct NewAccount {
    std::string address;
    std::string name;
    std::optional<std::string> language;
    std::string password;
};

/// The accounts that the link of the first start makes.
struct FirstAccounts {
    NewAccount administrator;
    NewAccount secretariat;
};

/// How somebody comes in.
enum class Credential : std::uint8_t { log_in, token };

/// Who asks, once they came in; good for one request.
struct Asker {
    std::string account;
    Credential credential = Credential::log_in;
    std::string key;  ///< the id of the log-in or the token, which is no secret
    std::int64_t time_ms = 0;
};

/// A link as it is handed over: whoever has the secret opens it.
struct GivenLink {
    std::string secret;
    std::string id;
    std::optional<ActorId> actor;  ///< who its holder will be on the record
};

/// A token as it is handed over.
struct GivenToken {
    std::string secret;
    std::string id;
};

/// Somebody who acts in a committee.
struct Person {
    ActorId actor;
    std::string account;
    std::string name;
    Part part;
};

/// A trip to a provider that begins: what the browser keeps, and what the provider is told.
struct BegunTrip {
    std::string sealed;  ///< for a cookie that scripts do not read
    std::string state;
    std::string nonce;
    std::string verifier;
};

/// A trip that is over, with what was told the provider.
struct EndedTrip {
    Trip trip;
    std::string nonce;
    std::string verifier;
};

/// Things by their ids, sorted.
template <typename T>
using ById = std::vector<std::pair<std::string, T>>;

class Accounts {
public:
    /// Returns 32 bytes that nobody can foresee.
    using Chance = std::function<std::array<std::uint8_t, 32>()>;

    /// The store outlives them. Identities of the issuers count as ways in.
    Accounts(storage::RowStore& store, Chance chance, crypto::PasswordCost cost = {},
             std::vector<std::string> issuers = {});

    /// Returns the secret of the link that makes the first two accounts, the Secretariat's in a
    /// committee; nothing where there are accounts. The link that it gave before ends.
    [[nodiscard]] Result<std::optional<std::string>> first_link(const std::string& committee,
                                                                std::int64_t time_ms);

    /// Makes the first two accounts. Errors: `link.unknown`, those of an account.
    [[nodiscard]] Result<void> found(std::string_view secret, const FirstAccounts& first,
                                     std::int64_t time_ms);

    /// Gives a link that opens a part. Errors: `account.not_open`, `link.part_malformed`,
    /// `link.too_many`.
    [[nodiscard]] Result<GivenLink> invite(const Asker& asker, const Part& part);

    /// Gives a link that opens an account whose password is lost. Errors: `account.not_open`,
    /// `account.unknown`.
    [[nodiscard]] Result<GivenLink> recover(const Asker& asker, const std::string& account);

    /// Returns the link of a secret. Errors: `link.unknown` where there is none, where it was used
    /// and where its time is over.
    [[nodiscard]] Result<Link> link(std::string_view secret, std::int64_t time_ms);

    /// Lists the links of a committee, or of the server, that the asker may give.
    [[nodiscard]] Result<ById<Link>> links(const Asker& asker,
                                           const std::optional<std::string>& committee);

    /// Closes a link. Errors: `link.unknown`, `account.not_open`.
    [[nodiscard]] Result<void> revoke_link(const Asker& asker, const std::string& id);

    /// Takes an invitation with a new account, or with the one of the address where the password is
    /// its own. Returns the account. Errors: `link.unknown`, `account.*`, `log_in.wait`.
    [[nodiscard]] Result<std::string> accept(std::string_view secret, const NewAccount& account,
                                             std::int64_t time_ms);

    /// Takes an invitation with the account of who asks. Errors: as `accept`.
    [[nodiscard]] Result<void> accept_as(std::string_view secret, const Asker& asker);

    /// Takes another password by the link of a recovery; all log-ins and tokens end. Errors:
    /// `link.unknown`, `account.password_*`.
    [[nodiscard]] Result<void> accept_recovery(std::string_view secret, std::string_view password,
                                               std::int64_t time_ms);

    /// Logs in and returns the secret of the log-in, which is for a cookie `__Host-travaux`
    /// (`HttpOnly; Secure; SameSite=Lax; Path=/`). Errors: `log_in.wrong`, the same where there is
    /// no such account, and `log_in.wait` with the seconds.
    [[nodiscard]] Result<std::string> log_in(std::string_view address, std::string_view password,
                                             std::int64_t time_ms);

    /// Returns who comes in with a secret. Errors: `identity.unknown`.
    [[nodiscard]] Result<Asker> who(Credential credential, std::string_view secret,
                                    std::int64_t time_ms);

    /// Returns as whom somebody acts in a committee: as the role that they chose, otherwise as the
    /// first that they were given; as one of the public where they have none. Errors:
    /// `account.no_such_role`.
    [[nodiscard]] Result<committee::Caller> caller(const Asker& asker, std::string_view committee,
                                                   const std::optional<ActorId>& chosen = {});

    /// Returns the account of who asks, without its password.
    [[nodiscard]] Result<Account> own(const Asker& asker);

    [[nodiscard]] Result<ById<LogIn>> log_ins(const Asker& asker);

    /// Ends a log-in; the one of who asks too. Errors: `log_in.unknown`.
    [[nodiscard]] Result<void> end_log_in(const Asker& asker, const std::string& id);

    /// Ends all log-ins and tokens of an account. Errors: `account.not_open`, `account.unknown`.
    [[nodiscard]] Result<void> end_all_log_ins(const Asker& asker, const std::string& account);

    /// Changes a password, ends the other log-ins, and returns the secret of a new one in the place
    /// of this. Errors: `log_in.wrong`, `log_in.wait`, `account.password_*`.
    [[nodiscard]] Result<std::string> change_password(const Asker& asker, std::string_view old,
                                                      std::string_view fresh);

    /// Chooses the language that one is answered in. Error: `account.language_unknown`.
    [[nodiscard]] Result<void> choose_language(const Asker& asker, std::string_view language);

    /// Makes a token that lasts until a time. Errors: `token.*`.
    [[nodiscard]] Result<GivenToken> make_token(const Asker& asker, const std::string& name,
                                                std::int64_t until_ms);

    [[nodiscard]] Result<ById<Token>> tokens(const Asker& asker);

    /// Ends a token. Errors: `token.unknown`.
    [[nodiscard]] Result<void> end_token(const Asker& asker, const std::string& id);

    /// Returns what an authenticator is asked: to make a key for an account, or, where none is
    /// named, to show one. It is good for five minutes and once; nothing is kept until then.
    [[nodiscard]] Result<std::string> challenge(const std::string& account, std::int64_t time_ms);

    /// Adds a key that an authenticator made, and returns its id. Errors: `passkey.refused`,
    /// `passkey.too_many`, `token.name_malformed`.
    [[nodiscard]] Result<std::string> add_passkey(const Asker& asker, const std::string& name,
                                                  const crypto::PasskeyPlace& place,
                                                  const crypto::PasskeyAnswer& answer);

    [[nodiscard]] Result<ById<KeptPasskey>> passkeys(const Asker& asker);

    /// Takes a key away. Errors: `passkey.unknown`, `account.last_way_in`.
    [[nodiscard]] Result<void> end_passkey(const Asker& asker, const std::string& id);

    /// Logs in by a key, which the authenticator names by `credential`. Errors: `passkey.refused`,
    /// whatever is not right.
    [[nodiscard]] Result<std::string> log_in_by_passkey(const std::string& credential,
                                                        const crypto::PasskeyPlace& place,
                                                        const crypto::PasskeyAnswer& answer,
                                                        std::int64_t time_ms);

    /// Begins somebody's trip to a provider. Its time and its chance are set here. Errors: those of
    /// its errand, so that nobody goes in vain: `link.unknown`, `account.*`.
    [[nodiscard]] Result<BegunTrip> begin_trip(Trip trip, std::int64_t time_ms);

    /// Ends the trip of which the browser kept one half and the provider tells the other: once, and
    /// within ten minutes. Error: `openid.not_begun`, whatever is not right.
    [[nodiscard]] Result<EndedTrip> end_trip(std::string_view sealed, std::string_view state,
                                             std::int64_t time_ms);

    /// Logs in whoever is known to a provider. Error: `openid.account_needed`.
    [[nodiscard]] Result<std::string> log_in_by_identity(const OpenIdentity& identity,
                                                         std::int64_t time_ms);

    /// Takes an invitation as whoever is known to a provider: with the account that the identity
    /// is linked to, otherwise with a new one without a password. Logs in. Errors: as `accept`.
    [[nodiscard]] Result<std::string> accept_by_identity(std::string_view secret,
                                                         const NewAccount& said,
                                                         const OpenIdentity& identity,
                                                         std::int64_t time_ms);

    /// Links an identity to the account of who asks, and returns its id. Errors:
    /// `openid.identity_taken`, `openid.too_many`.
    [[nodiscard]] Result<std::string> link_identity(const Asker& asker,
                                                    const OpenIdentity& identity);

    [[nodiscard]] Result<ById<KeptIdentity>> identities(const Asker& asker);

    /// Takes the link to an identity away. Errors: `openid.unknown`, `account.last_way_in`.
    [[nodiscard]] Result<void> end_identity(const Asker& asker, const std::string& id);

    /// Names those who act in a committee, sorted by the ids on the record.
    [[nodiscard]] Result<std::vector<Person>> people(const Asker& asker,
                                                     const std::string& committee);

    /// Lists the accounts, without their passwords.
    [[nodiscard]] Result<ById<Account>> accounts(const Asker& asker);

    /// Takes a part away. Errors: `account.unknown`, `account.no_such_role`, `account.not_open`,
    /// `account.last_administrator`.
    [[nodiscard]] Result<void> end_role(const Asker& asker, const std::string& account,
                                        const ActorId& actor);

    /// Erases all that is known of a person, so that its bytes are nowhere in the store. Errors: as
    /// `end_role`.
    [[nodiscard]] Result<void> erase_person(const Asker& asker, const std::string& account);

    /// Lists what was done about accounts, oldest first, after a given one.
    [[nodiscard]] Result<ById<Audited>> audit(const Asker& asker, const std::string& after);

    /// Checks that who asks may do an operation that stands beside the accounts. Errors:
    /// `account.not_open`, `account.by_token`, `identity.unknown`.
    [[nodiscard]] Result<void> check(const Asker& asker, Operation operation, const About& about);

    /// Makes a secret address of a calendar of a committee in which who asks has a part. Errors:
    /// `account.no_such_role`, `feed.too_many`.
    [[nodiscard]] Result<GivenToken> make_feed(const Asker& asker, const std::string& committee);

    [[nodiscard]] Result<ById<CalendarFeed>> feeds(const Asker& asker);

    /// Ends the address of a calendar. Errors: `feed.unknown`.
    [[nodiscard]] Result<void> end_feed(const Asker& asker, const std::string& id);

    /// Returns for whom a calendar is that is asked for by its secret. Errors: `feed.unknown`, also
    /// where its owner has no part in the committee any more.
    [[nodiscard]] Result<committee::Caller> read_feed(std::string_view secret,
                                                      std::string_view committee,
                                                      std::int64_t time_ms);

private:
    static constexpr std::string_view by_identity = "openid";  // in a log-in

    struct Fresh {  // a new account that is to be written, with its password as it is kept
        const NewAccount& said;
        std::optional<std::string> kept;
    };

    [[nodiscard]] std::string secret();
    [[nodiscard]] std::string id();
    [[nodiscard]] std::string keep(std::string_view password);
    [[nodiscard]] Result<Fresh> fresh(const NewAccount& said);

    [[nodiscard]] Result<Account> doing(Work& work, const Asker& asker, Operation operation,
                                        const About& about) const;
    [[nodiscard]] Result<void> audit(Work& work, const Audited& what);
    [[nodiscard]] Result<std::string> begin(Work& work, const std::string& account,
                                            std::string_view by, std::int64_t time_ms);
    [[nodiscard]] Result<std::string> make_account(Work& work, const Fresh& fresh, Role role,
                                                   std::int64_t time_ms);
    [[nodiscard]] Result<void> give_role(Work& work, const std::string& id, Account account,
                                         Role role);
    [[nodiscard]] Result<void> take_role(Work& work, const std::string& id, const Role& role);
    [[nodiscard]] Result<GivenLink> give_link(Work& work, const Link& link);
    [[nodiscard]] Result<void> open_link(Work& work, const std::string& key, const Link& link,
                                         const std::string& account, std::int64_t time_ms);
    [[nodiscard]] Result<void> count_refusal(const std::string& key);
    [[nodiscard]] Result<void> take_try(std::string_view address, std::int64_t time_ms);
    [[nodiscard]] Result<void> give_try_back(Work& work, std::string_view address);
    [[nodiscard]] Result<void> end_all(Work& work, const std::string& account,
                                       std::string_view but_key);
    [[nodiscard]] Result<void> end_passkeys(Work& work, const std::string& account);
    [[nodiscard]] Result<void> end_identities(Work& work, const std::string& account);
    [[nodiscard]] static Result<void> end_feeds(Work& work, const std::string& account);
    [[nodiscard]] static Result<std::optional<std::string>> account_of(
        Work& work, const OpenIdentity& identity);
    [[nodiscard]] Result<std::string> add_identity(Work& work, const std::string& account,
                                                   const OpenIdentity& identity,
                                                   std::int64_t time_ms);
    [[nodiscard]] Result<void> keep_way_in(Work& work, const std::string& account,
                                           const std::string& but_key);
    [[nodiscard]] Result<void> use_challenge(Work& work, const std::string& account,
                                             const std::string& challenge, std::int64_t time_ms);
    [[nodiscard]] Result<std::pair<std::string, Account>> verified(std::string_view address,
                                                                   std::string_view password,
                                                                   std::int64_t time_ms);

    storage::RowStore& store_;
    Chance chance_;
    crypto::PasswordCost cost_;
    std::vector<std::string> issuers_;
    std::string nobodys_password_;  // tried where there is no account, so that this takes as long
};

}  // namespace travaux::access
