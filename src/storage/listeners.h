// Who hears that a record has grown.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "record/store.h"

namespace travaux::storage {

class Listeners {
public:
    /// Adds a listener; it is heard no more once the watch is gone.
    [[nodiscard]] record::Store::Watch add(record::Store::Listener listener);

    /// Tells every listener the length, where it is more than was told before.
    void tell(std::uint64_t length);

private:
    // Watches may outlive the store, so they share what they point into.
    struct Shared {
        std::mutex mutex;
        std::uint64_t next = 0;
        std::uint64_t told = 0;
        std::map<std::uint64_t, record::Store::Listener> listeners;
    };
    std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
};

}  // namespace travaux::storage
