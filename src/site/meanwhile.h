// Somebody acts from a page that has grown old: what others entered meanwhile of the same object.
// SPDX-License-Identifier: MIT
#pragma once

#include "site/visit.h"

namespace travaux::site {

/// Returns an error in which provisions have their labels in the place of their ids.
[[nodiscard]] Error with_labels(const Visit& visit, Error error);

/// Returns what was entered of the object that an error names first, since a page of `seen`
/// entries, under a heading; empty where that is nothing.
[[nodiscard]] std::string entered_meanwhile(const Visit& visit, const Error& error,
                                            std::uint64_t seen);

}  // namespace travaux::site
