// Carries the news that a record has grown between the processes that use one PostgreSQL database.
//
// News travels by NOTIFY, some of it together and never as part of an append: a NOTIFY holds up
// every commit of the database. Where news is lost, since who appended was killed, and on a
// standby, where there is no NOTIFY, the length is looked at every second.
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>

#include "storage/postgres_connection.h"

namespace travaux::storage {

class PostgresHerald {
public:
    /// Hears the length, whether it is another than before or not, on the herald's thread.
    using Hear = std::function<void(std::uint64_t length)>;

    PostgresHerald(const std::string& url, Access access, Hear hear);
    PostgresHerald(const PostgresHerald&) = delete;
    PostgresHerald& operator=(const PostgresHerald&) = delete;

    /// Ends when the news that it was given is sent, if the server is there.
    ~PostgresHerald();

    /// Tells the other processes, soon, that the record has grown.
    void spread();

private:
    void run();
    [[nodiscard]] Result<void> attend();
    [[nodiscard]] Result<void> look();
    void rest();

    PostgresConnection connection_;
    Hear hear_;
    int wake_;  // an eventfd
    std::atomic<bool> has_news_ = false;
    std::atomic<bool> is_ending_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace travaux::storage
