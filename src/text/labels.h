// The labels of all provisions of a draft in one language, printed and read back.
//
// Made once for a draft; each label is then read in time that grows with the label alone, unless it
// is a short form.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/draft.h"
#include "text/label_parser.h"
#include "text/label_steps.h"
#include "text/reference.h"

namespace travaux::text {

class Labels {
public:
    /// The draft must outlive the labels.
    Labels(const Draft& draft, Language language);

    /// Returns the label of a provision.
    [[nodiscard]] const std::string& of(std::size_t at) const { return labels_[at]; }

    /// As `resolve_label`.
    [[nodiscard]] Result<ProvisionId> resolve(std::string_view label) const;

    /// As `text::references_in`.
    [[nodiscard]] std::vector<Reference> references_in(std::size_t at, std::string_view text) const;

private:
    using Places = std::vector<std::size_t>;

    [[nodiscard]] Places found_by(const ParsedLabel& label, std::size_t from) const;
    [[nodiscard]] Places found_near(const ParsedLabel& label, std::size_t at) const;
    [[nodiscard]] Places divisions_named(std::span<const ParsedStep> steps, std::size_t in) const;
    [[nodiscard]] Places articles_named(const ParsedStep& step, std::size_t in) const;
    [[nodiscard]] Places children_named(const ParsedStep& step, std::size_t in) const;
    [[nodiscard]] bool is_inside(std::size_t at, std::size_t in) const;
    [[nodiscard]] std::size_t annex_of(std::size_t at) const;
    [[nodiscard]] std::size_t parent(std::size_t at) const { return parents_[at]; }

    const Draft& draft_;
    Language language_;
    std::vector<LabelStep> steps_;
    std::vector<std::size_t> parents_;
    std::map<std::size_t, Places> children_;  ///< by parent; the treaty's stand under whole_treaty
    std::vector<std::string> labels_;
    std::map<std::string, std::size_t, std::less<>> exact_;  ///< by folded label
    std::string title_;                                      ///< folded
};

}  // namespace travaux::text
