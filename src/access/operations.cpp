// SPDX-License-Identifier: MIT
#include "access/operations.h"

#include <algorithm>
#include <array>

namespace travaux::access {
namespace {

bool has_part(const Doer& doer, const auto& is_it) {
    return std::ranges::any_of(doer.account.roles, [&](const Role& role) {
        return holds_at(role.part, doer.time_ms) && is_it(role.part);
    });
}

bool is_whoever(const Doer& doer, Whoever who, const About& about) {
    switch (who) {
        case Whoever::anyone:
        case Whoever::holder: return true;
        case Whoever::self: return about.account == doer.id;
        case Whoever::giver:
            return about.part != nullptr &&
                   has_part(doer, [&](const Part& mine) { return gives(mine, *about.part); });
        case Whoever::colleague:
            return about.part != nullptr && about.part->committee &&
                   has_part(doer, [&](const Part& mine) {
                       return mine.committee == about.part->committee;
                   });
        case Whoever::administrator: break;
    }
    return has_part(doer,
                    [](const Part& mine) { return mine.capacity == Capacity::administrator; });
}

std::vector<OperationRule> rules_of_accounts() {
    using enum Operation;
    using enum Whoever;
    constexpr By scripts = By::log_in_or_token;
    return {
        OperationRule{found,
                      "found",
                      "Makes the first administrator's and the first "
                      "Secretariat account, with the link of the first start.",
                      {holder}},
        OperationRule{invite, "invite", "Gives a link that opens a part in a committee.", {giver}},
        OperationRule{see_links, "see_links", "Lists the links that are open.", {giver}},
        OperationRule{revoke_link, "revoke_link", "Closes a link.", {giver}},
        OperationRule{accept, "accept", "Takes what a link gives.", {holder}},
        OperationRule{log_in, "log_in", "Logs in.", {anyone}},
        OperationRule{see_log_ins, "see_log_ins", "Lists one's log-ins.", {self}, scripts},
        OperationRule{end_log_in, "end_log_in", "Ends one of one's log-ins.", {self}},
        OperationRule{change_password, "change_password", "Takes another password.", {self}},
        OperationRule{choose_language, "choose_language", "Chooses a language.", {self}},
        OperationRule{make_token, "make_token", "Makes a token for a script.", {self}},
        OperationRule{see_tokens, "see_tokens", "Lists one's tokens.", {self}, scripts},
        OperationRule{end_token, "end_token", "Ends one of one's tokens.", {self}},
        OperationRule{add_passkey, "add_passkey", "Adds a passkey to one's account.", {self}},
        OperationRule{see_passkeys, "see_passkeys", "Lists one's passkeys.", {self}, scripts},
        OperationRule{end_passkey, "end_passkey", "Takes a passkey away.", {self}},
        OperationRule{link_identity,
                      "link_identity",
                      "Links an identity of a provider to one's account.",
                      {self}},
        OperationRule{see_identities,
                      "see_identities",
                      "Lists the identities of providers that are linked to one's account.",
                      {self},
                      scripts},
        OperationRule{end_identity, "end_identity", "Takes the link to an identity away.", {self}},
        OperationRule{
            see_people, "see_people", "Names those who act in a committee.", {colleague}, scripts},
        OperationRule{see_accounts, "see_accounts", "Lists the accounts.", {administrator}},
        OperationRule{end_role, "end_role", "Takes a part away.", {giver, self}},
        OperationRule{recover,
                      "recover",
                      "Gives a link that opens an account whose password is "
                      "lost.",
                      {administrator}},
        OperationRule{end_all_log_ins,
                      "end_all_log_ins",
                      "Ends all log-ins and tokens of an "
                      "account.",
                      {self, administrator}},
        OperationRule{erase_person,
                      "erase_person",
                      "Erases what is known of a person.",
                      {self, administrator}},
        OperationRule{
            see_audit, "see_audit", "Lists what was done about accounts.", {administrator}},
    };
}

std::vector<OperationRule> rules_of_notices() {
    using enum Operation;
    using enum Whoever;
    constexpr By scripts = By::log_in_or_token;
    return {
        OperationRule{see_notices,
                      "see_notices",
                      "Shows how often one is told by e-mail what is new.",
                      {self},
                      scripts},
        OperationRule{choose_notices,
                      "choose_notices",
                      "Chooses how often one is told by e-mail what is new.",
                      {self}},
        OperationRule{unsubscribe,
                      "unsubscribe",
                      "Ends notices by e-mail, with the link that each of them has.",
                      {holder}},
        OperationRule{see_outbox,
                      "see_outbox",
                      "Lists the messages that wait, were sent or were not delivered.",
                      {giver, administrator}},
        OperationRule{
            make_feed, "make_feed", "Makes a secret address of a calendar of one's own.", {self}},
        OperationRule{see_feeds, "see_feeds", "Lists one's calendars.", {self}, scripts},
        OperationRule{end_feed, "end_feed", "Ends the address of a calendar.", {self}},
        OperationRule{read_feed,
                      "read_feed",
                      "Gives a calendar of one's own, with its secret address.",
                      {holder}},
    };
}

}  // namespace

std::span<const OperationRule> operations() {
    static const std::vector<OperationRule> all = [] {
        std::vector<OperationRule> rules = rules_of_accounts();
        std::ranges::move(rules_of_notices(), std::back_inserter(rules));
        return rules;
    }();
    return all;
}

const OperationRule& rule_of(Operation operation) {
    const auto found = std::ranges::find(operations(), operation, &OperationRule::operation);
    VERIFY(found != operations().end());
    return *found;
}

bool gives(const Part& giver, const Part& given) {
    const bool is_of_the_server = given.capacity == Capacity::administrator;
    if (giver.capacity == Capacity::administrator) {
        return is_of_the_server || given.capacity == Capacity::secretariat;
    }
    if (is_of_the_server || giver.committee != given.committee) return false;
    if (giver.capacity == Capacity::secretariat) {
        return given.capacity != Capacity::secretariat && given.capacity != Capacity::visitor;
    }
    return giver.capacity == Capacity::head && given.capacity == Capacity::delegate &&
           giver.delegation && giver.delegation == given.delegation;
}

Result<void> may(const Doer& doer, Operation operation, const About& about) {
    const OperationRule& rule = rule_of(operation);
    const auto refuse = [&](std::string id) {
        return std::unexpected(Error{ErrorCode::refused, std::move(id), {std::string(rule.name)}});
    };
    if (doer.is_by_token && rule.by == By::log_in) return refuse("account.by_token");
    const bool may_do =
        std::ranges::any_of(rule.who, [&](Whoever who) { return is_whoever(doer, who, about); });
    if (!may_do) return refuse("account.not_open");
    return {};
}

}  // namespace travaux::access
