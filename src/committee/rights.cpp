// SPDX-License-Identifier: MIT
#include "committee/rights.h"

#include <algorithm>

#include "committee/described.h"

namespace travaux::committee {
namespace {

std::unexpected<Error> denied(std::string id, std::vector<std::string> args) {
    return std::unexpected(Error{ErrorCode::refused, std::move(id), std::move(args)});
}

// Nobody acts for a delegation that is not theirs, whatever a log-in says.
bool is_accredited(const State& state, const Caller& caller) {
    if (caller.capacity == Capacity::officer) {
        return std::ranges::any_of(state.officers, [&](const auto& officer) {
            return officer.second.person == caller.actor && !officer.second.until_ms;
        });
    }
    if (caller.capacity == Capacity::facilitator) {
        return std::ranges::any_of(state.facilitators, [&](const auto& facilitator) {
            return facilitator.second.person == caller.actor && !facilitator.second.until_ms;
        });
    }
    const Member* member = find(state.members, caller.delegation);
    if (member == nullptr) return false;
    const bool is_stakeholder = member->status == MemberStatus::stakeholder;
    if (is_stakeholder != (caller.capacity == Capacity::stakeholder)) return false;
    const bool is_head = member->head == caller.actor;
    if (caller.capacity == Capacity::head) return is_head;
    return member->delegates.contains(caller.actor) || (is_stakeholder && is_head);
}

}  // namespace

std::string_view kind_of(const State& state, const std::string& object) {
    if (state.members.contains(object)) return "member";
    if (state.sessions.contains(object)) return "session";
    if (state.calls.contains(object)) return "call";
    if (state.views.contains(object)) return "view";
    if (state.texts.contains(object)) return "text";
    if (state.proposals.contains(object)) return "proposal";
    if (state.decisions.contains(object)) return "decision";
    if (state.meetings.contains(object)) return "meeting";
    if (state.officers.contains(object)) return "officer";
    if (state.positions.contains(object)) return "position";
    if (state.groups.contains(object)) return "group";
    if (state.instruments.contains(object)) return "instrument";
    if (state.facilitators.contains(object)) return "facilitator";
    if (state.letters.contains(object)) return "letter";
    if (state.documents.contains(object)) return "document";
    if (state.document_requests.contains(object)) return "request";
    // Whether there is such a paper is not for everybody to know.
    const bool is_paper = object.size() > 1 && object.front() == 'W' &&
                          object.find_first_not_of("0123456789", 1) == std::string::npos;
    if (is_paper) return "paper";
    if (parse_id(object)) return "provision";
    return {};
}

std::vector<std::string> owners_of(const State& state, const std::string& object) {
    std::vector<std::string> owners;
    if (const Proposal* proposal = find(state.proposals, object)) {
        for (const auto& [member, sponsorship] : proposal->sponsors) owners.push_back(member);
    } else if (const ReceivedView* view = find(state.views, object)) {
        owners.push_back(view->member);
    } else if (const StatedPosition* position = find(state.positions, object)) {
        owners.push_back(position->member);
    } else if (state.members.contains(object)) {
        owners.push_back(object);
    }
    return owners;
}

Result<void> check_rights(const State& state, const Caller& caller,
                          const std::vector<Right>& rights, const std::string& object) {
    const auto right = std::ranges::find(rights, caller.capacity, &Right::capacity);
    const std::string capacity(name_of(caller.capacity));
    if (right == rights.end()) return denied("rights.capacity", {capacity});
    const bool is_on_record =
        caller.capacity == Capacity::delegate || caller.capacity == Capacity::head ||
        caller.capacity == Capacity::officer || caller.capacity == Capacity::facilitator ||
        caller.capacity == Capacity::stakeholder;
    if (is_on_record && !is_accredited(state, caller)) {
        return denied("rights.not_accredited", {capacity, caller.delegation});
    }
    if (right->whose == Whose::any || object.empty()) return {};
    const auto owners = owners_of(state, object);
    if (std::ranges::find(owners, caller.delegation) != owners.end()) return {};
    return denied("rights.not_yours", {object});
}

bool may_read(const Paper& paper, Capacity capacity) {
    if (paper.is_disclosed) return true;
    switch (capacity) {
        case Capacity::secretariat:
        case Capacity::officer: return true;
        case Capacity::delegate:
        case Capacity::head:
        case Capacity::facilitator: return paper.distribution == Distribution::members;
        case Capacity::visitor:
        case Capacity::stakeholder:
        case Capacity::language_coordinator:
        case Capacity::translator:
        case Capacity::administrator: return false;
    }
    return false;
}

}  // namespace travaux::committee
