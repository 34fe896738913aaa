// The servers that are measured, each in a process of its own that ends with this one: ours on a
// record, and nginx with nchan, which sends what is handed in to all who listen.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "tests/process.h"

namespace travaux::bench {

class ServerProcess {
public:
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;
    ~ServerProcess();

    [[nodiscard]] std::uint16_t port() const { return port_; }

    /// Returns where its events are read, and where something is handed in.
    [[nodiscard]] virtual std::string stream() const = 0;
    [[nodiscard]] virtual std::string entrance() const = 0;

protected:
    ServerProcess() = default;

    tests::Process process_;
    std::uint16_t port_ = 0;
};

/// Serves the record at a location: everything that `travaux serve` does but log-in. REQUIRES: no
/// other thread of this process is at work.
class TravauxProcess final : public ServerProcess {
public:
    explicit TravauxProcess(const std::string& location);

    [[nodiscard]] std::string stream() const override;
    [[nodiscard]] std::string entrance() const override;
};

class NchanProcess final : public ServerProcess {
public:
    explicit NchanProcess(const std::filesystem::path& folder);

    /// Whether it is installed.
    [[nodiscard]] static bool is_there();

    [[nodiscard]] std::string stream() const override { return "/read"; }
    [[nodiscard]] std::string entrance() const override { return "/write"; }
};

}  // namespace travaux::bench
