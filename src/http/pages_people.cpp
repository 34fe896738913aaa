// The page of a committee's people: who may act, the invitations that are open, and a form for
// another. Whoever is invited for a delegation is accredited by the same act as on any other way.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "formats/html_sink.h"
#include "http/account_pages.h"
#include "lang/dates.h"
#include "lang/states.h"

namespace travaux::http {
namespace {

using access::Asker;
using access::Operation;
using access::Part;
using committee::Capacity;
using formats::escaped;

const std::string& committee_of(const PageTurn& turn) { return turn.asked.places.at("committee"); }

std::string address_of(const PageTurn& turn, std::string_view rest) {
    return turn.in().path("/committees/" + committee_of(turn) + std::string(rest));
}

std::string list(const PageLanguage& in, std::string_view heading, const std::string& items,
                 std::string_view none) {
    return "<h2>" + escaped(in.words(heading)) + "</h2>\n" +
           (items.empty() ? "<p class=\"none-yet\">" + escaped(in.words(none)) + "</p>\n"
                          : "<ul>\n" + items + "</ul>\n");
}

bool speaks_for_a_member(Capacity capacity) {
    return capacity == Capacity::delegate || capacity == Capacity::head;
}

/// What whoever asks may give away.
struct Gifts {
    std::vector<Capacity> capacities;
    std::optional<std::string> delegation;  ///< of a head: its own alone
};

Result<Gifts> gifts_of(const PageTurn& turn, const Asker& asker) {
    TRY_ASSIGN(const access::Account own, turn.accounts.accounts.own(asker));
    Gifts gifts;
    for (const access::Role& role : own.roles) {
        if (role.part.committee != committee_of(turn)) continue;
        if (role.part.capacity == Capacity::head && gifts.capacities.empty()) {
            gifts = {{Capacity::delegate}, role.part.delegation};
        }
        if (role.part.capacity != Capacity::secretariat) continue;
        gifts = {{Capacity::head, Capacity::delegate, Capacity::officer, Capacity::facilitator,
                  Capacity::language_coordinator, Capacity::translator, Capacity::stakeholder,
                  Capacity::secretariat},
                 {}};
        break;
    }
    return gifts;
}

// Members by their names, in the order of the language.
std::string member_options(const committee::State& state, const Gifts& gifts,
                           const PageLanguage& in) {
    std::vector<std::string> names;
    std::map<std::string, std::string> code_of_name;
    for (const auto& [code, member] : state.members) {
        if (gifts.delegation && code != *gifts.delegation) continue;
        names.push_back(lang::name_in(member.name, in.language));
        code_of_name[names.back()] = code;
    }
    lang::sort_as_in(in.language, names);
    std::string options = gifts.delegation ? "" : option("", "");
    for (const std::string& name : names) options += option(code_of_name.at(name), name);
    return options;
}

class PeoplePage {
public:
    PeoplePage(const PageTurn& turn, const Asker& asker, const ServedCommittee& committee)
        : turn_(turn), asker_(asker), committee_(committee), in_(turn.in()) {}

    /// `before` stands above everything.
    Result<Response> print(const std::string& before, int status = 200) const {
        TRY_ASSIGN(const Gifts gifts, gifts_of(turn_, asker_));
        TRY_ASSIGN(const std::string open, links());
        const std::string back = "<p><a href=\"" + escaped(address_of(turn_, "")) + "\">" +
                                 escaped(committee_of(turn_)) + "</a></p>\n";
        return page({in_, in_.words("page.people"),
                     back + before + invite_form(gifts) + open + people(), status});
    }

private:
    std::string invite_form(const Gifts& gifts) const {
        if (gifts.capacities.empty()) return {};
        std::string capacities;
        for (const Capacity one : gifts.capacities) {
            const std::string name(committee::name_of(one));
            capacities += option(name, in_.words("capacity." + name));
        }
        const std::string members = committee_.committee().read(
            [&](const committee::State& state) { return member_options(state, gifts, in_); });
        return "<h2>" + escaped(in_.words("page.invite")) + "</h2>\n" +
               form(address_of(turn_, "/people"),
                    chooser("capacity", in_.words("page.invite_as"), capacities) +
                        chooser("delegation", in_.words("page.invite_for"), members),
                    in_.words("page.invite"));
    }

    Result<std::string> links() const {
        TRY_ASSIGN(const auto all, turn_.accounts.accounts.links(asker_, committee_of(turn_)));
        std::string items;
        for (const auto& [id, one] : all) {
            if (!one.part) continue;
            const std::array until = {part_in_words(*one.part, in_),
                                      lang::date_in_words(date_of(one.until_ms), in_.language)};
            items +=
                "<li>" + escaped(in_.words("page.invited_until", until)) +
                form(address_of(turn_, "/people/" + id + "/revoke"), "", in_.words("page.end")) +
                "</li>\n";
        }
        return list(in_, "page.invitations", items, "page.no_invitations");
    }

    // A head sees nobody but those of its delegation, whom the record names by numbers alone.
    std::string people() const {
        const auto all = turn_.accounts.accounts.people(asker_, committee_of(turn_));
        if (!all) return {};
        std::string items;
        for (const access::Person& one : *all) {
            items += "<li><span><bdi>" + escaped(one.name) +
                     "</bdi>: " + escaped(part_in_words(one.part, in_)) + "</span></li>\n";
        }
        return list(in_, "page.people_who_act", items, "page.no_people");
    }

    const PageTurn& turn_;
    const Asker& asker_;
    const ServedCommittee& committee_;
    PageLanguage in_;
};

// Whoever is invited for a member sits in its delegation from then on. The act enters a delegation
// as a whole: one that was changed meanwhile is refused, so that nobody is left out unseen.
Result<void> accredit(const PageTurn& turn, ServedCommittee& committee, const Part& part,
                      const ActorId& actor) {
    TRY_ASSIGN(const Identity identity, identity_of(turn.service, turn.asked));
    boost::json::object fields{{"member", *part.delegation}};
    boost::json::array delegates;
    std::optional<ActorId> head;
    std::uint64_t seen = 0;
    committee.committee().read([&](const committee::State& state) {
        seen = state.entries;
        const auto* member = committee::find(state.members, *part.delegation);
        if (member == nullptr) return;
        head = member->head;
        for (const ActorId& one : member->delegates) delegates.emplace_back(hex(one.bytes));
    });
    if (part.capacity == Capacity::head) {
        head = actor;
    } else {
        delegates.emplace_back(hex(actor.bytes));
    }
    if (head) fields["head"] = hex(head->bytes);
    fields["delegates"] = std::move(delegates);
    TRY_OK(committee.committee().act(
        {identity.caller, "delegation.accredit", std::move(fields), seen, {}}));
    return {};
}

// The link is shown once.
std::string told(const PageTurn& turn, const Part& part, const access::GivenLink& link) {
    const PageLanguage in = turn.in();
    const std::string address =
        site_of(turn.accounts, turn.asked.request) + "/accept/" + link.secret;
    return "<div class=\"told\" role=\"status\"><p>" +
           escaped(in.words("page.invited", std::array{part_in_words(part, in)})) +
           "</p>\n<p><a href=\"" + escaped(address) + "\"><bdi dir=\"ltr\">" + escaped(address) +
           "</bdi></a></p></div>\n";
}

Result<Response> get_people(const PageTurn& turn) {
    const auto asker = asker_of(turn.accounts, turn.asked.request);
    if (!asker) return go_to(turn.in().path("/log_in"));
    TRY_ASSIGN(const ServedCommittee* committee, committee_of(turn.service, turn.asked));
    return PeoplePage(turn, *asker, *committee).print({});
}

Result<Response> post_invitation(const PageTurn& turn) {
    TRY_ASSIGN(const Asker asker, asker_of(turn.accounts, turn.asked.request));
    TRY_ASSIGN(ServedCommittee* const committee, committee_of(turn.service, turn.asked));
    TRY_ASSIGN(const Request sent, form_of(turn.asked.request));
    const PeoplePage people(turn, asker, *committee);
    Part part{committee_of(turn), Capacity::visitor, {}, {}, {}};  // which nobody gives
    for (const Capacity one : committee::all_of<Capacity>()) {
        if (committee::name_of(one) == sent.parameter("capacity")) part.capacity = one;
    }
    if (speaks_for_a_member(part.capacity)) part.delegation = sent.parameter("delegation");
    const auto link = turn.accounts.accounts.invite(asker, part);
    if (!link) return people.print(refused(link.error(), turn.in()), status_of(link.error()));
    std::string before = told(turn, part, *link);
    if (part.delegation && link->actor) {
        const auto done = accredit(turn, *committee, part, *link->actor);
        if (!done) before += refused(done.error(), turn.in());
    }
    return people.print(before);
}

Result<Response> post_revocation(const PageTurn& turn) {
    TRY_ASSIGN(const Asker asker, asker_of(turn.accounts, turn.asked.request));
    TRY_OK(turn.accounts.accounts.revoke_link(asker, turn.asked.places.at("id")));
    return go_to(address_of(turn, "/people"));
}

}  // namespace

std::vector<Route> people_pages(const Service& service, AccountService& accounts) {
    std::vector<Route> routes;
    const auto add = [&](std::string method, std::string pattern, Operation operation,
                         const std::string& id, AnswerTurn answer) {
        routes.push_back(answered(
            service, accounts,
            account_page_route(std::move(method), std::move(pattern), operation, id), answer));
    };
    add("GET", "/committees/{committee}/people", Operation::see_links, "people", get_people);
    add("POST", "/committees/{committee}/people", Operation::invite, "people.invited",
        post_invitation);
    add("POST", "/committees/{committee}/people/{id}/revoke", Operation::revoke_link,
        "people.revoked", post_revocation);
    return routes;
}

}  // namespace travaux::http
