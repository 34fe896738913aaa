// SPDX-License-Identifier: MIT
#include "planning/plan.h"

#include <algorithm>

namespace travaux::planning {
namespace {

std::unexpected<Error> refuse(std::string id, const std::string& place, std::string what) {
    return std::unexpected(Error{ErrorCode::invalid, std::move(id), {place, std::move(what)}});
}

// Which sessions have to be closed before each: those named, and the one before of the same body.
std::map<std::string, std::set<std::string>> predecessors(const Plan& plan) {
    std::map<std::string, std::set<std::string>> before;
    std::map<std::string, std::string> last_of_body;
    for (const WantedSession& one : plan.sessions) {
        before[one.id] = {one.after.begin(), one.after.end()};
        const auto last = last_of_body.find(one.body);
        if (last != last_of_body.end()) before[one.id].insert(last->second);
        last_of_body[one.body] = one.id;
    }
    return before;
}

// Takes away what has no predecessor left, until nothing does; what stays is in a circle, or after
// one.
std::set<std::string> in_circles(std::map<std::string, std::set<std::string>> before) {
    for (bool is_changed = true; is_changed;) {
        is_changed = false;
        for (auto at = before.begin(); at != before.end();) {
            if (!at->second.empty()) {
                ++at;
                continue;
            }
            for (auto& [id, others] : before) others.erase(at->first);
            at = before.erase(at);
            is_changed = true;
        }
    }
    std::set<std::string> ids;
    for (const auto& [id, others] : before) ids.insert(id);
    return ids;
}

}  // namespace

Result<void> check(const Plan& plan, const std::string& place) {
    std::set<std::string> bodies;
    for (const Body& one : plan.bodies) {
        if (!bodies.insert(one.id).second) return refuse("plan.id_twice", place, one.id);
    }
    std::set<std::string> sessions;
    for (const WantedSession& one : plan.sessions) {
        if (!bodies.contains(one.body)) return refuse("plan.body_unknown", place, one.body);
        if (!sessions.insert(one.id).second) return refuse("plan.id_twice", place, one.id);
    }
    for (const WantedSession& one : plan.sessions) {
        for (const std::string& other : one.after) {
            if (!sessions.contains(other)) return refuse("plan.session_unknown", place, other);
        }
    }
    const std::set<std::string> circle = in_circles(predecessors(plan));
    if (circle.empty()) return {};
    std::string names;
    for (const std::string& id : circle) names += (names.empty() ? "" : ", ") + id;
    return refuse("plan.order_circle", place, names);
}

Calendars calendars_for(const Plan& plan) {
    VERIFY(!plan.sessions.empty());
    Date first = plan.sessions.front().window.first;
    Date last = plan.sessions.front().window.last;
    for (const WantedSession& one : plan.sessions) {
        first = std::min(first, one.window.first);
        last = std::max(last, one.window.last);
    }
    return {first.year - 2, last.year + 1};
}

}  // namespace travaux::planning
