// SPDX-License-Identifier: MIT
#include "understanding/order.h"

#include <algorithm>

namespace travaux::understanding {
namespace {

using consolidation::Place;

constexpr std::size_t none = SIZE_MAX;

// Which of some numbers stand in a longest row of rising ones.
std::vector<bool> in_longest_row(const std::vector<std::size_t>& numbers) {
    std::vector<std::size_t> ends;  // of the best row of each length, in `numbers`
    std::vector<std::size_t> before(numbers.size(), none);
    for (std::size_t at = 0; at < numbers.size(); ++at) {
        const auto place = std::ranges::lower_bound(ends, numbers[at], {},
                                                    [&](std::size_t end) { return numbers[end]; });
        if (place != ends.begin()) before[at] = *(place - 1);
        if (place == ends.end()) {
            ends.push_back(at);
        } else {
            *place = at;
        }
    }
    std::vector<bool> stays(numbers.size());
    for (std::size_t at = ends.empty() ? none : ends.back(); at != none; at = before[at]) {
        stays[at] = true;
    }
    return stays;
}

ProvisionId id_of(const text::Draft& draft, std::optional<std::size_t> at) {
    return at ? draft.provisions[*at].id : ProvisionId{};
}

// Behind the next one of its kind that is open where it stands, or first in what can hold it.
// Behind what it holds itself there is no place: that moves with it.
std::optional<Place> place_behind(const text::Draft& draft, std::size_t moved,
                                  std::optional<std::size_t> behind) {
    for (auto at = behind; at; at = text::parent_of(draft, *at)) {
        if (*at == moved) return std::nullopt;
    }
    const auto kind = draft.provisions[moved].kind;
    const auto parent = text::parent_of(draft, moved);
    std::optional<std::size_t> child;
    for (auto at = behind; at; at = text::parent_of(draft, *at)) {
        if (draft.provisions[*at].kind == kind) {
            return Place{id_of(draft, text::parent_of(draft, *at)), id_of(draft, at)};
        }
        if (parent && draft.provisions[*at].kind == draft.provisions[*parent].kind) {
            return Place{id_of(draft, at), id_of(draft, child)};
        }
        child = at;
    }
    return Place{{}, id_of(draft, child)};
}

}  // namespace

std::vector<bool> staying(const std::vector<Placed>& order) {
    std::vector<std::size_t> left;
    for (const Placed& one : order) {
        if (!one.is_put) left.push_back(one.provision);
    }
    const std::vector<bool> left_stays = in_longest_row(left);
    std::vector<bool> stays(order.size());
    std::vector<std::size_t> next(order.size() + 1, none);  // that stays, from here on
    std::size_t at_left = left.size();
    for (std::size_t at = order.size(); at-- > 0;) {
        if (!order[at].is_put) stays[at] = left_stays[--at_left];
        next[at] = stays[at] ? order[at].provision : next[at + 1];
    }
    std::size_t last = none;
    for (std::size_t at = 0; at < order.size(); ++at) {
        const std::size_t one = order[at].provision;
        const bool is_behind = last == none || last < one;
        if (order[at].is_put) stays[at] = is_behind && one < next[at + 1];
        if (stays[at]) last = one;
    }
    return stays;
}

std::vector<Moved> moves_in(const text::Draft& draft, const std::vector<Placed>& order) {
    const std::vector<bool> stays = staying(order);
    std::vector<bool> is_moved(draft.provisions.size());
    for (std::size_t at = 0; at < order.size(); ++at) is_moved[order[at].provision] = !stays[at];
    std::vector<Moved> moves;
    for (std::size_t at = 0; at < order.size(); ++at) {
        if (stays[at]) continue;
        const std::size_t provision = order[at].provision;
        const auto parent = text::parent_of(draft, provision);
        if (parent && is_moved[*parent]) continue;
        const auto behind = at == 0 ? std::nullopt : std::optional(order[at - 1].provision);
        moves.push_back({provision, place_behind(draft, provision, behind), at});
    }
    return moves;
}

}  // namespace travaux::understanding
