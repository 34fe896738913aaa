// SPDX-License-Identifier: MIT
#include "storage/listeners.h"

namespace travaux::storage {

record::Store::Watch Listeners::add(record::Store::Listener listener) {
    const std::scoped_lock lock(shared_->mutex);
    const std::uint64_t id = shared_->next++;
    shared_->listeners.emplace(id, std::move(listener));
    return {nullptr, [shared = shared_, id](void*) {
                const std::scoped_lock inner(shared->mutex);
                shared->listeners.erase(id);
            }};
}

void Listeners::tell(std::uint64_t length) {
    const std::scoped_lock lock(shared_->mutex);
    if (length <= shared_->told) return;
    shared_->told = length;
    for (const auto& [id, listener] : shared_->listeners) listener(length);
}

}  // namespace travaux::storage
