// Carry-over of structure: insertions, moves and joins in the tree that the next draft has.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ranges>

#include "consolidation/carry_over.h"

namespace travaux::consolidation {

CarryOverRun::Outcome CarryOverRun::carry_insertion(const InsertPart& part,
                                                    const std::string& proposal) const {
    if (after_.has(inserted_ids(part).front())) return {CarryOver::already_satisfied, {}, {}};
    const auto place = place_now(part.place);
    if (!place) return orphaned(part.place.parent);
    InsertPart kept = part;
    kept.place = behind_earlier(*place, proposal, part);
    const auto verdict = place->parent == part.place.parent ? CarryOver::applied : CarryOver::moved;
    return {verdict, {}, {std::move(kept)}};
}

// What comes to one gap stands in the order of proposals, whether it is adopted at once or in turn:
// first what moves there, then what is inserted.
Place CarryOverRun::behind_earlier(Place place, const std::string& proposal,
                                   const Part& part) const {
    const auto* move = std::get_if<MovePart>(&part);
    const auto& siblings = after_.children_of(place.parent);
    auto next = siblings.begin();
    if (!place.after.is_none()) {
        next = std::ranges::find(siblings, place.after);
        if (next == siblings.end()) return place;
        ++next;
    }
    for (; next != siblings.end(); ++next) {
        if (move != nullptr && *next == move->provision) continue;
        const auto moved = adopted_.moved.find(*next);
        if (moved != adopted_.moved.end()) {
            if (move != nullptr && moved->second >= proposal) break;
        } else {
            const auto by = adopted_.origins.find(after_.introduced_by(*next));
            const bool is_earlier = move == nullptr && !positions_.contains(*next) &&
                                    by != adopted_.origins.end() && by->second < proposal;
            if (!is_earlier) break;
        }
        place.after = *next;
    }
    return place;
}

CarryOverRun::Outcome CarryOverRun::carry_move(const MovePart& part,
                                               const std::string& proposal) const {
    if (!positions_.contains(part.provision)) return {CarryOver::applied, {}, {part}};
    if (!after_.has(part.provision)) return orphaned(part.provision);
    const auto place = place_now(part.place, part.provision);
    if (!place) return orphaned(part.place.parent);
    if (!place->parent.is_none() && after_.is_within(place->parent, part.provision)) {
        return orphaned(part.provision);
    }
    // One that asked for the place where the provision stood stays as it was.
    if (place_after(part.provision) == *place && place_before(part.provision) != part.place) {
        return {CarryOver::already_satisfied, {}, {}};
    }
    // What a split made of a provision moves with it. Each piece moves to the gap itself, the last
    // one first: none can be told to follow a piece that does not stand there yet.
    Outcome outcome{CarryOver::applied, {}, {}};
    const Place gap = behind_earlier(*place, proposal, part);
    for (const ProvisionId& piece : after_.pieces_of(part.provision) | std::views::reverse) {
        outcome.parts.emplace_back(MovePart{piece, gap});
    }
    return outcome;
}

// A join is about two neighbours: without the other one there is nothing to join.
CarryOverRun::Outcome CarryOverRun::carry_join(const JoinPart& part) const {
    if (!positions_.contains(part.provision)) return {CarryOver::applied, {}, {part}};
    const std::size_t at = text::subtree_end(before_, positions_.at(part.provision));
    const ProvisionId next = before_.provisions[at].id;
    if (after_.joined_into(next) == part.provision) return {CarryOver::already_satisfied, {}, {}};
    if (!after_.has(part.provision)) return orphaned(part.provision);
    if (!after_.has(next)) return orphaned(next);
    const ProvisionId last = after_.last_piece_of(part.provision);
    const auto& siblings = after_.children_of(after_.parent_of(last));
    const auto neighbour = std::ranges::find(siblings, last) + 1;
    if (neighbour == siblings.end() || *neighbour != next) return {CarryOver::orphaned, {}, {}};
    return {CarryOver::applied, {}, {JoinPart{last}}};
}

// The gap on the next draft: after the nearest left sibling that is still there, behind all that a
// split made of it. What stood in a provision stands in the one that took it in, or in the last
// piece of it. What is to move there is no neighbour of its own.
std::optional<Place> CarryOverRun::place_now(const Place& place, ProvisionId moving) const {
    ProvisionId parent = place.parent;
    while (!parent.is_none() && positions_.contains(parent) && !after_.has(parent)) {
        parent = after_.joined_into(parent);
        if (parent.is_none()) return std::nullopt;
    }
    parent = after_.last_piece_of(parent);
    if (place.after.is_none()) {
        // Behind what the other provision held before it took this one in.
        return Place{parent, last_child_before(place.parent, parent)};
    }
    if (!positions_.contains(place.after)) return Place{parent, place.after};
    ProvisionId after = last_child_before(place.parent, parent);
    for (const auto& provision : before_.provisions) {
        const bool is_there = after_.has(provision.id) &&
                              after_.parent_of(provision.id) == parent &&
                              !adopted_.moved.contains(provision.id) && provision.id != moving;
        if (parents_.at(provision.id) == place.parent && is_there) {
            after = after_.last_piece_of(provision.id);
        }
        if (provision.id == place.after) break;
    }
    return Place{parent, after};
}

// Of a provision that took another one in: the last of its own children before those of the other.
ProvisionId CarryOverRun::last_child_before(ProvisionId former, ProvisionId parent) const {
    ProvisionId last;
    if (former == parent || after_.has(former)) return last;
    for (const ProvisionId& child : after_.children_of(parent)) {
        const auto found = parents_.find(child);
        if (found != parents_.end() && found->second == former) break;
        last = child;
    }
    return last;
}

Place CarryOverRun::place_before(ProvisionId provision) const {
    Place place{parents_.at(provision), {}};
    for (const auto& other : before_.provisions) {
        if (other.id == provision) break;
        if (parents_.at(other.id) == place.parent) place.after = other.id;
    }
    return place;
}

Place CarryOverRun::place_after(ProvisionId provision) const {
    const ProvisionId parent = after_.parent_of(provision);
    const auto& siblings = after_.children_of(parent);
    const auto at = std::ranges::find(siblings, provision);
    return {parent, at == siblings.begin() ? ProvisionId{} : *(at - 1)};
}

}  // namespace travaux::consolidation
