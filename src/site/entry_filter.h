// Which entries of the record are asked for: by act, by who, by day.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "record/entry.h"
#include "site/visit.h"

namespace travaux::site {

/// What is asked for; empty is everything.
struct EntryFilter {
    std::string act;
    std::string capacity;
    std::string member;       ///< whom the events of the entry name
    std::optional<Date> day;  ///< at Greenwich
    std::optional<std::uint64_t> before;

    [[nodiscard]] bool takes(const record::Entry& entry) const;
    /// The query of a page that goes on before an entry.
    [[nodiscard]] std::string query(std::optional<std::uint64_t> page_before) const;
};

/// Reads what a query asks for. Error: `request.parameter_value` for an act, a capacity or a day
/// that there is not.
[[nodiscard]] Result<EntryFilter> entry_filter_of(const Visit& visit);

/// Returns the form that asks, as HTML.
[[nodiscard]] std::string entry_filter_form(const Visit& visit, const EntryFilter& filter);

/// Entries, newest first.
struct FoundEntries {
    std::vector<record::Entry> entries;
    std::uint64_t first = 0;  ///< that was looked at; 0 where none is left
};

/// Returns the entries that are asked for, as many as a page has, of as many as a page looks at.
/// Errors: those of reading.
[[nodiscard]] Result<FoundEntries> find_entries(const Visit& visit, const EntryFilter& filter);

}  // namespace travaux::site
