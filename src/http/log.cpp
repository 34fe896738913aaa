// SPDX-License-Identifier: MIT
#include "http/log.h"

#include <boost/json.hpp>
#include <chrono>

namespace travaux::http {
namespace {

std::int64_t now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

// Methods are of whoever asks, so only those that are known are written as they are.
std::string_view known_method(std::string_view method) {
    for (const std::string_view one :
         {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"}) {
        if (one == method) return one;
    }
    return "other";
}

}  // namespace

void Log::answered(const Answered& answer) {
    if (stream_ == nullptr) return;
    std::string line = "{\"time_ms\":" + std::to_string(now_ms()) + ",\"method\":\"";
    line += known_method(answer.method);
    line += "\",\"route\":\"";
    line += answer.route;
    line += "\",\"status\":" + std::to_string(answer.status) +
            ",\"bytes\":" + std::to_string(answer.bytes) +
            ",\"micros\":" + std::to_string(answer.micros) + "}\n";
    write(line);
}

void Log::event(std::string_view what, std::string_view detail) {
    if (stream_ == nullptr) return;
    boost::json::object line{{"time_ms", now_ms()}, {"event", what}};
    if (!detail.empty()) line["detail"] = detail;
    write(boost::json::serialize(line) + "\n");
}

void Log::write(const std::string& line) {
    const std::scoped_lock lock(mutex_);
    *stream_ << line << std::flush;
}

}  // namespace travaux::http
