// The program itself as it serves: `travaux serve` in a process of its own, with its two first
// accounts, whose limits can be changed while it runs.
// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tests/http/http_client.h"
#include "tests/process.h"

namespace travaux::tests {

class ServedProcess {
public:
    /// Serves the committee of a location under the name `c`; keys and accounts stand in a folder,
    /// where `more` options do not say otherwise. REQUIRES: no other thread of this process is at
    /// work.
    ServedProcess(const std::string& location, const std::string& folder,
                  const std::vector<std::string>& more = {});

    ServedProcess(const ServedProcess&) = delete;
    ServedProcess& operator=(const ServedProcess&) = delete;

    /// Ends it, as an operator does.
    ~ServedProcess() { stop(); }

    /// Ends it and returns the exit code.
    int stop();

    [[nodiscard]] std::uint16_t port() const { return port_; }

    /// Makes the first two accounts, and logs the secretariat in.
    void found();

    /// Logs the secretariat in, where there are accounts.
    void log_in();

    /// Asks as the secretariat, on a connection of its own.
    [[nodiscard]] HttpAnswer ask(const std::string& method, const std::string& target,
                                 const HttpFields& more = {}, const std::string& body = {}) const;

    /// Has the secretariat do an act.
    [[nodiscard]] HttpAnswer act(const std::string& name, const std::string& fields,
                                 const HttpFields& more = {}) const;

    /// Lets the process make no file longer than this; nothing: as long as it likes.
    void limit_files(std::optional<std::uint64_t> bytes) const;

    /// Returns an address below that of the committee.
    [[nodiscard]] static std::string at(const std::string& rest) {
        return "/api/v1/committees/c/" + rest;
    }

private:
    Process process_;
    std::string link_;  // the secret of the first accounts
    std::uint16_t port_ = 0;
    std::string cookie_;
};

}  // namespace travaux::tests
