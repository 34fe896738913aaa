// The sentences of refusals, in English, by id.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace travaux::cli {

struct Message {
    std::string_view id;
    std::string_view sentence;  ///< `{0}`, `{1}`, … stand for the refusal's arguments
};

/// Returns all sentences, by id.
[[nodiscard]] std::span<const Message> messages();

/// Returns the one line that says what is refused, where and why.
[[nodiscard]] std::string sentence_of(const Error& error);

/// Returns the exit code: 2 where the input is at fault, 3 for the environment.
[[nodiscard]] int exit_code_of(const Error& error);

}  // namespace travaux::cli
