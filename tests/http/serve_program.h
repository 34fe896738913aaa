// `travaux serve` in a process of its own, as it is run.
// SPDX-License-Identifier: MIT
#pragma once

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/http/http_client.h"
#include "tests/program.h"
#include "tests/scratch.h"

namespace travaux::tests {

/// Where a server keeps what it has: files, or URLs of databases.
struct Kept {
    std::string record;
    std::string accounts;
    std::string keys;  ///< a folder
};

/// Returns what all stands in one folder.
inline Kept kept_in(const Scratch& folder) {
    return {(folder / "treaty.db").string(), (folder / "keys/accounts.db").string(),
            (folder / "keys").string()};
}

/// A server of one committee, `treaty`.
class ServeProgram {
public:
    explicit ServeProgram(const Scratch& folder) : ServeProgram(kept_in(folder)) {}
    explicit ServeProgram(const Kept& kept) {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
        ::posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        const std::string path = program().string();
        std::vector<std::string> arguments = {
            path,         "serve",       "--committee", "treaty=" + kept.record,
            "--accounts", kept.accounts, "--keys",      kept.keys,
            "--listen",   "127.0.0.1:0"};
        std::vector<char*> argv;
        for (std::string& one : arguments) argv.push_back(one.data());
        argv.push_back(nullptr);
        const int failure =
            ::posix_spawn(&process_, path.c_str(), &actions, nullptr, argv.data(), environ);
        ::posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        output_ = ends[0];
        if (failure != 0) throw std::runtime_error("the program cannot be started: " + path);
        const std::string address = line();
        port = static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
    }
    ~ServeProgram() {
        ::kill(process_, SIGTERM);
        ::waitpid(process_, nullptr, 0);
        ::close(output_);
    }
    ServeProgram(const ServeProgram&) = delete;
    ServeProgram& operator=(const ServeProgram&) = delete;

    /// Returns the next line that it prints.
    std::string line() {
        std::string text;
        for (char one = 0; ::read(output_, &one, 1) == 1 && one != '\n';) text += one;
        return text;
    }

    std::uint16_t port = 0;

private:
    ::pid_t process_ = 0;
    int output_ = -1;
};

}  // namespace travaux::tests
