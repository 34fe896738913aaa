// SPDX-License-Identifier: MIT
#include "bench/server_processes.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "bench/large_committee.h"
#include "crypto/random.h"
#include "storage/database.h"
#include "tests/http/http_client.h"
#include "tests/http/served_for_test.h"
#include "tests/record/sample_record.h"

namespace travaux::bench {
namespace {

using tests::sure;
namespace fs = std::filesystem;

constexpr auto nginx = "/usr/sbin/nginx";
constexpr auto nchan = "/usr/lib/nginx/modules/ngx_nchan_module.so";
constexpr int tries_max = 500;

std::int64_t now_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

void serve(const std::string& location, int pipe) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const auto store = sure(storage::open_database(location, storage::Access::write));
    const auto kept =
        sure(host::KeptCommittee::open(*store, now_ms, crypto::random_bytes, store.get()));
    tests::ForgetfulMemory memory;
    const auto served = sure(http::ServedCommittee::open(
        {"bench", *store, *kept, std::span(&signing_key(), 1), &memory}));
    const tests::ServedForTest server({served.get()});
    const std::uint16_t port = server.port();
    if (::write(pipe, &port, sizeof port) != sizeof port) ::_exit(1);
    ::pause();
}

std::uint16_t free_port() {
    const int one = ::socket(AF_INET, SOCK_STREAM, 0);
    ::sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    ::socklen_t size = sizeof address;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): as the interface wants it.
    auto* const any = reinterpret_cast<::sockaddr*>(&address);
    VERIFY(::bind(one, any, size) == 0 && ::getsockname(one, any, &size) == 0);
    ::close(one);
    return ::ntohs(address.sin_port);
}

std::string configuration(const fs::path& folder, std::uint16_t port) {
    const std::string at = folder.string();
    std::string rooms;
    for (const char* room : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
        rooms += std::string(room) + "_temp_path " + at + "/" + room + ";\n";
    }
    return "load_module " + std::string(nchan) + ";\nworker_processes 1;\ndaemon off;\npid " + at +
           "/pid;\nerror_log " + at +
           "/error;\nworker_rlimit_nofile 16384;\nevents { worker_connections 8192; }\n"
           "http {\naccess_log off;\n" +
           rooms + "server {\nlisten 127.0.0.1:" + std::to_string(port) +
           " backlog=4096;\n"
           "location = /write { nchan_publisher; nchan_channel_id news; }\n"
           "location = /read { nchan_subscriber eventsource; nchan_channel_id news; "
           "nchan_subscriber_first_message newest; }\n}\n}\n";
}

bool answers(std::uint16_t port) {
    try {
        return tests::HttpClient(port).ask("GET", "/").status > 0;
    } catch (const std::runtime_error&) {
        return false;
    }
}

}  // namespace

ServerProcess::~ServerProcess() {
    ::kill(process_.id, SIGTERM);
    (void)process_.end();
}

TravauxProcess::TravauxProcess(const std::string& location) {
    process_ = tests::in_a_process([&](int pipe) { serve(location, pipe); });
    VERIFY(::read(process_.pipe, &port_, sizeof port_) == sizeof port_);
}

std::string TravauxProcess::stream() const { return "/api/v1/committees/bench/live"; }
std::string TravauxProcess::entrance() const {
    return "/api/v1/committees/bench/acts/proposal.submit";
}

bool NchanProcess::is_there() { return fs::exists(nginx) && fs::exists(nchan); }

NchanProcess::NchanProcess(const fs::path& folder) {
    fs::create_directories(folder);
    port_ = free_port();
    const std::string file = (folder / "nginx.conf").string();
    const std::string error = (folder / "error").string();
    std::ofstream(file) << configuration(folder, port_);
    process_ = tests::in_a_process([&](int /*pipe*/) {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        ::execl(nginx, nginx, "-c", file.c_str(), "-e", error.c_str(), nullptr);
        ::_exit(127);
    });
    for (int left = tries_max; !answers(port_); --left) {
        VERIFY(left > 0);
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

}  // namespace travaux::bench
