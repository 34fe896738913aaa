// SPDX-License-Identifier: MIT
#include "office/confined_process.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

namespace travaux::office {
namespace {

constexpr std::chrono::milliseconds look_again{5};

// The texts outlive the pointers.
std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (const std::string& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

void limit(__rlimit_resource resource, std::uint64_t most) {
    const rlimit both{most, most};
    ::setrlimit(resource, &both);
}

// Between fork and exec only what POSIX calls safe for signals is called: other threads may hold
// any lock.
[[noreturn]] void become(char* const* arguments, char* const* environment,
                         const ProcessLimits& limits) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    // The administrator's own processes need no namespace of users for that.
    if (::unshare(CLONE_NEWNET) != 0) static_cast<void>(::unshare(CLONE_NEWUSER | CLONE_NEWNET));
    limit(RLIMIT_AS, limits.memory_bytes);
    limit(RLIMIT_FSIZE, limits.file_bytes);
    limit(RLIMIT_CORE, 0);
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nowhere < 0) ::_exit(127);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        ::dup2(nowhere, standard);
    }
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    ::execve(arguments[0], arguments, environment);
    ::_exit(127);
}

// Returns whether the process ended in time, and how.
ProcessEnd wait_for(pid_t child, std::chrono::milliseconds time, const std::stop_token& stop) {
    const auto end = std::chrono::steady_clock::now() + time;
    while (true) {
        int status = 0;
        if (::waitpid(child, &status, WNOHANG) == child) {
            const bool is_done = WIFEXITED(status) && WEXITSTATUS(status) == 0;
            return is_done ? ProcessEnd::done : ProcessEnd::failed;
        }
        if (std::chrono::steady_clock::now() >= end) return ProcessEnd::too_slow;
        if (stop.stop_requested()) return ProcessEnd::stopped;
        std::this_thread::sleep_for(look_again);
    }
}

}  // namespace

ProcessEnd run_confined(const Command& command, const ProcessLimits& limits,
                        const std::stop_token& stop) {
    const std::vector<char*> arguments = pointers_to(command.arguments);
    const std::vector<char*> environment = pointers_to(command.environment);
    const pid_t child = ::fork();
    if (child < 0) return ProcessEnd::failed;
    if (child == 0) become(arguments.data(), environment.data(), limits);
    ::setpgid(child, child);  // whichever of the two comes first
    const ProcessEnd end = wait_for(child, limits.time, stop);
    ::kill(-child, SIGKILL);
    const bool runs = end == ProcessEnd::too_slow || end == ProcessEnd::stopped;
    if (runs) ::waitpid(child, nullptr, 0);
    return end;
}

}  // namespace travaux::office
