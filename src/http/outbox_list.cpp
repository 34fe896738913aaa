// SPDX-License-Identifier: MIT
#include "http/outbox_list.h"

#include <algorithm>
#include <set>

#include "committee/described.h"

namespace travaux::http {
namespace {

using access::Asker;
using access::Operation;

constexpr std::uint64_t messages_shown = 200;  // of each standing

/// Whose messages somebody sees.
struct Sight {
    bool sees_all = false;
    std::set<std::string> committees;

    [[nodiscard]] bool sees(const access::Message& message) const {
        return sees_all || std::ranges::all_of(message.notices, [&](const access::Notice& notice) {
                   return committees.contains(notice.committee.value_or(""));
               });
    }
};

Result<Sight> sight_of(const AccountService& service, const Asker& asker) {
    access::Accounts& accounts = service.accounts;
    TRY_ASSIGN(const access::Account own, accounts.own(asker));
    Sight sight;
    sight.sees_all = accounts.check(asker, Operation::see_outbox, {}).has_value();
    for (const access::Role& role : own.roles) {
        if (role.part.capacity != access::Capacity::secretariat) continue;
        // The Secretariat gives this part, and nobody else.
        const access::Part given{role.part.committee, access::Capacity::officer, {}, {}, {}};
        if (accounts.check(asker, Operation::see_outbox, {{}, &given})) {
            sight.committees.insert(role.part.committee.value_or(""));
        }
    }
    if (!sight.sees_all && sight.committees.empty()) {
        TRY_OK(accounts.check(asker, Operation::see_outbox, {}));
    }
    return sight;
}

}  // namespace

Result<access::Outbox*> outbox_of(const AccountService& accounts) {
    if (accounts.outbox != nullptr) return accounts.outbox;
    return refuse_request("notice.no_mail", {}, ErrorCode::not_found);
}

Result<std::vector<ListedMessage>> messages_for(const AccountService& accounts, const Asker& asker,
                                                access::MessageStanding standing) {
    TRY_ASSIGN(access::Outbox* const outbox, outbox_of(accounts));
    TRY_ASSIGN(const Sight sight, sight_of(accounts, asker));
    TRY_ASSIGN(const auto all, outbox->messages(standing, messages_shown));
    std::vector<ListedMessage> list;
    for (const auto& [id, message] : all) {
        if (!sight.sees(message)) continue;
        TRY_ASSIGN(const auto reader, outbox->reader(message));
        ListedMessage one{id,
                          reader ? reader->name : message.address.value_or(""),
                          {},
                          message.ended_ms.value_or(message.made_ms),
                          message.tries,
                          message.reason.value_or("")};
        for (const access::Notice& notice : message.notices) one.kinds.push_back(notice.kind);
        list.push_back(std::move(one));
    }
    return list;
}

Result<void> choose_notices(const AccountService& accounts, const Asker& asker,
                            const access::NoticeChoice& choice) {
    TRY_ASSIGN(access::Outbox* const outbox, outbox_of(accounts));
    TRY_OK(accounts.accounts.check(asker, Operation::choose_notices, {asker.account, nullptr}));
    TRY_ASSIGN(const access::Account own, accounts.accounts.own(asker));
    for (const access::CommitteeChoice& one : choice.committees) {
        const bool has_part = std::ranges::any_of(own.roles, [&](const access::Role& role) {
            return role.part.committee == one.committee;
        });
        if (!has_part) return refuse_request("notice.choice_malformed");
    }
    return outbox->choose(asker.account, choice);
}

Result<void> send_link(const AccountService& accounts, const SentLink& sent) {
    TRY_ASSIGN(access::Outbox* const outbox, outbox_of(accounts));
    access::Message message;
    message.account = sent.account;
    message.address = sent.address;
    message.language = sent.language;
    message.made_ms = message.next_ms = accounts.clock();
    access::Notice notice{"link/" + sent.link.id, sent.kind, {}, {}, {}, sent.link.secret};
    if (sent.part != nullptr) {
        notice.committee = sent.part->committee;
        notice.about = std::string(committee::name_of(sent.part->capacity));
    }
    message.notices = {std::move(notice)};
    return outbox->send_link(sent.link.id, message);
}

}  // namespace travaux::http
