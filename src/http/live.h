// News of one record for those who read along: one message for each entry, in their order.
//
// A message is made once and shared by all who hear it. Whoever was away names the last entry that
// they heard of and misses nothing.
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <boost/json.hpp>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "http/message.h"
#include "record/store.h"

namespace travaux::http {

/// Returns the message of an entry, as a server-sent event whose id is the entry's index. Errors:
/// those of decoding.
[[nodiscard]] Result<std::string> event_message(std::string_view entry);

/// Returns what the message of an entry says, as JSON: its index, its time, the act and what the
/// act changed; of a confidential one that it is sealed.
[[nodiscard]] Result<boost::json::object> news_of(std::string_view entry);

class Live {
public:
    /// Hears that there is news, on the thread that tells; has to be quick, and to leave this
    /// alone.
    using Listener = std::function<void()>;

    /// The store outlives it.
    explicit Live(record::Store& store) : store_(store) {}

    /// Tells of entries; the first has the index of the length so far. Errors: those of decoding.
    [[nodiscard]] Result<void> tell(std::span<const std::string> entries);

    /// Begins after entries that were there before anybody listened.
    void begin(std::uint64_t length) { length_ = length; }

    /// Returns how many entries were told.
    [[nodiscard]] std::uint64_t length() const { return length_; }

    /// Adds a listener, which hears no more once the watch is gone.
    [[nodiscard]] std::shared_ptr<void> listen(Listener listener);

    /// Returns messages from an entry on: some, where there are many; none where they are too old
    /// to be kept here, or not there yet.
    [[nodiscard]] std::vector<Bytes> recent(std::uint64_t from) const;

    /// Reads messages from an entry on from the store: some, where there are many.
    [[nodiscard]] Result<std::vector<Bytes>> older(std::uint64_t from) const;

    /// Returns what `news_of` says of entries from one on: some, where there are many.
    [[nodiscard]] Result<std::vector<boost::json::object>> news(std::uint64_t from) const;

private:
    record::Store& store_;
    std::atomic<std::uint64_t> length_ = 0;
    std::deque<Bytes> recent_;  // the last messages, up to the length
    // Watches may outlive it, so they share what they point into.
    struct Shared {
        std::mutex mutex;
        std::uint64_t next = 0;
        std::map<std::uint64_t, Listener> listeners;
    };
    std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
};

}  // namespace travaux::http
