// SPDX-License-Identifier: MIT
#include "http/metrics.h"

#include <algorithm>

namespace travaux::http {
namespace {

constexpr std::array lane_names = {"answers", "files", "documents"};  // as `Lane` has them

constexpr std::int64_t micros_of_second = 1'000'000;
constexpr std::string_view bucket = "travaux_request_seconds_bucket";

std::string seconds(std::int64_t micros) {
    std::string digits = std::to_string(micros % micros_of_second);
    digits.insert(0, 6 - digits.size(), '0');
    return std::to_string(micros / micros_of_second) + "." + digits;
}

std::string head(const std::string& name, const std::string& help, const std::string& type) {
    return "# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n";
}

std::string sample(std::string_view name, const std::string& labels, std::int64_t value) {
    return std::string(name).append("{").append(labels).append("} ") + std::to_string(value) + "\n";
}

std::string gauge(const std::string& name, const std::string& help, std::int64_t value) {
    return head(name, help, "gauge") + name + " " + std::to_string(value) + "\n";
}

std::string counter(const std::string& name, const std::string& help, std::int64_t value) {
    return head(name, help, "counter") + name + " " + std::to_string(value) + "\n";
}

}  // namespace

void Metrics::begin(const std::vector<std::string>& routes) {
    (void)routes_[""];
    for (const std::string& route : routes) (void)routes_[route];
}

void Metrics::count(const std::string& route, int status, std::int64_t micros) {
    OfRoute& of = routes_.at(route);
    const auto status_class = static_cast<std::size_t>(std::clamp(status / 100, 0, 5));
    of.by_class.at(status_class).fetch_add(1, std::memory_order_relaxed);
    const auto found = std::ranges::lower_bound(upper_micros, micros);
    if (found != upper_micros.end()) {
        of.within.at(static_cast<std::size_t>(found - upper_micros.begin()))
            .fetch_add(1, std::memory_order_relaxed);
    }
    of.count.fetch_add(1, std::memory_order_relaxed);
    of.micros.fetch_add(micros, std::memory_order_relaxed);
}

std::string Metrics::page(const std::map<std::string, std::uint64_t>& lengths) const {
    std::string text =
        gauge("travaux_connections", "Open connections.", connections) +
        gauge("travaux_live_readers", "Readers of live streams.", readers) +
        head("travaux_requests_waiting", "Requests that wait for a thread, or have one.", "gauge");
    for (std::size_t lane = 0; lane < waiting.size(); ++lane) {
        text += sample("travaux_requests_waiting",
                       "lane=\"" + std::string(lane_names.at(lane)) + "\"", waiting.at(lane));
    }
    text +=
        counter("travaux_live_readers_dropped_total", "Readers dropped as too slow.",
                readers_dropped) +
        gauge("travaux_messages_waiting", "Messages that wait to be sent.", messages_waiting) +
        counter("travaux_messages_sent_total", "Messages that were sent.", messages_sent) +
        counter("travaux_messages_put_off_total", "Tries to send that failed for now.",
                messages_put_off) +
        counter("travaux_messages_failed_total", "Messages that were given up.", messages_failed);
    text += head("travaux_record_entries", "Entries of a record.", "gauge");
    for (const auto& [committee, length] : lengths) {
        text += "travaux_record_entries{committee=\"" + committee + "\"} " +
                std::to_string(length) + "\n";
    }
    std::string requests = head("travaux_requests_total", "Answers by class of status.", "counter");
    std::string durations =
        head("travaux_request_seconds", "From the request to its answer.", "histogram");
    for (const auto& [route, of] : routes_) {
        if (of.count == 0) continue;
        const std::string label = "route=\"" + (route.empty() ? "none" : route) + "\"";
        for (std::size_t digit = 1; digit < of.by_class.size(); ++digit) {
            if (of.by_class.at(digit) == 0) continue;
            const std::string status = ",status=\"" + std::to_string(digit) + "xx\"";
            requests += sample("travaux_requests_total", label + status, of.by_class.at(digit));
        }
        std::int64_t within = 0;
        for (std::size_t at = 0; at < upper_micros.size(); ++at) {
            within += of.within.at(at);
            const std::string upper = ",le=\"" + seconds(upper_micros.at(at)) + "\"";
            durations += sample(bucket, label + upper, within);
        }
        const std::int64_t count = of.count;
        durations += sample(bucket, label + ",le=\"+Inf\"", count);
        durations += "travaux_request_seconds_sum{" + label + "} " + seconds(of.micros) + "\n";
        durations += sample("travaux_request_seconds_count", label, count);
    }
    return text + requests + durations;
}

}  // namespace travaux::http
