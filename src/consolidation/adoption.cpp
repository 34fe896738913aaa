// SPDX-License-Identifier: MIT
#include "consolidation/adoption.h"

#include <algorithm>
#include <set>

#include "consolidation/overloaded.h"

namespace travaux::consolidation {
namespace {

using text::Language;

std::unexpected<Error> refusal(std::string id, std::vector<std::string> args) {
    return std::unexpected(Error{ErrorCode::refused, std::move(id), std::move(args)});
}

}  // namespace

Result<std::vector<AdoptedPart>> adopted_parts(const std::vector<Proposal>& open,
                                               const std::vector<Adoption>& adopted) {
    std::set<AdoptedPart> parts;
    for (const Adoption& adoption : adopted) {
        const auto found = std::ranges::lower_bound(open, adoption.proposal, {}, &Proposal::id);
        if (found == open.end() || found->id != adoption.proposal) {
            return refusal("adoption.unknown", {adoption.proposal});
        }
        if (found->sponsors.empty()) return refusal("adoption.withdrawn", {adoption.proposal});
        const auto proposal = static_cast<std::size_t>(found - open.begin());
        if (adoption.part == 0) {
            for (std::size_t part = 0; part < found->parts.size(); ++part) {
                parts.insert({proposal, part});
            }
            continue;
        }
        const std::string number = std::to_string(adoption.part);
        if (adoption.part > found->parts.size()) {
            return refusal("adoption.unknown", {adoption.proposal + "#" + number});
        }
        if (found->package == Package::all_or_nothing && found->parts.size() > 1) {
            return refusal("adoption.package", {adoption.proposal, number});
        }
        parts.insert({proposal, adoption.part - 1});
    }
    return std::vector(parts.begin(), parts.end());
}

AdoptionRun::AdoptionRun(const text::Draft& draft, WorkingDraft& working,
                         const std::vector<Proposal>& open, std::vector<AdoptedPart> parts)
    : draft_(draft), working_(working), open_(open), parts_(std::move(parts)) {}

Result<void> AdoptionRun::run() {
    TRY_OK(insert_all());
    TRY_OK(check_deletions());
    TRY_OK(check_joined());
    TRY_OK(amend_all());
    TRY_OK(split_all());
    TRY_OK(bracket_all());
    TRY_OK(join_all());
    TRY_OK(move_all());
    return delete_all();
}

const Part& AdoptionRun::part(const AdoptedPart& adopted) const {
    return open_[adopted.proposal].parts[adopted.part];
}

// One origin for each adopted proposal: what it brings and what it takes away bears its name.
void AdoptionRun::begin(std::size_t proposal) {
    const Proposal& from = open_[proposal];
    const std::string draft = hex(text::id_of(draft_).bytes);
    const text::Origin origin{OriginId::of(sha256("travaux adoption 1\n" + draft + from.id)),
                              text::OriginKind::proposal,
                              from.id,
                              from.sponsors,
                              working_.step(),
                              from.brought_by};
    origins_.emplace(origin.id, from.id);
    working_.begin(origin);
}

std::unexpected<Error> AdoptionRun::excluded(std::size_t a, std::size_t b, ProvisionId at) const {
    return refusal("adoption.excluded",
                   {open_[std::min(a, b)].id, open_[std::max(a, b)].id, hex(at.bytes)});
}

std::unexpected<Error> AdoptionRun::needs(std::size_t proposal, ProvisionId at) const {
    return refusal("adoption.needs", {open_[proposal].id, hex(at.bytes)});
}

// GA rule 130: where the adoption of one implies the rejection of another, both cannot be adopted.
Result<void> AdoptionRun::check_deletions() const {
    for (const AdoptedPart& adopted : parts_) {
        const auto* deletion = std::get_if<DeletePart>(&part(adopted));
        if (deletion == nullptr || !working_.has(deletion->provision)) continue;
        for (const AdoptedPart& other : parts_) {
            if (is_moot(deletion->provision, part(other))) {
                return excluded(adopted.proposal, other.proposal, deletion->provision);
            }
        }
    }
    return {};
}

// Whether nothing would be left of a part where a provision goes with all it holds.
bool AdoptionRun::is_moot(ProvisionId deleted, const Part& other) const {
    const auto goes = [&](ProvisionId id) {
        return working_.has(id) && working_.is_within(id, deleted);
    };
    return std::visit(
        Overloaded{
            [](const DeletePart&) { return false; },
            [&](const InsertPart& insert) { return goes(insert.place.parent); },
            [&](const MovePart& move) { return goes(move.provision) || goes(move.place.parent); },
            [&](const JoinPart& join) {
                return goes(join.provision) || next_sibling(join.provision) == deleted;
            },
            [&](const auto& one) { return goes(one.provision); },
        },
        other);
}

// The provision that a join takes in: the next one of the draft, whatever is inserted between.
ProvisionId AdoptionRun::next_sibling(ProvisionId id) const {
    if (const auto at = text::find(draft_, id)) {
        const std::size_t next = text::subtree_end(draft_, *at);
        const bool is_there = next < draft_.provisions.size() &&
                              draft_.provisions[next].depth == draft_.provisions[*at].depth;
        return is_there ? draft_.provisions[next].id : ProvisionId{};
    }
    if (!working_.has(id)) return {};
    const auto& siblings = working_.children_of(working_.parent_of(id));
    const auto next = std::ranges::find(siblings, id) + 1;
    return next == siblings.end() ? ProvisionId{} : *next;
}

// An insertion may stand beside another one that is adopted with it, whatever their order.
Result<void> AdoptionRun::insert_all() {
    std::vector<AdoptedPart> waiting;
    for (const AdoptedPart& adopted : parts_) {
        if (std::holds_alternative<InsertPart>(part(adopted))) waiting.push_back(adopted);
    }
    // Several at one gap stand in the order of their proposals, each after the one before.
    for (bool progress = true; progress && !waiting.empty();) {
        progress = false;
        for (auto at = waiting.rbegin(); at != waiting.rend(); ++at) {
            const auto& insert = std::get<InsertPart>(part(*at));
            const auto ids = inserted_ids(insert);
            const bool is_ready =
                working_.has(insert.place.parent) &&
                (insert.place.after.is_none() || working_.has(insert.place.after));
            if (!is_ready) continue;
            if (!working_.has(ids.front())) {
                begin(at->proposal);
                std::map<Language, const InsertPart*> wordings;
                for (const Language language : draft_.written_in) {
                    const Part* words = part_in(open_[at->proposal], at->part, language);
                    if (words != nullptr) wordings[language] = &std::get<InsertPart>(*words);
                }
                working_.insert(insert, ids, wordings);
            }
            waiting.erase(std::next(at).base());
            progress = true;
            break;
        }
    }
    if (waiting.empty()) return {};
    const auto& insert = std::get<InsertPart>(part(waiting.front()));
    return needs(waiting.front().proposal, insert.place.parent);
}

// The last one first, so that a provision takes in what its neighbour took in before.
Result<void> AdoptionRun::join_all() {
    std::vector<std::pair<std::size_t, AdoptedPart>> joins;
    std::set<ProvisionId> joined;
    TRY_OK(each<JoinPart>([&](const AdoptedPart& adopted, const JoinPart& join) -> Result<void> {
        if (joined.insert(join.provision).second) {
            joins.emplace_back(text::find(draft_, join.provision).value_or(0), adopted);
        }
        return {};
    }));
    std::ranges::sort(joins, std::greater());
    for (const auto& [at, adopted] : joins) {
        const ProvisionId provision = std::get<JoinPart>(part(adopted)).provision;
        const ProvisionId next = next_sibling(provision);
        if (!working_.has(provision) || next.is_none() || !working_.has(next)) {
            return needs(adopted.proposal, provision);
        }
        begin(adopted.proposal);
        working_.join(working_.last_piece_of(provision), next);
    }
    return {};
}

// The last proposal first: several moves to one gap stand in the order of their proposals.
Result<void> AdoptionRun::move_all() {
    std::vector<AdoptedPart> last_first = parts_;
    std::ranges::stable_sort(last_first, std::greater(), &AdoptedPart::proposal);
    Moved moved;
    for (const AdoptedPart& adopted : last_first) {
        const auto* move = std::get_if<MovePart>(&part(adopted));
        if (move != nullptr) TRY_OK(move_one(adopted.proposal, *move, moved));
    }
    return {};
}

Result<void> AdoptionRun::move_one(std::size_t proposal, const MovePart& move, Moved& moved) {
    const auto [found, is_new] = moved.try_emplace(move.provision, move.place, proposal);
    if (!is_new && found->second.first != move.place) {
        return excluded(found->second.second, proposal, move.provision);
    }
    if (!is_new) return {};
    if (!working_.has(move.provision) || !working_.has(move.place.parent)) {
        return needs(proposal, move.provision);
    }
    // Two moves that each are sound can make a ring together.
    const auto pieces = working_.pieces_of(move.provision);
    const bool is_ring = std::ranges::any_of(pieces, [&](const ProvisionId& piece) {
        return working_.is_within(move.place.parent, piece);
    });
    if (is_ring) {
        ProvisionId at = move.place.parent;
        while (!moved.contains(at)) at = working_.parent_of(at);
        return excluded(moved.at(at).second, proposal, move.provision);
    }
    begin(proposal);
    working_.move(move.provision, {working_.last_piece_of(move.place.parent),
                                   working_.last_piece_of(move.place.after)});
    return {};
}

// What another provision takes in cannot go elsewhere, nor take anything in itself, and nothing can
// come between the two.
Result<void> AdoptionRun::check_joined() {
    return each<JoinPart>([&](const AdoptedPart& adopted, const JoinPart& join) -> Result<void> {
        const ProvisionId next = next_sibling(join.provision);
        TRY_OK(each<InsertPart>(
            [&](const AdoptedPart& other, const InsertPart& insert) -> Result<void> {
                if (insert.place.after != join.provision) return {};
                return excluded(adopted.proposal, other.proposal, join.provision);
            }));
        return each<MovePart>([&](const AdoptedPart& other, const MovePart& move) -> Result<void> {
            const bool goes_into_itself = move.provision == join.provision &&
                                          working_.has(move.place.parent) &&
                                          working_.is_within(move.place.parent, next);
            const bool is_apart = move.provision != next && move.place.parent != next &&
                                  move.place.after != join.provision;
            if (is_apart && !goes_into_itself) return {};
            return excluded(adopted.proposal, other.proposal, next);
        });
    });
}

Result<void> AdoptionRun::delete_all() {
    return each<DeletePart>(
        [&](const AdoptedPart& adopted, const DeletePart& deletion) -> Result<void> {
            if (!working_.has(deletion.provision)) return {};
            begin(adopted.proposal);
            working_.remove(deletion.provision);
            return {};
        });
}

}  // namespace travaux::consolidation
