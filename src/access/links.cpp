// Links that are given to people: of the first start, of an invitation, of a recovery. Each opens
// once, for a time, and what it opens is done in the same change that ends it.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "access/accounts.h"
#include "access/internal.h"
#include "base/account_limits.h"
#include "base/limits.h"

namespace travaux::access {

using namespace internal;

namespace {

constexpr std::int64_t invitation_ms = 14 * day_ms;
constexpr std::int64_t recovery_ms = day_ms;
constexpr std::int64_t founding_ms = 14 * day_ms;
constexpr auto first_link_kind = "first_link";

// Whose a link is: the committee's, or the server's.
std::string owner_of(const Link& link) {
    return link.part && link.part->committee ? *link.part->committee : "";
}

// The part that whoever closes a link or sees it has to give. A recovery is the administrator's.
Part part_of(const Link& link) {
    return link.part ? *link.part : Part{{}, Capacity::administrator, {}, {}, {}};
}

Result<void> check_part(const Part& part) {
    const auto is_name = [](const std::string& text) {
        return !text.empty() && text.size() <= limits::name_bytes && is_plain_text(text);
    };
    const bool administers = part.capacity == Capacity::administrator;
    const bool speaks = part.capacity == Capacity::delegate || part.capacity == Capacity::head;
    const bool is_sound =
        administers != part.committee.has_value() && speaks == part.delegation.has_value() &&
        part.capacity != Capacity::visitor && (!part.committee || is_name(*part.committee)) &&
        (!part.delegation || is_name(*part.delegation)) &&
        (!part.from || !part.until || *part.from < *part.until);
    if (!is_sound) return refuse("link.part_malformed", {}, ErrorCode::invalid);
    return {};
}

// Reads the link of a key as long as it opens.
Result<Link> open(Work& work, const std::string& key, std::int64_t time_ms) {
    TRY_ASSIGN(auto link, work.read<Link>(kinds::link, key));
    if (!link || time_ms >= link->until_ms) return refuse("link.unknown");
    return *std::move(link);
}

Result<Link> open(Work& work, const std::string& key, LinkKind kind, std::int64_t time_ms) {
    TRY_ASSIGN(Link link, open(work, key, time_ms));
    if (link.kind != kind) return refuse("link.unknown");
    return link;
}

}  // namespace

Result<GivenLink> Accounts::give_link(Work& work, const Link& link) {
    GivenLink given{secret(), {}, link.actor};
    given.id = key_of(kinds::link, given.secret);
    TRY_OK(work.put(kinds::link, given.id, owner_of(link), link));
    return given;
}

Result<std::optional<std::string>> Accounts::first_link(const std::string& committee,
                                                        std::int64_t time_ms) {
    const Part part{committee, Capacity::secretariat, {}, {}, {}};
    TRY_OK(check_part(part));
    return working(store_, [&](Work& work) -> Result<std::optional<std::string>> {
        TRY_ASSIGN(const auto all, work.read<Administrators>(kinds::administrators, ""));
        if (all) return std::nullopt;
        TRY_ASSIGN(const auto before, work.read<std::string>(first_link_kind, ""));
        if (before) TRY_OK(work.erase(kinds::link, *before));
        TRY_ASSIGN(
            const GivenLink given,
            give_link(work,
                      {LinkKind::founding, "server", part, {}, {}, time_ms + founding_ms, 0}));
        TRY_OK(work.put(first_link_kind, "", "", given.id));
        return given.secret;
    });
}

Result<void> Accounts::found(std::string_view secret, const FirstAccounts& first,
                             std::int64_t time_ms) {
    const std::string key = key_of(kinds::link, secret);
    TRY_OK(link(secret, time_ms));
    TRY_ASSIGN(const Fresh administrator, fresh(first.administrator));
    TRY_ASSIGN(const Fresh secretariat, fresh(first.secretariat));
    const auto role = [this](const Part& part) { return Role{ActorId::of(chance_()), part}; };
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_ASSIGN(const Link given, open(work, key, LinkKind::founding, time_ms));
        const Part apart{{}, Capacity::administrator, {}, {}, {}};
        TRY_ASSIGN(const auto one, make_account(work, administrator, role(apart), time_ms));
        TRY_ASSIGN(const auto other, make_account(work, secretariat, role(*given.part), time_ms));
        TRY_OK(work.erase(kinds::link, key));
        TRY_OK(work.erase(first_link_kind, ""));
        TRY_OK(audit(work, {time_ms, "found", "server", one, apart}));
        return audit(work, {time_ms, "found", "server", other, given.part});
    });
}

Result<GivenLink> Accounts::invite(const Asker& asker, const Part& part) {
    return working(store_, [&](Work& work) -> Result<GivenLink> {
        TRY_OK(doing(work, asker, Operation::invite, {{}, &part}));
        TRY_OK(check_part(part));
        const Link link{LinkKind::invitation,
                        asker.account,
                        part,
                        ActorId::of(chance_()),
                        {},
                        asker.time_ms + invitation_ms,
                        0};
        TRY_ASSIGN(const auto others,
                   work.list<Link>({kinds::link, owner_of(link), "", limits::open_links}));
        std::size_t open = others.size();
        for (const auto& [key, other] : others) {
            if (other.until_ms > asker.time_ms) continue;
            TRY_OK(work.erase(kinds::link, key));
            --open;
        }
        if (open >= limits::open_links) {
            return refuse("link.too_many", {std::to_string(limits::open_links)});
        }
        TRY_ASSIGN(GivenLink given, give_link(work, link));
        TRY_OK(audit(work, {asker.time_ms, "invite", asker.account, given.id, part}));
        return given;
    });
}

Result<GivenLink> Accounts::recover(const Asker& asker, const std::string& account) {
    return working(store_, [&](Work& work) -> Result<GivenLink> {
        TRY_OK(doing(work, asker, Operation::recover, {account, nullptr}));
        TRY_ASSIGN(const auto found, work.read<Account>(kinds::account, account));
        if (!found) return refuse("account.unknown", {account}, ErrorCode::not_found);
        TRY_ASSIGN(GivenLink given, give_link(work, {LinkKind::recovery,
                                                     asker.account,
                                                     {},
                                                     {},
                                                     account,
                                                     asker.time_ms + recovery_ms,
                                                     0}));
        TRY_OK(audit(work, {asker.time_ms, "recover", asker.account, account, {}}));
        return given;
    });
}

Result<Link> Accounts::link(std::string_view secret, std::int64_t time_ms) {
    Work work(store_);
    return open(work, key_of(kinds::link, secret), time_ms);
}

Result<ById<Link>> Accounts::links(const Asker& asker,
                                   const std::optional<std::string>& committee) {
    Work work(store_);
    TRY_ASSIGN(const auto all,
               work.list<Link>({kinds::link, committee.value_or(""), "", limits::open_links}));
    ById<Link> shown;
    std::optional<Error> refusal;
    for (const auto& [key, link] : all) {
        const Part part = part_of(link);
        const auto may_see = doing(work, asker, Operation::see_links, {{}, &part});
        if (may_see && link.until_ms > asker.time_ms) shown.emplace_back(key, link);
        // To come in by a token, or not at all, is no matter of the single link.
        const bool is_general = !may_see && may_see.error().id != "account.not_open";
        if (is_general) return std::unexpected(may_see.error());
    }
    return shown;
}

Result<void> Accounts::revoke_link(const Asker& asker, const std::string& id) {
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_ASSIGN(const auto link, work.read<Link>(kinds::link, id));
        // Whether there is a link is not told to whom it does not concern.
        if (!link) return refuse("link.unknown");
        const Part part = part_of(*link);
        const auto may_close = doing(work, asker, Operation::revoke_link, {{}, &part});
        if (!may_close) {
            return may_close.error().id == "account.not_open" ? Result<void>(refuse("link.unknown"))
                                                              : std::unexpected(may_close.error());
        }
        TRY_OK(work.erase(kinds::link, id));
        return audit(work, {asker.time_ms, "revoke_link", asker.account, id, link->part});
    });
}

// Gives what an invitation gives, and ends it.
Result<void> Accounts::open_link(Work& work, const std::string& key, const Link& link,
                                 const std::string& account, std::int64_t time_ms) {
    TRY_OK(work.erase(kinds::link, key));
    return audit(work, {time_ms, "accept", account, key, link.part});
}

// A link lets nobody find out who has an account: after some refusals it ends.
Result<void> Accounts::count_refusal(const std::string& key) {
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_ASSIGN(auto link, work.read<Link>(kinds::link, key));
        if (!link) return {};
        if (++link->refused >= limits::link_refusals) return work.erase(kinds::link, key);
        return work.put(kinds::link, key, owner_of(*link), *link);
    });
}

Result<std::string> Accounts::accept(std::string_view secret, const NewAccount& said,
                                     std::int64_t time_ms) {
    const std::string key = key_of(kinds::link, secret);
    TRY_OK(link(secret, time_ms));
    TRY_ASSIGN(const Fresh fresh_account, fresh(said));
    const auto with_new_account = [&](Work& work) -> Result<std::string> {
        TRY_ASSIGN(const Link given, open(work, key, LinkKind::invitation, time_ms));
        TRY_ASSIGN(std::string account,
                   make_account(work, fresh_account, {*given.actor, *given.part}, time_ms));
        TRY_OK(open_link(work, key, given, account, time_ms));
        return account;
    };
    auto made = working(store_, with_new_account);
    if (made || made.error().id != "account.address_taken") return made;
    const auto known = verified(said.address, said.password, time_ms);
    if (!known) {
        TRY_OK(count_refusal(key));
        // Which of the two it was only the right password finds out.
        return known.error().id == "log_in.wrong"
                   ? Result<std::string>(refuse("account.address_taken"))
                   : std::unexpected(known.error());
    }
    TRY_OK(accept_as(secret, {known->first, Credential::log_in, {}, time_ms}));
    return known->first;
}

Result<std::string> Accounts::accept_by_identity(std::string_view secret, const NewAccount& said,
                                                 const OpenIdentity& identity,
                                                 std::int64_t time_ms) {
    const std::string key = key_of(kinds::link, secret);
    TRY_OK(link(secret, time_ms));
    TRY_OK(check_person(said));
    const auto taken = working(store_, [&](Work& work) -> Result<std::string> {
        TRY_ASSIGN(const Link given, open(work, key, LinkKind::invitation, time_ms));
        const Role role{*given.actor, *given.part};
        TRY_ASSIGN(std::optional<std::string> id, account_of(work, identity));
        if (id) {
            TRY_ASSIGN(auto account, work.read<Account>(kinds::account, *id));
            if (!account) return refuse("identity.unknown");
            TRY_OK(give_role(work, *id, *std::move(account), role));
        } else {
            TRY_ASSIGN(id, make_account(work, {said, {}}, role, time_ms));
            TRY_OK(add_identity(work, *id, identity, time_ms));
        }
        TRY_OK(open_link(work, key, given, *id, time_ms));
        return begin(work, *id, by_identity, time_ms);
    });
    const bool tells_of_others = !taken && taken.error().id == "account.address_taken";
    if (tells_of_others) TRY_OK(count_refusal(key));
    return taken;
}

Result<void> Accounts::accept_as(std::string_view secret, const Asker& asker) {
    const std::string key = key_of(kinds::link, secret);
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_ASSIGN(const Link given, open(work, key, LinkKind::invitation, asker.time_ms));
        TRY_ASSIGN(Account account, doing(work, asker, Operation::accept, {}));
        TRY_OK(give_role(work, asker.account, std::move(account), {*given.actor, *given.part}));
        return open_link(work, key, given, asker.account, asker.time_ms);
    });
}

Result<void> Accounts::accept_recovery(std::string_view secret, std::string_view password,
                                       std::int64_t time_ms) {
    const std::string key = key_of(kinds::link, secret);
    TRY_OK(link(secret, time_ms));
    TRY_OK(check_password(password));
    const std::string kept = keep(password);
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_ASSIGN(const Link given, open(work, key, LinkKind::recovery, time_ms));
        TRY_ASSIGN(auto account, work.read<Account>(kinds::account, *given.account));
        if (!account) return refuse("link.unknown");
        account->password = kept;
        account->recovered_ms = time_ms;
        TRY_OK(work.put(kinds::account, *given.account, "", *account));
        TRY_OK(end_all(work, *given.account, {}));
        TRY_OK(end_passkeys(work, *given.account));
        TRY_OK(end_identities(work, *given.account));
        return open_link(work, key, given, *given.account, time_ms);
    });
}

}  // namespace travaux::access
