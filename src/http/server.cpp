// SPDX-License-Identifier: MIT
#include "http/server.h"

#include <sys/socket.h>

#include <algorithm>
#include <boost/asio/post.hpp>
#include <ctime>

#include "base/limits.h"
#include "http/loop.h"

namespace travaux::http {
namespace {

constexpr auto tick_each = std::chrono::milliseconds(500);
constexpr auto look_each = std::chrono::milliseconds(10);
constexpr int backlog = 4'096;

// The date as RFC 9110 wants it, whatever the locale.
std::string http_date() {
    constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t seconds = std::time(nullptr);
    std::tm date{};
    ::gmtime_r(&seconds, &date);
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::string(days.at(static_cast<std::size_t>(date.tm_wday))) + ", " + two(date.tm_mday) +
           " " + months.at(static_cast<std::size_t>(date.tm_mon)) + " " +
           std::to_string(date.tm_year + 1900) + " " + two(date.tm_hour) + ":" + two(date.tm_min) +
           ":" + two(date.tm_sec) + " GMT";
}

std::unexpected<Error> cannot_listen(const ServerOptions& options,
                                     const boost::system::error_code& failure) {
    return std::unexpected(
        Error{ErrorCode::storage,
              "server.cannot_listen",
              {options.address + ":" + std::to_string(options.port), failure.message()}});
}

// Each loop listens at the same port; the kernel spreads connections over them.
boost::system::error_code listen_at(Acceptor& acceptor, const Tcp::endpoint& at) {
    using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;
    boost::system::error_code failure;
    (void)acceptor.open(at.protocol(), failure);
    if (!failure) (void)acceptor.set_option(asio::socket_base::reuse_address(true), failure);
    if (!failure) (void)acceptor.set_option(ReusePort(true), failure);
    if (!failure) (void)acceptor.bind(at, failure);
    if (!failure) (void)acceptor.listen(backlog, failure);
    return failure;
}

}  // namespace

Server::Core::Core(ServerOptions wanted, const Service& of, Router routes, Log& to)
    : options(std::move(wanted)), service(of), router(std::move(routes)), log(to),
      pools{asio::thread_pool(options.answering_threads), asio::thread_pool(options.file_threads),
            asio::thread_pool(options.document_threads)} {}

Server::Core::~Core() = default;

Loop::Loop(Server::Core& core, Acceptor acceptor, std::unique_ptr<asio::io_context> context)
    : core_(core), context_(std::move(context)), acceptor_(std::move(acceptor)),
      timer_(context_->get_executor()), date_(http_date()) {}

void Loop::run() {
    accept();
    tick();
    context_->run();
}

void Loop::accept() {
    acceptor_.async_accept([this](boost::system::error_code failure, Socket socket) {
        if (!acceptor_.is_open()) return;
        const bool has_room =
            core_.service.metrics.connections < static_cast<std::int64_t>(limits::connections);
        if (!failure && has_room) {
            ++core_.service.metrics.connections;
            const auto connection = std::make_shared<Connection>(*this, std::move(socket));
            connections_.insert(connection);
            connection->begin();
        }
        if (!failure) return accept();
        // Out of descriptors, say: others have to close first.
        const auto pause = std::make_shared<Timer>(context_->get_executor(), look_each);
        pause->async_wait([this, pause](boost::system::error_code) {
            if (acceptor_.is_open()) accept();
        });
    });
}

// One coarse clock for all connections.
void Loop::tick() {
    date_ = http_date();
    const auto time = std::chrono::steady_clock::now();
    const std::vector<std::shared_ptr<Connection>> all(connections_.begin(), connections_.end());
    for (const auto& connection : all) connection->tick(time);
    // The timer may have run out before it was cancelled.
    if (is_done()) return;
    timer_.expires_after(tick_each);
    timer_.async_wait([this](boost::system::error_code failure) {
        if (!failure) tick();
    });
}

void Loop::stop() {
    asio::post(*context_, [this] {
        boost::system::error_code failure;
        (void)acceptor_.close(failure);
        const std::vector<std::shared_ptr<Connection>> all(connections_.begin(),
                                                           connections_.end());
        for (const auto& connection : all) connection->stop();
        end_if_done();
    });
}

void Loop::close_all() {
    asio::post(*context_, [this] {
        const std::vector<std::shared_ptr<Connection>> all(connections_.begin(),
                                                           connections_.end());
        for (const auto& connection : all) connection->close();
        end_if_done();
    });
}

bool Loop::is_done() const { return !acceptor_.is_open() && connections_.empty(); }

void Loop::end_if_done() {
    if (is_done()) timer_.cancel();
}

void Loop::listen(const std::shared_ptr<Live>& live, Connection& connection) {
    Channel& channel = channels_[live.get()];
    channel.connections.insert(&connection);
    if (channel.watch) return;
    channel.watch = live->listen(
        [this, which = live.get()] { asio::post(*context_, [this, which] { tell(which); }); });
}

void Loop::forget(const std::shared_ptr<Live>& live, Connection& connection) {
    channels_[live.get()].connections.erase(&connection);
}

void Loop::tell(const Live* live) {
    // Hearing may close a connection, and with it forget it.
    std::vector<std::shared_ptr<Connection>> all;
    for (Connection* one : channels_[live].connections) all.push_back(one->shared_from_this());
    for (const auto& connection : all) connection->hear();
}

void Loop::remove(const std::shared_ptr<Connection>& connection) {
    connections_.erase(connection);
    --core_.service.metrics.connections;
    end_if_done();
}

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, const Service& service,
                                              std::vector<Route> routes, Log& log) {
    TRY_ASSIGN(Router router, Router::of(std::move(routes)));
    std::vector<std::string> ids;
    for (const Route& route : router.routes()) ids.push_back(route.description.id);
    service.metrics.begin(ids);
    auto core = std::make_unique<Core>(options, service, std::move(router), log);
    boost::system::error_code failure;
    const auto address = asio::ip::make_address(options.address, failure);
    if (failure) return cannot_listen(options, failure);
    core->port = options.port;
    for (unsigned number = 0; number < options.reading_threads; ++number) {
        auto context = std::make_unique<asio::io_context>(1);
        Acceptor acceptor(context->get_executor());
        failure = listen_at(acceptor, {address, core->port});
        if (failure) return cannot_listen(options, failure);
        core->port = acceptor.local_endpoint().port();
        core->loops.push_back(
            std::make_unique<Loop>(*core, std::move(acceptor), std::move(context)));
    }
    for (const auto& loop : core->loops) {
        core->threads.emplace_back([&one = *loop] { one.run(); });
    }
    return std::make_unique<Server>(Private{}, std::move(core));
}

Server::Server(Private /*only here*/, std::unique_ptr<Core> core) : core_(std::move(core)) {}

Server::~Server() { stop(std::chrono::milliseconds(0)); }

std::uint16_t Server::port() const { return core_->port; }

void Server::stop(std::chrono::milliseconds patience) {
    if (core_->threads.empty()) return;
    core_->is_stopping = true;
    for (const auto& loop : core_->loops) loop->stop();
    const auto until = std::chrono::steady_clock::now() + patience;
    while (core_->service.metrics.connections > 0 && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(look_each);
    }
    for (const Lane lane : {Lane::files, Lane::documents}) {
        core_->pools[static_cast<std::size_t>(lane)].stop();  // what has not begun does not begin
    }
    for (asio::thread_pool& pool : core_->pools) pool.join();
    for (const auto& loop : core_->loops) loop->close_all();
    core_->threads.clear();
}

}  // namespace travaux::http
