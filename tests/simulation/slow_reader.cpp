// SPDX-License-Identifier: MIT
#include "tests/simulation/slow_reader.h"

#include <doctest/doctest.h>

namespace travaux::tests {
namespace {

constexpr auto address = "/api/v1/committees/under-test/live";

}  // namespace

void SlowReader::do_something(Chance& chance, std::uint16_t port, std::uint64_t length) {
    switch (chance.below(8)) {
        case 0: return leave();
        case 1: return come(port);
        case 2:
        case 3: break;
        default: return;
    }
    if (!stream_) return;
    for (unsigned left = chance.below(12); left > 0 && next() < length; --left) read_one();
}

void SlowReader::read_all(std::uint16_t port, std::uint64_t length) {
    if (!stream_) come(port);
    while (next() < length) read_one();
}

void SlowReader::come(std::uint16_t port) {
    stream_ = std::make_unique<HttpClient>(port);
    stream_->send(std::string("GET ") + address + " HTTP/1.1\r\nHost: a\r\nLast-Event-ID: " +
                  std::to_string(next() - 1) + "\r\n\r\n");
    CHECK(stream_->read_until("retry: 2000\n\n").starts_with("HTTP/1.1 200"));
}

void SlowReader::read_one() {
    std::string message = stream_->read_until("\n\n");
    REQUIRE(message.starts_with("id: " + std::to_string(next()) + "\n"));
    heard_.push_back(std::move(message));
}

}  // namespace travaux::tests
