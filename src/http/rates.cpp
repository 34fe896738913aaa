// SPDX-License-Identifier: MIT
#include "http/rates.h"

#include <algorithm>

namespace travaux::http {
namespace {

constexpr std::size_t accounts_max = 100'000;

}  // namespace

bool Rates::may_ask(const std::string& account, Time now) {
    const std::scoped_lock lock(mutex_);
    if (accounts_.size() >= accounts_max) forget_full(now);
    Left& left = accounts_.try_emplace(account, Left{at_once_, now}).first->second;
    const double seconds = std::chrono::duration<double>(now - left.at).count();
    left.requests = std::min(at_once_, left.requests + seconds * each_second_);
    left.at = now;
    if (left.requests < 1) return false;
    left.requests -= 1;
    return true;
}

// Who has not asked for a while counts as somebody new.
void Rates::forget_full(Time now) {
    std::erase_if(accounts_, [&](const auto& one) {
        const double seconds = std::chrono::duration<double>(now - one.second.at).count();
        return one.second.requests + seconds * each_second_ >= at_once_;
    });
}

}  // namespace travaux::http
