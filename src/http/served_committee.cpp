// SPDX-License-Identifier: MIT
#include "http/served_committee.h"

#include <algorithm>
#include <chrono>

namespace travaux::http {
namespace {

constexpr std::uint64_t read_at_once = 1000;
constexpr std::size_t name_bytes_max = 40;
// A signature costs as much as an act, so under load one head stands for many acts.
constexpr auto sign_each = std::chrono::milliseconds(100);
// News may be lost on the way from another process.
constexpr auto look_each = std::chrono::milliseconds(1000);

}  // namespace

bool is_committee_name(std::string_view name) {
    const auto is_fit = [](char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-';
    };
    return !name.empty() && name.size() <= name_bytes_max && std::ranges::all_of(name, is_fit);
}

Result<std::unique_ptr<ServedCommittee>> ServedCommittee::open(Parts parts) {
    auto served = std::make_unique<ServedCommittee>(Private{}, std::move(parts));
    ServedCommittee& self = *served;
    TRY_ASSIGN(record::Sequence known, self.parts_.committee.sequence());
    self.record_.begin(std::move(known));
    while (true) {
        TRY_ASSIGN(const auto entries, self.record_.read_on(read_at_once));
        if (entries.empty()) break;
    }
    self.live_->begin(self.record_.length());
    self.watch_ = self.parts_.store.watch([&self](std::uint64_t /*length*/) {
        {
            const std::scoped_lock lock(self.mutex_);
            self.has_news_ = true;
        }
        self.grew_.notify_one();
    });
    self.follower_ = std::jthread([&self](const std::stop_token& stop) { self.follow(stop); });
    return served;
}

ServedCommittee::ServedCommittee(Private /*only here*/, Parts parts)
    : parts_(std::move(parts)), record_(parts_.store), live_(std::make_shared<Live>(parts_.store)) {
}

Result<void> ServedCommittee::check_store() const {
    TRY_OK(parts_.store.length());
    return {};
}

// Everything here is tried again after a while where it fails.
void ServedCommittee::follow(const std::stop_token& stop) {
    auto sign_from = std::chrono::steady_clock::now();
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(mutex_);
            const bool is_signed = signed_ >= record_.length();
            const auto until = is_signed ? std::chrono::steady_clock::now() + look_each : sign_from;
            grew_.wait_until(lock, stop, until, [this] { return has_news_; });
            has_news_ = false;
        }
        (void)catch_up();
        const auto now = std::chrono::steady_clock::now();
        if (now < sign_from && !stop.stop_requested()) continue;
        sign_from = now + (sign() ? sign_each : look_each);
    }
    (void)catch_up();
    (void)sign();
}

Result<void> ServedCommittee::catch_up() {
    const std::scoped_lock lock(taking_);
    while (true) {
        TRY_ASSIGN(const auto entries, record_.read_on(read_at_once));
        if (entries.empty()) return {};
        // Whoever hears of an entry finds it in the views, wherever the store is by then.
        parts_.committee.take_in(record_.length());
        TRY_OK(live_->tell(entries));
    }
}

bool ServedCommittee::sign() {
    const std::uint64_t length = record_.length();
    if (signed_ >= length) return true;
    const bool is_done =
        parts_.memory == nullptr || parts_.committee.sign(parts_.keys, *parts_.memory).has_value();
    if (is_done) signed_ = length;
    return is_done;
}

}  // namespace travaux::http
