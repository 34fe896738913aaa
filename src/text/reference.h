// Labels of provisions in six languages: "article 6, paragraph 2 (a)" printed and resolved.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/draft.h"

namespace travaux::text {

/// Returns how a provision is referred to in a language: "article 6, paragraph 2 (a)". Where
/// several provisions have one name, "[2]" tells the second. For many labels of one draft, see
/// `Labels`.
[[nodiscard]] std::string label_of(const Draft& draft, std::size_t at, Language language);

/// Returns the labels of all provisions of a draft, in their order.
[[nodiscard]] std::vector<std::string> labels_of(const Draft& draft, Language language);

/// Returns the provision that a label names, spelled as `label_of` spells it or in the short forms
/// that delegations use ("art. 6(2)(a)", "6.2.a"). Errors: `label.unknown`, `label.ambiguous`, with
/// the label first and then, where ambiguous, the labels that it may mean.
[[nodiscard]] Result<ProvisionId> resolve_label(const Draft& draft, Language language,
                                                std::string_view label);

/// A reference found in a text: bytes [begin, end) name a provision.
struct Reference {
    std::size_t begin = 0;
    std::size_t end = 0;
    ProvisionId provision;

    bool operator==(const Reference&) const = default;
};

/// Returns the references in a text that stands in provision `at`, in order; "paragraph 1 of this
/// article" is read from where it stands.
[[nodiscard]] std::vector<Reference> references_in(const Draft& draft, std::size_t at,
                                                   Language language, std::string_view text);

}  // namespace travaux::text
