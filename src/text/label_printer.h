// Labels as the United Nations prints them: "article 6, paragraph 2 (a)", "пункт 2 a) статьи 6".
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "text/label_steps.h"
#include "text/language.h"

namespace travaux::text {

/// Returns the label of steps that stand with the outermost first.
[[nodiscard]] std::string print_label(const std::vector<const LabelStep*>& steps,
                                      Language language);

/// Returns the label of the provision at a position of all steps of a draft.
[[nodiscard]] std::string label_of(const std::vector<LabelStep>& steps, std::size_t at,
                                   Language language);

}  // namespace travaux::text
