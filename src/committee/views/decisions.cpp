// What was decided and said: decisions, edits, positions, meetings, officers, groups, progress.
// SPDX-License-Identifier: MIT
#include "committee/negotiation.h"
#include "committee/views/shown.h"
#include "committee/views/views.h"
#include "record/canonical_json.h"

namespace travaux::committee {
namespace {

enum class YesNo : std::uint8_t { no, yes };
BOOST_DESCRIBE_ENUM(YesNo, no, yes)

struct ShownDecision {
    std::string id;
    DecisionKind kind = DecisionKind::adopt_proposal;
    std::string text;
    std::optional<std::string> proposal;
    std::optional<std::uint32_t> part;
    std::optional<std::string> provision;
    std::optional<ProvisionStanding> standing;
    std::string meeting;
    std::string authority;
    YesNo reversed = YesNo::no;
};
BOOST_DESCRIBE_STRUCT(ShownDecision, (),
                      (id, kind, text, proposal, part, provision, standing, meeting, authority,
                       reversed))

Result<std::vector<ShownDecision>> show_decisions(const State& state, const NoFields& /*fields*/,
                                                  const Context& /*context*/) {
    std::vector<ShownDecision> shown;
    for (const auto& [id, decision] : state.decisions) {
        ShownDecision one{.id = id,
                          .kind = decision.kind,
                          .text = decision.text,
                          .proposal = unless_empty(decision.proposal),
                          .part = {},
                          .provision = unless_empty(decision.provision),
                          .standing = {},
                          .meeting = decision.basis.meeting,
                          .authority = decision.basis.authority,
                          .reversed = decision.is_reversed ? YesNo::yes : YesNo::no};
        if (decision.part != 0) one.part = decision.part;
        if (decision.kind == DecisionKind::set_standing) one.standing = decision.standing;
        shown.push_back(std::move(one));
    }
    return shown;
}

struct TextField {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(TextField, (), (text))

struct ShownVerdict {
    static constexpr std::string_view type_name = "verdict";

    std::string proposal;
    std::uint32_t part = 0;
    std::string verdict;
    std::optional<std::string> by;
};
BOOST_DESCRIBE_STRUCT(ShownVerdict, (), (proposal, part, verdict, by))

// As they were published with the text; never computed anew.
Result<std::vector<ShownVerdict>> show_verdicts(const State& state, const TextField& fields,
                                                const Context& context) {
    const PublishedText* text = find(state.texts, fields.text);
    if (text == nullptr) return refuse("text.unknown", {fields.text}, ErrorCode::not_found);
    if (!text->verdicts) return std::vector<ShownVerdict>{};
    TRY_ASSIGN(const std::string content, context.library.content(*text->verdicts));
    TRY_ASSIGN(const auto value, record::read_canonical(content));
    return from_json<std::vector<ShownVerdict>>(value, {fields.text, "verdicts"});
}

struct ShownEdit {
    std::string id;
    std::string text;
    std::string provision;
    std::string language;
    std::string words;
    std::string replacement;
    std::string reason;
    std::string authority;
};
BOOST_DESCRIBE_STRUCT(ShownEdit, (),
                      (id, text, provision, language, words, replacement, reason, authority))

Result<std::vector<ShownEdit>> show_edits(const State& state, const NoFields& /*fields*/,
                                          const Context& /*context*/) {
    std::vector<ShownEdit> shown;
    for (const auto& [id, edit] : state.edits) {
        shown.push_back({id, edit.text, edit.provision, edit.language, edit.words, edit.replacement,
                         edit.reason, edit.basis.authority});
    }
    return shown;
}

struct PositionsFields {
    std::optional<std::string> proposal;
    std::optional<std::string> provision;
};
BOOST_DESCRIBE_STRUCT(PositionsFields, (), (proposal, provision))

struct ShownPosition {
    std::string member;
    std::optional<std::string> proposal;
    std::optional<std::string> provision;
    Position position = Position::support;
    std::optional<BodyReference> statement;
};
BOOST_DESCRIBE_STRUCT(ShownPosition, (), (member, proposal, provision, position, statement))

// The last position of a member on a thing is the one that holds.
Result<std::vector<ShownPosition>> show_positions(const State& state, const PositionsFields& fields,
                                                  const Context& /*context*/) {
    std::map<std::string, const StatedPosition*> last;
    for (const auto& [id, position] : state.positions) {
        if (fields.proposal && position.proposal != *fields.proposal) continue;
        if (fields.provision && position.provision != *fields.provision) continue;
        last[position.proposal + "\n" + position.provision + "\n" + position.member] = &position;
    }
    std::vector<ShownPosition> shown;
    for (const auto& [key, position] : last) {
        shown.push_back({position->member, unless_empty(position->proposal),
                         unless_empty(position->provision), position->position,
                         position->statement});
    }
    return shown;
}

struct ShownMeeting {
    std::string id;
    std::optional<std::string> session;
    std::uint32_t number = 0;
    Formality formality = Formality::formal;
    ActorId chair;
    std::string place;
    MeetingStanding standing = MeetingStanding::open;
};
BOOST_DESCRIBE_STRUCT(ShownMeeting, (), (id, session, number, formality, chair, place, standing))

Result<std::vector<ShownMeeting>> show_meetings(const State& state, const NoFields& /*fields*/,
                                                const Context& /*context*/) {
    std::vector<ShownMeeting> shown;
    for (const auto& [id, meeting] : state.meetings) {
        shown.push_back({id, unless_empty(meeting.session), meeting.number, meeting.formality,
                         meeting.chair, meeting.place, meeting.standing});
    }
    return shown;
}

struct ShownOfficer {
    std::string id;
    ActorId person;
    std::string member;
    Office office = Office::chair;
    std::string meeting;
    std::string authority;
    YesNo serves = YesNo::yes;
};
BOOST_DESCRIBE_STRUCT(ShownOfficer, (), (id, person, member, office, meeting, authority, serves))

Result<std::vector<ShownOfficer>> show_officers(const State& state, const NoFields& /*fields*/,
                                                const Context& /*context*/) {
    std::vector<ShownOfficer> shown;
    for (const auto& [id, officer] : state.officers) {
        shown.push_back({id, officer.person, officer.member, officer.office, officer.basis.meeting,
                         officer.basis.authority, officer.until_ms ? YesNo::no : YesNo::yes});
    }
    return shown;
}

struct InstrumentsFields {
    std::optional<std::string> provision;
};
BOOST_DESCRIBE_STRUCT(InstrumentsFields, (), (provision))

struct ShownInstrument {
    std::string id;
    std::string title;
    InstrumentKind kind = InstrumentKind::treaty;
    std::string reference;
    std::vector<std::string> provisions;
};
BOOST_DESCRIBE_STRUCT(ShownInstrument, (), (id, title, kind, reference, provisions))

Result<std::vector<ShownInstrument>> show_instruments(const State& state,
                                                      const InstrumentsFields& fields,
                                                      const Context& /*context*/) {
    std::vector<ShownInstrument> shown;
    for (const auto& [id, one] : state.instruments) {
        if (fields.provision && !one.provisions.contains(*fields.provision)) continue;
        shown.push_back({id,
                         one.title,
                         one.kind,
                         one.reference,
                         {one.provisions.begin(), one.provisions.end()}});
    }
    return shown;
}

struct ShownGroup {
    std::string group;
    std::string name;
    std::vector<std::string> members;
};
BOOST_DESCRIBE_STRUCT(ShownGroup, (), (group, name, members))

Result<std::vector<ShownGroup>> show_groups(const State& state, const NoFields& /*fields*/,
                                            const Context& /*context*/) {
    std::vector<ShownGroup> shown;
    for (const auto& [code, group] : state.groups) {
        shown.push_back({code, group.name, {group.members.begin(), group.members.end()}});
    }
    return shown;
}

// How many provisions with words stand where.
struct ShownProgress {
    std::string of;
    std::uint64_t open = 0;
    std::uint64_t bracketed = 0;
    std::uint64_t agreed_ad_referendum = 0;
    std::uint64_t agreed = 0;
    std::uint64_t adopted = 0;
};
BOOST_DESCRIBE_STRUCT(ShownProgress, (),
                      (of, open, bracketed, agreed_ad_referendum, agreed, adopted))

void count(ShownProgress& row, ProvisionStanding standing) {
    switch (standing) {
        case ProvisionStanding::open: ++row.open; break;
        case ProvisionStanding::bracketed: ++row.bracketed; break;
        case ProvisionStanding::agreed_ad_referendum: ++row.agreed_ad_referendum; break;
        case ProvisionStanding::agreed: ++row.agreed; break;
        case ProvisionStanding::adopted: ++row.adopted; break;
    }
}

bool has_a_row(text::ProvisionKind kind) {
    using text::ProvisionKind;
    return kind == ProvisionKind::preamble || kind == ProvisionKind::part ||
           kind == ProvisionKind::chapter || kind == ProvisionKind::article ||
           kind == ProvisionKind::annex;
}

Result<std::vector<ShownProgress>> show_progress(const State& state, const TextField& fields,
                                                 const Context& context) {
    const PublishedText* published = find(state.texts, fields.text);
    if (published == nullptr) return refuse("text.unknown", {fields.text}, ErrorCode::not_found);
    TRY_ASSIGN(const TextWithProvenance* text, context.library.text(published->files));
    const text::Draft& draft = text->draft;
    std::vector<ShownProgress> shown = {{"whole"}};
    std::vector<std::pair<std::size_t, std::size_t>> around;  // row, end
    for (std::size_t at = 0; at < draft.provisions.size(); ++at) {
        while (!around.empty() && around.back().second <= at) around.pop_back();
        const text::Provision& provision = draft.provisions[at];
        const text::Wording& wording = provision.in(draft.working_language);
        if (has_a_row(provision.kind)) {
            around.emplace_back(shown.size(), text::subtree_end(draft, at));
            shown.push_back(
                {wording.number.empty() ? std::string(name_of(provision.kind)) : wording.number});
        }
        if (wording.text.empty() || provision.kind == text::ProvisionKind::title) continue;
        const ProvisionStanding standing = standing_of(state, draft, at);
        count(shown[0], standing);
        for (const auto& [row, end] : around) count(shown[row], standing);
    }
    return shown;
}

}  // namespace

View decisions_view() {
    return declare_view(of_everybody("decisions", "Every decision on the text, and its inverse."),
                        show_decisions);
}

View verdicts_view() {
    return declare_view(of_everybody("verdicts", "What became of every open proposal on a text.",
                                     {{"text", "The id of the published text."}}),
                        show_verdicts);
}

View edits_view() {
    return declare_view(of_everybody("edits", "What the Secretariat changed by name."), show_edits);
}

View positions_view() {
    return declare_view(
        of_everybody("positions", "The positions that hold.",
                     {{"proposal", "Those on one proposal."},
                      {"provision", "Those on one provision, by its permanent id."}}),
        show_positions);
}

View meetings_view() {
    return declare_view(of_everybody("meetings", "The meetings."), show_meetings);
}

View officers_view() {
    return declare_view(of_everybody("officers", "The officers, with what chose them."),
                        show_officers);
}

View groups_view() {
    return declare_view(of_everybody("groups", "The groups that speak together."), show_groups);
}

View instruments_view() {
    return declare_view(
        of_everybody("instruments", "The instruments and efforts to take into account.",
                     {{"provision", "Those that bear on one provision, by its permanent id."}}),
        show_instruments);
}

View progress_view() {
    return declare_view(
        of_everybody("progress",
                     "How far the provisions of a text are from agreement: the whole, each chapter "
                     "and each article.",
                     {{"text", "The id of the published text."}}),
        show_progress);
}

}  // namespace travaux::committee
