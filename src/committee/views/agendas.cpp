// The agendas of sessions with the organization of their work, and what names are called in other
// languages.
// SPDX-License-Identifier: MIT
#include "committee/views/shown.h"
#include "committee/views/views.h"

namespace travaux::committee {
namespace {

struct SessionField {
    std::optional<std::string> session;
};
BOOST_DESCRIBE_STRUCT(SessionField, (), (session))

struct ShownAgenda {
    std::string session;
    YesNo adopted = YesNo::no;
    std::optional<Basis> basis;
    std::vector<AgendaItem> items;
    std::vector<PlannedMeeting> meetings;
};
BOOST_DESCRIBE_STRUCT(ShownAgenda, (), (session, adopted, basis, items, meetings))

Result<std::vector<ShownAgenda>> show_agendas(const State& state, const SessionField& fields,
                                              const Context& /*context*/) {
    std::vector<ShownAgenda> shown;
    for (const auto& [session, one] : state.agendas) {
        if (fields.session && *fields.session != session) continue;
        shown.push_back(
            {session, one.adopted ? YesNo::yes : YesNo::no, one.adopted, one.items, one.meetings});
    }
    return shown;
}

struct ShownTranslation {
    std::string words;
    std::vector<Translation> translations;
};
BOOST_DESCRIBE_STRUCT(ShownTranslation, (), (words, translations))

Result<std::vector<ShownTranslation>> show_translations(const State& state,
                                                        const NoFields& /*fields*/,
                                                        const Context& /*context*/) {
    std::vector<ShownTranslation> shown;
    for (const auto& [words, by_language] : state.translations) {
        ShownTranslation row{words, {}};
        for (const auto& [language, said] : by_language) {
            row.translations.push_back({language, said});
        }
        shown.push_back(std::move(row));
    }
    return shown;
}

}  // namespace

View agendas_view() {
    return declare_view(
        of_everybody("agendas", "The agendas of sessions, with the organization of their work.",
                     {{"session", "That of one session."}}),
        show_agendas);
}

View translations_view() {
    return declare_view(
        of_everybody("translations", "How names and titles are said in other languages."),
        show_translations);
}

}  // namespace travaux::committee
