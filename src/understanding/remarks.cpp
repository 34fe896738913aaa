// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <optional>

#include "consolidation/instruction.h"
#include "understanding/inquiry.h"
#include "understanding/remark.h"

namespace travaux::understanding {
namespace {

using consolidation::BracketPart;
using consolidation::DeletePart;
using consolidation::JoinPart;
using consolidation::NotePart;
using consolidation::Part;
using consolidation::ReservePart;

// Where a comment stands: its provisions, and whether it is also on what is none.
struct Spot {
    std::set<std::size_t> provisions;
    bool is_elsewhere = false;
    std::size_t place = 0;
};

using Spots = std::map<std::size_t, Spot>;  // by comment

void see(const FileLine& line, const MaybeLine& provision, Spots& spots) {
    for (const std::size_t comment : line.comments) {
        Spot& spot = spots[comment];
        if (spot.place == 0) spot.place = line.place;
        if (provision) {
            spot.provisions.insert(*provision);
        } else {
            spot.is_elsewhere = true;
        }
    }
}

Spots spots_of(const Inquiry& inquiry) {
    Spots spots;
    for (std::size_t at = 0; at < inquiry.file.base.size(); ++at) {
        see(inquiry.file.base[at], inquiry.standing.provision_before(at), spots);
    }
    for (std::size_t at = 0; at < inquiry.file.target.size(); ++at) {
        see(inquiry.file.target[at], inquiry.standing.provision_after(at), spots);
    }
    return spots;
}

// The next provision beside one, which a join takes.
bool has_next(const text::Draft& draft, std::size_t at) {
    const std::size_t next = text::subtree_end(draft, at);
    return next < draft.provisions.size() &&
           draft.provisions[next].depth == draft.provisions[at].depth;
}

std::optional<Part> part_of(const Remark& remark, const Inquiry& inquiry, std::size_t at) {
    const ProvisionId id = inquiry.draft.provisions[at].id;
    const std::string& now = inquiry.words_now(at, text::Field::text);
    switch (remark.kind) {
        case RemarkKind::reservation: return ReservePart{id, remark.words};
        case RemarkKind::deletion: return DeletePart{id};
        case RemarkKind::bracket:
            if (remark.words.empty() ? !now.empty()
                                     : consolidation::occurrences(now, remark.words) == 1) {
                return BracketPart{id, remark.words};
            }
            break;
        case RemarkKind::join:
            if (has_next(inquiry.draft, at)) return JoinPart{id};
            break;
        case RemarkKind::note:
            if (!remark.words.empty()) return NotePart{id, remark.words};
            break;
        case RemarkKind::reason:
        case RemarkKind::printed: break;
    }
    return std::nullopt;
}

// What a tracked change says already is not said again.
void add_once(Inquiry& inquiry, Part part, std::size_t place) {
    const auto& changes = inquiry.result.changes;
    if (std::ranges::find(changes, part, &Understood::part) != changes.end()) return;
    inquiry.add(std::move(part), Confidence::certain, place);
}

}  // namespace

void find_remarks(Inquiry& inquiry) {
    const Spots spots = spots_of(inquiry);
    for (const std::size_t at : inquiry.file.comments) {
        const Remark remark = remark_of(inquiry.document.comments[at].text);
        if (remark.kind == RemarkKind::printed) continue;
        const auto spot = spots.find(at);
        const bool is_on_one = spot != spots.end() && !spot->second.is_elsewhere &&
                               spot->second.provisions.size() == 1;
        if (is_on_one) {
            const std::size_t provision = *spot->second.provisions.begin();
            if (auto part = part_of(remark, inquiry, provision)) {
                const bool is_said = !std::holds_alternative<DeletePart>(*part);
                add_once(inquiry, *std::move(part), spot->second.place);
                if (is_said) continue;
            }
        }
        if (!remark.words.empty()) inquiry.result.reasons.push_back(remark.words);
    }
}

}  // namespace travaux::understanding
