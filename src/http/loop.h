// One thread that reads and writes, with its connections. Only the files of the server itself
// include this: it brings in Boost.Beast.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>
#include <thread>
#include <unordered_map>
#include <unordered_set>

#include "http/server.h"

namespace travaux::http {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<Tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<Tcp, Executor>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>, Executor>;
using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
using Time = std::chrono::steady_clock::time_point;

[[nodiscard]] inline Time now() { return std::chrono::steady_clock::now(); }

/// How long what is made in the pool is waited for.
inline constexpr auto pool_time = std::chrono::seconds(600);

class Loop;

/// What all loops of a server share.
class Server::Core {
public:
    Core(ServerOptions wanted, const Service& of, Router routes, Log& to);
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;
    ~Core();

    ServerOptions options;
    const Service& service;
    Router router;
    Log& log;
    std::uint16_t port = 0;
    std::atomic<bool> is_stopping = false;
    std::vector<std::unique_ptr<Loop>> loops;
    std::vector<std::jthread> threads;
    std::array<asio::thread_pool, lane_count> pools;  ///< by lane
};

/// One connection, with one request at a time. Only its loop's thread is in it.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(Loop& loop, Socket socket);

    void begin() { wait_for_bytes(); }

    /// Looks at what has lasted too long, and keeps a silent stream alive.
    void tick(Time time);

    /// Closes, as soon as the request that is being answered is.
    void stop();

    /// Goes on once the record has grown, for streams and for who waits.
    void hear();

    void close();

private:
    enum class State : std::uint8_t {
        idle,
        reading,
        waiting,    ///< for the record to grow
        answering,  ///< in the pool
        writing,
        streaming,
        draining,  ///< what a refused client still sends, so that it reads the refusal
        closed,
    };

    void wait_for_bytes();
    void read();
    [[nodiscard]] bool take_bytes();
    [[nodiscard]] bool take_head();
    [[nodiscard]] bool take_body();
    [[nodiscard]] Result<void> check_request();
    void fill_request();
    void dispatch();
    [[nodiscard]] Result<std::optional<Response>> find_route();
    void go_on();
    void answer_in_pool();
    void respond(Response response);
    void refuse(const Error& error);
    void refuse_and_close(const Error& error);
    [[nodiscard]] std::string head_of(const Response& response, std::uint64_t bytes) const;
    void write();
    void finish();
    void begin_stream(const Subscription& subscription);
    void pump();
    void read_older();
    void write_stream();
    void wait_to_write();

    Loop& loop_;
    Socket socket_;
    State state_ = State::idle;
    bool closes_ = false;
    bool drains_ = false;
    bool is_blocked_ = false;  // until the client reads
    std::string input_;
    std::size_t scanned_ = 0;  // of the input: without the end of a head
    std::optional<Parser> parser_;
    std::optional<Request> request_;
    std::optional<Asked> asked_;
    const Route* route_ = nullptr;
    std::optional<Wait> wait_;
    Time started_;
    Time deadline_;
    std::string head_;
    Bytes body_;
    std::size_t written_ = 0;
    std::shared_ptr<Live> live_;
    std::uint64_t next_ = 0;  // the entry that the stream wants next
    std::vector<Bytes> pending_;
    Time last_written_;
};

class Loop {
public:
    Loop(Server::Core& core, Acceptor acceptor, std::unique_ptr<asio::io_context> context);

    void run();

    /// From another thread: begins to stop, or closes everything.
    void stop();
    void close_all();

    [[nodiscard]] Server::Core& core() { return core_; }
    [[nodiscard]] asio::io_context& context() { return *context_; }
    [[nodiscard]] std::span<char> scratch() { return scratch_; }
    [[nodiscard]] std::string_view date() const { return date_; }

    /// Has a connection hear of a record; it is forgotten with the connection.
    void listen(const std::shared_ptr<Live>& live, Connection& connection);
    void forget(const std::shared_ptr<Live>& live, Connection& connection);
    void remove(const std::shared_ptr<Connection>& connection);

private:
    struct Channel {
        std::shared_ptr<void> watch;
        std::unordered_set<Connection*> connections;
    };

    void accept();
    void tick();
    void tell(const Live* live);
    [[nodiscard]] bool is_done() const;
    void end_if_done();

    Server::Core& core_;
    std::unique_ptr<asio::io_context> context_;  // before what stands on it
    Acceptor acceptor_;
    Timer timer_;
    std::array<char, 64U << 10U> scratch_{};
    std::string date_;
    std::unordered_set<std::shared_ptr<Connection>> connections_;
    std::unordered_map<const Live*, Channel> channels_;
};

}  // namespace travaux::http
