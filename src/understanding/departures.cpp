// SPDX-License-Identifier: MIT
#include <algorithm>

#include "understanding/inquiry.h"

namespace travaux::understanding {
namespace {

using consolidation::DeletePart;
using text::Field;

class Departures {
public:
    explicit Departures(Inquiry& inquiry) : inquiry_(inquiry) {}

    void find() {
        if (inquiry_.file.has_changes) delete_provisions();
        if (inquiry_.other_words == OtherWords::edited) find_left_out();
    }

private:
    // How many lines a provision has in the draft, and how many of them go.
    struct Going {
        std::size_t lines = 0;
        std::size_t gone = 0;
        std::size_t place = 0;
    };

    [[nodiscard]] bool is_gone(std::size_t line) const {
        return inquiry_.standing.lines_before[line] && inquiry_.standing.pieces[line].empty() &&
               !inquiry_.joined.contains(inquiry_.standing.draft_lines[line].provision);
    }

    void delete_provisions() {
        std::vector<Going> going(inquiry_.draft.provisions.size());
        for (std::size_t line = 0; line < inquiry_.standing.draft_lines.size(); ++line) {
            Going& one = going[inquiry_.standing.draft_lines[line].provision];
            ++one.lines;
            if (!is_gone(line)) continue;
            ++one.gone;
            if (one.place == 0)
                one.place = inquiry_.file.base[*inquiry_.standing.lines_before[line]].place;
        }
        for (std::size_t at = 0; at < going.size();) {
            const std::size_t end = text::subtree_end(inquiry_.draft, at);
            if (const std::size_t place = place_of_deletion(going, at, end); place != 0) {
                inquiry_.add(DeletePart{inquiry_.draft.provisions[at].id}, Confidence::certain,
                             place);
                at = end;
                continue;
            }
            if (going[at].gone > 0) clear(at, going[at].place);
            ++at;
        }
    }

    // Where a provision goes with everything it holds; 0 where it does not.
    static std::size_t place_of_deletion(const std::vector<Going>& going, std::size_t at,
                                         std::size_t end) {
        std::size_t place = 0;
        for (; at < end; ++at) {
            if (going[at].gone != going[at].lines) return 0;
            if (place == 0) place = going[at].place;
        }
        return place;
    }

    // The words of a provision go, and what it holds stays; or one of its two lines goes.
    void clear(std::size_t provision, std::size_t place) {
        const auto& lines = inquiry_.standing.draft_lines;
        const auto first = std::ranges::lower_bound(lines, provision, {}, &DraftLine::provision);
        const Change change{provision, Confidence::certain, place};
        for (auto line = first; line != lines.end() && line->provision == provision; ++line) {
            if (!is_gone(static_cast<std::size_t>(line - lines.begin()))) continue;
            if (line->role != LineRole::words) inquiry_.say(change, Field::number, {});
            inquiry_.say(change, line->role == LineRole::heading ? Field::heading : Field::text,
                         {});
        }
    }

    // A line that the file has not between the two that stand around it in the draft.
    void find_left_out() {
        const auto& before = inquiry_.standing.lines_before;
        for (std::size_t line = 1; line + 1 < before.size(); ++line) {
            if (before[line] || !before[line - 1] || !before[line + 1]) continue;
            if (inquiry_.joined.contains(inquiry_.standing.draft_lines[line].provision)) continue;
            const std::size_t place = inquiry_.file.base[*before[line - 1]].place;
            inquiry_.result.doubts.push_back(
                {DoubtKind::left_out, place, inquiry_.standing.draft_lines[line].text});
        }
    }

    Inquiry& inquiry_;
};

}  // namespace

void find_departures(Inquiry& inquiry) { Departures(inquiry).find(); }

}  // namespace travaux::understanding
