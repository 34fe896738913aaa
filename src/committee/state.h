// The state of a committee: the fold of its events.
//
// It holds what decides, and bodies by reference only: replay needs no text. Nothing is ever taken
// out of it.
// SPDX-License-Identifier: MIT
#pragma once

#include "committee/agenda.h"
#include "committee/calls.h"
#include "committee/decisions.h"
#include "committee/documents.h"
#include "committee/facilitators.h"
#include "committee/groups.h"
#include "committee/instruments.h"
#include "committee/letters.h"
#include "committee/mandate.h"
#include "committee/meetings.h"
#include "committee/members.h"
#include "committee/modalities.h"
#include "committee/papers.h"
#include "committee/plan_rules.h"
#include "committee/positions.h"
#include "committee/proposals.h"
#include "committee/sessions.h"
#include "committee/texts.h"
#include "committee/translations.h"

namespace travaux::committee {

struct State {
    std::uint64_t entries = 0;  ///< folded so far
    std::optional<Mandate> mandate;
    std::map<std::string, Member> members;
    ById<Session> sessions;
    ById<Call> calls;
    ById<ReceivedView> views;
    ById<PublishedText> texts;
    ById<Proposal> proposals;
    ById<Decision> decisions;
    std::map<std::string, std::vector<std::string>> standings;  ///< decisions by provision
    ById<Edit> edits;
    ById<StatedPosition> positions;
    ById<Meeting> meetings;
    ById<Officer> officers;
    std::map<std::string, Group> groups;
    ById<Instrument> instruments;
    ById<Facilitator> facilitators;
    std::optional<Modalities> modalities;
    std::optional<DutyStation> duty_station;
    ById<Paper> papers;  ///< as far as they can be read here
    ById<SentLetter> letters;
    ById<Document> documents;
    std::map<std::string, std::vector<DocumentVersion>>
        document_versions;  ///< added, by document, as far as they can be read here
    ById<DocumentRequest> document_requests;
    std::vector<GivenOnce<PlanRules>> plan_rules;  ///< oldest first; the last one holds
    std::vector<GivenOnce<Rates>> rates;           ///< likewise
    ById<Agenda> agendas;                          ///< by session
    Translations translations;
    std::map<std::string, std::uint64_t> changed;  ///< by object: the entry that last changed it

    bool operator==(const State&) const = default;
};

}  // namespace travaux::committee
