// SPDX-License-Identifier: MIT
#include "http/conversions.h"

#include <algorithm>

namespace travaux::http {
namespace {

constexpr std::size_t kept_bytes_max = 64U << 20U;

}  // namespace

Result<Bytes> Conversions::pdf_of(std::string_view document) {
    const Sha256 hash = sha256(document);
    std::unique_lock lock(mutex_);
    while (true) {
        const auto found = made_.find(hash);
        if (found == made_.end()) break;
        if (found->second.pdf) {
            found->second.used = ++uses_;
            return found->second.pdf;
        }
        done_.wait(lock);  // who waits converts it where the other could not
    }
    if (stop_.stop_requested()) {
        return std::unexpected(Error{ErrorCode::storage, "pdf.failed", {"stopped"}});
    }
    made_[hash];
    lock.unlock();
    Result<std::string> converted = std::unexpected(Error{});
    try {
        converted = convert_(document, stop_.get_token());
    } catch (...) {
        lock.lock();
        made_.erase(hash);
        done_.notify_all();
        throw;
    }
    lock.lock();
    done_.notify_all();
    if (!converted) {
        made_.erase(hash);
        return std::unexpected(std::move(converted).error());
    }
    Bytes pdf = share(*std::move(converted));
    kept_bytes_ += pdf->size();
    made_[hash] = {pdf, ++uses_};
    make_room();
    return pdf;
}

// What was not asked for longest goes first.
void Conversions::make_room() {
    while (kept_bytes_ > kept_bytes_max) {
        auto oldest = made_.end();
        for (auto one = made_.begin(); one != made_.end(); ++one) {
            const bool is_older = oldest == made_.end() || one->second.used < oldest->second.used;
            if (one->second.pdf && is_older) oldest = one;
        }
        VERIFY(oldest != made_.end());
        kept_bytes_ -= oldest->second.pdf->size();
        made_.erase(oldest);
    }
}

}  // namespace travaux::http
