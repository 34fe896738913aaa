// Passkeys: what an authenticator is asked, and what its answer opens.
//
// A challenge is a time and chance under a secret of the server, so nothing is kept of those that
// are never answered. One that was answered is kept until its time is over, so that it is answered
// once. Who logs in names no account: the key does, and whatever is not right is refused alike.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "access/accounts.h"
#include "access/internal.h"
#include "base/account_limits.h"
#include "base/base64.h"
#include "base/limits.h"

namespace travaux::access {

using namespace internal;

namespace {

constexpr std::int64_t good_for_ms = 5 * minute_ms;
constexpr std::size_t time_digits = 16;
constexpr std::size_t chance_digits = 32;
constexpr std::size_t challenge_bytes = time_digits + chance_digits + 32;

struct Algorithm {
    std::string_view name;
    std::int64_t number;  // of COSE, RFC 9053
};
constexpr std::array algorithms = {Algorithm{"ES256", -7}, Algorithm{"EdDSA", -8},
                                   Algorithm{"RS256", -257}};

std::string time_text(std::int64_t time_ms) {
    std::string text = std::to_string(time_ms);
    text.insert(0, time_digits - std::min(time_digits, text.size()), '0');
    return text;
}

std::string seal(std::string_view secret, const std::string& account, std::string_view head) {
    return crypto::keyed_hash(secret, account + "\n" + std::string(head));
}

std::string key_of_credential(std::string_view credential) {
    return key_of(kinds::passkey, credential);
}

KeptPasskey kept(const crypto::Passkey& key, const std::string& account, const std::string& name,
                 std::int64_t time_ms) {
    const auto found = std::ranges::find(algorithms, key.algorithm, &Algorithm::number);
    VERIFY(found != algorithms.end());
    return {account, name, std::string(found->name), base64(key.key), key.count, time_ms};
}

crypto::Passkey key_of_kept(const KeptPasskey& kept, const std::string& credential) {
    const auto found = std::ranges::find(algorithms, kept.algorithm, &Algorithm::name);
    return {credential, found == algorithms.end() ? 0 : found->number,
            parse_base64(kept.key).value_or(""), kept.count};
}

}  // namespace

Result<std::string> Accounts::challenge(const std::string& account, std::int64_t time_ms) {
    const auto fresh = chance_();
    const std::string head =
        time_text(time_ms) + hex(ActorId::of(chance_()).bytes).substr(0, chance_digits);
    return working(store_, [&](Work& work) -> Result<std::string> {
        TRY_ASSIGN(const std::string secret, server_secret(work, fresh));
        return head + seal(secret, account, head);
    });
}

// Uses a challenge up.
Result<void> Accounts::use_challenge(Work& work, const std::string& account,
                                     const std::string& challenge, std::int64_t time_ms) {
    if (challenge.size() != challenge_bytes) return refuse("passkey.refused");
    const std::string_view head =
        std::string_view(challenge).substr(0, time_digits + chance_digits);
    TRY_ASSIGN(const std::string secret, server_secret(work, chance_()));
    const bool is_ours = seal(secret, account, head) == challenge.substr(head.size());
    const std::int64_t made_ms = number_in(head.substr(0, time_digits));
    if (!is_ours || time_ms < made_ms || time_ms >= made_ms + good_for_ms) {
        return refuse("passkey.refused");
    }
    TRY_ASSIGN(const bool is_fresh, use_once(work, challenge, made_ms + good_for_ms, time_ms));
    if (!is_fresh) return refuse("passkey.refused");
    return {};
}

Result<std::string> Accounts::add_passkey(const Asker& asker, const std::string& name,
                                          const crypto::PasskeyPlace& place,
                                          const crypto::PasskeyAnswer& answer) {
    if (name.empty() || name.size() > limits::name_bytes || !is_plain_text(name)) {
        return refuse("token.name_malformed", {std::to_string(limits::name_bytes)},
                      ErrorCode::invalid);
    }
    const auto made = crypto::made_passkey(place, answer);
    return working(store_, [&](Work& work) -> Result<std::string> {
        TRY_OK(doing(work, asker, Operation::add_passkey, {asker.account, nullptr}));
        if (!made || made->credential.size() > limits::credential_bytes) {
            return refuse("passkey.refused");
        }
        TRY_OK(use_challenge(work, asker.account, place.challenge, asker.time_ms));
        std::string key = key_of_credential(made->credential);
        TRY_ASSIGN(const auto same, work.read<KeptPasskey>(kinds::passkey, key));
        if (same) return refuse("passkey.refused");
        TRY_ASSIGN(const auto others, work.list<KeptPasskey>({kinds::passkey, asker.account, "",
                                                              limits::passkeys_of_account}));
        if (others.size() >= limits::passkeys_of_account) {
            return refuse("passkey.too_many", {std::to_string(limits::passkeys_of_account)});
        }
        TRY_OK(work.put(kinds::passkey, key, asker.account,
                        kept(*made, asker.account, name, asker.time_ms)));
        TRY_OK(audit(work, {asker.time_ms, "add_passkey", asker.account, asker.account, {}}));
        return key;
    });
}

Result<ById<KeptPasskey>> Accounts::passkeys(const Asker& asker) {
    Work work(store_);
    TRY_OK(doing(work, asker, Operation::see_passkeys, {asker.account, nullptr}));
    return work.list<KeptPasskey>({kinds::passkey, asker.account, "", limits::passkeys_of_account});
}

Result<void> Accounts::end_passkey(const Asker& asker, const std::string& id) {
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_OK(doing(work, asker, Operation::end_passkey, {asker.account, nullptr}));
        TRY_ASSIGN(const auto one, work.read<KeptPasskey>(kinds::passkey, id));
        if (!one || one->account != asker.account) {
            return refuse("passkey.unknown", {}, ErrorCode::not_found);
        }
        TRY_OK(work.erase(kinds::passkey, id));
        TRY_OK(keep_way_in(work, asker.account, id));
        return audit(work, {asker.time_ms, "end_passkey", asker.account, asker.account, {}});
    });
}

Result<void> Accounts::end_passkeys(Work& work, const std::string& account) {
    TRY_ASSIGN(const auto all,
               work.list<KeptPasskey>({kinds::passkey, account, "", limits::passkeys_of_account}));
    for (const auto& [key, one] : all) TRY_OK(work.erase(kinds::passkey, key));
    return {};
}

Result<std::string> Accounts::log_in_by_passkey(const std::string& credential,
                                                const crypto::PasskeyPlace& place,
                                                const crypto::PasskeyAnswer& answer,
                                                std::int64_t time_ms) {
    return working(store_, [&](Work& work) -> Result<std::string> {
        const std::string key = key_of_credential(credential);
        TRY_ASSIGN(auto one, work.read<KeptPasskey>(kinds::passkey, key));
        if (!one) return refuse("passkey.refused");
        TRY_ASSIGN(const auto account, work.read<Account>(kinds::account, one->account));
        const auto count = crypto::shown_passkey(place, answer, key_of_kept(*one, credential));
        if (!account || !count) return refuse("passkey.refused");
        TRY_OK(use_challenge(work, "", place.challenge, time_ms));
        one->count = *count;
        TRY_OK(work.put(kinds::passkey, key, one->account, *one));
        return begin(work, one->account, "passkey", time_ms);
    });
}

}  // namespace travaux::access
