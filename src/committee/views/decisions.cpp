// What was decided and said: decisions, verdicts, edits, positions.
// SPDX-License-Identifier: MIT
#include "committee/views/shown.h"
#include "committee/views/views.h"
#include "record/canonical_json.h"

namespace travaux::committee {
namespace {

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
                          .reversed = decision.is_reversed() ? YesNo::yes : YesNo::no};
        if (decision.part != 0) one.part = decision.part;
        if (decision.kind == DecisionKind::set_standing) one.standing = decision.standing;
        shown.push_back(std::move(one));
    }
    return shown;
}

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

}  // namespace travaux::committee
