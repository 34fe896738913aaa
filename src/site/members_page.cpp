// Who makes the text: officers, facilitators, groups, members and observers, with the forms by
// which the Secretariat enters them.
// SPDX-License-Identifier: MIT
#include "formats/html_sink.h"
#include "lang/dates.h"
#include "site/member_forms.h"
#include "site/pages.h"

namespace travaux::site {
namespace {

using committee::Member;
using committee::MemberStatus;

std::string cell(std::string_view inside) { return "<td>" + std::string(inside) + "</td>"; }

std::string row(std::string_view head, std::initializer_list<std::string> cells) {
    std::string out = "<tr><th scope=\"row\">" + std::string(head) + "</th>";
    for (const std::string& one : cells) out += cell(one);
    return out + "</tr>\n";
}

// A section with a table, or words for nothing, and its forms.
struct Listed {
    std::string_view id;
    std::string_view head;
    std::string_view none;  ///< empty: without rows there is no section
    std::vector<std::string> columns;
    std::string rows;
    std::string forms;
};

std::string section(const Visit& visit, const Listed& one) {
    if (one.rows.empty() && one.none.empty()) return {};
    const std::string head = visit.say(one.head);
    return section_head(head, one.id) +
           (one.rows.empty() ? "<p class=\"none-yet\">" + visit.say(one.none) + "</p>\n"
                             : table(head, one.columns, one.rows)) +
           one.forms;
}

std::string basis_of(const Visit& visit, const committee::Basis& basis, std::int64_t since_ms) {
    return visit.day(since_ms) + "<br><span class=\"dim\">" +
           formats::isolated(visit.said_of(basis.authority)) + "</span>";
}

std::string officers(const Visit& visit) {
    Listed one{"officers", "paperwork.officers", "site.no_officers", {}, {}, {}};
    const bool has_forms = may(visit, "officer.leave", {});
    one.columns = {visit.say("site.office"), visit.say("site.member"), visit.say("site.since")};
    if (has_forms) one.columns.emplace_back();
    for (const auto& [id, officer] : visit.state().officers) {
        if (officer.until_ms) continue;
        const std::string office =
            visit.say("paperwork.office." + std::string(committee::name_of(officer.office)));
        const std::string since = basis_of(visit, officer.basis, officer.since_ms);
        const std::string member = visit.name_of(officer.member);
        one.rows += has_forms ? row(office, {member, since, leave_form(visit, id)})
                              : row(office, {member, since});
    }
    one.forms = officer_form(visit);
    return section(visit, one);
}

std::string facilitators(const Visit& visit) {
    Listed one{"facilitators", "site.facilitators", "site.no_facilitators", {}, {}, {}};
    const bool has_forms = may(visit, "facilitator.release", {});
    one.columns = {visit.say("site.document_title"), visit.say("site.member"),
                   visit.say("site.since")};
    if (has_forms) one.columns.emplace_back();
    for (const auto& [id, facilitator] : visit.state().facilitators) {
        if (facilitator.until_ms) continue;
        const std::string title = formats::isolated(visit.said_of(facilitator.title));
        const std::string since = basis_of(visit, facilitator.basis, facilitator.since_ms);
        const std::string member = visit.name_of(facilitator.member);
        one.rows += has_forms ? row(title, {member, since, release_form(visit, id)})
                              : row(title, {member, since});
    }
    one.forms = facilitator_form(visit);
    return section(visit, one);
}

std::string groups(const Visit& visit) {
    Listed one{"groups", "site.groups", "site.no_groups", {}, {}, {}};
    one.columns = {visit.say("site.group"), visit.say("site.members_of_group")};
    for (const auto& [code, group] : visit.state().groups) {
        std::vector<std::string> names;
        for (const auto& [name, member] : sorted_names(visit, group.members)) {
            names.push_back(formats::isolated(name));
        }
        one.rows += row(visit.name_of(code), {listed(names, visit.in.language)});
    }
    one.forms = group_form(visit);
    return section(visit, one);
}

// Members of a kind by name, with the days on which they came and went where these are on record.
std::string members(const Visit& visit, MemberStatus status, Listed one) {
    std::set<std::string> codes;
    for (const auto& [code, member] : visit.state().members) {
        if (member.status == status) codes.insert(code);
    }
    const bool has_groups = status == MemberStatus::member_state;
    one.columns = {visit.say(has_groups ? "site.member" : "site.name"), visit.say("site.code")};
    if (has_groups) one.columns.push_back(visit.say("paperwork.group"));
    for (const auto& [name, code] : sorted_names(visit, codes)) {
        const Member& member = visit.state().members.at(code);
        std::string head = formats::isolated(name);
        for (const auto& [day, words] : {std::pair(member.from, "site.member_from"),
                                         std::pair(member.until, "site.member_until")}) {
            if (!day) continue;
            head += " <span class=\"dim\">" +
                    visit.say(words, lang::date_in_words(*day, visit.in.language)) + "</span>";
        }
        const std::string group =
            member.group
                ? visit.say("paperwork.group." + std::string(committee::name_of(*member.group)))
                : std::string{};
        one.rows += has_groups ? row(head, {html(code), group}) : row(head, {html(code)});
    }
    return section(visit, one);
}

}  // namespace

Result<SitePage> members_page(const Visit& visit) {
    std::string people;
    if (visit.identity.caller.capacity == committee::Capacity::secretariat) {
        people = "<p>" + link(visit.to("/people"), visit.say("page.people")) + "</p>\n";
    }
    return SitePage{visit.in.words("site.members"),
                    "<div class=\"wrap\"><div class=\"flow\">" +
                        title_block({}, visit.say("site.members"), people) + done_note(visit) +
                        officers(visit) + facilitators(visit) + groups(visit) +
                        members(visit, MemberStatus::member_state,
                                {"states", "site.member_states", "site.no_members", {}, {}, {}}) +
                        members(visit, MemberStatus::observer,
                                {"observers", "paperwork.observers", {}, {}, {}, {}}) +
                        members(visit, MemberStatus::stakeholder,
                                {"organizations", "site.organizations", {}, {}, {}, {}}) +
                        member_forms(visit) + "</div></div>\n",
                    Section::home,
                    {},
                    200,
                    true};
}

}  // namespace travaux::site
