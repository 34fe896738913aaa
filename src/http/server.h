// A server: it takes connections, reads requests within limits, has them answered and keeps streams
// going until it is stopped.
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "http/log.h"
#include "http/service.h"

namespace travaux::http {

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;                        ///< 0: any that is free
    unsigned reading_threads = 1;                  ///< each with connections of its own
    unsigned answering_threads = 8;                ///< that may wait for the store
    unsigned file_threads = 2;                     ///< that understand files that are sent in
    unsigned document_threads = 2;                 ///< that make documents
    std::vector<std::string> hosts;                ///< that it answers for; none: any
    std::chrono::milliseconds heartbeat{15'000};   ///< of streams without news
    std::chrono::milliseconds head_time{10'000};   ///< for the head of a request to come
    std::chrono::milliseconds write_time{30'000};  ///< for an answer to be read, and longer if long
};

class Server {
    struct Private {};

public:
    /// Begins to serve routes. The service, whose routes they are, and the log outlive the server.
    /// Errors: `server.cannot_listen`, those of `Router::of`.
    [[nodiscard]] static Result<std::unique_ptr<Server>> start(const ServerOptions& options,
                                                               const Service& service,
                                                               std::vector<Route> routes, Log& log);

    /// For `start` alone.
    class Core;
    Server(Private /*only here*/, std::unique_ptr<Core> core);

    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Stops, with no patience.
    ~Server();

    [[nodiscard]] std::uint16_t port() const;

    /// Takes no more connections, finishes what runs, ends streams, and returns when all is closed
    /// or patience is at its end.
    void stop(std::chrono::milliseconds patience);

private:
    std::unique_ptr<Core> core_;
};

}  // namespace travaux::http
