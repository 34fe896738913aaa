// Plans of sessions as JSON, and the reports on them (docs/planning.md).
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "base/result.h"
#include "planning/report.h"

namespace travaux::formats {

/// Reads a plan, with everything checked that can be checked before days are looked for. Errors
/// name the file and the way to the field: those of JSON, `plan.number_out_of_range`,
/// `plan.value_unknown`, `plan.date_malformed`, `plan.length_missing`, `plan.list_empty`,
/// `plan.year_far`, `plan.window_long`, and those of `planning::read_dates` and `planning::check`.
[[nodiscard]] Result<planning::Plan> read_plan(std::string_view bytes, const std::string& file);

/// Returns a report as JSON.
[[nodiscard]] boost::json::object report_json(const planning::Plan& plan,
                                              const planning::PlanReport& report);

/// Returns what slips as JSON.
[[nodiscard]] boost::json::array slips_json(const std::vector<planning::Slip>& slips);

}  // namespace travaux::formats
