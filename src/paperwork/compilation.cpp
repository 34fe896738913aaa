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
    Proposal alone = proposal;
    alone.parts = {proposal.parts[at]};
    for (auto& [language, parts] : alone.translations) parts = {parts[at]};
    return alone;
}

class TextCompilation {
public:
    TextCompilation(const Source& source, const Sayer& sayer, Writer& writer)
        : source_(source), sayer_(sayer), writer_(writer) {}

    Result<void> write(const std::string& id, const std::vector<std::string>& proposals) {
        const committee::PublishedText& text = source_.state.texts.at(id);
        TRY_ASSIGN(const auto* read, source_.library.text(text.files));
        const text::Draft& draft = read->draft;
        const auto& written_in = draft.written_in;
        const bool is_written =
            std::ranges::find(written_in, sayer_.language()) != written_in.end();
        const text::Language language = is_written ? sayer_.language() : draft.working_language;
        for (const std::string& one : proposals) TRY_OK(sort_in(draft, one, language));
        writer_.section(sayer_.both(text_in_words(source_.state, id), title_of_text(sayer_, text)));
        const text::Labels labels(draft, language);
        for (const auto& [at, asked] : by_place_) {
            const bool is_known = at < draft.provisions.size();
            writer_.add(formats::SectionHeading{2,
                                                {},
                                                is_known
                                                    ? lang::capitalized(labels.of(at), language)
                                                    : sayer_.say("paperwork.elsewhere")});
            for (const AskedThere& one : asked) TRY_OK(write_one(one));
        }
        return {};
    }

private:
    Result<void> sort_in(const text::Draft& draft, const std::string& id, text::Language language) {
        const committee::Proposal& held = source_.state.proposals.at(id);
        TRY_ASSIGN(const Proposal proposal, source_.library.proposal(held.parts, draft));
        for (std::size_t at = 0; at < proposal.parts.size(); ++at) {
            const auto place = text::find(draft, committee::provision_of(proposal.parts[at]))
                                   .value_or(draft.provisions.size());
            auto& asked = by_place_[place];
            if (asked.empty() || asked.back().proposal != id) asked.push_back({id, {}});
            for (std::string& one :
                 understanding::in_words(draft, part_alone(proposal, at), language)) {
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
    for (const auto& [text, proposals] : by_text) {
        TRY_OK(TextCompilation(source, sayer, writer).write(text, proposals));
    }
    return std::move(writer).finish();
}

}  // namespace travaux::paperwork
