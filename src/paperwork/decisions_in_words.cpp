// SPDX-License-Identifier: MIT
#include "paperwork/decisions_in_words.h"

#include <algorithm>
#include <map>
#include <memory>

#include "committee/described.h"
#include "lang/messages.h"
#include "text/labels.h"

namespace travaux::paperwork {
namespace {

using committee::Decision;
using committee::DecisionKind;

// Labels of provisions, made once for each text.
class LabelsOfTexts {
public:
    LabelsOfTexts(const Source& source, text::Language language)
        : source_(source), language_(language) {}

    Result<std::string> label(const std::string& text, const std::string& provision) {
        auto& known = by_text_[text];
        if (!known.draft) {
            TRY_ASSIGN(const auto* read, source_.library.text(source_.state.texts.at(text).files));
            known.draft = &read->draft;
            known.labels =
                std::make_unique<text::Labels>(read->draft, language_of(read->draft, language_));
        }
        const auto id = parse_id(provision);
        const auto at = id ? text::find(*known.draft, ProvisionId{*id}) : std::nullopt;
        return at ? known.labels->of(*at) : provision;
    }

private:
    struct Known {
        const text::Draft* draft = nullptr;
        std::unique_ptr<text::Labels> labels;
    };

    const Source& source_;
    text::Language language_;
    std::map<std::string, Known> by_text_;
};

Result<std::string> decision_in_words(const Sayer& sayer, const Decision& decision,
                                      LabelsOfTexts& labels) {
    switch (decision.kind) {
        case DecisionKind::adopt_proposal:
            return decision.part == 0 ? sayer.say("paperwork.proposal_adopted", decision.proposal)
                                      : sayer.say("paperwork.part_adopted", decision.proposal,
                                                  std::to_string(decision.part));
        case DecisionKind::drop_proposal:
            return sayer.say("paperwork.proposal_dropped", decision.proposal);
        case DecisionKind::set_standing: break;
    }
    TRY_ASSIGN(const std::string label, labels.label(decision.text, decision.provision));
    return sayer.say(
        "paperwork.standing", lang::capitalized(label, sayer.language()),
        sayer.say("provision_standing." + std::string(committee::name_of(decision.standing))));
}

}  // namespace

std::string sponsors_in_words(const Sayer& sayer, const committee::Proposal& proposal) {
    std::vector<std::string> codes;
    for (const auto& [code, sponsorship] : proposal.sponsors) codes.push_back(code);
    if (codes.empty()) codes.push_back(proposal.submitted_by);
    return sayer.listed(sayer.members(codes));
}

text::Language language_of(const text::Draft& draft, text::Language language) {
    const bool is_written = std::ranges::find(draft.written_in, language) != draft.written_in.end();
    return is_written ? language : draft.working_language;
}

std::string text_in_words(const committee::State& state, const std::string& id) {
    const auto* text = committee::find(state.texts, id);
    return text == nullptr || text->symbol.empty() ? id : text->symbol;
}

std::string title_of_text(const Sayer& sayer, const committee::PublishedText& text) {
    return sayer.say("paperwork.text_title",
                     sayer.say("text_kind." + std::string(committee::name_of(text.kind))),
                     sayer.say("subject." + std::string(committee::name_of(text.subject))));
}

Result<std::vector<std::vector<std::string>>> decision_rows(const Source& source,
                                                            const Sayer& sayer,
                                                            const Sitting& sitting) {
    LabelsOfTexts labels(source, sayer.language());
    std::vector<std::vector<std::string>> rows;
    for (const auto& [id, decision] : source.state.decisions) {
        const auto* meeting = committee::find(source.state.meetings, decision.basis.meeting);
        const bool is_here =
            meeting != nullptr ? meeting->session == sitting.id : sitting.has(decision.decided_ms);
        if (!is_here) continue;
        TRY_ASSIGN(std::string words, decision_in_words(sayer, decision, labels));
        if (decision.is_reversed()) words += "\n" + sayer.say("paperwork.reversed");
        rows.push_back({std::move(words), meeting_in_words(sayer, decision.basis.meeting),
                        sayer.name(decision.basis.authority)});
    }
    return rows;
}

}  // namespace travaux::paperwork
