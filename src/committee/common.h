// What the acts of a committee have in common: moments, bodies, who acts, and things by their id.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "record/entry.h"

namespace travaux::record {

BOOST_DESCRIBE_STRUCT(BodyReference, (), (hash, size, media_type))

}  // namespace travaux::record

namespace travaux::committee {

using record::BodyReference;

/// One file of a published text.
struct NamedBody {
    static constexpr std::string_view type_name = "file";

    std::string name;
    BodyReference body;

    bool operator==(const NamedBody&) const = default;
};
BOOST_DESCRIBE_STRUCT(NamedBody, (), (name, body))

/// A moment as it was said, with its zone and the instant it was read as.
struct Moment {
    static constexpr std::string_view type_name = "moment";

    LocalTime local;
    std::string zone;        ///< `Europe/Vienna`
    std::int64_t at_ms = 0;  ///< since 1970, UTC

    bool operator==(const Moment&) const = default;
};
BOOST_DESCRIBE_STRUCT(Moment, (), (local, zone, at_ms))

/// Reads a moment as RFC 9557 writes it, to the minute: `2022-02-01T18:00+01:00[Europe/Vienna]`.
[[nodiscard]] std::optional<Moment> parse_moment(std::string_view text);

/// Where in the record, and when, an event was entered.
struct Entered {
    std::uint64_t entry = 0;
    std::int64_t time_ms = 0;  ///< since 1970, UTC
};

/// Orders ids as they were given: `P2` before `P10`.
struct ByAge {
    bool operator()(std::string_view a, std::string_view b) const {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    }
};

/// Things by their id, oldest first.
template <typename T>
using ById = std::map<std::string, T, ByAge>;

/// Returns the id of the next thing of a kind: a letter and how many there are. Nothing is ever
/// taken out of the state, so an id is never given twice.
template <typename T>
[[nodiscard]] std::string next_id(char letter, const ById<T>& things) {
    return letter + std::to_string(things.size() + 1);
}

/// Returns a thing, or null.
template <typename Map>
[[nodiscard]] const typename Map::mapped_type* find(const Map& things, const std::string& id) {
    const auto found = things.find(id);
    return found == things.end() ? nullptr : &found->second;
}

}  // namespace travaux::committee
