// SPDX-License-Identifier: MIT
#include "consolidation/forest.h"

#include <algorithm>
#include <iterator>

namespace travaux::consolidation {
namespace {

// A member's border strictly inside [from, to) would cut whatever stands there.
bool cuts(const Group& group, std::uint32_t from, std::uint32_t to) {
    const auto next = group.borders.upper_bound(from);
    return next != group.borders.end() && *next < to;
}

bool must_absorb(const Group& outer, const Group& inner) {
    return inner.end > outer.end || cuts(outer, inner.begin, inner.end);
}

template <typename T>
void append(std::vector<T>& to, std::vector<T>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void note_borders(Group& group) {
    if (!group.borders.empty()) return;
    for (const Site& site : group.members) {
        group.borders.insert(site.begin);
        group.borders.insert(site.end);
    }
}

// The smaller set of borders goes into the larger one.
void absorb(Group& outer, Group& inner) {
    note_borders(outer);
    note_borders(inner);
    if (inner.borders.size() > outer.borders.size()) std::swap(inner.borders, outer.borders);
    outer.borders.insert(inner.borders.begin(), inner.borders.end());
    outer.begin = std::min(outer.begin, inner.begin);
    outer.end = std::max(outer.end, inner.end);
    append(outer.members, inner.members);
    append(outer.children, inner.children);
}

class Sweep {
public:
    void meet(Site site) {
        while (!open_.empty() && open_.back()->end <= site.begin) close();
        auto group = std::make_unique<Group>();
        group->begin = site.begin;
        group->end = site.end;
        group->members.push_back(std::move(site));
        open_.push_back(std::move(group));
        while (open_.size() > 1 && must_absorb(*open_[open_.size() - 2], *open_.back())) {
            const auto inner = std::move(open_.back());
            open_.pop_back();
            absorb(*open_.back(), *inner);
        }
    }

    Groups finish() {
        while (!open_.empty()) close();
        return std::move(roots_);
    }

private:
    void close() {
        auto group = std::move(open_.back());
        open_.pop_back();
        (open_.empty() ? roots_ : open_.back()->children).push_back(std::move(group));
    }

    Groups open_;  // each inside the one before it
    Groups roots_;
};

}  // namespace

Groups forest_of(std::vector<Site> sites) {
    Sweep sweep;
    for (Site& site : sites) sweep.meet(std::move(site));
    return sweep.finish();
}

}  // namespace travaux::consolidation
