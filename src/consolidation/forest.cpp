// SPDX-License-Identifier: MIT
#include "consolidation/forest.h"

#include <algorithm>
#include <vector>

namespace travaux::consolidation {
namespace {

class Sweep {
public:
    explicit Sweep(Scratch& scratch) : scratch_(scratch) {}

    void meet(const Site& site) {
        while (!open_.empty() && open_.back()->end <= site.begin) close();
        auto* group = scratch_.make<Group>();
        group->begin = site.begin;
        group->end = site.end;
        group->members.append(scratch_.make<Member>(site));
        open_.push_back(group);
        while (open_.size() > 1 && must_absorb(*open_[open_.size() - 2], *open_.back())) {
            Group* const inner = open_.back();
            open_.pop_back();
            absorb(*open_.back(), *inner);
        }
    }

    Chain<Group> finish() {
        while (!open_.empty()) close();
        return roots_;
    }

private:
    static bool must_absorb(const Group& outer, const Group& inner) {
        return inner.end > outer.end || cuts(outer, inner.begin, inner.end);
    }

    // A member's border strictly inside [from, to) would cut whatever stands there.
    static bool cuts(const Group& group, std::uint32_t from, std::uint32_t to) {
        if (group.borders == nullptr) return false;
        const auto next = group.borders->upper_bound(from);
        return next != group.borders->end() && *next < to;
    }

    Borders& borders_of(Group& group) {
        if (group.borders == nullptr) {
            group.borders = scratch_.make_container<Borders>();
            for (const Member& member : group.members) {
                group.borders->insert({member.site.begin, member.site.end});
            }
        }
        return *group.borders;
    }

    // The smaller set of borders goes into the larger one.
    void absorb(Group& outer, Group& inner) {
        if (borders_of(inner).size() > borders_of(outer).size()) {
            std::swap(inner.borders, outer.borders);
        }
        outer.borders->insert(inner.borders->begin(), inner.borders->end());
        outer.begin = std::min(outer.begin, inner.begin);
        outer.end = std::max(outer.end, inner.end);
        outer.members.append(inner.members);
        outer.children.append(inner.children);
    }

    void close() {
        Group* const group = open_.back();
        open_.pop_back();
        (open_.empty() ? roots_ : open_.back()->children).append(group);
    }

    Scratch& scratch_;
    std::vector<Group*> open_;  // each inside the one before it
    Chain<Group> roots_;
};

}  // namespace

Chain<Group> forest_of(std::span<const Site> sites, Scratch& scratch) {
    Sweep sweep(scratch);
    for (const Site& site : sites) sweep.meet(site);
    return sweep.finish();
}

}  // namespace travaux::consolidation
