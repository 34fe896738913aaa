// The list of participants: officers, States and organizations, never persons.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/described.h"
#include "lang/states.h"
#include "paperwork/writer.h"

namespace travaux::paperwork {
namespace {

using committee::Member;
using committee::MemberStatus;
using committee::Office;
using committee::Officer;

// The delegation that a member had when the session closed.
bool is_accredited(const Member& member, const Sitting& sitting) {
    bool is_there = false;
    for (const committee::DelegationEntry& one : member.delegations) {
        if (one.since_ms <= sitting.until_ms) is_there = one.head || !one.delegates.empty();
    }
    const auto& opens = sitting.session->dates().opens;
    return is_there && (!opens || committee::sits_on(member, opens->local.date));
}

bool served(const Officer& officer, const Sitting& sitting) {
    return officer.since_ms <= sitting.until_ms &&
           (!officer.until_ms || *officer.until_ms > sitting.opens_ms);
}

std::vector<std::string> officer_row(const Sayer& sayer, const Officer& officer,
                                     const std::string& name) {
    return {sayer.say("paperwork.office." + std::string(committee::name_of(officer.office))), name,
            sayer.both(meeting_in_words(sayer, officer.basis.meeting),
                       sayer.name(officer.basis.authority))};
}

void add_states(Writer& writer, const Sayer& sayer, const Sitting& sitting) {
    const auto codes = accredited(sayer.state(), sitting, MemberStatus::member_state);
    std::map<std::string, std::string> groups;  // by name
    for (const std::string& code : codes) {
        const auto& group = sayer.state().members.at(code).group;
        groups[sayer.member(code)] =
            group ? sayer.say("paperwork.group." + std::string(committee::name_of(*group))) : "";
    }
    formats::DocumentTable table{sayer.say("paperwork.states"),
                                 {sayer.say("paperwork.state"), sayer.say("paperwork.group")},
                                 {1, 1},
                                 {}};
    for (const std::string& name : sayer.members(codes)) {
        table.rows.push_back({name, groups[name]});
    }
    if (codes.empty()) return;
    writer.section(sayer.say("paperwork.states"));
    writer.plain(sayer.count("paperwork.states_count", codes.size()));
    writer.table(std::move(table));
}

void add_others(Writer& writer, const Sayer& sayer, const Sitting& sitting, MemberStatus status) {
    const auto codes = accredited(sayer.state(), sitting, status);
    if (codes.empty()) return;
    writer.section(sayer.say(status == MemberStatus::observer ? "paperwork.observers"
                                                              : "paperwork.stakeholders"));
    for (const std::string& name : sayer.members(codes)) writer.plain(name);
}

}  // namespace

std::vector<std::string> accredited(const committee::State& state, const Sitting& sitting,
                                    MemberStatus status) {
    std::vector<std::string> codes;
    for (const auto& [code, member] : state.members) {
        if (member.status == status && is_accredited(member, sitting)) codes.push_back(code);
    }
    return codes;
}

std::string meeting_in_words(const Sayer& sayer, const std::string& id) {
    const auto* meeting = committee::find(sayer.state().meetings, id);
    if (meeting == nullptr) return sayer.say("site.out_of_session");
    return sayer.say("paperwork.meeting_on", sayer.count("paperwork.ordinal", meeting->number),
                     sayer.day(meeting->opened_ms));
}

void add_officers(Writer& writer, const Sayer& sayer, const Sitting& sitting) {
    formats::DocumentTable table{sayer.say("paperwork.officers"),
                                 {sayer.say("paperwork.office"), sayer.say("paperwork.state"),
                                  sayer.say("paperwork.elected")},
                                 {2, 3, 4},
                                 {}};
    for (const Office office : committee::all_of<Office>()) {
        std::map<std::string, std::vector<const Officer*>> by_name;
        for (const auto& [id, officer] : sayer.state().officers) {
            const bool is_here = officer.office == office && served(officer, sitting);
            if (is_here) by_name[sayer.member(officer.member)].push_back(&officer);
        }
        std::vector<std::string> names;
        for (const auto& [name, officers] : by_name) names.push_back(name);
        lang::sort_as_in(sayer.language(), names);
        for (const std::string& name : names) {
            for (const Officer* one : by_name[name]) {
                table.rows.push_back(officer_row(sayer, *one, name));
            }
        }
    }
    writer.table(std::move(table));
}

void add_participants(Writer& writer, const Sayer& sayer, const Sitting& sitting) {
    add_states(writer, sayer, sitting);
    add_others(writer, sayer, sitting, MemberStatus::observer);
    add_others(writer, sayer, sitting, MemberStatus::stakeholder);
}

Result<formats::OfficialDocument> write_participants(const Source& /*source*/, const Sayer& sayer,
                                                     const Sitting& sitting,
                                                     formats::OfficialDocument begun) {
    Writer writer(sayer, std::move(begun));
    writer.plain(sayer.say("paperwork.participants_are"));
    writer.section(sayer.say("paperwork.officers"));
    add_officers(writer, sayer, sitting);
    add_participants(writer, sayer, sitting);
    return std::move(writer).finish();
}

}  // namespace travaux::paperwork
