// SPDX-License-Identifier: MIT
#include "bench/crowd.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

#include "base/result.h"
#include "bench/quantiles.h"

namespace travaux::bench {
namespace {

constexpr std::string_view end_of_message = "\n\n";
constexpr std::string_view end_of_head = "\r\n\r\n";
constexpr std::string_view beginning_of_news = "data: ";
constexpr int events_at_once = 256;
constexpr int patience_ms = 60'000;

int connect_to(std::uint16_t port) {
    const int one = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    VERIFY(one >= 0);
    ::sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = ::htons(port);
    address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): as the interface wants it.
    VERIFY(::connect(one, reinterpret_cast<::sockaddr*>(&address), sizeof address) == 0);
    return one;
}

// Returns false where nothing is there to be read at present.
bool read_some(int socket, std::string& input, int flags) {
    std::array<char, 4096> bytes{};
    const ::ssize_t count = ::recv(socket, bytes.data(), bytes.size(), flags);
    if (count < 0) return false;
    VERIFY(count > 0);
    input.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

}  // namespace

Crowd::Crowd(const Place& place, std::size_t readers)
    : epoll_(::epoll_create1(EPOLL_CLOEXEC)), readers_(readers) {
    VERIFY(epoll_ >= 0);
    for (Reader& reader : readers_) come(place, reader);
    for (Reader& reader : readers_) {
        // The head, and the first message, which says nothing.
        while (reader.input.find(end_of_head) == std::string::npos ||
               reader.input.find(end_of_message, reader.input.find(end_of_head) + 4) ==
                   std::string::npos) {
            VERIFY(read_some(reader.socket, reader.input, 0));
        }
        VERIFY(reader.input.starts_with("HTTP/1.1 200"));
        reader.input.clear();
    }
}

Crowd::~Crowd() {
    for (const Reader& reader : readers_) ::close(reader.socket);
    ::close(epoll_);
}

void Crowd::come(const Place& place, Reader& reader) const {
    reader.socket = connect_to(place.port);
    const std::string request = "GET " + place.target +
                                " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                "Accept: text/event-stream\r\n\r\n";
    VERIFY(::send(reader.socket, request.data(), request.size(), MSG_NOSIGNAL) ==
           static_cast<::ssize_t>(request.size()));
    ::epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = &reader;
    VERIFY(::epoll_ctl(epoll_, EPOLL_CTL_ADD, reader.socket, &event) == 0);
}

// Returns whether the reader has the news that it had not.
bool Crowd::take(Reader& reader) {
    if (!read_some(reader.socket, reader.input, MSG_DONTWAIT)) return false;
    const std::size_t news = reader.input.find(beginning_of_news);
    const std::size_t end = reader.input.find(end_of_message, news);
    if (news == std::string::npos || end == std::string::npos) return false;
    reader.input.erase(0, end + end_of_message.size());
    return !std::exchange(reader.has_heard, true);
}

std::vector<double> Crowd::hear(const std::function<void()>& cause) {
    for (Reader& reader : readers_) reader.has_heard = false;
    std::vector<double> times;
    times.reserve(readers_.size());
    const auto start = Clock::now();
    cause();
    while (times.size() < readers_.size()) {
        std::array<::epoll_event, events_at_once> events{};
        const int count = ::epoll_wait(epoll_, events.data(), events_at_once, patience_ms);
        VERIFY(count > 0);
        for (int at = 0; at < count; ++at) {
            auto* const reader =
                static_cast<Reader*>(events.at(static_cast<std::size_t>(at)).data.ptr);
            if (take(*reader)) times.push_back(seconds_since(start) * 1e3);
        }
    }
    return times;
}

void allow_connections() {
    ::rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace travaux::bench
