// Many who read one live stream at once, on one thread, which says when each heard of something.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace travaux::bench {

/// A place on this machine that sends events to whoever asks.
struct Place {
    std::uint16_t port = 0;
    std::string target;
};

class Crowd {
public:
    /// Comes with so many readers, each of which has had the beginning of its stream.
    Crowd(const Place& place, std::size_t readers);
    ~Crowd();
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    /// Calls what causes one event, and waits until all have it; returns the milliseconds after
    /// the call's beginning at which each had it.
    [[nodiscard]] std::vector<double> hear(const std::function<void()>& cause);

private:
    struct Reader {
        int socket = -1;
        std::string input;
        bool has_heard = false;
    };

    void come(const Place& place, Reader& reader) const;
    [[nodiscard]] static bool take(Reader& reader);

    int epoll_ = -1;
    std::vector<Reader> readers_;
};

/// Lets this process and those that it makes have many connections.
void allow_connections();

}  // namespace travaux::bench
