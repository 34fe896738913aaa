// What the routes stand on: the committees, who asks, in which language, and how often.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "http/answers.h"
#include "http/conversions.h"
#include "http/identities.h"
#include "http/metrics.h"
#include "http/rates.h"
#include "http/router.h"
#include "http/served_committee.h"

namespace travaux::http {

/// All of it outlives the routes.
struct Service {
    std::vector<ServedCommittee*> committees;  ///< sorted by name
    Identities& identities;
    std::string version;  ///< of the program
    Metrics& metrics;
    Rates& rates;
    Conversions* conversions = nullptr;  ///< none: no PDF files are made
    bool sends_mail = false;             ///< letters that are entered as sent go by mail, too
};

/// Returns a committee by what the place `committee` of a path stands for. Error:
/// `committee.unknown`.
[[nodiscard]] Result<ServedCommittee*> committee_of(const Service& service, const Asked& asked);

/// Returns who asks, and refuses who asks too often. Errors: those of `Identities::who`,
/// `request.rate`.
[[nodiscard]] Result<Identity> identity_of(const Service& service, const Asked& asked);

/// Returns the language of whoever asks: the one of their account, otherwise the one that the
/// request asks for. May read a database.
[[nodiscard]] text::Language language_of(const Service& service, const Request& request);

/// Returns a refusal in the language of whoever asks. Where a store failed none is asked again.
[[nodiscard]] Response refusal_to(const Service& service, const Request& request,
                                  const Error& error);

/// Returns what a read has to wait for so that it shows as much as `Min-Length` says. Errors:
/// `committee.unknown`, `request.length_malformed`.
[[nodiscard]] Result<std::optional<Wait>> wait_for_min_length(const Service& service,
                                                              const Asked& asked);

/// Returns what an act that is sent again is known by: the key, among all that somebody sends;
/// nothing without one. Errors: `request.key_too_long`, those of `write_canonical`.
[[nodiscard]] Result<std::optional<host::Once>> once_of(const Identity& identity,
                                                        std::string_view key,
                                                        const host::AttemptedAct& attempt);

/// Returns the answer to an act that was done: its entry and the ids that it gave.
[[nodiscard]] Response receipt(const host::DoneAct& done);

/// Makes what answers of what may refuse.
template <typename Answer>
[[nodiscard]] std::function<Response(const Asked&)> answering(const Service& service,
                                                              Answer answer) {
    return [&service, answer](const Asked& asked) {
        Result<Response> response = answer(asked);
        return response ? *std::move(response)
                        : refusal_to(service, asked.request, response.error());
    };
}

/// Each returns routes; the service outlives them.
[[nodiscard]] std::vector<Route> system_routes(const Service& service);
[[nodiscard]] std::vector<Route> act_routes(const Service& service);
[[nodiscard]] std::vector<Route> view_routes(const Service& service);
[[nodiscard]] std::vector<Route> letter_routes(const Service& service);
[[nodiscard]] std::vector<Route> paper_routes(const Service& service);
[[nodiscard]] std::vector<Route> calendar_routes(const Service& service);
[[nodiscard]] std::vector<Route> text_routes(const Service& service);
[[nodiscard]] std::vector<Route> file_routes(const Service& service);
[[nodiscard]] std::vector<Route> comparison_routes(const Service& service);
[[nodiscard]] std::vector<Route> live_routes(const Service& service);
[[nodiscard]] std::vector<Route> record_routes(const Service& service);

/// Returns all of them with some more, and the description of the interface.
[[nodiscard]] std::vector<Route> all_routes(const Service& service, std::vector<Route> more = {});

/// Returns the description of an interface, OpenAPI 3.1.
[[nodiscard]] std::string openapi(const std::vector<Route>& routes, std::string_view version);

/// Returns the schema of a refusal.
[[nodiscard]] boost::json::object refusal_schema();

}  // namespace travaux::http
