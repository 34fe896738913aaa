// The log of a server: a line of JSON for each answer. It names routes and never what stands in
// their places, and nothing of who asked.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <mutex>
#include <ostream>
#include <string>
#include <string_view>

namespace travaux::http {

/// An answer as the log and the counts have it.
struct Answered {
    std::string_view method;
    std::string_view route;  ///< its id; empty where there was none
    int status = 0;
    std::uint64_t bytes = 0;
    std::int64_t micros = 0;
};

class Log {
public:
    /// Where nothing is to be logged, there is no stream.
    explicit Log(std::ostream* stream) : stream_(stream) {}

    /// Writes what was answered.
    void answered(const Answered& answer);

    /// Writes that something happened to the server itself.
    void event(std::string_view what, std::string_view detail = {});

private:
    void write(const std::string& line);

    std::mutex mutex_;
    std::ostream* stream_;
};

}  // namespace travaux::http
