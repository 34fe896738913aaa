// The compilation of the proposals that were received for a session: provision by provision, each
// with its sponsors, what it asks for in words, and its reason.
//
// A compilation is complete and attributed, and merges nothing. A proposal on several provisions
// stands at each of them with what it asks for there.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "committee/negotiation.h"
#include "lang/messages.h"
#include "paperwork/decisions_in_words.h"
#include "text/labels.h"
#include "understanding/in_words.h"

namespace travaux::paperwork {
namespace {

using consolidation::Proposal;

/// What one proposal asks for at a provision.
struct AskedThere {
    std::string proposal;
    std::vector<std::string> sentences;
};

Proposal part_alone(const Proposal& proposal, std::size_t at) {
    Proposal alone;
    alone.language = proposal.language;
    alone.parts = {proposal.parts[at]};
    for (const auto& [language, parts] : proposal.translations) {
        alone.translations[language] = {parts[at]};
    }
    return alone;
}

class TextCompilation {
public:
    TextCompilation(const Source& source, const Sayer& sayer, Writer& writer,
                    const text::Draft& draft)
        : source_(source), sayer_(sayer), writer_(writer), draft_(draft),
          language_(language_of(draft, sayer.language())), labels_(draft, language_) {}

    Result<void> write(const std::string& title, const std::vector<std::string>& proposals) {
        for (const std::string& one : proposals) TRY_OK(sort_in(one));
        writer_.section(title);
        for (const auto& [at, asked] : by_place_) {
            writer_.add(formats::SectionHeading{2,
                                                {},
                                                at < draft_.provisions.size()
                                                    ? lang::capitalized(labels_.of(at), language_)
                                                    : sayer_.say("paperwork.elsewhere")});
            for (const AskedThere& one : asked) TRY_OK(write_one(one));
        }
        return {};
    }

private:
    Result<void> sort_in(const std::string& id) {
        const committee::Proposal& held = source_.state.proposals.at(id);
        TRY_ASSIGN(const Proposal proposal, source_.library.proposal(held.parts, draft_));
        for (std::size_t at = 0; at < proposal.parts.size(); ++at) {
            const auto place = text::find(draft_, committee::provision_of(proposal.parts[at]))
                                   .value_or(draft_.provisions.size());
            auto& asked = by_place_[place];
            if (asked.empty() || asked.back().proposal != id) asked.push_back({id, {}});
            for (std::string& one :
                 understanding::in_words(draft_, labels_, part_alone(proposal, at), language_)) {
                asked.back().sentences.push_back(std::move(one));
            }
        }
        return {};
    }

    Result<void> write_one(const AskedThere& asked) {
        const committee::Proposal& held = source_.state.proposals.at(asked.proposal);
        writer_.numbered(sayer_.say("paperwork.proposal_of", asked.proposal,
                                    sponsors_in_words(sayer_, held),
                                    sayer_.day(held.submitted_ms)));
        if (!held.amends.empty()) {
            writer_.point({}, sayer_.say("paperwork.amends", held.amends));
        }
        if (!held.revises.empty()) {
            writer_.point({}, sayer_.say("paperwork.revises", held.revises));
        }
        for (const std::string& one : asked.sentences) writer_.point({}, one);
        if (!held.reason) return {};
        TRY_ASSIGN(const std::string reason, source_.library.content(*held.reason));
        writer_.point({}, sayer_.say("paperwork.reason", reason));
        return {};
    }

    const Source& source_;
    const Sayer& sayer_;
    Writer& writer_;
    const text::Draft& draft_;
    text::Language language_;
    text::Labels labels_;
    std::map<std::size_t, std::vector<AskedThere>> by_place_;  // in the order of the text
};

}  // namespace

Result<formats::OfficialDocument> write_compilation(const Source& source, const Sayer& sayer,
                                                    const Sitting& sitting,
                                                    formats::OfficialDocument begun) {
    committee::ById<std::vector<std::string>> by_text;
    std::size_t count = 0;
    for (const auto& [id, proposal] : source.state.proposals) {
        if (!sitting.has(proposal.submitted_ms)) continue;
        by_text[proposal.text].push_back(id);
        ++count;
    }
    Writer writer(sayer, std::move(begun));
    writer.plain(sayer.count("paperwork.proposals_received", count));
    for (const auto& [id, proposals] : by_text) {
        const committee::PublishedText& text = source.state.texts.at(id);
        TRY_ASSIGN(const auto* read, source.library.text(text.files));
        TRY_OK(TextCompilation(source, sayer, writer, read->draft)
                   .write(sayer.both(text_in_words(source.state, id), title_of_text(sayer, text)),
                          proposals));
    }
    return std::move(writer).finish();
}

}  // namespace travaux::paperwork
