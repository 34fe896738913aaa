// Acts: what somebody does, declared once. From the declaration come the check of fields and of
// rights, the routes and the pages.
//
// Deciding checks everything first and changes nothing; an act gives all its events or none.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "committee/described.h"
#include "committee/event.h"
#include "committee/library.h"
#include "committee/rights.h"
#include "committee/zones.h"

namespace travaux::committee {

/// Everything that is not in the state and that an act depends on: time, identity, bodies.
struct Context {
    std::int64_t time_ms = 0;  ///< since 1970, UTC
    Caller caller;
    const Library& library;
    const Zones* zones = nullptr;  ///< none: days are counted at Greenwich, zones are not checked
};

/// Returns the day on which something is done, at the committee's duty station; at Greenwich where
/// it has none.
[[nodiscard]] Date today(const State& state, const Context& context);

/// A field and what it means.
struct FieldSentence {
    std::string_view field;
    std::string_view sentence;
};

/// Whether an act is entered for everybody to read, or sealed until it is disclosed.
enum class Publicity : std::uint8_t { open, sealed };

/// Which members act for themselves: an observer submits views, and no proposals.
enum class Acting : std::uint8_t { every_member, member_states };

/// What is declared of an act or a view.
struct Declaration {
    std::string_view name;      ///< `proposal.submit`
    std::string_view sentence;  ///< what it does
    std::vector<Right> who;
    std::string_view on;                  ///< the field that names what it acts on; may be empty
    std::vector<std::string_view> reads;  ///< the fields that name objects it depends on
    std::vector<FieldSentence> fields;    ///< in the order of the description
    Publicity publicity = Publicity::open;
    Acting acting = Acting::every_member;
};

struct Act {
    Declaration declaration;
    std::vector<FieldOfAct> fields;
    std::function<Result<Events>(const State&, const boost::json::object&, const Context&)> decide;
};

/// Returns the described fields with their sentences. A sentence too many or too few is a defect.
[[nodiscard]] std::vector<FieldOfAct> with_sentences(std::vector<FieldOfAct> fields,
                                                     const Declaration& declaration);

/// Makes an act of its declaration and of what decides it.
template <DescribedStruct Fields, typename Decide>
[[nodiscard]] Act declare(Declaration declaration, Decide decide) {
    Act act{std::move(declaration), fields_of<Fields>(), {}};
    act.fields = with_sentences(std::move(act.fields), act.declaration);
    const std::string name(act.declaration.name);
    act.decide = [decide, name](const State& state, const boost::json::object& object,
                                const Context& context) -> Result<Events> {
        TRY_ASSIGN(const Fields fields, from_object<Fields>(object, name));
        return decide(state, fields, context);
    };
    return act;
}

/// Returns all acts, by name.
[[nodiscard]] const std::vector<Act>& acts();

/// Returns an act by its name, or null.
[[nodiscard]] const Act* find_act(std::string_view name);

/// Checks that a caller may do an act on an object (empty for none), as far as rights go.
[[nodiscard]] Result<void> may(const State& state, const Act& act, const Caller& caller,
                               const std::string& object);

/// Checks that a caller may do an act with some fields, as far as rights go. Whoever takes an act
/// in asks this before anything is read for it.
[[nodiscard]] Result<void> may(const State& state, const Act& act, const Caller& caller,
                               const boost::json::object& fields);

/// Checks that a member, if there is one, is a State: others submit no proposals. Error:
/// `proposal.observer`.
[[nodiscard]] Result<void> check_is_state(const State& state, const std::string& member);

/// Decides an act: its events, or why it is refused. Errors: `rights.*`, `json.*`,
/// `committee.not_founded`, and those of the act.
[[nodiscard]] Result<Events> decide(const State& state, const Act& act,
                                    const boost::json::object& fields, const Context& context);

/// Checks that nothing an act depends on was changed by the entry `seen` or a later one. Error:
/// `act.stale`, with what changed.
[[nodiscard]] Result<void> check_unchanged(const State& state, const Act& act,
                                           const boost::json::object& fields, std::uint64_t seen);

/// Makes the refusal of an act.
[[nodiscard]] std::unexpected<Error> refuse(std::string_view id, std::vector<std::string> args = {},
                                            ErrorCode code = ErrorCode::refused);

}  // namespace travaux::committee
