// The ids that Akoma Ntoso computes from numbers and place, `art_6__para_2__subpara_a`.
// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "text/draft.h"

namespace travaux::formats {

/// Gives each provision of a document an id that no other one has.
class EidMaker {
public:
    /// Returns the id of a provision under a parent's id (empty at the top).
    [[nodiscard]] std::string make(const std::string& parent, text::ProvisionKind kind,
                                   std::string_view number);

private:
    std::set<std::string> taken_;
};

}  // namespace travaux::formats
