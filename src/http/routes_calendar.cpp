// The route of the calendar: sessions and deadlines, for programs that show calendars.
// SPDX-License-Identifier: MIT
#include "host/calendar_feed.h"
#include "http/representation.h"
#include "http/service.h"

namespace travaux::http {
namespace {

Result<Response> calendar(const Service& service, const Asked& asked) {
    TRY_ASSIGN(ServedCommittee* const served, committee_of(service, asked));
    text::Language language = language_of(service, asked.request);
    for (const auto& [name, value] : asked.request.query) {
        if (name != "language") return refuse_request("request.parameter_unknown", {name});
        const auto wanted = text::parse_language(value);
        if (!wanted) return refuse_request("request.parameter_value", {name, value});
        language = *wanted;
    }
    struct Read {
        std::string feed;
        std::uint64_t entries = 0;
    };
    const Read read = served->committee().read([&](const committee::State& state) {
        return Read{state.mandate ? host::calendar_feed(state, language) : std::string{},
                    state.entries};
    });
    if (read.feed.empty()) return committee::refuse("committee.not_founded", {});
    Representation representation = represent(read.feed, "text/calendar; charset=utf-8", Kept::no,
                                              asked.request.field("Accept-Encoding"));
    representation.entries = read.entries;
    Response response = answer_with(asked.request, representation, Sharing::everybody);
    response.with("Content-Language", std::string(code_of(language)));
    response.with("Content-Disposition", "attachment; filename=\"" + served->name() + ".ics\"");
    return response;
}

}  // namespace

std::vector<Route> calendar_routes(const Service& service) {
    return {
        {"GET",
         "/api/v1/committees/{committee}/calendar.ics",
         committee::everybody(),
         {"calendar",
          "Gives sessions and deadlines as a feed that calendars subscribe to.",
          {{"language", "In which language; else in that of whoever asks.",
            boost::json::object{{"type", "string"},
                                {"enum", {"ar", "en", "es", "fr", "ru", "zh"}}}}},
          nullptr,
          nullptr,
          "text/calendar"},
         {},
         answering(service, [&service](const Asked& asked) { return calendar(service, asked); }),
         {},
         [&service](const Asked& asked) { return wait_for_min_length(service, asked); }}};
}

}  // namespace travaux::http
