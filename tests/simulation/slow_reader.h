// Somebody who reads the live stream of a record badly: they lag, they go, and come back with the
// last entry that they heard of.
//
// Whatever they do and whichever server they come to, they hear of each entry once, in order.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tests/http/http_client.h"
#include "tests/random_acts.h"

namespace travaux::tests {

class SlowReader {
public:
    /// Comes to a server, or goes, or reads some of the entries before `length`, all of which the
    /// record has, or does nothing.
    void do_something(Chance& chance, std::uint16_t port, std::uint64_t length);

    /// Goes away.
    void leave() { stream_.reset(); }

    /// Comes to a server and reads all that there is.
    void read_all(std::uint16_t port, std::uint64_t length);

    /// Returns the messages that were heard; the first is of entry 1.
    [[nodiscard]] const std::vector<std::string>& heard() const { return heard_; }

private:
    void come(std::uint16_t port);
    void read_one();
    [[nodiscard]] std::uint64_t next() const { return heard_.size() + 1; }

    std::unique_ptr<HttpClient> stream_;
    std::vector<std::string> heard_;
};

}  // namespace travaux::tests
