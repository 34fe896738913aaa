// PostgreSQL servers for tests: each in a temporary folder, on a socket in it, under an ordinary
// account, and gone with the test that started it, however that ends.
// SPDX-License-Identifier: MIT
#pragma once

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <libpq-fe.h>

namespace travaux::tests {

/// Returns the folder of the server's programs, the newest version, or nothing.
inline std::optional<std::filesystem::path> postgres_programs() {
    std::vector<std::filesystem::path> found;
    std::error_code failure;
    for (const auto& one : std::filesystem::directory_iterator("/usr/lib/postgresql", failure)) {
        if (std::filesystem::exists(one.path() / "bin/postgres")) found.push_back(one.path());
    }
    if (found.empty()) return std::nullopt;
    return std::ranges::max(found) / "bin";
}

/// Whether there is PostgreSQL; says that the test is skipped where there is none.
inline bool has_postgres(const char* test) {
    if (postgres_programs()) return true;
    std::printf("skipped: no PostgreSQL (%s)\n", test);
    return false;
}

class PostgresServer {
public:
    /// Makes a server and starts it, in a folder that is made for it and removed with it.
    PostgresServer() : PostgresServer(temporary()) {}
    explicit PostgresServer(std::filesystem::path folder) : folder_(std::move(folder)) {
        make_folder();
        complete({"initdb", "-D", data(), "-U", "travaux", "-A", "trust", "--no-sync",
                  "--no-locale", "-E", "UTF8"});
        start();
    }

    /// Makes a standby of another and starts it; the other waits for it at every commit.
    explicit PostgresServer(PostgresServer& primary) : folder_(temporary()) {
        make_folder();
        complete({"pg_basebackup", "-D", data(), "-d", primary.url(), "-R", "-X", "stream", "-c",
                  "fast", "--no-sync"});
        start();
        primary.run("alter system set synchronous_standby_names = '*'");
        primary.run("select pg_reload_conf()");
    }

    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;
    ~PostgresServer() {
        kill(SIGQUIT);
        std::error_code failure;
        std::filesystem::remove_all(folder_, failure);
    }

    /// Returns the URL of a database; more than one server's can follow in `others`.
    [[nodiscard]] std::string url(const std::string& name = "postgres",
                                  const std::string& others = "") const {
        return "postgresql:///" + name + "?user=travaux&host=" + folder() + others;
    }

    [[nodiscard]] std::string folder() const { return folder_.string(); }

    /// Makes an empty database and returns its URL. The next has the next number.
    std::string fresh_database() {
        const std::string name = "record_" + std::to_string(++databases_);
        run("create database " + name);
        return url(name);
    }

    void start() {
        std::filesystem::remove(folder() + "/postmaster.pid");
        server_ = begin({"postgres", "-D", data(), "-k", folder(), "-c", "listen_addresses=", "-c",
                         "max_connections=60", "-c", "shared_buffers=16MB"});
        for (int i = 0; i < 6000; ++i) {
            if (PQping(url().c_str()) == PQPING_OK) return;
            ::usleep(10'000);
        }
        throw std::runtime_error("PostgreSQL does not start: " + said());
    }

    /// Ends the server by a signal: SIGKILL as a loss of power does, SIGQUIT at once, SIGINT in
    /// order.
    void kill(int signal) {
        if (server_ <= 0) return;
        ::kill(server_, signal);
        ::waitpid(server_, nullptr, 0);
        server_ = 0;
        // Without their parent the others would still end what they are at.
        while (signal == SIGKILL && kill_orphans()) ::usleep(1000);
    }

    /// Makes a standby the primary.
    void promote() { run("select pg_promote()"); }

    void run(const std::string& sql) { run(sql, url()); }
    static void run(const std::string& sql, const std::string& database_url) {
        PGconn* const connection = PQconnectdb(database_url.c_str());
        PGresult* const result = PQexec(connection, sql.c_str());
        const auto status = PQresultStatus(result);
        const std::string failure = PQerrorMessage(connection);
        PQclear(result);
        PQfinish(connection);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
            throw std::runtime_error(sql + ": " + failure);
        }
    }

    [[nodiscard]] std::string data() const { return folder() + "/data"; }

private:
    // Kills the processes that work in the folder of the data; returns whether there were any.
    [[nodiscard]] bool kill_orphans() const {
        bool were_any = false;
        std::error_code failure;
        for (const auto& one : std::filesystem::directory_iterator("/proc", failure)) {
            if (std::filesystem::read_symlink(one.path() / "cwd", failure) != data()) continue;
            const std::string name = one.path().filename().string();
            int id = 0;
            std::from_chars(name.data(), name.data() + name.size(), id);
            if (id > 0) ::kill(id, SIGKILL);
            were_any = true;
        }
        return were_any;
    }

    // PostgreSQL refuses to run as root.
    [[nodiscard]] static const passwd* ordinary_account() {
        return ::geteuid() == 0 ? ::getpwnam("nobody") : nullptr;
    }

    void make_folder() {
        std::filesystem::create_directories(folder());
        if (const passwd* const account = ordinary_account()) {
            if (::chown(folder().c_str(), account->pw_uid, account->pw_gid) != 0) {
                throw std::runtime_error("chown");
            }
        }
    }

    pid_t begin(std::vector<std::string> command) {
        command[0] = (*postgres_programs() / command[0]).string();
        std::vector<char*> arguments;
        for (std::string& one : command) arguments.push_back(one.data());
        arguments.push_back(nullptr);
        const passwd* const account = ordinary_account();
        const std::string log = folder() + "/said";
        const pid_t child = ::fork();
        if (child != 0) return child;
        if (account != nullptr && (::setgroups(0, nullptr) != 0 || ::setgid(account->pw_gid) != 0 ||
                                   ::setuid(account->pw_uid) != 0)) {
            ::_exit(126);
        }
        ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
        const int file = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        if (::chdir("/") != 0 || ::dup2(file, STDOUT_FILENO) < 0 ||
            ::dup2(file, STDERR_FILENO) < 0) {
            ::_exit(126);
        }
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }

    void complete(std::vector<std::string> command) {
        int status = 0;
        ::waitpid(begin(std::move(command)), &status, 0);
        if (status != 0) throw std::runtime_error(said());
    }

    [[nodiscard]] std::string said() const {
        std::ifstream in(folder() + "/said");
        return {std::istreambuf_iterator<char>(in), {}};
    }

    // The path of a socket has at most 107 bytes.
    [[nodiscard]] static std::filesystem::path temporary() {
        static int count = 0;
        return std::filesystem::temp_directory_path() /
               ("travaux_postgres_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
    }

    std::filesystem::path folder_;
    pid_t server_ = 0;
    int databases_ = 0;
};

/// Returns the server that the tests of one run share.
inline PostgresServer& shared_postgres() {
    static PostgresServer server;
    return server;
}

}  // namespace travaux::tests
