// What a set of proposals must fulfil before it is consolidated.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "consolidation/consolidate.h"
#include "text/word.h"

namespace travaux::consolidation {
namespace {

using text::Draft;

struct IdHash {
    std::size_t operator()(const ProvisionId& id) const {
        std::size_t value = 0;
        for (std::size_t i = 0; i < sizeof value; ++i) value = (value << 8U) | id.bytes[i];
        return value;
    }
};

// Amendments of amendments, and insertions into insertions: deeper ones nobody could read.
constexpr std::size_t nesting_max = 64;

// A provision of the draft or of an insertion, with its parent (none at the top).
struct Known {
    ProvisionId parent;
    const text::Provision* of_draft = nullptr;
    ProvisionId next;
};

class Checker {
public:
    Checker(const Draft& draft, const ProposalSet& set) : draft_(draft), set_(set) {}

    Result<void> run() {
        know_draft();
        for (const auto& [id, proposal] : set_.submitted) know_insertions(proposal);
        for (const auto& [id, proposal] : set_.submitted) {
            proposal_ = &proposal;
            TRY_OK(check_proposal(proposal));
        }
        for (const auto* supports : {&set_.supports, &set_.withdrawals}) {
            for (const Support& support : *supports) {
                if (!set_.submitted.contains(support.proposal)) {
                    return refusal("proposal.unknown", support.proposal, support.sponsor);
                }
            }
        }
        return {};
    }

private:
    static std::unexpected<Error> refusal(std::string id, std::string proposal,
                                          std::string detail = {}) {
        return std::unexpected(
            Error{ErrorCode::invalid, std::move(id), {std::move(proposal), std::move(detail)}});
    }

    std::unexpected<Error> refuse(std::string id, std::string detail = {}) const {
        return refusal(std::move(id), proposal_->id, std::move(detail));
    }

    void know_draft() {
        std::vector<ProvisionId> path;
        std::vector<ProvisionId> last;  // at each depth, the sibling before
        for (const auto& provision : draft_.provisions) {
            path.resize(provision.depth);
            last.resize(provision.depth + 1U);
            known_[provision.id] = {path.empty() ? ProvisionId{} : path.back(), &provision, {}};
            if (!last.back().is_none()) known_[last.back()].next = provision.id;
            last.back() = provision.id;
            path.push_back(provision.id);
        }
    }

    void know_insertions(const Proposal& proposal) {
        for (const Part& part : proposal.parts) {
            const auto* insert = std::get_if<InsertPart>(&part);
            if (insert == nullptr) continue;
            const auto ids = inserted_ids(*insert);
            std::vector<ProvisionId> path;
            for (std::size_t at = 0; at < ids.size(); ++at) {
                path.resize(std::min<std::size_t>(path.size(), insert->provisions[at].depth));
                known_[ids[at]] = {path.empty() ? insert->place.parent : path.back(), nullptr, {}};
                path.push_back(ids[at]);
            }
        }
    }

    Result<void> check_proposal(const Proposal& proposal) {
        TRY_OK(check_amends(proposal));
        if (proposal.parts.empty()) return refuse("proposal.empty");
        for (const Part& part : proposal.parts) {
            TRY_OK(std::visit([&](const auto& one) { return check_part(one); }, part));
        }
        TRY_OK(check_together(proposal));
        for (const auto& [language, parts] : proposal.translations) {
            TRY_OK(check_translation(proposal, language, parts));
        }
        return {};
    }

    Result<void> check_amends(const Proposal& proposal) const {
        std::size_t steps = 0;
        for (const Proposal* at = &proposal; !at->amends.empty();) {
            const auto found = set_.submitted.find(at->amends);
            if (found == set_.submitted.end()) return refuse("proposal.amends_unknown", at->amends);
            at = &found->second;
            if (at == &proposal) return refuse("proposal.amends_itself", at->id);
            if (++steps > nesting_max) return refuse("proposal.nesting", at->id);
        }
        return {};
    }

    Result<void> check_known(const ProvisionId& id) const {
        if (!known_.contains(id)) return refuse("proposal.target_unknown", hex(id.bytes));
        return {};
    }

    Result<void> check_place(const Place& place) const {
        if (!place.parent.is_none()) TRY_OK(check_known(place.parent));
        if (place.after.is_none()) return {};
        TRY_OK(check_known(place.after));
        if (known_.at(place.after).parent != place.parent) {
            return refuse("proposal.place_inconsistent", hex(place.after.bytes));
        }
        std::size_t depth = 0;
        for (ProvisionId at = place.after; !at.is_none();) {
            const auto found = known_.find(at);
            if (found == known_.end() || found->second.of_draft != nullptr) break;
            if (++depth > nesting_max) return refuse("proposal.nesting", hex(at.bytes));
            at = found->second.parent;
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
        for (ProvisionId at = part.place.parent; known_.contains(at); at = known_.at(at).parent) {
            if (at == part.provision) return refuse("proposal.move_cycle", hex(at.bytes));
        }
        if (part.place.after == part.provision) {
            return refuse("proposal.move_cycle", hex(part.provision.bytes));
        }
        return {};
    }

    Result<void> check_part(const JoinPart& part) const {
        TRY_OK(check_known(part.provision));
        if (known_.at(part.provision).next.is_none()) {
            return refuse("proposal.nothing_to_join", hex(part.provision.bytes));
        }
        return {};
    }

    Result<void> check_part(const BracketPart& part) const {
        TRY_OK(check_known(part.provision));
        const text::Provision* provision = known_.at(part.provision).of_draft;
        if (part.words.empty() || provision == nullptr) return {};
        text::Lexicon lexicon;
        const auto base = text::words_of(provision->in(proposal_->language).text, lexicon);
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
    Result<void> check_together(const Proposal& proposal) const {
        std::set<std::pair<ProvisionId, text::Field>> amended;
        std::set<ProvisionId> deleted;
        std::set<ProvisionId> inserted;
        std::map<ProvisionId, ProvisionId> moved;  // to their new parents
        for (const Part& part : proposal.parts) {
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
            for (ProvisionId at = start; known_.contains(at);) {
                const auto [found, is_new] = walked_from.emplace(at, start);
                if (!is_new && found->second == start) {
                    return refuse("proposal.move_cycle", hex(at.bytes));
                }
                if (!is_new) break;
                const auto move = moved.find(at);
                at = move == moved.end() ? known_.at(at).parent : move->second;
            }
        }
        return {};
    }

    // A translation has the same parts on the same provisions in the same order.
    Result<void> check_translation(const Proposal& proposal, text::Language language,
                                   const std::vector<Part>& parts) const {
        const std::string code(text::code_of(language));
        if (language == proposal.language) return refuse("proposal.translation_language", code);
        if (parts.size() != proposal.parts.size())
            return refuse("proposal.translation_shape", code);
        for (std::size_t at = 0; at < parts.size(); ++at) {
            if (!same_shape(proposal.parts[at], parts[at])) {
                return refuse("proposal.translation_shape", code);
            }
        }
        return {};
    }

    const Draft& draft_;
    const ProposalSet& set_;
    const Proposal* proposal_ = nullptr;
    std::unordered_map<ProvisionId, Known, IdHash> known_;
};

}  // namespace

Result<void> check(const Draft& draft, const ProposalSet& set) { return Checker(draft, set).run(); }

}  // namespace travaux::consolidation
