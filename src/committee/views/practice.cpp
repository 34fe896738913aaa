// How the committee works: facilitators, modalities, delegations, and papers for those they are
// for.
// SPDX-License-Identifier: MIT
#include "committee/views/shown.h"
#include "committee/views/views.h"

namespace travaux::committee {
namespace {

struct ShownFacilitator {
    std::string id;
    ActorId person;
    std::string member;
    std::string title;
    std::vector<std::string> provisions;
    std::string meeting;
    std::string authority;
    YesNo serves = YesNo::yes;
};
BOOST_DESCRIBE_STRUCT(ShownFacilitator, (),
                      (id, person, member, title, provisions, meeting, authority, serves))

Result<std::vector<ShownFacilitator>> show_facilitators(const State& state,
                                                        const NoFields& /*fields*/,
                                                        const Context& /*context*/) {
    std::vector<ShownFacilitator> shown;
    for (const auto& [id, one] : state.facilitators) {
        shown.push_back({id, one.person, one.member, one.title, one.provisions, one.basis.meeting,
                         one.basis.authority, one.until_ms ? YesNo::no : YesNo::yes});
    }
    return shown;
}

Result<std::vector<Modalities>> show_modalities(const State& state, const NoFields& /*fields*/,
                                                const Context& /*context*/) {
    if (!state.modalities) return std::vector<Modalities>{};
    return std::vector{*state.modalities};
}

// What was given from time to time, oldest first.
template <typename What>
std::vector<What> given(const std::vector<GivenOnce<What>>& all) {
    std::vector<What> shown;
    for (const auto& one : all) shown.push_back(one.what);
    return shown;
}

Result<std::vector<PlanRules>> show_plan_rules(const State& state, const NoFields& /*fields*/,
                                               const Context& /*context*/) {
    return given(state.plan_rules);
}

Result<std::vector<Rates>> show_rates(const State& state, const NoFields& /*fields*/,
                                      const Context& /*context*/) {
    return given(state.rates);
}

struct MemberField {
    std::string member;
};
BOOST_DESCRIBE_STRUCT(MemberField, (), (member))

struct ShownDelegation {
    std::uint64_t entry = 0;
    std::optional<ActorId> head;
    std::vector<ActorId> delegates;
};
BOOST_DESCRIBE_STRUCT(ShownDelegation, (), (entry, head, delegates))

Result<std::vector<ShownDelegation>> show_delegation(const State& state, const MemberField& fields,
                                                     const Context& /*context*/) {
    const Member* member = find(state.members, fields.member);
    if (member == nullptr) return refuse("member.unknown", {fields.member}, ErrorCode::not_found);
    std::vector<ShownDelegation> shown;
    for (const DelegationEntry& one : member->delegations) {
        shown.push_back({one.entry, one.head, one.delegates});
    }
    return shown;
}

struct ShownPaper {
    std::string id;
    std::string title;
    std::optional<std::string> meeting;
    std::vector<std::string> provisions;
    Distribution distribution = Distribution::members;
    YesNo disclosed = YesNo::no;
    std::optional<std::string> words;
};
BOOST_DESCRIBE_STRUCT(ShownPaper, (),
                      (id, title, meeting, provisions, distribution, disclosed, words))

ShownPaper shown_paper(const std::string& id, const Paper& paper) {
    return {id,
            paper.title,
            unless_empty(paper.meeting),
            paper.provisions,
            paper.distribution,
            paper.is_disclosed ? YesNo::yes : YesNo::no,
            {}};
}

Result<std::vector<ShownPaper>> show_papers(const State& state, const NoFields& /*fields*/,
                                            const Context& context) {
    std::vector<ShownPaper> shown;
    for (const auto& [id, paper] : state.papers) {
        if (may_read(paper, context.caller.capacity)) shown.push_back(shown_paper(id, paper));
    }
    return shown;
}

struct PaperField {
    std::string paper;
};
BOOST_DESCRIBE_STRUCT(PaperField, (), (paper))

// Whoever may not read a paper does not hear that it is there.
Result<ShownPaper> show_paper(const State& state, const PaperField& fields,
                              const Context& context) {
    const Paper* paper = find(state.papers, fields.paper);
    if (paper == nullptr || !may_read(*paper, context.caller.capacity)) {
        return refuse("paper.unknown", {fields.paper}, ErrorCode::not_found);
    }
    ShownPaper shown = shown_paper(fields.paper, *paper);
    TRY_ASSIGN(shown.words, context.library.content(paper->body));
    return shown;
}

}  // namespace

View facilitators_view() {
    return declare_view(of_everybody("facilitators", "Who facilitates which provisions."),
                        show_facilitators);
}

View plan_rules_view() {
    return declare_view(of_everybody("plan_rules",
                                     "How sessions and papers are planned, oldest first; the last "
                                     "ones hold."),
                        show_plan_rules);
}

View rates_view() {
    return declare_view(
        of_everybody("rates", "What sessions cost, oldest first; the last ones hold."), show_rates);
}

View modalities_view() {
    return declare_view(
        of_everybody("modalities", "What the modalities in force lay down, with the sources."),
        show_modalities);
}

View delegation_view() {
    return declare_view(
        of_everybody("delegation", "The delegations that a member had, oldest first.",
                     {{"member", "The code of the member."}}),
        show_delegation);
}

View papers_view() {
    return declare_view(of_everybody("papers", "The papers that the caller may read."),
                        show_papers);
}

View paper_view() {
    return declare_view(
        of_everybody("paper", "A paper with its words.", {{"paper", "The id of the paper."}}),
        show_paper);
}

}  // namespace travaux::committee
