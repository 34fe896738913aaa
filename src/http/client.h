// Asking other servers over HTTP, with libcurl. Certificates are checked, no answer leads anywhere
// else, and none is longer or slower than whoever asks allows.
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace travaux::http {

/// What is asked of another server.
struct ClientRequest {
    std::string address;
    std::vector<std::string> fields;  ///< of the head, `Name: value`
    std::optional<std::string> body;  ///< with it the request is a POST
};

/// What an answer may cost.
struct ClientLimits {
    std::size_t answer_bytes = 0;
    std::chrono::seconds connect{10};
    std::chrono::seconds silence{60};  ///< with less than 100 bytes a second
    std::chrono::seconds whole{0};     ///< until all of the answer is there; 0: however long
};

struct ClientAnswer {
    int status = 0;
    std::string body;
};

/// Asks, and waits for the answer. Error: `remote.away`, with the server and the reason.
[[nodiscard]] Result<ClientAnswer> ask_server(const ClientRequest& request,
                                              const ClientLimits& limits);

}  // namespace travaux::http
