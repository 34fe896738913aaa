// The library of instruments, and the groups of members.
// SPDX-License-Identifier: MIT
#include "committee/views/shown.h"
#include "committee/views/views.h"

namespace travaux::committee {
namespace {

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

}  // namespace

View instruments_view() {
    return declare_view(
        of_everybody("instruments", "The instruments and efforts to take into account.",
                     {{"provision", "Those that bear on one provision, by its permanent id."}}),
        show_instruments);
}

View groups_view() {
    return declare_view(of_everybody("groups", "The groups that speak together."), show_groups);
}

}  // namespace travaux::committee
