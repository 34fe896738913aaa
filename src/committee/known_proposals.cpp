// SPDX-License-Identifier: MIT
#include "committee/known_proposals.h"

#include "committee/act.h"

namespace travaux::committee {
namespace {

Result<std::unique_ptr<KnownOnText>> begun(const State& state, const Library& library,
                                           const std::string& text) {
    const PublishedText* published = find(state.texts, text);
    if (published == nullptr) return refuse("text.unknown", {text}, ErrorCode::not_found);
    TRY_ASSIGN(const auto* read, library.text(published->files));
    auto known = std::make_unique<KnownOnText>(
        KnownOnText{text, read, {}, consolidation::Soundness(read->draft), {}});
    if (!published->open) return known;
    TRY_ASSIGN(known->carried, library.carried_over(*published->open, read->draft));
    for (const auto& [id, proposal] : known->carried.submitted) known->sound.know(proposal);
    return known;
}

}  // namespace

Result<const KnownOnText*> KnownProposals::on(const State& state, const Library& library,
                                              const std::string& text) {
    auto& known = texts_[text];
    if (!known) {
        TRY_ASSIGN(known, begun(state, library, text));
    }
    for (auto next = state.proposals.upper_bound(known->last); next != state.proposals.end();
         ++next) {
        const auto& [id, proposal] = *next;
        if (proposal.text == text) {
            TRY_ASSIGN(const auto read, proposal_on(state, library, *known, id));
            known->sound.know(read);
        }
        known->last = id;
    }
    return known.get();
}

Result<consolidation::Proposal> proposal_on(const State& state, const Library& library,
                                            const KnownOnText& known, const std::string& id) {
    const auto carried = known.carried.submitted.find(id);
    if (carried != known.carried.submitted.end()) return carried->second;
    const Proposal* proposal = find(state.proposals, id);
    if (proposal == nullptr || proposal->text != known.id) {
        return refuse("proposal.unknown", {id}, ErrorCode::not_found);
    }
    TRY_ASSIGN(auto read, library.proposal(proposal->parts, known.text->draft));
    read.id = id;
    read.amends = proposal->amends;
    return read;
}

}  // namespace travaux::committee
