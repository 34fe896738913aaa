// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>

#include "consolidation/consolidate.h"
#include "consolidation/soundness.h"
#include "text/word.h"

namespace travaux::consolidation {
namespace {

// Amendments of amendments, and insertions into insertions: deeper ones nobody could read.
constexpr std::size_t nesting_max = 64;

// Hands on the provisions that a proposal inserts, each with its parent.
template <typename Take>
void for_inserted(const Proposal& proposal, Take take) {
    for (const Part& part : proposal.parts) {
        const auto* insert = std::get_if<InsertPart>(&part);
        if (insert == nullptr) continue;
        const auto ids = inserted_ids(*insert);
        std::vector<ProvisionId> path;
        for (std::size_t at = 0; at < ids.size(); ++at) {
            path.resize(std::min<std::size_t>(path.size(), insert->provisions[at].depth));
            take(ids[at], path.empty() ? insert->place.parent : path.back());
            path.push_back(ids[at]);
        }
    }
}

std::unexpected<Error> refusal(std::string id, std::string proposal, std::string detail = {}) {
    return std::unexpected(
        Error{ErrorCode::invalid, std::move(id), {std::move(proposal), std::move(detail)}});
}

}  // namespace

// The check of one proposal. What it inserts itself is known to it alone.
class ProposalCheck {
public:
    ProposalCheck(const Soundness& sound, const Proposal& proposal)
        : sound_(sound), proposal_(proposal) {
        for_inserted(proposal, [&](const ProvisionId& id, const ProvisionId& parent) {
            own_.emplace(id, KnownProvision{parent, nullptr, {}, proposal.id});
        });
    }

    Result<void> run() const {
        TRY_OK(check_amends());
        if (proposal_.parts.empty()) return refuse("proposal.empty");
        for (const Part& part : proposal_.parts) {
            TRY_OK(std::visit([&](const auto& one) { return check_part(one); }, part));
        }
        TRY_OK(check_together());
        for (const auto& [language, parts] : proposal_.translations) {
            TRY_OK(check_translation(language, parts));
        }
        return {};
    }

private:
    std::unexpected<Error> refuse(std::string id, std::string detail = {}) const {
        return refusal(std::move(id), proposal_.id, std::move(detail));
    }

    // What is inserted by several is the same for all.
    [[nodiscard]] const KnownProvision* find(const ProvisionId& id) const {
        if (const auto own = own_.find(id); own != own_.end()) return &own->second;
        return sound_.find(id);
    }

    Result<void> check_amends() const {
        std::size_t steps = 0;
        for (const std::string* at = &proposal_.amends; !at->empty();) {
            if (*at == proposal_.id) return refuse("proposal.amends_itself", *at);
            const auto found = sound_.amends_.find(*at);
            if (found == sound_.amends_.end()) return refuse("proposal.amends_unknown", *at);
            if (++steps > nesting_max) return refuse("proposal.nesting", *at);
            at = &found->second;
        }
        return {};
    }

    Result<void> check_known(const ProvisionId& id) const {
        if (find(id) == nullptr) return refuse("proposal.target_unknown", hex(id.bytes));
        return {};
    }

    Result<void> check_place(const Place& place) const {
        if (!place.parent.is_none()) TRY_OK(check_known(place.parent));
        if (place.after.is_none()) return {};
        TRY_OK(check_known(place.after));
        if (find(place.after)->parent != place.parent) {
            return refuse("proposal.place_inconsistent", hex(place.after.bytes));
        }
        std::size_t depth = 0;
        for (ProvisionId at = place.after; !at.is_none();) {
            const KnownProvision* found = find(at);
            if (found == nullptr || found->of_draft != nullptr) break;
            if (++depth > nesting_max) return refuse("proposal.nesting", hex(at.bytes));
            at = found->parent;
        }
        return {};
    }

    Result<void> check_part(const TextPart& part) const { return check_known(part.provision); }
    Result<void> check_part(const DeletePart& part) const { return check_known(part.provision); }
    Result<void> check_part(const ReservePart& part) const { return check_known(part.provision); }
    Result<void> check_part(const NotePart& part) const { return check_known(part.provision); }

    Result<void> check_part(const InsertPart& part) const {
        TRY_OK(check_place(part.place));
        if (part.provisions.empty()) return refuse("proposal.insertion_empty");
        std::uint32_t before = 0;
        for (std::size_t at = 0; at < part.provisions.size(); ++at) {
            const std::uint32_t depth = part.provisions[at].depth;
            const bool fits = at == 0 ? depth == 0 : depth >= 1 && depth <= before + 1;
            if (!fits) return refuse("proposal.insertion_shape", std::to_string(at + 1));
            before = depth;
        }
        return {};
    }

    Result<void> check_part(const MovePart& part) const {
        TRY_OK(check_known(part.provision));
        TRY_OK(check_place(part.place));
        const ProvisionId* at = &part.place.parent;
        for (const auto* known = find(*at); known != nullptr; known = find(*at)) {
            if (*at == part.provision) return refuse("proposal.move_cycle", hex(at->bytes));
            at = &known->parent;
        }
        if (part.place.after == part.provision) {
            return refuse("proposal.move_cycle", hex(part.provision.bytes));
        }
        return {};
    }

    Result<void> check_part(const JoinPart& part) const {
        TRY_OK(check_known(part.provision));
        if (find(part.provision)->next.is_none()) {
            return refuse("proposal.nothing_to_join", hex(part.provision.bytes));
        }
        return {};
    }

    Result<void> check_part(const BracketPart& part) const {
        TRY_OK(check_known(part.provision));
        const text::Provision* provision = find(part.provision)->of_draft;
        if (part.words.empty() || provision == nullptr) return {};
        text::Lexicon lexicon;
        const auto base = text::words_of(provision->in(proposal_.language).text, lexicon);
        const auto words = text::words_of(part.words, lexicon);
        const auto first = std::ranges::search(base, words, text::same_spelling);
        if (first.empty()) return refuse("proposal.words_not_found", part.words);
        const auto rest = std::ranges::subrange(first.begin() + 1, base.end());
        if (!std::ranges::search(rest, words, text::same_spelling).empty()) {
            return refuse("proposal.words_ambiguous", part.words);
        }
        return {};
    }

    // No two parts may want different things of one provision, nor make one provision twice.
    Result<void> check_together() const {
        std::set<std::pair<ProvisionId, text::Field>> amended;
        std::set<ProvisionId> deleted;
        std::set<ProvisionId> inserted;
        std::map<ProvisionId, ProvisionId> moved;  // to their new parents
        for (const Part& part : proposal_.parts) {
            if (const auto* text = std::get_if<TextPart>(&part)) {
                if (!amended.emplace(text->provision, text->field).second) {
                    return refuse("proposal.part_twice", hex(text->provision.bytes));
                }
            } else if (const auto* gone = std::get_if<DeletePart>(&part)) {
                deleted.insert(gone->provision);
            } else if (const auto* insert = std::get_if<InsertPart>(&part)) {
                const ProvisionId root = inserted_ids(*insert).front();
                if (!inserted.insert(root).second) return refuse("proposal.insertion_twice");
            } else if (const auto* move = std::get_if<MovePart>(&part)) {
                if (!moved.emplace(move->provision, move->place.parent).second) {
                    return refuse("proposal.part_twice", hex(move->provision.bytes));
                }
            }
        }
        for (const auto& [provision, field] : amended) {
            if (deleted.contains(provision)) {
                return refuse("proposal.parts_contradict", hex(provision.bytes));
            }
        }
        for (const auto& [provision, parent] : moved) {
            if (deleted.contains(provision)) {
                return refuse("proposal.parts_contradict", hex(provision.bytes));
            }
        }
        return check_moves(moved);
    }

    // Law 17: moves of one proposal leave a tree. Each provision is walked over once.
    Result<void> check_moves(const std::map<ProvisionId, ProvisionId>& moved) const {
        std::map<ProvisionId, ProvisionId> walked_from;
        for (const auto& [start, new_parent] : moved) {
            ProvisionId at = start;
            for (const auto* known = find(at); known != nullptr; known = find(at)) {
                const auto [found, is_new] = walked_from.emplace(at, start);
                if (!is_new && found->second == start) {
                    return refuse("proposal.move_cycle", hex(at.bytes));
                }
                if (!is_new) break;
                const auto move = moved.find(at);
                at = move == moved.end() ? known->parent : move->second;
            }
        }
        return {};
    }

    // A translation has the same parts on the same provisions in the same order.
    Result<void> check_translation(text::Language language, const std::vector<Part>& parts) const {
        const std::string code(text::code_of(language));
        if (language == proposal_.language) return refuse("proposal.translation_language", code);
        if (parts.size() != proposal_.parts.size())
            return refuse("proposal.translation_shape", code);
        for (std::size_t at = 0; at < parts.size(); ++at) {
            if (!same_shape(proposal_.parts[at], parts[at])) {
                return refuse("proposal.translation_shape", code);
            }
        }
        return {};
    }

    const Soundness& sound_;
    const Proposal& proposal_;
    std::map<ProvisionId, KnownProvision> own_;
};

Soundness::Soundness(const text::Draft& draft) {
    std::vector<ProvisionId> path;
    std::vector<ProvisionId> last;  // at each depth, the sibling before
    for (const auto& provision : draft.provisions) {
        path.resize(provision.depth);
        last.resize(provision.depth + 1U);
        provisions_[provision.id] = {
            path.empty() ? ProvisionId{} : path.back(), &provision, {}, {}};
        if (!last.back().is_none()) provisions_[last.back()].next = provision.id;
        last.back() = provision.id;
        path.push_back(provision.id);
    }
}

void Soundness::know(const Proposal& proposal) {
    const auto known = amends_.insert_or_assign(proposal.id, proposal.amends).first;
    for_inserted(proposal, [&](const ProvisionId& id, const ProvisionId& parent) {
        provisions_.try_emplace(id, KnownProvision{parent, nullptr, {}, known->first});
    });
}

const KnownProvision* Soundness::find(const ProvisionId& id) const {
    const auto found = provisions_.find(id);
    return found == provisions_.end() ? nullptr : &found->second;
}

Result<void> Soundness::check(const Proposal& proposal) const {
    return ProposalCheck(*this, proposal).run();
}

Result<void> check(const text::Draft& draft, const ProposalSet& set) {
    Soundness sound(draft);
    for (const auto& [id, proposal] : set.submitted) sound.know(proposal);
    for (const auto& [id, proposal] : set.submitted) TRY_OK(sound.check(proposal));
    for (const auto* supports : {&set.supports, &set.withdrawals}) {
        for (const Support& support : *supports) {
            if (!set.submitted.contains(support.proposal)) {
                return refusal("proposal.unknown", support.proposal, support.sponsor);
            }
        }
    }
    return {};
}

}  // namespace travaux::consolidation
