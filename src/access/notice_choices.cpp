// What somebody chose to hear, and the links that end notices without a log-in. Such a link has the
// account and a committee, sealed under the secret of the server: nothing is kept of it, and it
// stays good as long as there is the account (RFC 8058).
// SPDX-License-Identifier: MIT
#include "access/internal.h"
#include "access/outbox.h"
#include "base/base64.h"
#include "crypto/passkey.h"

namespace travaux::access {

using namespace internal;

namespace {

constexpr std::size_t sealed_bytes_max = 400;

std::string hash_of(const std::string& secret, std::string_view body) {
    return base64_url(crypto::keyed_hash(secret, "unsubscribe\n" + std::string(body)));
}

}  // namespace

Result<NoticeChoice> Outbox::choice(const std::string& account) {
    Work work(store_);
    TRY_ASSIGN(const auto chosen, work.read<NoticeChoice>(kinds::notice_choice, account));
    return chosen.value_or(NoticeChoice{});
}

Result<void> Outbox::choose(const std::string& account, const NoticeChoice& choice) {
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_ASSIGN(const auto found, work.read<Account>(kinds::account, account));
        if (!found) return refuse("account.unknown", {account}, ErrorCode::not_found);
        const bool ends = choice.frequency == NoticeFrequency::never && choice.committees.empty();
        if (ends) TRY_OK(forget_held(work, account));
        return work.put(kinds::notice_choice, account, "", choice);
    });
}

Result<std::string> Outbox::unsubscribing(const std::string& account,
                                          const std::optional<std::string>& committee,
                                          const std::array<std::uint8_t, 32>& fresh) {
    TRY_ASSIGN(const std::string secret,
               working(store_, [&](Work& work) { return server_secret(work, fresh); }));
    std::string sealed = base64_url(account + "\n" + committee.value_or(""));
    return sealed + "." + hash_of(secret, sealed);
}

Result<Unsubscribing> Outbox::unsubscribed(std::string_view sealed) {
    const std::size_t dot = sealed.find('.');
    const auto unknown = [] { return refuse("link.unknown"); };
    if (sealed.size() > sealed_bytes_max || dot == std::string_view::npos) return unknown();
    const std::string_view body = sealed.substr(0, dot);
    Work work(store_);
    TRY_ASSIGN(const auto secret, kept_server_secret(work));
    if (!secret || sealed.substr(dot + 1) != hash_of(*secret, body)) return unknown();
    const std::string said = parse_base64_url(body).value_or("");
    const std::size_t line = said.find('\n');
    if (line == std::string::npos) return unknown();
    Unsubscribing found{said.substr(0, line), {}};
    if (line + 1 < said.size()) found.committee = said.substr(line + 1);
    TRY_ASSIGN(const auto account, work.read<Account>(kinds::account, found.account));
    if (!account) return unknown();
    return found;
}

Result<void> Outbox::unsubscribe(std::string_view sealed) {
    TRY_ASSIGN(const Unsubscribing wanted, unsubscribed(sealed));
    TRY_ASSIGN(NoticeChoice choice, this->choice(wanted.account));
    if (!wanted.committee) return choose(wanted.account, {NoticeFrequency::never, {}});
    std::erase_if(choice.committees,
                  [&](const CommitteeChoice& one) { return one.committee == *wanted.committee; });
    choice.committees.push_back({*wanted.committee, NoticeFrequency::never});
    return choose(wanted.account, choice);
}

}  // namespace travaux::access
