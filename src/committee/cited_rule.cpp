// The rules of procedure of the General Assembly stand in A/520/Rev.20; under rule 161 they are
// those of its subsidiary organs. The background paper is that of the Secretariat on the outline
// and modalities of the committee under resolution 74/247.
// SPDX-License-Identifier: MIT
#include "committee/cited_rule.h"

#include <algorithm>
#include <array>

namespace travaux::committee {
namespace {

// clang-format off
constexpr std::array rules = {
    CitedRule{"adoption.excluded", "A/520/Rev.20, rule 130"},
    CitedRule{"call.deadline_too_late", "{2}"},
    CitedRule{"delegation.empty", "A/520/Rev.20, rule 100"},
    CitedRule{"delegation.too_large", "{2}"},
    CitedRule{"document.languages_missing", "A/520/Rev.20, rule 56"},
    CitedRule{"document.needs_waiver", "{3}"},
    CitedRule{"document.no_waiver", "{2}"},
    CitedRule{"document.too_many_words", "{3}"},
    CitedRule{"meeting.facilitator_formal", "A/520/Rev.20, rule 106"},
    CitedRule{"meeting.informal", "Background paper on outline and modalities, paragraph 11"},
    CitedRule{"modalities.not_approved", "Background paper on outline and modalities, paragraph 2"},
    CitedRule{"officer.office_held", "A/520/Rev.20, rule 103"},
    CitedRule{"proposal.decided", "A/520/Rev.20, rule 122"},
    CitedRule{"proposal.language_not_admitted", "{1}"},
    CitedRule{"proposal.not_withdrawn", "A/520/Rev.20, rule 122"},
    CitedRule{"provision.is_agreed", "A/520/Rev.20, rule 123"},
    CitedRule{"session.too_close", "{2}"},
    CitedRule{"text.not_agreed", "Background paper on outline and modalities, paragraph 8"},
    CitedRule{"text.words_unaccounted", "Background paper on outline and modalities, paragraph 9"},
    CitedRule{"view.stakeholders", "{0}"},
    CitedRule{"view.too_many_words", "{2}"},
};
// clang-format on

}  // namespace

std::span<const CitedRule> cited_rules() { return rules; }

std::string rule_of(const Error& error) {
    const auto* found = std::ranges::find(rules, error.id, &CitedRule::id);
    if (found == rules.end()) return {};
    if (!found->rule.starts_with('{')) return std::string(found->rule);
    const auto index = static_cast<std::size_t>(found->rule[1] - '0');
    return index < error.args.size() ? error.args[index] : std::string{};
}

boost::json::object as_json(const Error& error) {
    boost::json::object object{{"id", error.id}, {"args", boost::json::value_from(error.args)}};
    if (const std::string rule = rule_of(error); !rule.empty()) object["rule"] = rule;
    return object;
}

}  // namespace travaux::committee
