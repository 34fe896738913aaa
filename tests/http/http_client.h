// A client of HTTP/1.1 for tests: it sends what it is told, in order or not, and reads answers.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace travaux::tests {

struct HttpAnswer {
    int status = 0;
    std::map<std::string, std::string>
        fields;  ///< by their names in small letters; several cookies in lines
    std::string body;
};

using HttpFields = std::vector<std::pair<std::string, std::string>>;

/// One connection. Whatever fails ends the test with an exception.
class HttpClient {
public:
    explicit HttpClient(std::uint16_t port);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// Sends bytes as they are. Returns false where the other side has closed.
    bool send(std::string_view bytes);

    /// Sends a request and reads its answer.
    HttpAnswer ask(const std::string& method, const std::string& target,
                   const HttpFields& fields = {}, const std::string& body = {});

    /// Reads one answer; `to_head` is one that has no body.
    HttpAnswer read_answer(bool to_head = false);

    /// Reads until a text has come; returns all up to its end.
    std::string read_until(std::string_view end);

    /// Waits for the other side to close; returns what came before.
    std::string read_to_end();

private:
    bool read_more();

    int socket_ = -1;
    std::uint16_t port_ = 0;
    std::string input_;
};

/// Returns a text as it stands in a query.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace travaux::tests
