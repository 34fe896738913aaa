// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "understanding/inquiry.h"
#include "understanding/insertion.h"
#include "understanding/instruction.h"
#include "understanding/order.h"

namespace travaux::understanding {
namespace {

using consolidation::MovePart;
using Lines = std::vector<std::size_t>;

class Arrivals {
public:
    explicit Arrivals(Inquiry& inquiry)
        : inquiry_(inquiry), instructions_(inquiry.draft, inquiry.language) {}

    void find() { insert_provisions(); }

private:
    void insert_provisions() {
        MaybeLine behind;
        for (std::size_t at = 0; at < inquiry_.file.target.size();) {
            if (!inquiry_.is_new(at)) {
                if (const auto provision = inquiry_.standing.provision_after(at))
                    behind = provision;
                ++at;
                continue;
            }
            const bool is_behind_known = at > 0 && inquiry_.standing.provision_after(at - 1);
            std::vector<const FileLine*> group;
            while (at < inquiry_.file.target.size() && inquiry_.is_new(at))
                group.push_back(&inquiry_.file.target[at++]);
            const bool is_before_known = at < inquiry_.file.target.size() &&
                                         inquiry_.standing.provision_after(at).has_value();
            insert(behind, group, is_behind_known && is_before_known);
        }
    }

    // Of words that no change brings, those alone are insertions that stand between lines of the
    // draft.
    void insert(MaybeLine behind, const std::vector<const FileLine*>& group, bool is_between) {
        const bool is_tracked =
            std::ranges::all_of(group, [](const FileLine* line) { return line->is_inserted; });
        if (!is_tracked) {
            const auto rest = obey(group);
            const bool is_insertion = is_between && rest.size() == group.size();
            if (!is_insertion) {
                for (const FileLine* const line : rest) inquiry_.doubt(DoubtKind::no_place, *line);
                return;
            }
        }
        Insertions found = insertions_of(inquiry_.draft, inquiry_.language, behind, group);
        const bool is_certain = is_tracked && !found.is_at_odd_place;
        for (auto& part : found.parts) {
            inquiry_.add(std::move(part), is_certain ? Confidence::certain : Confidence::likely,
                         group.front()->place);
        }
        if (found.is_at_odd_place) inquiry_.doubt(DoubtKind::odd_place, *group.front());
    }

    // Takes the instructions among lines that no tracked change brings, and returns the others.
    std::vector<const FileLine*> obey(const std::vector<const FileLine*>& group) {
        std::vector<const FileLine*> rest;
        for (std::size_t at = 0; at < group.size(); ++at) {
            const std::string next = at + 1 < group.size() ? group[at + 1]->text : "";
            auto found = instructions_.read(group[at]->text, next);
            if (!found) {
                rest.push_back(group[at]);
                continue;
            }
            if (const auto hindrance = inquiry_.hindrance(found->parts)) {
                inquiry_.doubt(*hindrance, *group[at]);
            } else {
                for (auto& part : found->parts) {
                    inquiry_.add(std::move(part), Confidence::certain, group[at]->place);
                }
            }
            if (found->takes_next) ++at;
        }
        return rest;
    }

    Inquiry& inquiry_;
    Instructions instructions_;
};

}  // namespace

void find_moves(Inquiry& inquiry) {
    std::vector<Placed> order;
    Lines lines;
    std::set<std::size_t> seen;
    for (std::size_t after = 0; after < inquiry.file.target.size(); ++after) {
        const auto provision = inquiry.standing.provision_after(after);
        if (!provision || !seen.insert(*provision).second) continue;
        order.push_back({*provision, inquiry.standing.is_put[after]});
        lines.push_back(after);
    }
    for (const Moved& moved : moves_in(inquiry.draft, order)) {
        const FileLine& line = inquiry.file.target[lines[moved.at]];
        if (moved.place) {
            inquiry.add(MovePart{inquiry.draft.provisions[moved.provision].id, *moved.place},
                        Confidence::likely, line.place);
        } else {
            inquiry.doubt(DoubtKind::own_parts, line);
        }
    }
}

void find_arrivals(Inquiry& inquiry) { Arrivals(inquiry).find(); }

}  // namespace travaux::understanding
