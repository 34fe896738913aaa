// Which rule a refusal comes from: one table, so that it can be read as a whole.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace travaux::committee {

/// The rule behind the refusals of an id. `{2}` stands for the refusal's third argument, where what
/// a committee approved names its own source.
struct CitedRule {
    std::string_view id;
    std::string_view rule;
};

/// Returns the table, sorted by id.
[[nodiscard]] std::span<const CitedRule> cited_rules();

/// Returns the rule that a refusal comes from, with its document; empty where it comes from none.
[[nodiscard]] std::string rule_of(const Error& error);

/// Returns a refusal as `{"id", "args", "rule"}`, for whoever makes sentences of it. `rule` is left
/// out where there is none.
[[nodiscard]] boost::json::object as_json(const Error& error);

}  // namespace travaux::committee
