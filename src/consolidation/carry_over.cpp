// SPDX-License-Identifier: MIT
#include "consolidation/carry_over.h"

#include <algorithm>

#include "consolidation/composition.h"
#include "consolidation/exclusion.h"
#include "consolidation/overloaded.h"
#include "consolidation/site.h"

namespace travaux::consolidation {
namespace {

const SharedText* target_in(const Proposal* parent, const Part& part, text::Language language) {
    const auto* wanted = std::get_if<TextPart>(&part);
    if (parent == nullptr || wanted == nullptr) return nullptr;
    const auto translated = parent->translations.find(language);
    const std::vector<Part>* parts = parent->language == language ? &parent->parts
                                     : translated == parent->translations.end()
                                         ? nullptr
                                         : &translated->second;
    if (parts == nullptr) return nullptr;
    for (const Part& one : *parts) {
        const auto* text = std::get_if<TextPart>(&one);
        if (text != nullptr && text->provision == wanted->provision &&
            text->field == wanted->field) {
            return &text->target;
        }
    }
    return nullptr;
}

// Two equal insertions of one proposal may come to one gap: the second follows the first there.
void follow_alike(Part& part, const std::vector<Part>& before) {
    auto* insert = std::get_if<InsertPart>(&part);
    if (insert == nullptr) return;
    for (const Part& other : before) {
        const auto* first = std::get_if<InsertPart>(&other);
        if (first != nullptr && *first == *insert) insert->place.after = inserted_ids(*first)[0];
    }
}

// Two parts may come to one provision, where a join was adopted: its words are wanted once, with
// the changes of both.
void keep(std::vector<Part>& parts, const std::vector<Part>& more) {
    for (const Part& part : more) {
        const auto same = std::ranges::find_if(parts, [&](const Part& before) {
            return std::holds_alternative<TextPart>(part) && same_shape(before, part);
        });
        if (same == parts.end()) {
            parts.push_back(part);
        } else {
            *same = part;
        }
    }
}

// A translation stands where the submitted words do.
void stand_together(Part& translated, const Part& submitted) {
    auto* insert = std::get_if<InsertPart>(&translated);
    const auto* original = std::get_if<InsertPart>(&submitted);
    if (insert != nullptr && original != nullptr) insert->place = original->place;
}

}  // namespace

CarryOverRun::CarryOverRun(const text::Draft& before, WorkingDraft& after, const Adopted& adopted)
    : before_(before), after_(after), adopted_(adopted) {
    std::vector<ProvisionId> path;
    for (std::size_t at = 0; at < before.provisions.size(); ++at) {
        const auto& provision = before.provisions[at];
        path.resize(provision.depth);
        parents_[provision.id] = path.empty() ? ProvisionId{} : path.back();
        positions_[provision.id] = at;
        path.push_back(provision.id);
    }
    for (const auto& [key, atoms] : after.touched()) {
        std::uint32_t live = 0;
        for (const Atom& atom : atoms) {
            if (!atom.removed_by.is_none()) continue;
            if (atom.former) locations_[*atom.former] = {key, live};
            ++live;
        }
    }
}

CarriedOver CarryOverRun::carry(const Proposal& proposal, const Proposal* parent) {
    const bool parent_is_adopted = parent != nullptr && adopted_.proposals.contains(parent->id);
    if (!parent_is_adopted) parent = nullptr;
    CarriedOver result{proposal, {}};
    result.proposal.parts.clear();
    changes_.clear();
    if (parent_is_adopted) result.proposal.amends.clear();
    for (auto& [language, parts] : result.proposal.translations) parts.clear();
    for (std::size_t at = 0; at < proposal.parts.size(); ++at) {
        const Part& part = proposal.parts[at];
        Outcome outcome = carry_part(part, proposal, proposal.language,
                                     target_in(parent, part, proposal.language));
        for (Part& one : outcome.parts) follow_alike(one, result.proposal.parts);
        result.verdicts.push_back(
            {proposal.id, static_cast<std::uint32_t>(at + 1), outcome.verdict, outcome.by});
        keep(result.proposal.parts, outcome.parts);
        for (const auto& [language, translated] : proposal.translations) {
            const Part& other = translated[at];
            auto words =
                carry_part(other, proposal, language, target_in(parent, other, language)).parts;
            if (words.empty() || outcome.parts.empty()) words = as_is(outcome.parts, language);
            for (std::size_t i = 0; i < std::min(words.size(), outcome.parts.size()); ++i) {
                stand_together(words[i], outcome.parts[i]);
            }
            keep(result.proposal.translations[language], words);
        }
    }
    // A translation whose parts no longer correspond one to one falls away: it is pending again.
    auto& translations = result.proposal.translations;
    for (auto at = translations.begin(); at != translations.end();) {
        const bool corresponds = std::ranges::equal(at->second, result.proposal.parts, same_shape);
        at = corresponds ? std::next(at) : translations.erase(at);
    }
    return result;
}

// A translation that the draft satisfies while the submitted words still stand: it says what the
// draft says.
std::vector<Part> CarryOverRun::as_is(const std::vector<Part>& parts, text::Language language) {
    std::vector<Part> same;
    for (const Part& part : parts) {
        const auto* text = std::get_if<TextPart>(&part);
        if (text == nullptr || !after_.has(text->provision)) return {};
        same.emplace_back(TextPart{text->provision, text->field,
                                   wanted_text({text->provision, language, text->field})});
    }
    return same;
}

CarryOverRun::Outcome CarryOverRun::carry_part(const Part& part, const Proposal& proposal,
                                               text::Language language,
                                               const SharedText* parent_target) {
    const auto keep_with_provision = [&](const auto& kept) -> Outcome {
        if (!after_.has(kept.provision) && positions_.contains(kept.provision)) {
            return orphaned(kept.provision);
        }
        return {CarryOver::applied, {}, {kept}};
    };
    return std::visit(
        Overloaded{
            [&](const TextPart& text) { return carry_text(text, language, parent_target); },
            [&](const InsertPart& insert) { return carry_insertion(insert, proposal.id); },
            [&](const DeletePart& deletion) -> Outcome {
                Outcome outcome = keep_with_provision(deletion);
                if (outcome.verdict != CarryOver::orphaned) return outcome;
                return {CarryOver::already_satisfied, outcome.by, {}};
            },
            [&](const MovePart& move) { return carry_move(move, proposal.id); },
            [&](const JoinPart& join) { return carry_join(join); },
            [&](const BracketPart& bracket) { return carry_bracket(bracket, language); },
            [&](const ReservePart& reserve) { return keep_with_provision(reserve); },
            [&](const NotePart& note) { return keep_with_provision(note); },
        },
        part);
}

CarryOverRun::Outcome CarryOverRun::orphaned(ProvisionId provision) const {
    const auto found = adopted_.origins.find(after_.removed_by(provision));
    const std::string by = found == adopted_.origins.end() ? std::string{} : found->second;
    return {CarryOver::orphaned, by, {}};
}

// The first adopted proposal, by id, that changed a field.
std::string CarryOverRun::culprit(const text::FieldKey& key) const {
    std::set<std::string> found;
    for (const Atom& atom : after_.touched().at(key)) {
        for (const OriginId& origin : {atom.origin, atom.removed_by}) {
            const auto adopted = adopted_.origins.find(origin);
            if (adopted != adopted_.origins.end()) found.insert(adopted->second);
        }
    }
    return found.empty() ? std::string{} : *found.begin();
}

void rename_provisions(std::vector<Proposal>& proposals,
                       const std::map<ProvisionId, ProvisionId>& renamed) {
    const auto now = [&](ProvisionId& id) {
        if (const auto found = renamed.find(id); found != renamed.end()) id = found->second;
    };
    const auto rename = [&](std::vector<Part>& parts) {
        for (Part& part : parts) {
            std::visit(
                [&](auto& one) {
                    if constexpr (requires { one.provision; }) now(one.provision);
                    if constexpr (requires { one.place; }) {
                        now(one.place.parent);
                        now(one.place.after);
                    }
                },
                part);
        }
    };
    for (Proposal& proposal : proposals) {
        rename(proposal.parts);
        for (auto& [language, parts] : proposal.translations) rename(parts);
    }
}

}  // namespace travaux::consolidation
