// Documents that are written from the record, as answers: what a query asks for, and the file.
// SPDX-License-Identifier: MIT
#pragma once

#include "http/service.h"

namespace travaux::http {

/// Returns the document of the kind that the place `kind` of a path names, as the query asks:
/// `session`, `language`, `form`, `symbol`, `date`. Errors: `request.parameter_unknown`,
/// `request.parameter_value`, `pdf.no_libreoffice`, those of `host::write_paper` and of converting.
[[nodiscard]] Result<Response> answer_with_paper(const Service& service, const Asked& asked);

/// Returns what the query may have, for the description of the interface.
[[nodiscard]] std::vector<Parameter> parameters_of_papers();

}  // namespace travaux::http
