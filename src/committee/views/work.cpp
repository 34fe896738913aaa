// The work of a committee: sessions, calls, texts, proposals and views, as lists.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/views/shown.h"
#include "committee/views/views.h"

namespace travaux::committee {
namespace {

struct ShownSession {
    std::string id;
    std::string title;
    SessionKind kind = SessionKind::negotiating;
    std::vector<std::string> tasks;
    std::vector<std::uint32_t> tasks_done;
    std::string words;
    DatesStanding standing = DatesStanding::tentative;
    std::optional<LocalTime> opens;
    std::optional<LocalTime> closes;
    std::optional<std::string> place;
    std::uint64_t changes = 0;
};
BOOST_DESCRIBE_STRUCT(ShownSession, (),
                      (id, title, kind, tasks, tasks_done, words, standing, opens, closes, place,
                       changes))

std::optional<LocalTime> local_of(const std::optional<Moment>& moment) {
    return moment ? std::optional(moment->local) : std::nullopt;
}

Result<std::vector<ShownSession>> show_sessions(const State& state, const NoFields& /*fields*/,
                                                const Context& /*context*/) {
    std::vector<ShownSession> shown;
    for (const auto& [id, session] : state.sessions) {
        const SessionDates& dates = session.dates();
        shown.push_back({id, session.title, session.kind, session.tasks, session.tasks_done,
                         dates.words, dates.standing, local_of(dates.opens), local_of(dates.closes),
                         dates.place, session.history.size() - 1});
    }
    return shown;
}

struct SessionFields {
    std::string session;
};
BOOST_DESCRIBE_STRUCT(SessionFields, (), (session))

struct ShownDates {
    std::uint64_t entry = 0;
    std::string words;
    DatesStanding standing = DatesStanding::tentative;
    std::optional<LocalTime> opens;
    std::optional<LocalTime> closes;
    std::optional<std::string> place;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(ShownDates, (), (entry, words, standing, opens, closes, place, reason))

Result<std::vector<ShownDates>> show_history(const State& state, const SessionFields& fields,
                                             const Context& /*context*/) {
    const Session* session = find(state.sessions, fields.session);
    if (session == nullptr) {
        return refuse("session.unknown", {fields.session}, ErrorCode::not_found);
    }
    std::vector<ShownDates> shown;
    for (const DatedEntry& one : session->history) {
        shown.push_back({one.entry, one.dates.words, one.dates.standing, local_of(one.dates.opens),
                         local_of(one.dates.closes), one.dates.place, one.reason});
    }
    return shown;
}

enum class CallStanding : std::uint8_t { open, past_deadline, closed };
BOOST_DESCRIBE_ENUM(CallStanding, open, past_deadline, closed)

struct ShownCall {
    std::string id;
    std::optional<std::string> session;
    std::string subject;
    LocalTime deadline;
    std::string zone;
    CallStanding standing = CallStanding::open;
    std::vector<std::uint32_t> reminders;
    std::vector<std::string> answered;
    std::uint64_t not_answered = 0;
};
BOOST_DESCRIBE_STRUCT(ShownCall, (),
                      (id, session, subject, deadline, zone, standing, reminders, answered,
                       not_answered))

Result<std::vector<ShownCall>> show_calls(const State& state, const NoFields& /*fields*/,
                                          const Context& context) {
    std::vector<ShownCall> shown;
    for (const auto& [id, call] : state.calls) {
        const bool is_past = context.time_ms > call.deadline.at_ms;
        const CallStanding standing = call.closed_ms ? CallStanding::closed
                                      : is_past      ? CallStanding::past_deadline
                                                     : CallStanding::open;
        ShownCall one{id,
                      unless_empty(call.session),
                      call.subject,
                      call.deadline.local,
                      call.deadline.zone,
                      standing,
                      call.reminders,
                      {},
                      0};
        for (const auto& [code, member] : state.members) {
            if (call.answered.contains(code)) {
                one.answered.push_back(code);
            } else if (member.status != MemberStatus::stakeholder &&
                       sits_on(member, today(state, context))) {
                ++one.not_answered;
            }
        }
        shown.push_back(std::move(one));
    }
    return shown;
}

struct ShownText {
    std::string id;
    Subject subject = Subject::convention;
    TextKind kind = TextKind::initial_draft;
    TextStanding standing = TextStanding::basis_of_work;
    std::optional<std::string> symbol;
    std::string mandate;
    std::optional<std::string> supersedes;
    std::optional<std::string> superseded_by;
    std::optional<std::string> agreed;
    std::optional<std::string> submitted_to;
    std::optional<std::string> approved_by;
    std::optional<std::string> approved_as;
    std::vector<NamedBody> files;
};
BOOST_DESCRIBE_STRUCT(ShownText, (),
                      (id, subject, kind, standing, symbol, mandate, supersedes, superseded_by,
                       agreed, submitted_to, approved_by, approved_as, files))

Result<std::vector<ShownText>> show_texts(const State& state, const NoFields& /*fields*/,
                                          const Context& /*context*/) {
    std::vector<ShownText> shown;
    for (const auto& [id, text] : state.texts) {
        shown.push_back({id, text.subject, text.kind, text.standing, unless_empty(text.symbol),
                         text.mandate, unless_empty(text.supersedes),
                         unless_empty(text.superseded_by),
                         text.agreed ? std::optional(text.agreed->authority) : std::nullopt,
                         unless_empty(text.submitted_to), unless_empty(text.approved_by),
                         unless_empty(text.approved_as), text.files});
    }
    return shown;
}

struct ProposalsFields {
    std::optional<std::string> text;
    std::optional<std::string> sponsor;
};
BOOST_DESCRIBE_STRUCT(ProposalsFields, (), (text, sponsor))

struct ShownProposal {
    std::string id;
    std::string text;
    std::optional<std::string> amends;
    std::optional<std::string> group;
    std::optional<std::string> speaks_for_group;
    std::vector<std::string> sponsors;
    std::vector<std::string> dissociated;
    std::optional<std::string> revises;
    ProposalStatus status = ProposalStatus::open;
    Timing timing = Timing::without_call;
    std::optional<std::string> call;
    std::optional<BodyReference> file;  ///< from which it was read
};
BOOST_DESCRIBE_STRUCT(ShownProposal, (),
                      (id, text, amends, group, speaks_for_group, sponsors, dissociated, revises,
                       status, timing, call, file))

Result<std::vector<ShownProposal>> show_proposals(const State& state, const ProposalsFields& fields,
                                                  const Context& /*context*/) {
    std::vector<ShownProposal> shown;
    for (const auto& [id, proposal] : state.proposals) {
        if (fields.text && proposal.text != *fields.text) continue;
        if (fields.sponsor && !proposal.sponsors.contains(*fields.sponsor)) continue;
        std::vector<std::string> sponsors;
        for (const auto& [member, sponsorship] : proposal.sponsors) sponsors.push_back(member);
        shown.push_back(
            {id,
             proposal.text,
             unless_empty(proposal.amends),
             unless_empty(proposal.group),
             proposal.group.empty() ? std::nullopt : std::optional(proposal.submitted_by),
             std::move(sponsors),
             {proposal.dissociated.begin(), proposal.dissociated.end()},
             unless_empty(proposal.revises),
             status_of(state, proposal),
             proposal.timing,
             unless_empty(proposal.call),
             proposal.file});
    }
    return shown;
}

struct ShownReceivedView {
    std::string id;
    std::string member;
    Timing timing = Timing::without_call;
    std::optional<std::string> call;
    std::vector<std::string> provisions;
    std::vector<std::string> proposals;
    BodyReference body;
};
BOOST_DESCRIBE_STRUCT(ShownReceivedView, (),
                      (id, member, timing, call, provisions, proposals, body))

Result<std::vector<ShownReceivedView>> show_received(const State& state, const NoFields& /*fields*/,
                                                     const Context& /*context*/) {
    std::vector<ShownReceivedView> shown;
    for (const auto& [id, view] : state.views) {
        shown.push_back({id, view.member, view.timing, unless_empty(view.call), view.provisions,
                         view.proposals, view.body});
    }
    return shown;
}

}  // namespace

View sessions_view() {
    return declare_view(of_everybody("sessions", "The sessions with the dates that hold."),
                        show_sessions);
}

View session_history_view() {
    return declare_view(of_everybody("session_history", "Every date that a session ever had.",
                                     {{"session", "The id of the session."}}),
                        show_history);
}

View calls_view() {
    return declare_view(
        of_everybody("calls", "The calls, who has answered, and how many have not."), show_calls);
}

View texts_view() {
    return declare_view(of_everybody("texts", "The published texts, each with its standing."),
                        show_texts);
}

View proposals_view() {
    return declare_view(
        of_everybody("proposals", "The proposals, their sponsors and what became of them.",
                     {{"text", "Those on one published text."},
                      {"sponsor", "Those that one member stands behind."}}),
        show_proposals);
}

View views_received_view() {
    return declare_view(of_everybody("views_received", "The comments without wording."),
                        show_received);
}

}  // namespace travaux::committee
