// What a server counts, in the text form that Prometheus reads. No count tells of anything that is
// not public.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace travaux::http {

class Metrics {
public:
    /// The upper ends of the classes of durations.
    static constexpr std::array<std::int64_t, 8> upper_micros = {
        100, 1'000, 5'000, 20'000, 100'000, 500'000, 2'000'000, 10'000'000};

    /// Begins to count for some routes. Called before anything is counted.
    void begin(const std::vector<std::string>& routes);

    /// Counts an answer; `route` is of `begin`, or empty.
    void count(const std::string& route, int status, std::int64_t micros);

    std::atomic<std::int64_t> connections = 0;           ///< open now
    std::atomic<std::int64_t> readers = 0;               ///< of streams, now
    std::atomic<std::int64_t> readers_dropped = 0;       ///< because they were slow
    std::array<std::atomic<std::int64_t>, 3> waiting{};  ///< requests for a thread, now, by lane

    std::atomic<std::int64_t> messages_waiting = 0;  ///< of e-mail, now
    std::atomic<std::int64_t> messages_sent = 0;
    std::atomic<std::int64_t> messages_put_off = 0;  ///< tries that failed for now
    std::atomic<std::int64_t> messages_failed = 0;   ///< that were given up

    /// Returns the page. `lengths` are of records, by committee.
    [[nodiscard]] std::string page(const std::map<std::string, std::uint64_t>& lengths) const;

private:
    struct OfRoute {
        std::array<std::atomic<std::int64_t>, 6> by_class{};  // of the status: its first digit
        std::array<std::atomic<std::int64_t>, upper_micros.size()> within{};
        std::atomic<std::int64_t> count = 0;
        std::atomic<std::int64_t> micros = 0;
    };

    std::map<std::string, OfRoute> routes_;
};

}  // namespace travaux::http
