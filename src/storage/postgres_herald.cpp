// SPDX-License-Identifier: MIT
#include "storage/postgres_herald.h"

#include <sys/eventfd.h>
#include <sys/poll.h>
#include <unistd.h>

#include <array>
#include <chrono>

namespace travaux::storage {
namespace {

constexpr int look_each_ms = 1000;
constexpr auto attend_each = std::chrono::milliseconds(5);

// A schema has a channel of its own.
constexpr auto listen_sql = R"(do $$ begin
    execute 'listen travaux_' || quote_ident(current_schema())::regnamespace::oid;
end $$)";
constexpr auto notify_sql =
    "select pg_notify('travaux_' || quote_ident(current_schema())::regnamespace::oid, '')";

}  // namespace

PostgresHerald::PostgresHerald(const std::string& url, Access access, Hear hear)
    : connection_(url, access), hear_(std::move(hear)),
      wake_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)), thread_([this] { run(); }) {
    VERIFY(wake_ >= 0);
}

PostgresHerald::~PostgresHerald() {
    is_ending_ = true;
    ::eventfd_write(wake_, 1);
    thread_.join();
    ::close(wake_);
}

void PostgresHerald::spread() {
    has_news_ = true;
    ::eventfd_write(wake_, 1);
}

void PostgresHerald::run() {
    while (true) {
        const bool is_last = is_ending_;
        // What fails is tried again.
        [[maybe_unused]] const auto attended = attend();
        if (is_last) return;
        rest();
    }
}

Result<void> PostgresHerald::attend() {
    TRY_ASSIGN(const auto link, connection_.ready());
    if (link == PostgresConnection::Link::made_anew) {
        // Nobody waits for news to be durable.
        TRY_OK(connection_.run("set synchronous_commit = off"));
        // A standby has no LISTEN.
        [[maybe_unused]] const auto listens = connection_.run(listen_sql);
    }
    if (has_news_.exchange(false)) {
        const auto sent = connection_.run(notify_sql);
        if (!sent) has_news_ = true;
        TRY_OK(sent);
    }
    do {
        TRY_OK(look());
    } while (connection_.was_notified());
    return {};
}

Result<void> PostgresHerald::look() {
    TRY_ASSIGN(const PostgresRows rows, connection_.query(length_sql));
    hear_(static_cast<std::uint64_t>(rows.number_at(0, 0)));
    return {};
}

void PostgresHerald::rest() {
    if (is_ending_) return;
    std::this_thread::sleep_for(attend_each);
    std::array<pollfd, 2> waiting{{{wake_, POLLIN, 0}, {connection_.socket(), POLLIN, 0}}};
    ::poll(waiting.data(), waiting.size(), look_each_ms);
    eventfd_t count = 0;
    ::eventfd_read(wake_, &count);
}

}  // namespace travaux::storage
