// Functions that run in a process of their own, for tests that kill it.
// SPDX-License-Identifier: MIT
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

namespace travaux::tests {

struct Process {
    pid_t id = 0;
    int pipe = 0;  ///< what the function wrote

    /// Waits for the end; returns the exit code, less than 0 where a signal ended it.
    int end() const {
        int status = 0;
        ::waitpid(id, &status, 0);
        ::close(pipe);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
};

/// Runs a function, which takes the end of a pipe to write to, in a process that ends with it.
/// REQUIRES: no other thread of this process is at work; what it has locked would stay so.
template <typename Function>
Process in_a_process(Function function) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        try {
            function(ends[1]);
        } catch (...) {
            ::_exit(1);
        }
        ::_exit(0);
    }
    ::close(ends[1]);
    return {child, ends[0]};
}

}  // namespace travaux::tests
