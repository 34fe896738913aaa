// What the views share.
// SPDX-License-Identifier: MIT
#pragma once

#include "committee/view.h"

namespace travaux::committee {

/// The fields of a view that takes none.
struct NoFields {};
BOOST_DESCRIBE_STRUCT(NoFields, (), ())

/// The field of a view of one published text.
struct TextField {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(TextField, (), (text))

/// How a view answers a question.
enum class YesNo : std::uint8_t { no, yes };
BOOST_DESCRIBE_ENUM(YesNo, no, yes)

/// What is not there is left out.
[[nodiscard]] inline std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

/// Declares a view that everybody may see.
[[nodiscard]] inline Declaration of_everybody(std::string_view name, std::string_view sentence,
                                              std::vector<FieldSentence> fields = {}) {
    return {.name = name,
            .sentence = sentence,
            .who = everybody(),
            .on = {},
            .reads = {},
            .fields = std::move(fields)};
}

}  // namespace travaux::committee
