// SPDX-License-Identifier: MIT
#include "tests/http/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

#include "http/message.h"

namespace travaux::tests {
namespace {

constexpr std::size_t read_at_once = 64U << 10U;

std::string small_letters(std::string text) {
    for (char& sign : text) {
        if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign + 32);
    }
    return text;
}

HttpAnswer read_head(std::string_view head) {
    HttpAnswer answer;
    if (!head.starts_with("HTTP/1.1 ")) throw std::runtime_error("no answer: " + std::string(head));
    answer.status = static_cast<int>(http::number_of(head.substr(9, 3)).value());
    while (true) {
        head.remove_prefix(std::min(head.find("\r\n") + 2, head.size()));
        if (head.empty()) return answer;
        const std::string_view line = head.substr(0, head.find("\r\n"));
        if (line.empty()) return answer;
        const std::size_t colon = line.find(": ");
        const std::string name = small_letters(std::string(line.substr(0, colon)));
        // Each cookie has a field of its own, RFC 9110 section 5.3; nothing else stands twice.
        std::string& value = answer.fields[name];
        const bool is_twice = !value.empty();
        if (is_twice && name != "set-cookie") throw std::runtime_error("twice: " + name);
        value += (is_twice ? "\n" : "") + std::string(line.substr(colon + 2));
    }
}

}  // namespace

HttpClient::HttpClient(std::uint16_t port) : port_(port) {
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    ::sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = ::htons(port);
    address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): as the interface wants it.
    if (::connect(socket_, reinterpret_cast<::sockaddr*>(&address), sizeof address) != 0) {
        throw std::runtime_error("no server at port " + std::to_string(port));
    }
}

HttpClient::~HttpClient() { ::close(socket_); }

bool HttpClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ::ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

HttpAnswer HttpClient::ask(const std::string& method, const std::string& target,
                           const HttpFields& fields, const std::string& body) {
    std::string request =
        method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) + "\r\n";
    for (const auto& [name, value] : fields) {
        request.append(name).append(": ").append(value).append("\r\n");
    }
    if (!body.empty() || method == "POST") {
        request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    }
    if (!send(request + "\r\n" + body)) throw std::runtime_error("the server has closed");
    return read_answer(method == "HEAD");
}

HttpAnswer HttpClient::read_answer(bool to_head) {
    HttpAnswer answer = read_head(read_until("\r\n\r\n"));
    const auto length = answer.fields.find("content-length");
    if (to_head || length == answer.fields.end()) return answer;
    const std::size_t size = http::number_of(length->second).value();
    while (input_.size() < size) {
        if (!read_more()) throw std::runtime_error("the answer is cut off");
    }
    answer.body = input_.substr(0, size);
    input_.erase(0, size);
    return answer;
}

std::string HttpClient::read_until(std::string_view end) {
    std::size_t found = input_.find(end);
    while (found == std::string::npos) {
        if (!read_more()) throw std::runtime_error("closed after: " + input_);
        found = input_.find(end);
    }
    std::string result = input_.substr(0, found + end.size());
    input_.erase(0, result.size());
    return result;
}

std::string HttpClient::read_to_end() {
    while (read_more()) {
    }
    return std::exchange(input_, {});
}

bool HttpClient::read_more() {
    std::string buffer(read_at_once, '\0');
    const ::ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
    if (count <= 0) return false;
    input_.append(buffer.data(), static_cast<std::size_t>(count));
    return true;
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const char sign : text) {
        const auto byte = static_cast<unsigned char>(sign);
        result += '%';
        result += digits[byte >> 4U];
        result += digits[byte & 15U];
    }
    return result;
}

}  // namespace travaux::tests
