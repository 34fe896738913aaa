// SPDX-License-Identifier: MIT
#include "consolidation/adoption.h"

#include <algorithm>
#include <set>

#include "consolidation/site.h"

namespace travaux::consolidation {
namespace {

using text::FieldKey;
using text::Language;
using text::Words;

std::unexpected<Error> refusal(std::string id, std::vector<std::string> args) {
    return std::unexpected(Error{ErrorCode::refused, std::move(id), std::move(args)});
}

// One change of one field with the proposal that brings it.
struct Change {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Words words;
    std::size_t proposal = 0;
};

bool overlap(const Change& a, const Change& b) {
    if (a.begin == a.end && b.begin == b.end) return false;
    // An insertion inside words that another takes away would be moot.
    if (a.begin == a.end) return b.begin < a.begin && a.begin < b.end;
    if (b.begin == b.end) return a.begin < b.begin && b.begin < a.end;
    return std::max(a.begin, b.begin) < std::min(a.end, b.end);
}

bool same_change(const Change& a, const Change& b) {
    return a.begin == b.begin && a.end == b.end && a.words == b.words;
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
    TRY_OK(check_deletions());
    TRY_OK(insert_all());
    TRY_OK(bracket_all());
    TRY_OK(amend_all());
    TRY_OK(join_all());
    TRY_OK(move_all());
    return delete_all();
}

const Part& AdoptionRun::part(const AdoptedPart& adopted) const {
    return open_[adopted.proposal].parts[adopted.part];
}

const Part* AdoptionRun::part_in(const AdoptedPart& adopted, Language language) const {
    const Proposal& proposal = open_[adopted.proposal];
    if (proposal.language == language) return &proposal.parts[adopted.part];
    const auto found = proposal.translations.find(language);
    return found == proposal.translations.end() ? nullptr : &found->second[adopted.part];
}

// One origin for each adopted proposal: what it brings and what it takes away bears its name.
void AdoptionRun::begin(std::size_t proposal) {
    const Proposal& from = open_[proposal];
    const std::string draft = hex(text::id_of(draft_).bytes);
    const text::Origin origin{OriginId::of(sha256("travaux adoption 1\n" + draft + from.id)),
                              text::OriginKind::proposal, from.id, from.sponsors, working_.step()};
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
            if (std::holds_alternative<DeletePart>(part(other))) continue;
            const ProvisionId touched = std::visit(
                [](const auto& one) {
                    if constexpr (requires { one.provision; }) return one.provision;
                    if constexpr (requires { one.place; }) return one.place.parent;
                },
                part(other));
            if (working_.has(touched) && working_.is_within(touched, deletion->provision)) {
                return excluded(adopted.proposal, other.proposal, deletion->provision);
            }
        }
    }
    return {};
}

template <typename Kind, typename Do>
Result<void> AdoptionRun::each(Do act) {
    for (const AdoptedPart& adopted : parts_) {
        const auto* one = std::get_if<Kind>(&part(adopted));
        if (one != nullptr) TRY_OK(act(adopted, *one));
    }
    return {};
}

// An insertion may stand beside another one that is adopted with it, whatever their order.
Result<void> AdoptionRun::insert_all() {
    std::vector<AdoptedPart> waiting;
    for (const AdoptedPart& adopted : parts_) {
        if (std::holds_alternative<InsertPart>(part(adopted))) waiting.push_back(adopted);
    }
    // Several at one gap stand in the order of the consolidated text, each after the one before.
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
                    const Part* words = part_in(*at, language);
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

Result<void> AdoptionRun::amend_all() {
    std::map<FieldKey, std::vector<Wanted>> fields;
    for (const AdoptedPart& adopted : parts_) {
        for (const Language language : draft_.written_in) {
            const Part* words = part_in(adopted, language);
            const auto* wanted = words == nullptr ? nullptr : std::get_if<TextPart>(words);
            if (wanted == nullptr) continue;
            if (!working_.has(wanted->provision)) return needs(adopted.proposal, wanted->provision);
            fields[{wanted->provision, language, wanted->field}].push_back(
                {adopted.proposal, wanted});
        }
    }
    std::set<ProvisionId> amended;
    for (auto& [key, wanted] : fields) {
        TRY_OK(amend(key, std::move(wanted)));
        if (key.field == text::Field::text) amended.insert(key.provision);
    }
    for (const ProvisionId& provision : amended) working_.split(provision);
    return {};
}

Result<void> AdoptionRun::amend(const FieldKey& key, std::vector<Wanted> wanted) {
    // The words of an amendment to a proposal contain those of the proposal.
    std::erase_if(wanted, [&](const Wanted& one) {
        return std::ranges::any_of(wanted, [&](const Wanted& other) {
            return open_[other.proposal].amends == open_[one.proposal].id;
        });
    });
    const Words base = working_.words(key);
    std::vector<Change> changes;
    for (const Wanted& one : wanted) {
        const Words target = text::words_of(one.part->target, working_.lexicon());
        for (const Hunk& hunk : hunks(base, target)) {
            changes.push_back(
                {hunk.begin,
                 hunk.end,
                 {target.begin() + hunk.target_begin, target.begin() + hunk.target_end},
                 one.proposal});
        }
    }
    std::ranges::stable_sort(changes, [&](const Change& a, const Change& b) {
        if (a.begin != b.begin) return a.begin < b.begin;
        if (a.end != b.end) return a.end < b.end;
        if (a.words != b.words) return comes_before(a.words, b.words, working_.lexicon());
        return a.proposal < b.proposal;
    });
    std::vector<Change> chosen;
    for (Change& change : changes) {
        if (!chosen.empty() && same_change(chosen.back(), change)) continue;
        // Sorted by begin, but one long change may reach over several short ones before this.
        for (const Change& other : chosen) {
            if (overlap(other, change))
                return excluded(other.proposal, change.proposal, key.provision);
        }
        chosen.push_back(std::move(change));
    }
    // From the end, so that positions before stay as they are.
    for (auto change = chosen.rbegin(); change != chosen.rend(); ++change) {
        begin(change->proposal);
        const Hunk hunk{change->begin, change->end, 0,
                        static_cast<std::uint32_t>(change->words.size())};
        working_.apply(key, change->words, {&hunk, 1});
    }
    return {};
}

// Adopted brackets become words of the draft, until somebody takes them away.
Result<void> AdoptionRun::bracket_all() {
    return each<BracketPart>([&](const AdoptedPart& adopted,
                                 const BracketPart& submitted) -> Result<void> {
        if (!working_.has(submitted.provision)) return needs(adopted.proposal, submitted.provision);
        for (const Language language : draft_.written_in) {
            const Part* in_language = part_in(adopted, language);
            if (in_language == nullptr && !submitted.words.empty()) continue;
            const auto& bracket =
                in_language == nullptr ? submitted : std::get<BracketPart>(*in_language);
            const FieldKey key{submitted.provision, language, text::Field::text};
            const Words base = working_.words(key);
            const Words words =
                bracket.words.empty() ? base : text::words_of(bracket.words, working_.lexicon());
            const auto found = std::ranges::search(base, words, text::same_spelling);
            if (found.empty()) continue;
            begin(adopted.proposal);
            Words target = text::words_of("[", working_.lexicon());
            target[0] = (target[0] & ~text::Word{1}) | (found.front() & 1U);
            target.push_back(working_.lexicon().word("]", false));
            const auto from = static_cast<std::uint32_t>(found.begin() - base.begin());
            const auto to = from + static_cast<std::uint32_t>(words.size());
            const Hunk around[] = {{from, from, 0, 1}, {to, to, 1, 2}};
            working_.apply(key, target, around);
        }
        return {};
    });
}

Result<void> AdoptionRun::join_all() {
    std::set<ProvisionId> joined;
    return each<JoinPart>([&](const AdoptedPart& adopted, const JoinPart& join) -> Result<void> {
        if (!joined.insert(join.provision).second) return {};
        if (!working_.has(join.provision)) return needs(adopted.proposal, join.provision);
        if (working_.children_of(working_.parent_of(join.provision)).back() == join.provision) {
            return needs(adopted.proposal, join.provision);
        }
        begin(adopted.proposal);
        working_.join(join.provision);
        return {};
    });
}

Result<void> AdoptionRun::move_all() {
    std::map<ProvisionId, std::pair<Place, std::size_t>> moved;
    return each<MovePart>([&](const AdoptedPart& adopted, const MovePart& move) -> Result<void> {
        const auto [found, is_new] =
            moved.try_emplace(move.provision, move.place, adopted.proposal);
        if (!is_new && found->second.first != move.place) {
            return excluded(found->second.second, adopted.proposal, move.provision);
        }
        if (!is_new) return {};
        if (!working_.has(move.provision) || !working_.has(move.place.parent)) {
            return needs(adopted.proposal, move.provision);
        }
        // Two moves that each are sound can make a ring together.
        if (working_.is_within(move.place.parent, move.provision)) {
            return needs(adopted.proposal, move.place.parent);
        }
        begin(adopted.proposal);
        working_.move(move.provision, move.place);
        return {};
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
