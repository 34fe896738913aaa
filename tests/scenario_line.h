// The lines of a scenario: who, what, with which fields, and the outcome.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace travaux::tests {

/// A word of a line; a quoted one may hold blanks and signs.
struct Token {
    std::string key;  ///< before `=`, or empty
    std::string text;
    bool is_quoted = false;

    bool operator==(const Token&) const = default;
};

/// `as WHO  ACT …  -> OUTCOME`, or `view NAME …`, without the first word.
struct ScenarioLine {
    std::string who;
    std::string name;
    std::vector<Token> tokens;
    std::string outcome;  ///< empty where none is said
};

/// Reads the words of a line. Error: `scenario.malformed`.
[[nodiscard]] Result<std::vector<Token>> tokens_of(std::string_view text);

/// Reads what follows `as`.
[[nodiscard]] Result<ScenarioLine> parse_act_line(std::string_view text);

/// Returns the fields that tokens give; the changes of a proposal, written without `=`, become
/// its `parts`.
[[nodiscard]] Result<boost::json::object> fields_of_tokens(const std::vector<Token>& tokens);

/// Returns a view's answer as lines: one for each thing, `key=value` for each field.
[[nodiscard]] std::vector<std::string> lines_of(const boost::json::value& value);

}  // namespace travaux::tests
