// How often somebody may ask: so many requests at once, and so many each second after that.
//
// Accounts and tokens are counted, never addresses: a whole hall may sit behind one.
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace travaux::http {

class Rates {
public:
    using Time = std::chrono::steady_clock::time_point;

    Rates(double each_second, double at_once) : each_second_(each_second), at_once_(at_once) {}

    /// Whether an account may ask once more now.
    [[nodiscard]] bool may_ask(const std::string& account, Time now);

private:
    struct Left {
        double requests = 0;
        Time at;
    };

    void forget_full(Time now);

    double each_second_;
    double at_once_;
    std::mutex mutex_;
    std::map<std::string, Left> accounts_;
};

}  // namespace travaux::http
