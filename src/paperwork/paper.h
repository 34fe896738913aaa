// Documents that the program writes from the record: what a committee's secretariat writes again
// and again, in the six languages.
//
// A paper is a function of the public record and of what is asked for: the same record gives the
// same words. Confidential acts, persons and what a server keeps beside the record have no part in
// it. Names and titles are said as `translation.enter` has them, or as is usual.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "committee/costs.h"
#include "committee/library.h"
#include "committee/state.h"
#include "committee/zones.h"
#include "formats/official_document.h"

namespace travaux::paperwork {

enum class PaperKind : std::uint8_t {
    list_of_participants,
    session_report,
    provisional_agenda,
    organization_of_work,
    compilation,
    draft_resolution,
    budget_statement,
};
BOOST_DESCRIBE_ENUM(PaperKind, list_of_participants, session_report, provisional_agenda,
                    organization_of_work, compilation, draft_resolution, budget_statement)

/// A paper as somebody asks for it.
struct AskedPaper {
    PaperKind kind = PaperKind::list_of_participants;
    std::string session{};  ///< empty: the one that opened last, of those whose days are known
    text::Language language = text::Language::en;
    std::string symbol{};        ///< for the masthead, as it is written; empty for none
    std::optional<Date> date{};  ///< for the masthead; of a registered symbol, its own
};

/// What a paper is written from. All of it outlives the call.
struct Source {
    const committee::State& state;
    const committee::Library& library;
    const committee::Zones* zones = nullptr;           ///< none: days are those of Greenwich
    std::span<const committee::SessionCosts> costs{};  ///< for the budget statement
};

/// Writes a paper. Errors: `committee.not_founded`, `paper.no_session`, `session.unknown`,
/// `paper.no_agenda`, `paper.no_text`, those of reading texts and proposals.
[[nodiscard]] Result<formats::OfficialDocument> write_paper(const Source& source,
                                                            const AskedPaper& asked);

/// Returns a name or a title of the record in a language: as the committee has it translated; as is
/// usual, where it is one of the usual ones in English; otherwise as it stands.
[[nodiscard]] std::string name_in(const committee::State& state, const std::string& words,
                                  text::Language language);

/// Returns the kinds that can be written of a session at present.
[[nodiscard]] std::vector<PaperKind> papers_of(const committee::State& state,
                                               const std::string& session);

/// Returns the session that is meant where none is named; empty where there is none.
[[nodiscard]] std::string usual_session(const committee::State& state);

}  // namespace travaux::paperwork
