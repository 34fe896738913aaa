// Modalities: what the committee and its parent organ approved of the way of working, as far as
// acts depend on it. What is not said has no effect; each thing that is said names its source.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "committee/common.h"

namespace travaux::committee {

struct State;

/// What organizations other than members may do.
enum class StakeholderPart : std::uint8_t { none, attend, attend_and_submit };
BOOST_DESCRIBE_ENUM(StakeholderPart, none, attend, attend_and_submit)

/// A thing that modalities can lay down.
enum class Setting : std::uint8_t {
    languages,
    delegation_size_max,
    stakeholders,
    stakeholder_words_max,
    documents_weeks_before,
    session_gap_weeks_min,
};
BOOST_DESCRIBE_ENUM(Setting, languages, delegation_size_max, stakeholders, stakeholder_words_max,
                    documents_weeks_before, session_gap_weeks_min)

/// Where it is laid down: a document and a paragraph.
struct SettingSource {
    static constexpr std::string_view type_name = "source of a setting";

    Setting setting = Setting::languages;
    std::string source;

    bool operator==(const SettingSource&) const = default;
};
BOOST_DESCRIBE_STRUCT(SettingSource, (), (setting, source))

/// The modalities that are in force.
struct Modalities {
    std::string text;                    ///< the approved text
    std::vector<std::string> languages;  ///< of submissions, by code; none: any
    std::optional<std::uint32_t> delegation_size_max;
    std::optional<StakeholderPart> stakeholders;  ///< none: they take no part
    std::optional<std::uint32_t> stakeholder_words_max;
    std::optional<std::uint32_t> documents_weeks_before;  ///< a session opens
    std::optional<std::uint32_t> session_gap_weeks_min;
    std::vector<SettingSource> sources;

    bool operator==(const Modalities&) const = default;
};
BOOST_DESCRIBE_STRUCT(Modalities, (),
                      (text, languages, delegation_size_max, stakeholders, stakeholder_words_max,
                       documents_weeks_before, session_gap_weeks_min, sources))

/// The whole of the modalities as they are from then on.
struct ModalitiesApplied {
    static constexpr std::string_view name = "modalities.applied";

    std::string text;
    std::vector<std::string> languages;
    std::optional<std::uint32_t> delegation_size_max;
    std::optional<StakeholderPart> stakeholders;
    std::optional<std::uint32_t> stakeholder_words_max;
    std::optional<std::uint32_t> documents_weeks_before;
    std::optional<std::uint32_t> session_gap_weeks_min;
    std::vector<SettingSource> sources;

    [[nodiscard]] static std::string object() { return "modalities"; }
    bool operator==(const ModalitiesApplied&) const = default;
};
BOOST_DESCRIBE_STRUCT(ModalitiesApplied, (),
                      (text, languages, delegation_size_max, stakeholders, stakeholder_words_max,
                       documents_weeks_before, session_gap_weeks_min, sources))

/// Where the committee counts its days.
struct DutyStation {
    std::string place;
    std::string zone;  ///< `Europe/Vienna`

    bool operator==(const DutyStation&) const = default;
};

struct CommitteeSeated {
    static constexpr std::string_view name = "committee.seated";

    std::string place;
    std::string zone;

    [[nodiscard]] static std::string object() { return "committee"; }
    bool operator==(const CommitteeSeated&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommitteeSeated, (), (place, zone))

void apply(State& state, const ModalitiesApplied& event, const Entered& when);
void apply(State& state, const CommitteeSeated& event, const Entered& when);

/// Returns where a setting is laid down; empty where it is not.
[[nodiscard]] std::string source_of(const Modalities& modalities, Setting setting);

}  // namespace travaux::committee
