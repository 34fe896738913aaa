// SPDX-License-Identifier: MIT
#include "site/member_forms.h"

#include "site/text_state.h"

namespace travaux::site {
namespace {

using committee::MemberStatus;
using committee::Office;
using committee::RegionalGroup;

// Those who act in the committee, by the numbers that the record has of them.
std::string person_options(const Visit& visit) {
    std::string options = option("", "");
    const auto people = visit.people();
    if (!people) return options;
    for (const http::ActingPerson& one : *people) {
        const std::string capacity =
            visit.say("capacity." + std::string(committee::name_of(one.capacity)));
        std::vector<std::string> said = {html(one.name), capacity};
        if (!one.delegation.empty()) said.push_back(visit.name_of(one.delegation));
        options += option(hex(one.actor.bytes), listed(said, visit.in.language));
    }
    return options;
}

std::string person_fields(const Visit& visit, const std::string& word) {
    return chooser(word + "-person", "person", visit.say("site.person"), person_options(visit)) +
           chooser(word + "-member", "member", visit.say("site.member"), member_options(visit, {}));
}

std::string reason_form(const Visit& visit, std::string_view act, const Hidden& hidden) {
    const std::string id = "reason-" + hidden.front().second;
    const std::string words = visit.say("do_act." + std::string(act));
    return folded(
        words, act_form(visit, act, hidden, line(id, "reason", visit.say("site.reason")), words));
}

// Provisions of the text that is negotiated.
std::string provisions_of_text(const Visit& visit) {
    const std::string text = current_text(visit.state());
    if (text.empty()) return {};
    host::AskedText asked;
    asked.id = text;
    asked.languages = {visit.in.language};
    const auto found = visit.site.text(visit.committee, asked, {});
    return found ? provision_options(**found) : std::string{};
}

std::string regional_options(const Visit& visit) {
    std::string options = option("", "");
    for (const RegionalGroup one : committee::all_of<RegionalGroup>()) {
        const std::string name(committee::name_of(one));
        options += option(name, visit.say("paperwork.group." + name));
    }
    return options;
}

std::string admit_form(const Visit& visit) {
    if (!may(visit, "member.admit", {})) return {};
    const std::string words = visit.say("do_act.member.admit");
    const std::string fields =
        line("seat-name", "name", visit.say("site.name")) +
        line("seat-code", "code", visit.say("site.code")) +
        chooser("seat-status", "status", visit.say("site.status"),
                options_of(visit, "member_status.", MemberStatus::member_state)) +
        chooser("seat-group", "group", visit.say("paperwork.group"), regional_options(visit)) +
        day_line("seat-from", "from", visit.say("site.first_day"), false);
    return folded(words, form_to(visit, "/members", {}, fields, words));
}

std::string end_form(const Visit& visit) {
    if (!may(visit, "member.end", {})) return {};
    const std::string words = visit.say("do_act.member.end");
    return folded(
        words,
        act_form(visit, "member.end", {},
                 chooser("ended", "member", visit.say("site.member"), member_options(visit, {})) +
                     day_line("until", "until", visit.say("site.day_without"), true),
                 words));
}

}  // namespace

std::string officer_form(const Visit& visit) {
    if (!may(visit, "officer.enter", {})) return {};
    const std::string words = visit.say("do_act.officer.enter");
    return folded(words,
                  act_form(visit, "officer.enter", {},
                           chooser("office", "office", visit.say("site.office"),
                                   options_of(visit, "paperwork.office.", Office::chair)) +
                               person_fields(visit, "officer") + basis_fields(visit, "officer"),
                           words));
}

std::string facilitator_form(const Visit& visit) {
    const std::string provisions = provisions_of_text(visit);
    if (provisions.empty() || !may(visit, "facilitator.name", {})) return {};
    const std::string words = visit.say("do_act.facilitator.name");
    return folded(words, act_form(visit, "facilitator.name", {},
                                  line("held", "title", visit.say("site.document_title")) +
                                      person_fields(visit, "facilitator") +
                                      several("held-provisions", "provisions",
                                              visit.say("site.provisions_held"), provisions) +
                                      basis_fields(visit, "facilitator"),
                                  words));
}

std::string group_form(const Visit& visit) {
    if (!may(visit, "group.declare", {})) return {};
    const std::string words = visit.say("do_act.group.declare");
    return folded(
        words, act_form(visit, "group.declare", {},
                        line("group", "group", visit.say("site.group_code")) +
                            line("group-name", "name", visit.say("site.name")) +
                            several("group-members", "members", visit.say("site.members_of_group"),
                                    member_options(visit, {})),
                        words));
}

std::string member_forms(const Visit& visit) { return admit_form(visit) + end_form(visit); }

std::string leave_form(const Visit& visit, const std::string& officer) {
    return reason_form(visit, "officer.leave", {{"officer", officer}});
}

std::string release_form(const Visit& visit, const std::string& facilitator) {
    return reason_form(visit, "facilitator.release", {{"facilitator", facilitator}});
}

Result<http::Response> admit_member(const Visit& visit) {
    TRY_ASSIGN(const http::Request form, http::form_of(visit.asked.request));
    boost::json::object seat;
    for (const char* name : {"code", "name", "status", "group", "from"}) {
        if (const auto value = form.parameter(name); !value.empty()) seat[name] = value;
    }
    return do_act_of(visit, "member.admit", {{"seats", boost::json::array{std::move(seat)}}}, form);
}

}  // namespace travaux::site
