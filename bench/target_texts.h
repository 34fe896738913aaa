// What programs that know texts alone can be given: a provision and the texts that are wanted of
// it.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "bench/consolidating.h"

namespace travaux::bench {

/// A text of a provision, and the distinct texts that proposals want instead, as they came.
struct TargetTexts {
    std::string base;
    std::vector<std::string> targets;
};

/// Returns those of each provision that proposals want other words of, in the order of the draft.
[[nodiscard]] std::vector<TargetTexts> target_texts_of(const Bytes& bytes);

/// Returns the same texts with one of the engine's words a line, each with the blank before it.
[[nodiscard]] std::vector<TargetTexts> one_word_a_line(const std::vector<TargetTexts>& texts);

/// Returns all the texts, one after the other.
[[nodiscard]] std::string all_bytes_of(const std::vector<TargetTexts>& texts);

/// Returns how many pairs of a provision and a target there are.
[[nodiscard]] std::size_t pairs_in(const std::vector<TargetTexts>& texts);

}  // namespace travaux::bench
