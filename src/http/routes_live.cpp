// The live stream of a record: server-sent events, or, for who cannot have them, an answer that
// comes once there is news.
// SPDX-License-Identifier: MIT
#include "committee/view.h"
#include "http/service.h"

namespace travaux::http {
namespace {

constexpr auto wait_for_news = std::chrono::milliseconds(25'000);

// The first entry that somebody wants who has heard of `last` and all before it; nothing said: what
// comes from now on.
Result<std::uint64_t> next_after(std::string_view last, const Live& live) {
    if (last.empty()) return live.length();
    const auto index = number_of(last);
    if (!index || *index >= std::uint64_t{1} << 53U) {
        return refuse_request("request.length_malformed", {std::string(last)});
    }
    return *index + 1;
}

bool is_long_poll(const Request& request) {
    return !request.parameter("after").empty() ||
           request.field("Accept").find("application/json") != std::string_view::npos;
}

Result<std::optional<Subscription>> subscribe(const Service& service, const Asked& asked) {
    if (is_long_poll(asked.request)) return std::nullopt;
    TRY_ASSIGN(const ServedCommittee* committee, committee_of(service, asked));
    const std::string_view field = asked.request.field("Last-Event-ID");
    TRY_ASSIGN(const std::uint64_t next,
               next_after(field.empty() ? asked.request.parameter("last_event_id") : field,
                          *committee->live()));
    return Subscription{committee->live(), next};
}

Result<std::optional<Wait>> wait(const Service& service, const Asked& asked) {
    if (asked.request.parameter("after").empty()) return std::nullopt;
    TRY_ASSIGN(const ServedCommittee* committee, committee_of(service, asked));
    TRY_ASSIGN(const std::uint64_t next,
               next_after(asked.request.parameter("after"), *committee->live()));
    return Wait{committee->live(), next + 1, wait_for_news, false};
}

Result<Response> poll(const Service& service, const Asked& asked) {
    TRY_ASSIGN(const ServedCommittee* committee, committee_of(service, asked));
    TRY_ASSIGN(const std::uint64_t next,
               next_after(asked.request.parameter("after"), *committee->live()));
    TRY_ASSIGN(const auto news, committee->live()->news(next));
    boost::json::object answer{{"next", next + news.size()}};
    answer["news"] = boost::json::array(news.begin(), news.end());
    return json_answer(answer);
}

}  // namespace

std::vector<Route> live_routes(const Service& service) {
    const boost::json::object number{{"type", "integer"}, {"minimum", 0}};
    return {{"GET",
             "/api/v1/committees/{committee}/live",
             committee::everybody(),
             {"live",
              "Streams one event for each entry of the record; its id is the index of the entry. "
              "With `after` it answers as JSON instead, once there is news.",
              {{"after", "The last entry that is known: answer once there are more.", number},
               {"last_event_id", "The last entry that is known, for streams.", number}},
              nullptr,
              nullptr,
              "text/event-stream"},
             {},
             answering(service, [&service](const Asked& asked) { return poll(service, asked); }),
             [&service](const Asked& asked) { return subscribe(service, asked); },
             [&service](const Asked& asked) { return wait(service, asked); }}};
}

}  // namespace travaux::http
