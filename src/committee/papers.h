// Papers that are not for everybody: those of informal meetings and of the Bureau.
//
// Circulating one is a confidential act: the public record has a commitment and a time. Disclosing
// it says all of it again in public, so that what is public depends on public entries alone.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "committee/common.h"

namespace travaux::committee {

struct State;

/// For whom a paper is.
enum class Distribution : std::uint8_t { members, bureau };
BOOST_DESCRIBE_ENUM(Distribution, members, bureau)

struct Paper {
    std::string title;
    BodyReference body;
    std::string meeting;  ///< empty where it is of none
    std::vector<std::string> provisions;
    Distribution distribution = Distribution::members;
    std::uint64_t entry = 0;  ///< that circulated it
    bool is_disclosed = false;

    bool operator==(const Paper&) const = default;
};

struct PaperCirculated {
    static constexpr std::string_view name = "paper.circulated";

    std::string id;
    std::string title;
    BodyReference body;
    std::optional<std::string> meeting;
    std::vector<std::string> provisions;
    Distribution distribution = Distribution::members;

    [[nodiscard]] const std::string& object() const { return id; }
    bool operator==(const PaperCirculated&) const = default;
};
BOOST_DESCRIBE_STRUCT(PaperCirculated, (), (id, title, body, meeting, provisions, distribution))

struct PaperDisclosed {
    static constexpr std::string_view name = "paper.disclosed";

    std::string paper;
    std::uint64_t entry = 0;
    std::string title;
    BodyReference body;
    std::optional<std::string> meeting;
    std::vector<std::string> provisions;
    Distribution distribution = Distribution::members;
    std::string authority;

    [[nodiscard]] const std::string& object() const { return paper; }
    [[nodiscard]] std::vector<std::uint64_t> discloses() const { return {entry}; }
    bool operator==(const PaperDisclosed&) const = default;
};
BOOST_DESCRIBE_STRUCT(PaperDisclosed, (),
                      (paper, entry, title, body, meeting, provisions, distribution, authority))

void apply(State& state, const PaperCirculated& event, const Entered& when);
void apply(State& state, const PaperDisclosed& event, const Entered& when);

}  // namespace travaux::committee
