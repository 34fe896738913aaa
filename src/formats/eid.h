// The ids that Akoma Ntoso computes from numbers and place, `art_6__para_2__subpara_a`.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "text/draft.h"

namespace travaux::formats {

/// What the id of a provision is made from.
struct NumberedProvision {
    std::uint32_t depth = 0;
    text::ProvisionKind kind = text::ProvisionKind::paragraph;
    std::string number;
};

/// Returns the ids of provisions in preorder, no two of them alike.
[[nodiscard]] std::vector<std::string> eids_of(const std::vector<NumberedProvision>& provisions);

}  // namespace travaux::formats
