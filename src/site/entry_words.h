// An entry of the record in words: when, who, which act, on what.
// SPDX-License-Identifier: MIT
#pragma once

#include "record/entry.h"
#include "site/visit.h"

namespace travaux::site {

/// Returns the name of the act that was entered; of a sealed one that it is sealed.
[[nodiscard]] std::string act_name(const Visit& visit, const record::Entry& entry);

/// Returns a field of an event; whatever names something leads there.
[[nodiscard]] std::string value_in_words(const Visit& visit, std::string_view name,
                                         const boost::json::value& value);

/// Returns what the act was on, in two words; empty for a sealed one.
[[nodiscard]] std::string summary(const Visit& visit, const record::Entry& entry);

/// Returns in which capacity it was done; empty for a sealed one.
[[nodiscard]] std::string capacity_of(const Visit& visit, const record::Entry& entry);

/// Returns the number of an entry, which leads to it.
[[nodiscard]] std::string number_link(const Visit& visit, std::uint64_t index);

}  // namespace travaux::site
