// Events: everything that can happen in a committee, closed and in the past tense.
//
// An event never changes its meaning; fields may be added as optionals or lists.
// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"
#include "committee/state.h"

namespace travaux::committee {

using AnyEvent =
    std::variant<CommitteeFounded, MemberAdmitted, MembershipEnded, DelegationAccredited,
                 GroupDeclared, SessionPlanned, SessionDatesChanged, TaskCompleted, MeetingOpened,
                 MeetingSuspended, MeetingResumed, MeetingClosed, OfficerEntered, OfficerLeft,
                 CallOpened, CallClosed, ViewSubmitted, TextPublished, TextAgreed, TextSubmitted,
                 TextApproved, TextEdited, InstrumentEntered, InstrumentLinked, ProposalSubmitted,
                 ProposalCoSponsored, ProposalWithdrawn, ProposalDissociated, ProposalAdopted,
                 ProposalDropped, ProvisionStandingSet, DecisionReversed, PositionStated,
                 FacilitatorNamed, FacilitatorReleased, ModalitiesApplied, CommitteeSeated,
                 PaperCirculated, PaperDisclosed, LetterSent, DocumentEntered, DocumentVersionAdded,
                 DocumentReleased, WordLimitWaived, DocumentRequested, AgendaProposed,
                 AgendaAdopted, WorkOrganized, TranslationEntered, PlanRulesSet, RatesSet>;

/// One event. Copying, moving and ending one of so many kinds is compiled once, in event.cpp.
class Event {
public:
    template <typename Kind>
        requires requires { Kind::name; }
    Event(Kind kind)  // NOLINT(google-explicit-constructor): an event of a kind is an event
        : any_(std::in_place_type<Kind>, std::move(kind)) {}
    Event(const Event& other);
    Event(Event&& other) noexcept;
    Event& operator=(const Event& other);
    Event& operator=(Event&& other) noexcept;
    ~Event();

    bool operator==(const Event& other) const;

    /// Returns the event as what it is.
    [[nodiscard]] const AnyEvent& any() const { return any_; }

private:
    AnyEvent any_;
};

using Events = std::vector<Event>;

/// Returns the name of an event, `proposal.submitted`.
[[nodiscard]] std::string_view name_of(const Event& event);

/// Returns the names of all events.
[[nodiscard]] std::vector<std::string_view> event_names();

/// Returns the id of what an event changes; `committee` for the whole.
[[nodiscard]] std::string object_of(const Event& event);

/// Returns the id that an event gave to something; empty where it gave none.
[[nodiscard]] std::string born_of(const Event& event);

/// Returns an event as the record keeps it.
[[nodiscard]] record::Event encode(const Event& event);

/// Reads an event back. Errors: `event.unknown`, and `json.*` with its name first.
[[nodiscard]] Result<Event> decode(const record::Event& event);

/// Returns the entries of confidential acts that an event makes public.
[[nodiscard]] std::vector<std::uint64_t> disclosed_by(const Event& event);

/// Returns the bodies that events refer to.
[[nodiscard]] std::vector<BodyReference> bodies_of(const Events& events);

/// Folds one event. The events of an entry are folded in their order.
void apply(State& state, const Event& event, const Entered& when);

}  // namespace travaux::committee
